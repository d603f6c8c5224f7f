"""Tables: every row with as many cells as the header."""

from markdown_it.rules_block.table import escapedSplit
from markdown_it.token import Token

from glossary_publish.article import Cell, Inline, Table
from glossary_publish.read.markdown.inlines import read_inlines
from glossary_publish.read.markdown.notes import Notes
from glossary_publish.read.markdown.source import Source

WIDEST = 12


def read_table(tokens: list[Token], source: Source, notes: Notes) -> Table | None:
    """A table from its tokens; None after an error that leaves nothing to read."""
    rows: list[tuple[Cell, ...]] = []
    cells: list[Cell] = []
    align, column = "", 0
    for token in tokens:
        match token.type:
            case "tr_open":
                cells, column = [], 0
                _check_width(token, rows, source)
            case "th_open" | "td_open":
                align = str(token.attrs.get("style", "")).removeprefix("text-align:")
            case "inline":
                raw = source.lines[token.map[0]] if token.map else ""
                column = max(raw.find(token.content, column), column)
                token.meta["column"] = column
                column += len(token.content)
                cells.append(Cell(_read(token, source, notes), align))
            case "tr_close":
                rows.append(tuple(cells))
                if len(rows) == 1 and len(cells) > WIDEST:
                    message = f"the table has {len(cells)} columns; at most {WIDEST} fit a page"
                    source.error("table-too-wide", message, source.block(tokens[0]), "split the table")
                    return None
            case _:
                pass
    if len(rows) < 2:
        source.error(
            "empty-table", "the table has no rows", source.block(tokens[0]), "write its rows or delete it"
        )
        return None
    return Table(rows[0], tuple(rows[1:]), source.block(tokens[0]))


def _read(token: Token, source: Source, notes: Notes) -> tuple[Inline, ...]:
    return read_inlines(token, source, notes)


def _check_width(row: Token, rows: list[tuple[Cell, ...]], source: Source) -> None:
    """The parser drops cells that are too many and adds those that are missing."""
    if not rows:
        return
    line = source.lines[row.map[0]].strip(" \t>") if row.map else ""
    cells = escapedSplit(line)
    width = len(cells) - (cells[:1] == [""]) - (len(cells) > 1 and cells[-1] == "")
    if width != len(rows[0]):
        message = f"the row has {width} cells, and the header has {len(rows[0])}"
        help = "give each row as many cells as the header; write a bar in a cell as \\|"
        source.error("table-row-length", message, source.block(row), help)
