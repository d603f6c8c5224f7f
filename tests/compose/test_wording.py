"""The strings of a language: none is missing, none is left over, and placeholders are kept."""

from dataclasses import replace

import pytest

from glossary_publish.article import Link, Text, Translation
from glossary_publish.compose import compose
from glossary_publish.compose.parts import PARTS
from glossary_publish.compose.wording import Wording
from glossary_publish.diagnostics import PublishError
from glossary_publish.publication import plain_text
from tests.compose.sample import complete, fault_of, glossary, layout, listing
from tests.glossary.clinics.sample import SLUG, clinic

REVIEWS = ("sample: true", "on: 2025-12-01", "on: 2025-12-01\n  due: 2026-12-01", "due: 2026-12-01")


class Asked(dict[str, str]):
    """Strings that remember which of them were asked for."""

    def __init__(self, strings: dict[str, str]) -> None:
        super().__init__(strings)
        self.keys_asked: set[str] = set()

    def __getitem__(self, key: str) -> str:
        self.keys_asked.add(key)
        return super().__getitem__(key)


def wording(**strings: str) -> Wording:
    """Strings of a test."""
    return Wording(
        {key.replace("_", "-"): value for key, value in strings.items()}, ["layouts/strings/xx.toml"]
    )


def test_placeholders_are_filled_in() -> None:
    assert wording(a="{x} of {y}.").text("a", y="ten", x="one") == "one of ten."


def test_links_stand_in_the_places_of_placeholders() -> None:
    link = Link("https://example.org/", (Text("here"),))
    assert wording(a="Read {x}").inlines("a", x=(link,)) == (Text("Read "), link)
    assert wording(a="{x}").inlines("a", x=(link,)) == (link,)
    assert plain_text(wording(a="{x}: {y}.").inlines("a", x=(link,), y=(Text("z"),))) == "here: z."


def test_what_is_filled_in_is_never_taken_for_a_placeholder() -> None:
    assert wording(a="{x} {y}").text("a", x="{y}", y="z") == "{y} z"


def test_a_string_that_a_renderer_fills_in_keeps_its_placeholders() -> None:
    assert wording(page="Page {page} of {pages}").pattern("page", "page", "pages") == "Page {page} of {pages}"


def test_a_missing_string_is_told_with_the_file_that_it_belongs_into() -> None:
    with pytest.raises(PublishError) as caught:
        wording().text("notes")
    found = fault_of(caught.value)
    assert (found.code, str(found.span)) == ("missing-string", "layouts/strings/xx.toml")
    assert "'notes'" in found.message


@pytest.mark.parametrize("string", ["Due", "Due {day}", "Due {date} {date}", "Due {date} {time}"])
def test_a_string_that_lacks_or_adds_or_doubles_a_placeholder_is_told(string: str) -> None:
    with pytest.raises(PublishError) as caught:
        wording(due=string).text("due", date="today")
    assert (fault_of(caught.value).code, fault_of(caught.value).help) == (
        "wrong-placeholders",
        "it has to hold {date}, each once",
    )


def test_every_string_of_the_project_is_used_by_some_edition() -> None:
    asked: set[str] = set()
    whole: set[str] = set()
    for review in REVIEWS:
        read = glossary(clinic(), complete(("sample: true", review)))
        strings = Asked(dict(read.strings["en"]))
        read = replace(read, strings={"en": strings})
        for shown in (layout("handout"), layout("ebook"), layout("word"), listing(*PARTS)):
            for article in read.articles:
                compose(read, article, shown)
                compose(read.for_clinic(SLUG), article, shown)
                compose(read, replace(article, translates=Translation("1.0", ())), shown)
        asked |= strings.keys_asked
        whole |= set(strings)
    assert sorted(whole - asked) == []
