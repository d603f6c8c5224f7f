"""Words are not parted at the ends of lines."""

from glossary_publish.verify.checks.line_ends import check
from tests.verify.checks.perfect import place
from tests.verify.checks.printed import line, measured, printed

ITEM = place("A weakening", "pdf")


def test_a_hyphen_that_the_source_has_not_is_told() -> None:
    parted = printed(line(text="A weak-", item=ITEM), line(text="ening.", item=ITEM, baseline=217))
    told = "'A weak-' parts a word, whose other half is 'ening.' (page 1)"
    assert measured(check, parted, hyphens=False) == [(told, "body")]
    assert measured(check, parted) == []


def test_a_hyphen_of_the_source_may_end_a_line() -> None:
    item = place("Flückiger", "pdf")
    lines = printed(line(text="2018;55(4):316-", item=item), line(text="340", item=item, baseline=217))
    assert measured(check, lines, hyphens=False) == []
