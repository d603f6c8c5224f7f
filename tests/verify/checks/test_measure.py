"""Lines are short enough to find the way back."""

from glossary_publish.verify.checks.measure import check
from tests.verify.checks.printed import line, measured, printed

LONG = "a line of plain words that goes on and on and on across the whole width of a page until nobody"
LINES = [line("In the US", 200 + 15 * row, text=LONG) for row in range(6)]


def test_long_lines_are_told_once_for_their_part() -> None:
    told = f"its lines have {len(LONG)} characters, at most 80 are easy to read"
    assert measured(check, printed(*LINES), measure=80) == [(told, "crisis-notice")]


def test_what_is_promised_is_short_enough() -> None:
    assert measured(check, printed(*LINES), measure=len(LONG)) == []
    assert measured(check, printed(*LINES)) == []


def test_a_few_lines_and_lines_of_signs_prove_nothing() -> None:
    assert measured(check, printed(*LINES[:5]), measure=80) == []
    signs = [line("In the US", row, text="1 2 3 4 5 6 " * 10) for row in range(8)]
    assert measured(check, printed(*signs), measure=80) == []
