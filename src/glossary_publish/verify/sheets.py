"""The proof of sheets to be folded: they show the pages of their edition, whole, in their size and in the right order.

The edition itself is proven. So each half of each side is compared, glyph by glyph, with the page that belongs there.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from glossary_publish.diagnostics import Diagnostic, Severity
from glossary_publish.layout import Layout
from glossary_publish.verify.inspect.pdf.content import Interpreter
from glossary_publish.verify.inspect.pdf.document import Document
from glossary_publish.verify.inspect.pdf.objects import MalformedPdf
from glossary_publish.verify.inspect.pdf.pages import page_tables, read_page
from glossary_publish.verify.inspect.pdf.painting import Page
from glossary_publish.verify.inspect.pdf.qr import loose_codes
from glossary_publish.verify.inspect.pdf.raster import Rasters
from glossary_publish.verify.inspection import QrSeen

CLAIMS = ("Metadata", "MarkInfo", "StructTreeRoot", "OutputIntents")  # of a file to be read aloud or archived
HELP = "the sheets are not written; report this fault of the tool with the article"
MILLIMETRE = 72 / 25.4  # in points
NEAR = 0.1  # points: how exactly a glyph stands in its place
SIZE = 0.05


@dataclass(frozen=True, slots=True)
class _Glyphs:
    """A run of glyphs, from the left edge of its page and the upper edge."""

    text: str
    left: float
    baseline: float
    size: float

    def stands_at(self, other: "_Glyphs") -> bool:
        return (
            self.text == other.text
            and abs(self.left - other.left) < NEAR
            and abs(self.baseline - other.baseline) < NEAR
            and abs(self.size - other.size) < SIZE
        )


def verify_sheets(sheets: bytes, edition: bytes, layout: Layout, direction: str) -> Iterator[Diagnostic]:
    """What is wrong with sheets of a proven edition."""
    try:
        yield from _compared(sheets, edition, layout, direction)
    except MalformedPdf as error:
        yield _wrong("unreadable-sheets", f"the sheets can not be read: {error}")


def right_order(count: int, direction: str) -> list[tuple[int, int]]:
    """The page numbers on the left and right of each side, with numbers over `count` for blank pages.

    Folded and put into each other, the outermost sheet holds the first and the last page; a text that runs from
    right to left has its first page on the left of the fold.
    """
    leaves = -(-count // 4) * 4
    order = []
    for number in range(1, leaves // 2 + 1):
        pair = (leaves + 1 - number, number) if number % 2 else (number, leaves + 1 - number)
        order.append(pair if direction == "ltr" else pair[::-1])
    return order


def _compared(sheets: bytes, edition: bytes, layout: Layout, direction: str) -> Iterator[Diagnostic]:
    document, pages = Document(sheets), _pages(Document(edition))
    for claim in CLAIMS:
        if claim in document.catalog:
            yield _wrong("sheets-claim-too-much", f"the sheets are not tagged, and hold {claim}")
    order, sides = right_order(len(pages), direction), _pages(document)
    if len(sides) != len(order):
        message = f"{len(pages)} pages need {len(order)} sides, and there are {len(sides)}"
        yield _wrong("sheets-differ", message)
        return
    paper = layout.options["sheet"][layout.paper]
    size = paper["width"] * MILLIMETRE, paper["height"] * MILLIMETRE
    wanted = [_glyphs(page) for page in pages]
    meant, codes = _codes(edition, pages), _codes(sheets, sides)
    for number, (side, pair) in enumerate(zip(sides, order, strict=True), 1):
        if abs(side.width - size[0]) > NEAR or abs(side.height - size[1]) > NEAR:
            yield _wrong("sheets-differ", f"side {number} is not of the size of its paper")
        for half, page in zip(("left", "right"), pair, strict=True):
            found = _of_half(side, half, pages[min(page, len(pages)) - 1])
            yield from _half(f"the {half} of side {number}", page, found, wanted)
            own = [
                one for one in codes if one.page == number and (one.left < side.width / 2) == (half == "left")
            ]
            if [one.text for one in own] != [one.text for one in meant if one.page == page]:
                message = f"the QR code on the {half} of side {number} is not that of page {page}"
                yield _wrong("sheets-differ", message)
        drawn = sum(len(pages[page - 1].fills) for page in pair if page <= len(pages))
        if len(side.fills) != drawn:
            yield _wrong("sheets-differ", f"side {number} has other frames and pictures than its pages")


def _of_half(side: Page, half: str, page: Page) -> list[_Glyphs]:
    """The glyphs on one half of a side, measured from the corner of the page that stands there."""
    fold = side.width / 2
    left, top = (fold - page.width if half == "left" else fold), (side.height - page.height) / 2
    return [
        _Glyphs(one.text, one.left - left, one.baseline - top, one.size)
        for one in _glyphs(side)
        if (one.left < fold) == (half == "left")
    ]


def _half(
    place: str, page: int, found: Sequence[_Glyphs], wanted: Sequence[Sequence[_Glyphs]]
) -> Iterator[Diagnostic]:
    """What is wrong with the half of a side on which a page belongs."""
    expected = wanted[page - 1] if page <= len(wanted) else ()
    if _same(found, expected):
        return
    other = next((number for number, glyphs in enumerate(wanted, 1) if _same(found, glyphs)), 0)
    belongs = f"page {page}" if page <= len(wanted) else "nothing"
    if other:
        yield _wrong("sheets-out-of-order", f"{place} shows page {other}, where {belongs} belongs")
    elif [one.text for one in found] == [one.text for one in expected]:
        yield _wrong("sheets-differ", f"{place} shows page {page} in another size, or in another place")
    else:
        yield _wrong("sheets-differ", f"{place} does not say what {belongs} says")


def _same(found: Sequence[_Glyphs], wanted: Sequence[_Glyphs]) -> bool:
    return len(found) == len(wanted) and all(map(_Glyphs.stands_at, found, wanted))


def _pages(document: Document) -> list[Page]:
    interpreter, tables = Interpreter(document), page_tables(document)
    return [read_page(interpreter, document, at, number, table) for at, (number, table) in enumerate(tables)]


def _codes(data: bytes, pages: Sequence[Page]) -> list[QrSeen]:
    with Rasters(data, [(page.width, page.height) for page in pages]) as rasters:
        return [code for page in pages for code in loose_codes(page, (), rasters)]


def _glyphs(page: Page) -> list[_Glyphs]:
    return [_Glyphs(run.text, run.matrix[4], run.matrix[5], run.size) for run in page.runs if run.texts]


def _wrong(code: str, message: str) -> Diagnostic:
    return Diagnostic(code, Severity.ERROR, message, None, HELP, "", "pdf")
