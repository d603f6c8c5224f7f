"""WeasyPrint, cut off from the machine: the exact version, the vendored fonts alone, stylesheets parsed once."""

import atexit
import os
import warnings
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from typing import Any

from glossary_publish.diagnostics import EnvironmentFault, fault
from glossary_publish.layout import Font
from glossary_publish.render.pdf.importing import quickly
from glossary_publish.render.pdf.logs import Remark, listening

# Pages are painted, tagged and broken into lines through parts of it that are private: another version may differ there.
WEASYPRINT = "70.0"
# fontconfig reads this file whenever a font configuration is made; it names no folder of the machine.
FONTCONFIG = "FONTCONFIG_FILE"
NO_FONTS = Path(__file__).with_name("fonts.conf")


@dataclass(frozen=True, slots=True)
class Press:
    """What renders of one stylesheet share: its rules, the fonts, and what WeasyPrint remarked on either."""

    sheet: Any
    fonts: Any
    remarks: tuple[Remark, ...]


@lru_cache(maxsize=8)
def press(stylesheet: str, fonts: tuple[Font, ...]) -> Press:
    """Parse a stylesheet and load the fonts that its rules name, once in a process."""
    weasyprint = load_weasyprint()
    from weasyprint.text.fonts import FontConfiguration

    from glossary_publish.render.pdf.fetching import Fetcher

    fetcher = Fetcher({font.path: font.data for font in fonts})
    with listening() as remarks, _without_fonts():
        configuration = FontConfiguration()
        sheet = weasyprint.CSS(string=stylesheet, font_config=configuration, url_fetcher=fetcher)
    return Press(sheet, configuration, tuple(remarks))


# A font configuration removes its temporary files when it goes, which it cannot when the interpreter is half gone.
atexit.register(press.cache_clear)


def load_weasyprint() -> Any:
    """Import WeasyPrint.

    Raises `EnvironmentFault` for another version than the one the tags were made for, `OSError` where a native
    library is missing.
    """
    with quickly(), _without_fonts(), warnings.catch_warnings():
        warnings.simplefilter("ignore")  # that there are no fonts
        import weasyprint
        from weasyprint.text.ffi import harfbuzz_subset

    if weasyprint.__version__ != WEASYPRINT:
        message = f"WeasyPrint {weasyprint.__version__} is installed; the tags of a PDF need {WEASYPRINT}"
        help = f"install weasyprint=={WEASYPRINT}"
        raise fault(EnvironmentFault, "unsupported-weasyprint", message, help=help)
    from glossary_publish.render.pdf.breaking import remember_breaks
    from glossary_publish.render.pdf.drawing import draw_what_is_there
    from glossary_publish.render.pdf.flow import know_the_flow
    from glossary_publish.render.pdf.grounds import leave_out_grounds
    from glossary_publish.render.pdf.lengths import take_lengths_over
    from glossary_publish.render.pdf.lettering import spell_glyphs_once
    from glossary_publish.render.pdf.lines import mend_line_breaks
    from glossary_publish.render.pdf.markers import recall_markers
    from glossary_publish.render.pdf.recalling import recall_values
    from glossary_publish.render.pdf.remembering import remember_lines
    from glossary_publish.render.pdf.shaping import share_fonts
    from glossary_publish.render.pdf.shortcuts import take_shortcuts
    from glossary_publish.render.pdf.styling import match_once
    from glossary_publish.render.pdf.values import write_values_quickly

    if not harfbuzz_subset:  # without it every file has other bytes
        raise OSError("cannot load library 'libharfbuzz-subset.so.0'")
    know_the_flow()
    remember_breaks()
    leave_out_grounds()
    take_lengths_over()
    spell_glyphs_once()
    mend_line_breaks()
    share_fonts()
    remember_lines()
    take_shortcuts()
    match_once()
    recall_values()
    recall_markers()
    draw_what_is_there()
    write_values_quickly()
    return weasyprint


@contextmanager
def _without_fonts() -> Iterator[None]:
    """Let fontconfig see no font of the machine meanwhile."""
    before = os.environ.get(FONTCONFIG)
    os.environ[FONTCONFIG] = str(NO_FONTS)
    try:
        yield
    finally:
        if before is None:
            del os.environ[FONTCONFIG]
        else:
            os.environ[FONTCONFIG] = before
