"""Sheets of a booklet: which page lies where is read off the finished sheets by a program of others."""

import re
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest

from glossary_publish.diagnostics import Report
from glossary_publish.layout import Layout, load_layout
from glossary_publish.publication import Publication
from glossary_publish.render.pdf import impose, render
from glossary_publish.render.pdf.sheets import sides
from glossary_publish.verify.sheets import verify_sheets
from glossary_publish.workspace import MemoryWorkspace
from tests.render.pdf.conftest import PAPERS
from tests.support.publications import every_construct
from tests.validators.processes import program

PAGE = re.compile(
    r"Page (\d+) of \d+|\d+ of (\d+) ?Page"
)  # poppler turns the words of a right-to-left line round
SIZES = {"letter": (792, 612), "a4": (842, 595)}


def booklet(paper: str) -> Layout:
    return load_layout(MemoryWorkspace({}), "booklet", paper)


def turned(publication: Publication) -> Publication:
    """The same for readers from right to left."""
    return replace(publication, metadata=replace(publication.metadata, language="ar", direction="rtl"))


def made(publication: Publication, layout: Layout) -> tuple[bytes, bytes]:
    """The edition and its sheets."""
    report = Report()
    edition, sheets = render(publication, layout, report), impose(publication, layout, report)
    assert not report.diagnostics
    return edition, sheets


def halves(file: Path, paper: str) -> list[tuple[str, str]]:
    """The texts of the left and the right half of each side, read by poppler."""
    width, height = SIZES[paper]
    columns = []
    for left in (0, width // 2):
        box = ["-x", str(left), "-y", "0", "-W", str(width // 2), "-H", str(height)]
        command = [str(program("pdftotext")), "-r", "72", *box, "-layout", str(file), "-"]
        text = subprocess.run(command, capture_output=True, check=True).stdout.decode()
        columns.append(text.split("\f")[:-1])
    return list(zip(*columns, strict=True))


def number(text: str) -> int:
    """The page number in the foot of a half; 0 for a blank one."""
    found = PAGE.search(text)
    assert found or not text.strip(), text
    return int(found[1] or found[2]) if found else 0


@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_folded_sheets_have_the_pages_of_the_edition_one_after_the_other(
    tmp_path: Path, paper: str, direction: str
) -> None:
    publication = every_construct() if direction == "ltr" else turned(every_construct())
    edition, sheets = made(publication, booklet(paper))
    assert list(verify_sheets(sheets, edition, booklet(paper), direction)) == []
    file = tmp_path / "sheets.pdf"
    file.write_bytes(sheets)
    seen = [(number(left), number(right)) for left, right in halves(file, paper)]
    assert folded(seen, direction) == [*range(1, max(map(max, seen)) + 1)]


def folded(seen: list[tuple[int, int]], direction: str) -> list[int]:
    """The pages in the order in which a reader turns them: sheets laid on each other, folded together in the middle.

    The fronts come first as they lie on the outside. A leaf is read on its one side and then on its other.
    """
    fronts, backs = seen[::2], seen[1::2]
    inward, outward = (1, 0) if direction == "ltr" else (0, 1)
    pages = []
    for front, back in zip(fronts, backs, strict=True):
        pages += [front[inward], back[outward]]
    for front, back in zip(reversed(fronts), reversed(backs), strict=True):
        pages += [back[inward], front[outward]]
    filled = [page for page in pages if page]
    assert pages[: len(filled)] == filled, "blank pages stand at the end"
    return filled


@pytest.mark.parametrize("count", range(1, 14))
@pytest.mark.parametrize("direction", ["ltr", "rtl"])
def test_any_number_of_pages_comes_out_in_order(count: int, direction: str) -> None:
    seen = [
        (left + 1 if left < count else 0, right + 1 if right < count else 0)
        for left, right in sides(count, direction)
    ]
    assert folded(seen, direction) == [*range(1, count + 1)]
    assert len(seen) == 2 * -(-count // 4)


def test_sheets_are_the_same_each_time() -> None:
    layout = booklet("a4")
    assert made(every_construct(), layout) == made(every_construct(), layout)
