"""Headings have their level, lists are nested and numbered, cells stand in their row and column."""

from typing import Any

import pytest

from glossary_publish.verify.checks.structure import check
from glossary_publish.verify.inspection import Item, Kind
from tests.verify.checks.perfect import added, messages, spoiled, told


@pytest.mark.parametrize(
    ("text", "code", "changes"),
    [
        ("A table", "kind-differs", {"kind": Kind.PARAGRAPH}),
        ("A table", "level-differs", {"level": 4}),
        ("A table", "anchor-differs", {"anchor": ""}),
        ("Third level", "nesting-differs", {"within": ("bullet",)}),
        ("Third level", "nesting-differs", {"within": ("ordered", "bullet", "bullet")}),
        ("Words of somebody", "nesting-differs", {"within": ()}),
        ("Goals:", "number-differs", {"label": "1"}),
        ("A numbered item", "number-differs", {"label": "1"}),
        ("SRS", "number-differs", {"label": "3,2"}),
    ],
)
def test_what_an_item_is_has_to_agree(text: str, code: str, changes: dict[str, Any]) -> None:
    assert told(check, spoiled(text, **changes)) == [(code, "body")]


def test_a_reference_has_its_number_and_the_id_that_citations_lead_to() -> None:
    assert told(check, spoiled("Horvath AO", label="3")) == [("number-differs", "references")]
    assert told(check, spoiled("Horvath AO", anchor="two")) == [("anchor-differs", "references")]


def test_a_note_may_be_a_container_or_a_kind() -> None:
    assert told(check, spoiled("The first note", within=("note",))) == []


def test_another_kind_is_not_told_twice_for_its_level() -> None:
    assert told(check, spoiled("A table", kind=Kind.PARAGRAPH, level=0)) == [("kind-differs", "body")]


def test_numbers_after_something_added_are_not_told_too() -> None:
    bad = added("A numbered item", Item(Kind.PARAGRAPH, "An item of nobody.", within=("ordered",), label="4"))
    assert told(check, bad) == []


def test_a_message_says_what_is_around_and_quotes_the_item() -> None:
    assert messages(check, spoiled("Third level", within=())) == [
        "expected ordered in bullet in bullet, found no list or quote around it: 'Third level, numbered.'"
    ]
    assert messages(check, spoiled("The last item", label="")) == [
        "expected the number or mark 'bullet', found no number or mark: 'The last item.'"
    ]
