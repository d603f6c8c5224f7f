"""Tables: their rows and cells, and what a table style does to each cell (17.4, 17.7.6)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace

from lxml import etree

from glossary_publish.verify.inspect.docx.looks import Surroundings
from glossary_publish.verify.inspect.docx.properties import (
    CELL,
    ROW,
    TABLE,
    Properties,
    over,
    read_properties,
)
from glossary_publish.verify.inspect.docx.stories import Document, Story
from glossary_publish.verify.inspect.docx.styles import is_set
from glossary_publish.verify.inspect.docx.wordml import W, hexadecimal, integer, is_on, others, twips
from glossary_publish.verify.inspection import Fault, Kind

STYLE = "GlossaryTable"
# Bits of `w:tblLook` where it has no attributes of its own (17.4.55).
LOOKS = {"firstRow": 0x20, "lastRow": 0x40, "firstColumn": 0x80, "lastColumn": 0x100}
LOOKS |= {"noHBand": 0x200, "noVBand": 0x400}


@dataclass(frozen=True, slots=True)
class Place:
    """Where a cell is, from 1, and whether its row heads the table."""

    row: int
    column: int
    header: bool

    @property
    def kind(self) -> Kind:
        """What the cell is."""
        return Kind.HEADER_CELL if self.header else Kind.CELL


@dataclass(frozen=True, slots=True)
class _Shape:
    """A table's style, size and look, for the conditions of its cells."""

    style: str
    rows: int
    columns: int
    on: Mapping[str, bool]
    bands: tuple[int, int]  # rows and columns in a band

    def conditions(self, row: int, column: int) -> Iterator[str]:
        """The conditional formats of a cell, the strongest last (17.7.6.6)."""
        yield "wholeTable"
        first, last = self.on["firstColumn"] and column == 1, self.on["lastColumn"] and column == self.columns
        top, bottom = self.on["firstRow"] and row == 1, self.on["lastRow"] and row == self.rows
        if not self.on["noVBand"] and not first:
            yield f"band{(column - 1 - self.on['firstColumn']) // self.bands[1] % 2 + 1}Vert"
        if not self.on["noHBand"] and not top:
            yield f"band{(row - 1 - self.on['firstRow']) // self.bands[0] % 2 + 1}Horz"
        yield from (
            name
            for name, holds in (
                ("firstRow", top),
                ("lastRow", bottom),
                ("firstCol", first),
                ("lastCol", last),
                ("nwCell", top and first),
                ("neCell", top and last),
                ("swCell", bottom and first),
                ("seCell", bottom and last),
            )
            if holds
        )


class Table:
    """One table."""

    def __init__(
        self, element: etree._Element, document: Document, story: Story, around: Surroundings
    ) -> None:
        self._document = document
        self._place = story.place
        self._faults = document.heard.faults
        self._faults += others(element, ("tblPr", "tblGrid", "tr"), self._place)
        direct = read_properties(element.find(f"{W}tblPr"), TABLE, self._place, self._faults)
        style = direct.get("tblStyle", {}).get("val", "")
        if not document.styles.has(style, "table"):
            self._fault("undefined-style", f"a table is of the style {style!r}, which is not there")
        elif style != STYLE:
            self._fault("unknown-style", f"a table is of the style {style!r}, which no edition uses")
        properties = over(document.styles.of(style, "table", "tblPr"), direct)
        self._faults += others(element.find(f"{W}tblGrid"), ("gridCol",), self._place)
        self._rows = list(element.iterchildren(f"{W}tr"))
        self._columns = [twips(column.get(f"{W}w")) for column in element.iterfind(f"{W}tblGrid/{W}gridCol")]
        self._shape = _Shape(style, len(self._rows), len(self._columns), _on(properties), _bands(properties))
        self._around = self._surroundings(properties, around)
        if is_set(properties, "bidiVisual") != document.right_to_left:
            self._fault("wrong-direction", "the columns of a table run against the text")

    def _fault(self, code: str, message: str) -> None:
        self._faults.append(Fault(code, message, self._place))

    def _surroundings(self, properties: Properties, around: Surroundings) -> Surroundings:
        grounds = self._document.looks.shaded(around.grounds, properties)
        indent = twips(properties.get("tblInd", {}).get("w"))
        hidden = around.hidden
        if indent < -around.margin or indent + sum(self._columns) > around.width + around.margin:
            hidden = hidden or "a table that is wider than the page"
        return replace(around, grounds=grounds, hidden=hidden, margin=0.0)

    def cells(self) -> Iterator[tuple[Place, Surroundings, etree._Element]]:
        """The cells with their places and what is around their paragraphs."""
        headers = []
        for number, row in enumerate(self._rows, 1):
            self._faults += others(row, ("trPr", "tc"), self._place)
            direct = read_properties(row.find(f"{W}trPr"), ROW, self._place, self._faults)
            properties = over(self._document.styles.of(self._shape.style, "table", "trPr"), direct)
            header = is_set(direct, "tblHeader")
            headers.append(header)
            cells = list(row.iterchildren(f"{W}tc"))
            if len(cells) != len(self._columns):
                message = f"row {number} has {len(cells)} cells in {len(self._columns)} columns"
                self._fault("uneven-rows", message)
            for column, cell in enumerate(cells, 1):
                surroundings = self._cell(cell, number, column, _unseen(properties))
                yield Place(number, column, header), surroundings, cell
        if not any(headers):
            self._fault("table-without-header-row", "no row of a table is marked as its header")
        elif headers != [True] + [False] * (len(headers) - 1):
            self._fault(
                "header-row-not-first", "another row than the first is marked as the header of a table"
            )

    def _cell(self, element: etree._Element, row: int, column: int, hidden: str) -> Surroundings:
        styles, style = self._document.styles, self._shape.style
        conditions = list(self._shape.conditions(row, column))

        def format(name: str) -> Properties:
            whole = styles.of(style, "table", name)
            return over(whole, *(styles.of_place(style, one, name) for one in conditions))

        direct = read_properties(element.find(f"{W}tcPr"), CELL, self._place, self._faults)
        own = direct.get("tcW", {})
        given = twips(own.get("w")) if own.get("type") == "dxa" else self._around.width
        return replace(
            self._around,
            grounds=self._document.looks.shaded(self._around.grounds, over(format("tcPr"), direct)),
            run=format("rPr"),
            paragraph=format("pPr"),
            width=min(given, *self._columns[column - 1 : column], self._around.width),
            hidden=self._around.hidden or hidden,
        )


def _on(properties: Properties) -> dict[str, bool]:
    look = properties.get("tblLook", {})
    bits = hexadecimal(look.get("val", "0"))
    return {name: is_on(look[name]) if name in look else bool(bits & bit) for name, bit in LOOKS.items()}


def _bands(properties: Properties) -> tuple[int, int]:
    sizes = (properties.get(f"tblStyle{name}BandSize", {}).get("val") for name in ("Row", "Col"))
    rows, columns = (max(1, integer(size, 1)) for size in sizes)
    return rows, columns


def _unseen(properties: Properties) -> str:
    """Whether a row is hidden, or cut at a height that its words do not ask for."""
    if is_set(properties, "hidden"):
        return "a hidden row"
    return "a row of exact height" if properties.get("trHeight", {}).get("hRule") == "exact" else ""
