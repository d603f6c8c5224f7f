"""In a Word draft, safety text and references cannot be typed over, and everything else can."""

from dataclasses import replace

from glossary_publish.verify.checks.locks import check
from tests.verify.checks.perfect import messages, perfect, spoiled, told


def test_a_locked_part_that_is_open_is_told() -> None:
    for text, part in (
        ("In the US", "crisis-notice"),
        ("This page", "disclaimer"),
        ("Horvath AO", "references"),
    ):
        assert told(check, spoiled(text, "docx", locked=False)) == [("lock-differs", part)]


def test_an_open_part_that_is_locked_is_told() -> None:
    bad = spoiled("Yes, it", "docx", locked=True)
    assert messages(check, bad) == ["'Yes, it often can.' is locked and should be open"]


def test_formats_that_lock_nothing_are_held_to_nothing() -> None:
    assert told(check, perfect("pdf")) == []
    items = tuple(replace(item, locked=True) for item in perfect("pdf").items)
    assert ("lock-differs", "body") in told(check, replace(perfect("pdf"), items=items))
