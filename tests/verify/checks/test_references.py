"""References are numbered 1, 2, 3, …; every citation mark shows the number of its reference."""

from dataclasses import replace

from glossary_publish.verify.checks.references import check
from glossary_publish.verify.inspection import Item, Kind, LinkSeen
from tests.verify.checks.perfect import added, messages, perfect, spoiled, told, without

ONE, TWO = LinkSeen("1", "#reference-1"), LinkSeen("2(p4)", "#reference-2")


def test_a_gap_in_the_numbers_is_told() -> None:
    bad = spoiled("Horvath AO", label="3")
    assert ("reference-numbers-broken", "references") in told(check, bad)
    assert "the references are numbered 1, 3" in messages(check, bad)


def test_a_number_that_is_there_twice_is_told() -> None:
    again = Item(Kind.REFERENCE, "Horvath AO.", label="2", anchor="reference-2")
    assert told(check, added("Horvath AO", again)) == [("reference-numbers-broken", "references")]


def test_references_without_numbers_are_fine_all_together_only() -> None:
    items = tuple(
        replace(item, label="" if item.kind is Kind.REFERENCE else item.label)
        for item in perfect("epub").items
    )
    assert told(check, replace(perfect("epub"), items=items)) == []
    assert ("reference-numbers-broken", "references") in told(check, spoiled("Horvath AO", label=""))


def test_a_mark_that_shows_another_number_is_told() -> None:
    bad = spoiled("Plain words", links=(LinkSeen("2", "#reference-1"),))
    assert told(check, bad) == [("citation-leads-astray", "body")]
    assert messages(check, bad) == ["the citation mark '2' leads to reference 1"]


def test_a_mark_without_a_number_is_told() -> None:
    assert told(check, spoiled("Plain words", links=(LinkSeen("[", "#reference-1"),)))


def test_a_mark_without_a_reference_is_told() -> None:
    assert messages(check, spoiled("Plain words", links=(LinkSeen("3", "#reference-3"),))) == [
        "the citation mark '3' leads to #reference-3, which is not there"
    ]


def test_marks_lead_nowhere_when_their_reference_is_lost() -> None:
    assert ("citation-leads-astray", "body") in told(check, without("Flückiger C"))


def test_a_mark_may_say_more_than_the_number() -> None:
    assert told(check, spoiled("Plain words", links=(TWO,))) == []
