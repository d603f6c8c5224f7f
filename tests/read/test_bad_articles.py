"""Every bad article is refused with one clear diagnostic at the place of its fault."""

import pytest

from glossary_publish.cli.explanations import explanations
from glossary_publish.diagnostics import Severity
from tests.read.bad_articles import ALL, Bad
from tests.read.sample import BODY, FRONT, PATH, read, read_good, unmarked

WARNINGS = {"description-length", "markup-in-value", "stray-mark"}
TOLD_ELSEWHERE = {  # the names of files, images, and sizes that are no articles
    "damaged-image",
    "image-too-large",
    "malformed-file-name",
    "misnamed-image",
    "missing-article",
    "missing-image",
    "moving-image",
    "turned-image",
    "unsafe-svg",
    "unsupported-image",
    "yaml-directive",
    "yaml-too-large",
}


@pytest.mark.parametrize("bad", ALL, ids=lambda bad: bad.name)
def test_a_bad_article_is_refused_at_the_place_of_its_fault(bad: Bad) -> None:
    text, place = unmarked(bad.text)
    article, report = read(text)
    assert article is None
    [found] = report
    assert found.code == bad.code
    assert found.severity is Severity.ERROR
    assert found.span is not None
    assert found.span.path == PATH
    expected = (place.line, place.column) if place.line else (bad.line, bad.column)
    assert (found.span.line, found.span.column) == expected
    assert found.help
    assert (
        found.message[0] == found.message[0].lower()
        or not found.message[0].isalpha()
        or "U+" in found.message
    )


def test_the_article_that_they_are_made_from_is_good() -> None:
    read_good(FRONT + BODY)


def test_names_of_bad_articles_are_unique() -> None:
    names = [bad.name for bad in ALL]
    assert sorted(set(names)) == sorted(names)


def test_every_code_of_the_room_is_told_by_some_test() -> None:
    known = {code for code, entry in explanations().items() if entry.source == "read/codes.toml"}
    assert {bad.code for bad in ALL} | WARNINGS | TOLD_ELSEWHERE == known
