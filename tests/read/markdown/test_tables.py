"""Tables keep every cell."""

from glossary_publish.article import Cell, Code, Link, Strong, Table, Text
from glossary_publish.diagnostics import Span
from tests.read.sample import PATH, blocks_of, codes_of, read_text

TABLE = """| Measure | Items | Form | Left |
|---------|------:|:----:|:-----|
| **WAI** | 36 | [form](tel:1) | `a\\|b` |
| SRS | 4 | | x |
"""


def test_a_table_has_a_header_rows_and_alignment() -> None:
    [table] = blocks_of(TABLE)
    assert table == Table(
        (
            Cell((Text("Measure"),)),
            Cell((Text("Items"),), "right"),
            Cell((Text("Form"),), "center"),
            Cell((Text("Left"),), "left"),
        ),
        (
            (
                Cell((Strong((Text("WAI"),)),)),
                Cell((Text("36"),), "right"),
                Cell((Link("tel:1", (Text("form"),)),), "center"),
                Cell((Code("a|b"),), "left"),
            ),
            (
                Cell((Text("SRS"),)),
                Cell((Text("4"),), "right"),
                Cell((), "center"),
                Cell((Text("x"),), "left"),
            ),
        ),
        Span(PATH, 1, 1, 34),
    )


def test_bars_at_the_ends_may_be_left_out() -> None:
    [table] = blocks_of("a | b\n---|---\n1 | 2\n")
    assert isinstance(table, Table)
    assert len(table.header) == 2


def test_a_fault_is_told_in_its_own_cell() -> None:
    _, _, report = read_text("| a | b |\n|---|---|\n| @k | @k |\n")
    assert [str(diagnostic.span) for diagnostic in report] == [f"{PATH}:3:3", f"{PATH}:3:8"]


def test_every_row_of_another_length_is_told() -> None:
    _, _, report = read_text("| a | b |\n|---|---|\n| 1 |\n| 1 | 2 |\n| 1 | 2 | 3 |\n")
    assert codes_of(report) == ["table-row-length"] * 2
    assert [diagnostic.message for diagnostic in report] == [
        "the row has 1 cells, and the header has 2",
        "the row has 3 cells, and the header has 2",
    ]


def test_cells_like_formulas_are_plain_text() -> None:
    [table] = blocks_of("| a |\n|---|\n| =cmd\\|calc |\n")
    assert isinstance(table, Table)
    assert table.rows == ((Cell((Text("=cmd|calc"),)),),)


def test_twelve_columns_fit_and_thirteen_do_not() -> None:
    def table(columns: int) -> str:
        return "|a" * columns + "|\n" + "|-" * columns + "|\n" + "|b" * columns + "|\n"

    assert codes_of(read_text(table(12))[2]) == []
    assert codes_of(read_text(table(13))[2]) == ["table-too-wide"]
