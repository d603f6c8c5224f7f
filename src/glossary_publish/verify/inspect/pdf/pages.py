"""The pages of a file in their order (ISO 32000-1, 7.7.3), each with what is painted on it."""

from collections.abc import Iterator

from glossary_publish.verify.inspect.pdf.content import Interpreter
from glossary_publish.verify.inspect.pdf.document import Document
from glossary_publish.verify.inspect.pdf.objects import MalformedPdf, Ref, Stream, Table
from glossary_publish.verify.inspect.pdf.painting import Matrix, Page

PAGES = 2_000
DEPTH = 32
SIDE = 2_400.0  # points; A2 is 1,684 high: more would only make the raster large
INHERITED = ("Resources", "MediaBox", "CropBox", "Rotate")


def page_tables(document: Document) -> list[tuple[int, Table]]:
    """(object number, dictionary) of each page, with what it inherits."""
    return list(_leaves(document, document.catalog.get("Pages"), {}, 0, set()))


def _leaves(
    document: Document, value: object, inherited: Table, depth: int, seen: set[int]
) -> Iterator[tuple[int, Table]]:
    if not isinstance(value, Ref) or value.number in seen or depth > DEPTH or len(seen) > 2 * PAGES:
        raise MalformedPdf("the page tree is no tree, or larger than is read")
    seen.add(value.number)
    node = document.table(value)
    whole = inherited | {key: node[key] for key in INHERITED if key in node}
    if document.name(node.get("Type")) == "Page":
        yield value.number, whole | node
        return
    for kid in document.array(node.get("Kids")):
        yield from _leaves(document, kid, whole, depth + 1, seen)


def read_page(interpreter: Interpreter, document: Document, index: int, number: int, table: Table) -> Page:
    """Interpret one page; raises `MalformedPdf` for a page that is turned, scaled or larger than is read."""
    box = document.numbers(table.get("CropBox")) or document.numbers(table.get("MediaBox"))
    if len(box) != 4:
        raise MalformedPdf(f"page {index + 1} has no size")
    left, right = sorted(box[::2])
    low, high = sorted(box[1::2])
    if not (0 < right - left <= SIDE and 0 < high - low <= SIDE):
        raise MalformedPdf(f"page {index + 1} measures {right - left:g} by {high - low:g} points")
    if document.resolve(table.get("Rotate", 0)) != 0 or document.resolve(table.get("UserUnit", 1)) != 1:
        raise MalformedPdf(f"page {index + 1} is turned or scaled")
    page = Page(index, number, right - left, high - low)
    start: Matrix = (1.0, 0.0, 0.0, -1.0, -left, high)
    interpreter.run(page, _content(document, table), document.table(table.get("Resources")), start)
    return page


def _content(document: Document, table: Table) -> bytes:
    streams = document.each(table.get("Contents"))
    return b"\n".join(document.decoded(stream) for stream in streams if isinstance(stream, Stream))
