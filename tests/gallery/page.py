"""docs/gallery.md: every layout page by page, in English on Letter in colour, and in Arabic on A4 in grey."""

import re
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path

from PIL import Image

from glossary_publish.layout import load_layout
from glossary_publish.workspace import DiskWorkspace
from tests.gallery.matrix import Sheet, printed_layouts
from tests.gallery.overview import drawn
from tests.gallery.rasters import pages_of
from tests.support.house.sources import ROOT

PAGE = ROOT / "docs/gallery.md"
PICTURES = ROOT / "docs/pictures"
SLUG = "session-rating-scale"
SHOWN = (("example-clinic-north", "en", "letter"), ("example-clinic-south", "ar", "a4"))
GREY, ACROSS = "a4", 4
LISTED = re.compile("(?<=<!-- layouts -->\n).*(?=<!-- /layouts -->)", re.DOTALL)


def listed() -> str:
    """What the page shows of each layout."""
    return "\n".join(map(_section, printed_layouts()))


def _section(name: str) -> str:
    title = load_layout(DiskWorkspace(ROOT), name).title
    words = f"All pages of the layout {name}: in English on Letter, and in Arabic on A4 in grey"
    return f"## {title}: `{name}`\n\n![{words}](pictures/{picture(name).name})\n"


def picture(layout: str) -> Path:
    """The picture of one layout."""
    return PICTURES / f"gallery-{layout}.png"


def write(made: Mapping[Sheet, Path]) -> None:
    """List the layouts on the page, and draw those that were made."""
    PAGE.write_text(LISTED.sub(lambda _: listed(), PAGE.read_text("utf-8")), "utf-8")
    for name in printed_layouts():
        lines = [line for shown in SHOWN for line in _lines(made, name, *shown)]
        if all(len(line) == 1 for line in lines):
            lines = [[page for line in lines for page in line]]
        if any(lines):
            drawn(lines, picture(name))


def _lines(
    made: Mapping[Sheet, Path], layout: str, clinic: str, language: str, paper: str
) -> Iterator[list[Image.Image]]:
    """The pages of one sheet, some to a line; those on A4 in grey."""
    file = made.get(Sheet(clinic, SLUG, language, layout, paper))
    if file is None:
        return
    with tempfile.TemporaryDirectory() as folder:
        pages = [_opened(page, grey=paper == GREY) for page in pages_of(file, Path(folder))]
    yield from (pages[start : start + ACROSS] for start in range(0, len(pages), ACROSS))


def _opened(page: Path, *, grey: bool) -> Image.Image:
    with Image.open(page) as opened:
        return opened.convert("L").convert("RGB") if grey else opened.convert("RGB")
