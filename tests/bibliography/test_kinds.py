"""content/kinds.toml: kinds of sources, with labels and other spellings."""

from typing import Any

import pytest

from glossary_publish.bibliography.kinds import kinds_of
from glossary_publish.bibliography.reference import Kind
from glossary_publish.diagnostics import Report, Span
from tests.bibliography.material import kinds


def read(table: dict[str, Any]) -> tuple[dict[str, Kind], list[tuple[str, Span | None]]]:
    report = Report()
    found = kinds_of(table, "content/kinds.toml", report)
    return found, [(diagnostic.code, diagnostic.span) for diagnostic in report]


def test_the_kinds_of_the_sample_have_labels() -> None:
    kind = kinds()["randomized-trial"]
    assert (kind.labels["en"], kind.labels["es"]) == ("randomized trial", "ensayo aleatorizado")
    assert kind.aliases == ("randomised-trial", "randomized_trial", "rct")


def test_a_kind_needs_no_aliases() -> None:
    assert read({"book": {"labels": {"en": "book"}}}) == ({"book": Kind("book", {"en": "book"})}, [])


@pytest.mark.parametrize(
    "row",
    [
        "book",
        {},
        {"labels": {}},
        {"labels": "book"},
        {"labels": {"en": " "}},
        {"labels": {"en": 1}},
        {"labels": {"en": "book"}, "aliases": "books"},
        {"labels": {"en": "book"}, "aliases": [""]},
        {"labels": {"en": "book"}, "alias": ["books"]},
    ],
)
def test_a_malformed_kind_is_left_out(row: Any) -> None:
    found, said = read({"book": row, "web-page": {"labels": {"en": "web page"}}})
    assert list(found) == ["web-page"]
    assert said == [("malformed-kind", Span("content/kinds.toml"))]


@pytest.mark.parametrize("aliases", [["book"], ["volume", "volume"]])
def test_a_word_stands_for_one_kind(aliases: list[str]) -> None:
    _, said = read(
        {"book": {"labels": {"en": "book"}}, "report": {"labels": {"en": "report"}, "aliases": aliases}}
    )
    assert said == [("duplicate-kind", Span("content/kinds.toml"))]
