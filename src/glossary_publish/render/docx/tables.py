"""Tables with a header row that repeats on every page."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from glossary_publish.article import Cell, Table
from glossary_publish.publication import plain_text
from glossary_publish.render.docx.runs import Runs
from glossary_publish.render.docx.spot import Spot
from glossary_publish.render.docx.wordml import element, paragraph, twips, valued

SIDES = {"left": "Left", "center": "Center", "right": "Right", "": ""}
MILLIMETRE = 72 / 25.4  # in points


@dataclass(frozen=True, slots=True)
class Tables:
    """Writes tables; `options` are the layout's and `measure` the width of the text, in millimetres."""

    options: Mapping[str, Any]
    measure: float
    rtl: bool

    def table(self, table: Table, spot: Spot, runs: Runs) -> str:
        """A table as an element."""
        widths = self._widths(table)
        direction = "<w:bidiVisual/>" if self.rtl else ""
        look = element(
            "w:tblLook",
            {
                "w:val": "0060",
                "w:firstRow": "1",
                "w:lastRow": "1",
                "w:firstColumn": "0",
                "w:lastColumn": "0",
                "w:noHBand": "0",
                "w:noVBand": "0",
            },
        )
        whole = element("w:tblW", {"w:w": str(sum(widths)), "w:type": "dxa"})
        properties = element(
            "w:tblPr", content=valued("w:tblStyle", "GlossaryTable") + direction + whole + look
        )
        grid = element(
            "w:tblGrid", content="".join(element("w:gridCol", {"w:w": str(width)}) for width in widths)
        )
        head = self._row(table.header, widths, "TableHeader", spot, runs)
        rows = (self._row(row, widths, "TableText", spot, runs) for row in table.rows)
        return element("w:tbl", content=properties + grid + head + "".join(rows))

    def _row(self, cells: Sequence[Cell], widths: Sequence[int], style: str, spot: Spot, runs: Runs) -> str:
        repeated = "<w:tblHeader/>" if style == "TableHeader" else ""
        properties = element("w:trPr", content="<w:cantSplit/>" + repeated)
        return element(
            "w:tr",
            content=properties
            + "".join(
                self._cell(cell, width, style, spot, runs) for cell, width in zip(cells, widths, strict=True)
            ),
        )

    def _cell(self, cell: Cell, width: int, style: str, spot: Spot, runs: Runs) -> str:
        properties = element("w:tcPr", content=element("w:tcW", {"w:w": str(width), "w:type": "dxa"}))
        words = runs.inlines(cell.children, spot)
        return element("w:tc", content=properties + paragraph(style + SIDES[cell.align], words))

    def _widths(self, table: Table) -> list[int]:
        """By the longest cell of each column, within what the layout allows, and no wider than the text."""
        letter, beside, narrowest, widest = (
            self.options[key] for key in ("letter", "beside", "narrowest", "widest")
        )
        columns = zip(table.header, *table.rows, strict=True)
        lengths = (max(len(plain_text(cell.children)) for cell in column) for column in columns)
        wanted = [min(max(length * letter + 2 * beside, narrowest), widest) for length in lengths]
        shrink = min(1.0, self.measure * MILLIMETRE / sum(wanted))
        return [twips(width * shrink) for width in wanted]
