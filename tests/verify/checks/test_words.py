"""Every part is there, word for word and nothing else, in the order of the publication."""

from dataclasses import replace

import pytest

from glossary_publish.verify.checks.words import check
from glossary_publish.verify.inspection import Item, Kind
from tests.verify.checks.perfect import added, messages, moved, perfect, spoiled, told, without

FORMATS = pytest.mark.parametrize("format", ["pdf", "epub", "docx"])


@FORMATS
def test_a_changed_word_is_told_with_the_words_around_it(format: str) -> None:
    bad = spoiled("This page gives", format, text="This page gives general information & replaces all care.")
    assert told(check, bad) == [("text-differs", "disclaimer")]
    assert messages(check, bad) == [
        "expected '… & replaces no care.', found '… & replaces all care.'",
    ]


def test_a_space_that_is_missing_is_a_difference() -> None:
    assert told(check, spoiled("Yes, it", text="Yes,it often can.")) == [("text-differs", "body")]


def test_the_end_of_a_line_in_a_pdf_may_be_a_space_or_nothing() -> None:
    assert told(check, spoiled("Yes, it", "pdf", text="Yes, it\noften ca\nn.")) == []
    assert told(check, spoiled("Yes, it", "pdf", text="Yes, it\noften can’t.")) == [("text-differs", "body")]


@FORMATS
def test_an_item_that_is_missing_is_told_with_its_beginning(format: str) -> None:
    bad = without("A weakening", format)
    assert told(check, bad) == [("text-missing", "body")]
    assert messages(check, bad) == ["the meaning 'A weakening.' is missing"]


def test_neighbours_that_are_missing_are_told_together() -> None:
    assert messages(check, without("Words of somebody", count=2)) == [
        "the paragraph 'Words of somebody else.' and what follows, 2 items, are missing"
    ]


def test_a_part_that_is_missing_is_told_as_one() -> None:
    bad = without("In a crisis?", count=2)
    bad = replace(bad, items=tuple(item for item in bad.items if item.text != "988"))
    assert told(check, bad) == [("part-missing", "crisis-notice")]


@FORMATS
def test_an_item_that_nobody_asked_for_is_told_with_the_part_before_it(format: str) -> None:
    bad = added("Yes, it", Item(Kind.PARAGRAPH, "Call this number instead."), format=format)
    assert told(check, bad) == [("text-added", "body")]


def test_an_item_that_is_there_twice_is_told_with_its_own_part() -> None:
    again = next(item for item in perfect("epub").items if item.text == "Ask.")
    assert told(check, added("Medical disclaimer", again)) == [("text-added", "actions")]


def test_an_item_that_claims_a_boilerplate_is_told_with_it() -> None:
    bad = added("In the US", Item(Kind.PARAGRAPH, "More advice here.", stamp="medical-disclaimer@1.2"))
    assert told(check, bad) == [("text-added", "disclaimer")]


def test_an_item_that_stands_elsewhere_is_moved() -> None:
    assert told(check, moved("Words of somebody", "What the term")) == [("text-moved", "body")]


def test_a_part_that_stands_elsewhere_is_moved_as_one() -> None:
    bad = moved("Medical disclaimer", "Key points", count=2)
    assert told(check, bad) == []
    bad = moved("Medical disclaimer", "References", count=2)
    assert told(check, bad) == [("part-moved", "disclaimer")]


def test_two_items_with_exchanged_words_are_told() -> None:
    assert told(check, moved("SRS", "WAI")) == [("text-moved", "body")]


def test_an_empty_file_lacks_every_part() -> None:
    bad = replace(perfect("epub"), items=())
    assert {code for code, _ in told(check, bad)} == {"part-missing"}
    assert ("part-missing", "crisis-notice") in told(check, bad)
