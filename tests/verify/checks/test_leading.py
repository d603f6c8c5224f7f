"""Lines stand far enough apart."""

from glossary_publish.verify.checks.leading import check
from tests.verify.checks.printed import line, measured, printed

FIRST = line(baseline=200)


def test_close_lines_are_told_with_their_ratio() -> None:
    close = printed(FIRST, line(baseline=213.2))
    told = "'In the US' stands 1.10 times its size above the next line, at least 1.25 are needed (page 1)"
    assert measured(check, close, leading=1.25) == [(told, "crisis-notice")]


def test_the_larger_type_of_two_lines_counts() -> None:
    assert measured(check, printed(FIRST, line(baseline=215, size=14)), leading=1.2) != []


def test_what_is_promised_is_enough() -> None:
    assert measured(check, printed(FIRST, line(baseline=215)), leading=1.25) == []
    assert measured(check, printed(FIRST, line(baseline=201)), leading=0) == []


def test_lines_of_two_paragraphs_or_of_two_pages_are_not_compared() -> None:
    assert measured(check, printed(FIRST, line("A weakening", 205)), leading=1.25) == []
    assert measured(check, printed(FIRST, line(baseline=60, page=2)), leading=1.25) == []


def test_a_raised_mark_that_stands_alone_is_no_line() -> None:
    assert measured(check, printed(FIRST, line(baseline=213, text="12")), leading=1.25) == []
