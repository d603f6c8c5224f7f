"""Every line outside the text is one that the layout names, and none of those is missing."""

from dataclasses import replace

import pytest

from glossary_publish.verify.checks.furniture import check
from glossary_publish.verify.inspection import Inspection, Painted
from tests.verify.checks.perfect import messages, perfect, told

FOOT = "Every construct · version 1.0 · review date not recorded · EC-K4QX7"


def lined(format: str, *lines: str) -> Inspection:
    """A file with other lines outside its text."""
    return replace(perfect(format), furniture=lines)


def test_a_page_needs_its_foot_and_its_number() -> None:
    assert told(check, lined("pdf", FOOT)) == [("furniture-differs", "page")]
    assert told(check, lined("pdf", "Page 1 of 1")) == [("furniture-differs", "foot")]
    assert told(check, lined("pdf")) == [("furniture-differs", "foot")]


def test_every_page_has_its_own_number() -> None:
    second = Painted("x", 12, 12, visible=True, place="page 2")
    two = replace(perfect("pdf"), painted=(*perfect("pdf").painted, second))
    good = replace(two, furniture=(FOOT, "Page 1 of 2", FOOT, "Page 2 of 2"))
    assert told(check, good) == []
    for part, lines in (
        ("page", (FOOT, "Page 1 of 2", FOOT, "Page 1 of 2")),
        ("page", (FOOT, "Page 1 of 1", FOOT, "Page 2 of 1")),
        ("foot", (FOOT, "Page 1 of 2")),
    ):
        assert told(check, replace(two, furniture=lines)) == [("furniture-differs", part)]


def test_a_foot_of_another_version_is_told_with_both() -> None:
    bad = lined("pdf", FOOT.replace("1.0", "0.9"), "Page 1 of 1")
    assert messages(check, bad)[0].startswith("expected 'Every construct · version 1.0")


def test_a_line_that_the_layout_does_not_name_is_told() -> None:
    assert messages(check, lined("pdf", FOOT, "Page 1 of 1", "Sponsored")) == ["found 'Sponsored'"]
    assert told(check, lined("docx", *perfect("docx").furniture, "Sponsored")) == [("furniture-differs", "")]
    assert told(check, lined("epub", *perfect("epub").furniture, "Sponsored")) == [
        ("furniture-differs", "furniture")
    ]


def test_a_foot_may_go_over_the_end_of_a_line() -> None:
    assert told(check, lined("pdf", FOOT.replace(" · review", " ·\nreview"), "Page 1 of 1")) == []


def test_the_head_of_a_table_may_be_repeated_on_a_page() -> None:
    assert told(check, lined("pdf", "Measure", "Items", FOOT, "Page 1 of 1")) == []
    assert told(check, lined("pdf", "Measure Items", FOOT, "Page 1 of 1")) == []
    assert told(check, lined("pdf", "Measure", FOOT, "Page 1 of 1")) == [("furniture-differs", "foot")]
    assert told(check, lined("pdf", "Items", "Measure", FOOT, "Page 1 of 1")) == [
        ("furniture-differs", "foot")
    ]


def test_a_word_draft_has_each_line_once() -> None:
    draft, foot, page = perfect("docx").furniture
    assert told(check, lined("docx", draft, foot)) == [("furniture-differs", "page")]
    assert told(check, lined("docx", foot, draft, page)) == [("furniture-differs", "draft")]


@pytest.mark.parametrize(
    ("line", "part"),
    [
        ("Contents", "contents"),
        ("Glossary · Every construct: shown once · Example Clinic Press", "cover"),
        ("Note 1", "notes"),
        ("↩︎", "notes"),
        ("Back to the text 2", "references"),
    ],
)
def test_an_ebook_lacks_no_line(line: str, part: str) -> None:
    lines = [one for one in perfect("epub").furniture if one != line]
    assert ("furniture-differs", part) in told(check, lined("epub", *lines))


def test_an_ebook_has_each_line_as_often_as_it_is_needed() -> None:
    lines = list(perfect("epub").furniture)
    lines.remove("Back to the text")
    assert told(check, lined("epub", *lines)) == [
        ("furniture-differs", "notes"),
        ("furniture-differs", "references"),
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Example Clinic Press",
        "Start of the text",
        "Glossary Every construct shown once Example Clinic Press",
        "https://creativecommons.org/licenses/by/4.0/",
        "the lot",
    ],
)
def test_an_ebook_may_say_on_shelves_what_the_publication_says(line: str) -> None:
    assert told(check, lined("epub", *perfect("epub").furniture, line)) == []
