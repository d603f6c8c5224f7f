"""The part table: what an edition has to show, and in which order."""

from dataclasses import replace

import pytest

from glossary_publish.layout import PartSpec
from glossary_publish.verify.checks.parts import ALWAYS, TABLE, check
from glossary_publish.verify.evidence import gather
from glossary_publish.verify.inspection import Painted
from tests.verify.checks.perfect import layout, moved, perfect, place, publication, spoiled, told


def listed(*parts: str, name: str, format: str = "pdf") -> list[tuple[str, str]]:
    """What is said of a layout with other parts."""
    other = replace(layout(format), name=name, parts=tuple(PartSpec(part) for part in parts))
    evidence = gather(publication(format), other, perfect(format))
    return [(one.code, one.part) for one in check(evidence)]


@pytest.mark.parametrize("part", TABLE["handout"])
def test_a_layout_that_leaves_out_a_part_is_told(part: str) -> None:
    parts = [one for one in TABLE["handout"] if one != part]
    assert ("part-not-in-layout", part) in listed(*parts, name="handout")


def test_a_layout_of_another_name_is_held_to_its_format() -> None:
    assert ("part-not-in-layout", "body") in listed("title", name="clinic-special")


def of_summary(name: str = "summary", pages: int = 1, extends: tuple[str, ...] = ()) -> list[tuple[str, str]]:
    """What is said of a summary without a label."""
    parts = tuple(PartSpec(part) for part in TABLE["summary"] if part != "label")
    minima = replace(layout("pdf").minima, pages=pages)
    other = replace(layout("pdf"), name=name, parts=parts, minima=minima, extends=extends)
    found = check(gather(publication("pdf"), other, perfect("pdf")))
    return [(one.message, one.part) for one in found if one.code == "part-not-in-layout"]


def test_a_summary_needs_no_body_and_no_label() -> None:
    assert of_summary() == []


def test_what_is_made_of_a_summary_is_one() -> None:
    assert of_summary("leaflet", extends=("summary", "handout")) == []
    assert of_summary("leaflet", extends=("handout",)) != []


def test_only_one_page_may_leave_out_the_text() -> None:
    told = "the layout summary leaves out what a summary may, and does not promise one page"
    assert of_summary(pages=0) == [(told, "body")]


def test_a_summary_may_have_its_safety_texts_at_its_foot() -> None:
    bad = moved("988", "References", "pdf", count=5)
    assert told(check, bad) == [("part-out-of-order", "key-points")]
    summary = replace(layout("pdf"), name="summary")
    found = check(gather(publication("pdf"), summary, bad))
    assert "part-out-of-order" not in {one.code for one in found}


@pytest.mark.parametrize("part", ALWAYS)
def test_what_must_never_be_missing_is_told(part: str) -> None:
    wanted = gather(publication("epub"), layout("epub"), perfect("epub")).expected
    items = [one.item for one in wanted if one.part != part]
    assert told(check, replace(perfect("epub"), items=tuple(items))) == [("required-part-missing", part)]


def test_a_part_that_says_nothing_but_signs_is_missing() -> None:
    items = list(perfect("epub").items)
    for index in range(place("Medical disclaimer"), place("Medical disclaimer") + 2):
        items[index] = replace(items[index], text="—")
    assert ("required-part-missing", "disclaimer") in told(
        check, replace(perfect("epub"), items=tuple(items))
    )


def test_a_part_that_is_only_moved_is_out_of_order_and_not_missing() -> None:
    assert told(check, moved("Medical disclaimer", "References", count=2)) == [
        ("part-out-of-order", "key-points")
    ]


def test_footnotes_of_a_word_draft_stand_outside_its_text() -> None:
    assert told(check, perfect("docx")) == []


def test_a_crisis_notice_on_the_second_page_of_a_handout_is_told() -> None:
    painted = tuple(
        Painted(run.text, 12, 12, visible=True, place="page 2") if "In the US" in run.text else run
        for run in perfect("pdf").painted
    )
    assert told(check, replace(perfect("pdf"), painted=painted)) == [
        ("crisis-notice-not-on-first-page", "crisis-notice")
    ]


def test_a_crisis_notice_that_is_hidden_is_not_on_the_first_page() -> None:
    painted = tuple(
        replace(run, visible=run.text != "988") for run in perfect("pdf").painted if "988" not in run.text[4:]
    )
    assert ("crisis-notice-not-on-first-page", "crisis-notice") in told(
        check, replace(perfect("pdf"), painted=painted)
    )


def test_other_formats_have_no_pages() -> None:
    assert told(check, replace(perfect("epub"), painted=())) == []
    assert told(check, spoiled("Ask.", text="Wait.")) == []
