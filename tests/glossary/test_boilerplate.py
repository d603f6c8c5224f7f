"""Boilerplate files: what they must say, and what may not stand in them."""

import pytest

from tests.glossary.sample import CRISIS, DISCLAIMER, edited, loaded, told

ARTICLE_TOLD = ("missing-review-date", "no-related-articles")


def faults(path: str, *changes: tuple[str, str], to: str = "") -> list[str]:
    """What is told of a boilerplate file with some words changed, by line."""
    _, report = loaded(edited(path, *changes, to=to), without=path if to else "")
    assert all(found.help for found in report)
    return [one.removeprefix(path) for one in told(report, *ARTICLE_TOLD)]


def test_a_file_is_read_with_all_its_fields() -> None:
    glossary, report = loaded()
    crisis, disclaimer = glossary.boilerplate
    assert told(report, *ARTICLE_TOLD) == []
    assert (crisis.id, crisis.version, crisis.role, crisis.callout) == (
        "trial-crisis",
        "1.0",
        "crisis-notice",
        "988",
    )
    assert (crisis.region, crisis.audience, crisis.language, crisis.approver) == (
        "any",
        "any",
        "en",
        "Nobody",
    )
    assert crisis.short == "Call or text 988 at any hour."
    assert (disclaimer.path, disclaimer.callout) == (DISCLAIMER, "")
    assert disclaimer.source == edited(DISCLAIMER)[DISCLAIMER].encode()


@pytest.mark.parametrize(
    "key", ["id", "version", "role", "region", "audience", "language", "heading", "short"]
)
def test_a_required_field_that_is_missing_is_told(key: str) -> None:
    line = 3 if key == "id" else 2  # the front matter begins with its first key
    message = f":{line}:1 missing-key: the key {key!r} is missing"
    assert message in faults(CRISIS, (f"{key}:", f"# {key}:"))


def test_fields_that_may_be_left_out_are() -> None:
    assert faults(CRISIS, ('callout: "988"\n', ""), ("approver: Nobody\n", "")) == []


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        ("callout:", "calout:", ":10:1 unknown-key: there is no key 'calout'"),
        ("version: 1.0", "version:", ":3:1 empty-value: version is empty"),
        ("audience: any", "audience:\n  - clients", ":6:1 wrong-type: audience is no text"),
        ("region: any", "region: usa", ":5:9 unknown-value: region may not be 'usa'"),
        ("role: crisis-notice", "role: Crisis notice", ":4:7 unknown-value: role may not be 'Crisis notice'"),
        ("language: en", "language: de", ":7:11 boilerplate-misnamed: the file is called trial-crisis.en.md"),
        (
            "id: trial-crisis",
            "id: crisis",
            ":2:5 boilerplate-misnamed: the file is called trial-crisis.en.md",
        ),
        (
            "at any hour.\n",
            "at any hour.[^n]\n\n[^n]: A note.\n",
            ":13:1 not-in-boilerplate: boilerplate holds a foot",
        ),
        (
            "at any hour.\n",
            "at any hour [@bordin1979].\n",
            "not-in-boilerplate: boilerplate holds a citation",
        ),
        (
            "Call or text [",
            "## A heading\n\nCall or text [",
            ":13:1 not-in-boilerplate: boilerplate holds a heading",
        ),
        ("Call or text [", "![A dot](images/dot.svg)\n\nCall or text [", "boilerplate holds an image"),
    ],
)
def test_a_fault_is_told_at_its_line(old: str, new: str, fault: str) -> None:
    text = edited(CRISIS)[CRISIS]
    at = text.rindex(old)  # the words of the body, where they stand in the front matter too
    _, report = loaded({CRISIS: text[:at] + text[at:].replace(old, new, 1)})
    assert any(fault in one for one in told(report)), told(report)


def test_a_file_whose_name_has_no_language_is_told() -> None:
    path = "content/boilerplate/trial-crisis.md"
    _, report = loaded(edited(CRISIS, to=path), without=CRISIS)
    assert [found.code for found in report][:2] == ["boilerplate-misnamed", "boilerplate-misnamed"]


def test_a_file_with_faults_is_left_out_and_the_others_are_read() -> None:
    glossary, report = loaded(edited(CRISIS, ("version: 1.0", "version:")))
    assert [text.id for text in glossary.boilerplate] == ["trial-disclaimer"]
    assert report.failed


def test_a_file_that_is_no_text_is_told() -> None:
    glossary, report = loaded({"content/boilerplate/a.en.md": "no front matter"})
    assert told(report, *ARTICLE_TOLD) == [
        "content/boilerplate/a.en.md:1:1 missing-front-matter: the first line is no ---"
    ]
    assert len(glossary.boilerplate) == 2


def test_english_serves_british_english_and_not_the_other_way_round() -> None:
    crisis = loaded()[0].boilerplate[0]
    assert crisis.serves("en") == crisis.serves("en-GB") > 0
    assert crisis.serves("de") == 0
