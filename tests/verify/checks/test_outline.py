"""Bookmarks and contents are the headings, in their order and at their depth."""

from dataclasses import replace

import pytest

from glossary_publish.verify.checks.outline import check
from tests.verify.checks.perfect import messages, perfect, told

Outline = tuple[tuple[int, str], ...]
OUTLINE = perfect("epub").outline


def outlined(outline: Outline) -> list[tuple[str, str]]:
    """What is said of other contents."""
    return told(check, replace(perfect("epub"), outline=outline))


@pytest.mark.parametrize(
    ("outline", "part"),
    [
        (OUTLINE[1:], "title"),
        (OUTLINE[:-1], "references"),
        ((*OUTLINE, (2, "More")), "outline"),
        ((), "title"),
        (tuple((level, text.replace("Key points", "Points")) for level, text in OUTLINE), "key-points"),
    ],
)
def test_the_first_entry_that_differs_is_told_with_its_part(outline: Outline, part: str) -> None:
    assert outlined(outline) == [("outline-differs", part)]


def test_entries_in_another_order_are_told() -> None:
    first, second, third, *others = OUTLINE
    assert outlined((first, third, second, *others)) == [("outline-differs", "crisis-notice")]


def test_an_entry_at_another_depth_is_told() -> None:
    flat = tuple((min(level, 2), text) for level, text in OUTLINE)
    assert outlined(flat) == [("outline-differs", "body")]


def test_levels_may_be_called_anything_as_long_as_the_depth_is_right() -> None:
    assert outlined(tuple((level * 2, text) for level, text in OUTLINE)) == []


def test_a_message_tells_both_entries() -> None:
    bad = replace(perfect("epub"), outline=((1, "Untitled"), *OUTLINE[1:]))
    assert messages(check, bad) == [
        "expected the entry 'Every construct: shown once' at depth 1, found the entry 'Untitled' at depth 1"
    ]
    bad = replace(perfect("epub"), outline=())
    assert messages(check, bad)[0].endswith("found no entry")
