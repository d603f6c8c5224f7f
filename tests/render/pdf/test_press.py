"""WeasyPrint is cut off from the machine, and does its preparations once."""

import os
from collections.abc import Callable

import pytest
import weasyprint
from weasyprint.text import ffi

from glossary_publish.diagnostics import EnvironmentFault
from glossary_publish.layout import Layout
from glossary_publish.render.pdf import prepare
from glossary_publish.render.pdf import press as module
from glossary_publish.render.pdf.document import stylesheet
from glossary_publish.render.pdf.glyphs import needs_words
from glossary_publish.render.pdf.press import load_weasyprint, press
from tests.support.publications import every_construct


def test_another_version_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(weasyprint, "__version__", "71.0")
    with pytest.raises(EnvironmentFault, match="unsupported-weasyprint"):
        load_weasyprint()


def test_a_missing_library_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(ffi, "harfbuzz_subset", None)
    with pytest.raises(OSError, match="cannot load library 'libharfbuzz-subset"):
        load_weasyprint()


def test_a_style_sheet_is_parsed_once(layout: Layout, make: Callable[..., bytes]) -> None:
    make(every_construct())
    before = press.cache_info()
    make(every_construct())
    after = press.cache_info()
    assert (after.misses, after.hits) == (before.misses, before.hits + 1)
    assert press(stylesheet("ltr", layout), layout.fonts).remarks == ()


def test_what_is_prepared_is_not_done_again(layout: Layout, make: Callable[..., bytes]) -> None:
    prepare(layout, "ltr")
    before = press.cache_info().misses, needs_words.cache_info().misses
    make(every_construct())
    assert (press.cache_info().misses, needs_words.cache_info().misses) == before


def test_the_environment_stays_as_it_was(layout: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    for value in ("/somewhere", None):
        if value is None:
            monkeypatch.delenv("FONTCONFIG_FILE", raising=False)
        else:
            monkeypatch.setenv("FONTCONFIG_FILE", value)
        press(f"/* {value} */", layout.fonts[:1])
        assert os.environ.get("FONTCONFIG_FILE") == value


def test_the_fonts_of_the_machine_are_named_nowhere() -> None:
    assert "<dir" not in module.NO_FONTS.read_text("utf-8")
