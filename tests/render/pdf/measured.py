"""A finished handout as lines on paper: where each stands, and to which element of the structure it belongs."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from glossary_publish.verify.inspect.pdf.content import Interpreter
from glossary_publish.verify.inspect.pdf.document import Document
from glossary_publish.verify.inspect.pdf.pages import page_tables, read_page
from glossary_publish.verify.inspect.pdf.painting import Page, Run
from glossary_publish.verify.inspect.pdf.structure import Content, Element, StructureReader
from glossary_publish.verify.inspect.pdf.words import breaks_line

FLOWS = frozenset(
    ("P", "H1", "H2", "H3", "H4", "H5", "H6", "LBody", "Lbl", "TD", "TH", "Note", "Caption", "Code")
)


@dataclass(frozen=True)
class Line:
    """A line of text, in points from the top left of its page; `part` counts the parts of the handout from 0."""

    text: str
    page: int
    left: float
    right: float
    baseline: float
    size: float
    flow: int
    role: str
    part: int
    row: int


@dataclass(frozen=True)
class Measured:
    """Lines in reading order, the size of the paper, and what stands at the foot of each page."""

    lines: tuple[Line, ...]
    pages: int
    width: float
    height: float
    feet: tuple[tuple[Run, ...], ...]

    def of_part(self, number: int) -> list[Line]:
        """The lines of one part."""
        return [line for line in self.lines if line.part == number]

    def flows(self) -> Iterator[list[Line]]:
        """The lines of each paragraph, heading or list item."""
        for _, group in groupby(self.lines, key=lambda line: line.flow):
            yield list(group)


def measured(data: bytes) -> Measured:
    """Read a file with the reader of `verify`, which shares nothing with the renderer."""
    document = Document(data)
    interpreter = Interpreter(document)
    tables = page_tables(document)
    pages = [
        read_page(interpreter, document, index, number, table) for index, (number, table) in enumerate(tables)
    ]
    runs: dict[tuple[int, int], list[Run]] = defaultdict(list)
    for page in pages:
        for run in page.runs:
            if run.marked and run.marked.mcid >= 0:
                runs[run.marked.container, run.marked.mcid].append(run)
    (root,) = StructureReader(document).read()
    lines = [
        line for part, element in enumerate(root.elements) for line in _lines(element, runs, part, _Counter())
    ]
    return Measured(tuple(lines), len(pages), pages[0].width, pages[0].height, tuple(map(_furniture, pages)))


class _Counter:
    def __init__(self) -> None:
        self.row = 0


def _furniture(page: Page) -> tuple[Run, ...]:
    return tuple(run for run in page.runs if run.marked and run.marked.artifact and run.texts)


def _lines(
    element: Element, runs: dict[tuple[int, int], list[Run]], part: int, rows: _Counter
) -> Iterator[Line]:
    if element.role == "TR":
        rows.row += 1
    own = element.role in FLOWS and not any(kid.block for kid in element.elements)
    if own:
        yield from _joined(
            _runs(element, runs), element, part, rows.row if element.role in ("TD", "TH") else 0
        )
        return
    words: list[Run] = []
    for kid in element.kids:
        if isinstance(kid, Element) and kid.block:
            yield from _joined(words, element, part, 0)
            words = []
            yield from _lines(kid, runs, part, rows)
        elif isinstance(kid, Element):
            words += _runs(kid, runs)
        elif isinstance(kid, Content):
            words += runs[kid.container, kid.mcid]
    yield from _joined(words, element, part, 0)


def _runs(element: Element, runs: dict[tuple[int, int], list[Run]]) -> list[Run]:
    found: list[Run] = []
    for kid in element.kids:
        if isinstance(kid, Element):
            found += _runs(kid, runs)
        elif isinstance(kid, Content):
            found += runs[kid.container, kid.mcid]
    return found


def _last_ink(run: Run) -> int:
    return max(index for index, glyph in enumerate(run.texts) if glyph.strip())


def _joined(found: list[Run], element: Element, part: int, row: int) -> Iterator[Line]:
    lines: list[list[Run]] = []
    for run in found:
        if lines and not breaks_line(lines[-1][-1], run):
            lines[-1].append(run)
        else:
            lines.append([run])
    for line in lines:
        boxes = [run.stretch(0, _last_ink(run), 0, 1) for run in line if run.text.strip()]
        if boxes:
            yield Line(
                "".join(run.text for run in line).strip(),
                line[0].page,
                min(box[0] for box in boxes),
                max(box[2] for box in boxes),
                max(line, key=lambda run: run.size).matrix[5],
                max(run.size for run in line),
                id(element),
                element.role,
                part,
                row,
            )
