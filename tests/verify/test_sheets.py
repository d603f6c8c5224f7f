"""Sheets to be folded are held against their edition: whatever is changed on them is told."""

from collections.abc import Callable
from functools import cache
from random import Random
from typing import Any

import pikepdf
import pytest

from glossary_publish.diagnostics import Report
from glossary_publish.layout import Layout, load_layout
from glossary_publish.render.pdf import impose, render
from glossary_publish.verify.sheets import right_order, verify_sheets
from glossary_publish.workspace import MemoryWorkspace
from tests.render.pdf.handouts import Length, of_length
from tests.verify.inspect.pdf.mutation import altered, append


@cache
def layout() -> Layout:
    return load_layout(MemoryWorkspace({}), "booklet", "a4")


@cache
def made() -> tuple[bytes, bytes]:
    """The edition and its sheets."""
    report = Report()
    publication = of_length(Length(sections=9, paragraphs=6, points=4, references=9), Random(5))
    return render(publication, layout(), report), impose(publication, layout(), report)


def told(change: Callable[[Any], None], direction: str = "ltr") -> list[str]:
    """Code and message of what is said of changed sheets."""
    edition, sheets = made()
    found = verify_sheets(altered(sheets, change), edition, layout(), direction)
    return [f"{one.code}: {one.message}" for one in found]


def unchanged(pdf: Any) -> None:
    """Nothing is done."""


def sides_swapped(pdf: Any) -> None:
    pdf.pages.append(pdf.pages[0])
    del pdf.pages[0]
    pdf.pages.insert(1, pdf.pages[-1])
    del pdf.pages[-1]


def halves_swapped(pdf: Any) -> None:
    forms = pdf.pages[1].Resources.XObject
    forms.left, forms.right = forms.right, forms.left


def content(pdf: Any, old: bytes, new: bytes) -> None:
    page = pdf.pages[1]
    page.contents_coalesce()
    data = page.Contents.read_bytes()
    assert old in data
    page.Contents = pdf.make_stream(data.replace(old, new))


def smaller(pdf: Any) -> None:
    content(pdf, b"1 0 0 1", b".71 0 0 .71")


def moved(pdf: Any) -> None:
    content(pdf, b"/left Do", b"1 0 0 1 0 9 cm /left Do")


def page_lost(pdf: Any) -> None:
    content(pdf, b"/left Do", b"")


def side_lost(pdf: Any) -> None:
    del pdf.pages[1]


def words_lost(pdf: Any) -> None:
    form = pdf.pages[1].Resources.XObject.left
    data = form.read_bytes()
    start, end = data.index(b"["), data.index(b"] TJ") if b"] TJ" in data else data.index(b"]TJ")
    form.write(data[: start + 1] + data[end:])


def words_added(pdf: Any) -> None:
    font = pikepdf.Dictionary(
        Type=pikepdf.Name.Font, Subtype=pikepdf.Name.Type1, BaseFont=pikepdf.Name.Helvetica
    )
    pdf.pages[1].Resources.Font = pikepdf.Dictionary(F=font)
    append(pdf, "BT /F 12 Tf 100 100 Td (more) Tj ET", 1)


def frame_added(pdf: Any) -> None:
    append(pdf, "1 g 0 0 200 200 re f", 1)


def code_lost(pdf: Any) -> None:
    form = pdf.pages[0].Resources.XObject.left
    data = form.read_bytes()
    assert data.count(b" l\nB\n") == 1  # the modules are one path
    form.write(data.replace(b" l\nB\n", b" l\nn\n"))


def code_struck_through(pdf: Any) -> None:
    append(pdf, "1 G 2 w 30 313 m 110 313 l S", 0)


def larger_paper(pdf: Any) -> None:
    pdf.pages[1].MediaBox = pikepdf.Array([0, 0, 900, 700])


def claim(pdf: Any) -> None:
    pdf.Root.MarkInfo = pikepdf.Dictionary(Marked=True)


@pytest.mark.parametrize(
    ("change", "expected"),
    [
        (sides_swapped, "sheets-out-of-order: the right of side 1 shows page"),
        (halves_swapped, "sheets-out-of-order: the left of side 2 shows page"),
        (smaller, "sheets-differ: the left of side 2 shows page 2 in another size, or in another place"),
        (moved, "sheets-differ: the left of side 2 shows page 2 in another size, or in another place"),
        (page_lost, "sheets-differ: the left of side 2 does not say what page 2 says"),
        (side_lost, "sheets-differ: "),
        (words_lost, "sheets-differ: the left of side 2 does not say what page 2 says"),
        (words_added, "sheets-differ: the left of side 2 does not say what page 2 says"),
        (frame_added, "sheets-differ: side 2 has other frames and pictures than its pages"),
        (code_lost, "sheets-differ: the QR code on the left of side 1 is not that of page 16"),
        (code_struck_through, "sheets-differ: the QR code on the left of side 1 is not that of page 16"),
        (larger_paper, "sheets-differ: side 2 is not of the size of its paper"),
        (claim, "sheets-claim-too-much: the sheets are not tagged, and hold MarkInfo"),
    ],
)
def test_what_is_changed_on_a_sheet_is_told(change: Callable[[Any], None], expected: str) -> None:
    found = told(change)
    assert any(one.startswith(expected) for one in found), found


def test_good_sheets_are_good() -> None:
    assert told(unchanged) == []


def test_sheets_of_the_other_direction_are_out_of_order() -> None:
    assert any(one.startswith("sheets-out-of-order: ") for one in told(unchanged, "rtl"))


def test_what_is_no_file_is_told() -> None:
    found = list(verify_sheets(b"%PDF-1.7 but no more", made()[0], layout(), "ltr"))
    assert [one.code for one in found] == ["unreadable-sheets"]


def test_eight_pages_lie_on_two_sheets() -> None:
    assert right_order(8, "ltr") == [(8, 1), (2, 7), (6, 3), (4, 5)]
    assert right_order(8, "rtl") == [(1, 8), (7, 2), (3, 6), (5, 4)]
    assert right_order(5, "ltr") == right_order(8, "ltr")
