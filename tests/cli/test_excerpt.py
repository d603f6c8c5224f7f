"""The line of a source file, with carets below the place."""

import pytest

from glossary_publish.cli.excerpt import WIDTH, cells, excerpt
from glossary_publish.diagnostics import Span


def at(column: int, end: int = 0, line: int = 12) -> Span:
    """A place in some file."""
    return Span("a.md", line, column, end)


def test_carets_stand_below_the_place() -> None:
    assert excerpt("see [@missing] here", at(5, 15)) == [
        "   |",
        "12 | see [@missing] here",
        "   |     ^^^^^^^^^^",
    ]


def test_a_place_without_an_end_gets_one_caret() -> None:
    assert excerpt("abc", at(2))[-1] == "   |  ^"


def test_the_gutter_is_as_wide_as_the_number_of_the_line() -> None:
    assert excerpt("abc", at(1, line=1234)) == ["     |", "1234 | abc", "     | ^"]


@pytest.mark.parametrize(
    ("before", "marked", "spaces", "carets"),
    [
        ("高山 ", "word", 5, 4),
        ("cafe\u0301 ", "word", 5, 4),
        ("", "高山", 0, 4),
        ("\t", "word", 4, 4),
        ("a\u200bb", "c", 2, 1),
        ("💊 ", "pill", 3, 4),
    ],
)
def test_carets_are_measured_in_cells(before: str, marked: str, spaces: int, carets: int) -> None:
    column = len(before) + 1
    line = excerpt(f"{before}{marked} after", at(column, column + len(marked)))[-1]
    assert line == "   | " + " " * spaces + "^" * carets


def test_a_line_from_right_to_left_gets_no_carets() -> None:
    assert excerpt("نص [@x]", at(4, 8)) == ["   |", "12 | نص [@x]"]


def test_a_long_line_is_cut_around_the_place() -> None:
    line = "x" * 500 + " [@missing] " + "y" * 500
    _, shown, carets = excerpt(line, at(502, 512))
    assert "[@missing]" in shown
    assert cells(shown) <= WIDTH + len("12 | ")
    assert shown.startswith("12 | …x")
    assert shown.endswith("y…")
    assert shown[carets.index("^") : carets.rindex("^") + 1] == "[@missing]"


def test_a_place_that_is_longer_than_the_line_shown_ends_with_it() -> None:
    _, shown, carets = excerpt("z" * 400, at(1, 401))
    assert len(carets) <= len(shown)


def test_control_characters_do_not_reach_the_terminal() -> None:
    assert "\x1b" not in "".join(excerpt("a\x1b[31mb", at(1)))


def test_an_empty_line_or_none_gives_no_excerpt() -> None:
    assert excerpt("", at(1)) == []
    assert excerpt("   ", at(1)) == []
