"""Slanted letters are told where they are banned."""

from glossary_publish.verify.checks.italics import check
from tests.verify.checks.printed import line, measured, printed

SLANTED = printed(line(), line("A weakening", slanted=True))


def test_slanted_letters_are_told_with_their_part() -> None:
    told = "'A weakening' has slanted type, which the layout bans (page 1)"
    assert measured(check, SLANTED, italics=False) == [(told, "body")]


def test_a_page_foot_is_no_exception() -> None:
    assert measured(check, printed(line(item=-1, slanted=True)), italics=False) != []


def test_other_layouts_may_have_them() -> None:
    assert measured(check, SLANTED) == []
    assert measured(check, printed(line()), italics=False) == []
