"""Underlined words are told where they are banned."""

from glossary_publish.verify.checks.underlines import check
from tests.verify.checks.printed import line, measured, printed

UNDERLINED = printed(line(), line("A weakening", underlined=True))


def test_underlined_words_are_told_with_their_part() -> None:
    told = "'A weakening' has underlined words, which the layout bans (page 1)"
    assert measured(check, UNDERLINED, underlines=False) == [(told, "body")]


def test_other_layouts_may_have_them() -> None:
    assert measured(check, UNDERLINED) == []
    assert measured(check, printed(line()), underlines=False) == []
