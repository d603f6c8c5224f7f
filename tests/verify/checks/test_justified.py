"""Spaces between words keep their width."""

from glossary_publish.verify.checks.justified import check
from tests.verify.checks.printed import line, measured, printed

STRETCHED = printed(line(stretch=1.02), line("A weakening", stretch=1.3))


def test_stretched_lines_are_told_with_their_part() -> None:
    told = "'A weakening' has spaces of 1.30 times their width (page 1)"
    assert measured(check, STRETCHED, justified=False) == [(told, "body")]
    assert measured(check, STRETCHED) == []
