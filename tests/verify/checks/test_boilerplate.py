"""Disclaimer and crisis notice are the approved ones: by id, by version and by the hash of their text."""

from dataclasses import replace

from glossary_publish.verify.checks.boilerplate import check
from tests.verify.checks.perfect import messages, moved, perfect, publication, spoiled, told, without


def test_a_changed_word_changes_the_hash() -> None:
    bad = spoiled("This page gives", text="This page gives general information and replaces no care.")
    assert told(check, bad) == [("boilerplate-altered", "disclaimer")]
    assert messages(check, bad) == ["the text in the file is not the text of medical-disclaimer 1.2"]


def test_a_changed_heading_changes_the_hash() -> None:
    assert told(check, spoiled("In a crisis?", text="In a crisis?")) == [
        ("boilerplate-altered", "crisis-notice")
    ]


def test_a_line_that_is_missing_changes_the_hash() -> None:
    assert told(check, without("In the US")) == [("boilerplate-altered", "crisis-notice")]


def test_lines_in_another_order_change_the_hash() -> None:
    assert told(check, moved("In the US", "In a crisis?")) == [("boilerplate-altered", "crisis-notice")]


def test_the_end_of_a_line_in_a_pdf_does_not_change_the_hash() -> None:
    assert told(check, spoiled("This page gives", "pdf", text=DISCLAIMER.replace(" & ", " &\n"))) == []
    assert told(check, spoiled("This page gives", "pdf", text=DISCLAIMER.replace("care", "ca\nre"))) == []


def test_a_stamp_of_another_version_is_told() -> None:
    bad = spoiled("This page gives", stamp="medical-disclaimer@1.1")
    assert told(check, bad) == [("stamp-differs", "disclaimer")]


def test_a_stamp_that_is_lost_or_that_nobody_set_is_told() -> None:
    assert told(check, spoiled("This page gives", stamp="")) == [("stamp-differs", "disclaimer")]
    assert told(check, spoiled("Ask.", stamp="medical-disclaimer@1.2")) == [("stamp-differs", "actions")]


def test_a_stamp_that_does_not_fit_the_text_of_its_part_is_told() -> None:
    front = tuple(
        replace(part, stamp=replace(part.stamp, text_hash="0" * 64)) if part.stamp else part
        for part in publication("epub").front
    )
    assert told(check, perfect("epub"), front=front) == [
        ("boilerplate-altered", "crisis-notice"),
        ("boilerplate-altered", "disclaimer"),
    ]


DISCLAIMER = "This page gives general information & replaces no care."
