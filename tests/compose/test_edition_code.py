"""The edition code: short, easy to spell out, the same in all formats, another one for any other text."""

import re
from itertools import combinations

import pytest

from glossary_publish.compose.edition_code import ALPHABET, LENGTH, edition_code
from tests.compose.sample import article, complete, composed, layout
from tests.glossary.sample import ARTICLE, CRISIS, KINDS, REFERENCES, SETTINGS, edited


@pytest.mark.parametrize(
    ("title", "initials"),
    [
        ("Example Clinic Glossary", "EC"),
        ("Trial", "T"),
        ("Østfold Clinic", "C"),
        ("Élan Öffentlich", "E"),
        ("Oxford Institute Library Clinic", "C"),
        ("治疗", ""),
        ("1 Clinic", "C"),
    ],
)
def test_a_code_begins_with_initials_that_cannot_be_misread(title: str, initials: str) -> None:
    assert edition_code(title, [b"x"]).rpartition("-")[0] == initials


def test_a_code_has_at_most_twelve_characters_and_no_look_alikes() -> None:
    for number in range(500):
        code = edition_code("Very Long Titled Glossary", [str(number).encode()])
        assert len(code) <= 12
        assert not set("0O1IL") & set(code)
        assert re.fullmatch(f"[A-Z]+-[{ALPHABET}]{{{LENGTH}}}", code)


def test_pieces_are_not_run_together() -> None:
    assert edition_code("A", [b"ab", b"c"]) != edition_code("A", [b"a", b"bc"])


def test_codes_are_spread_evenly() -> None:
    codes = {edition_code("A", [str(number).encode()]) for number in range(5000)}
    assert len(codes) >= 4999  # of some 110 million
    assert {code[2] for code in codes} == set(ALPHABET)


def test_all_formats_of_an_article_have_one_code() -> None:
    codes = {composed(on=layout(name)).metadata.code for name in ("handout", "ebook", "word")}
    assert len(codes) == 1


def test_the_code_changes_with_whatever_can_change_the_text() -> None:
    changed: tuple[dict[str, str], ...] = (
        {},
        article(("One item", "One thing")),
        edited(CRISIS, ("at any hour.\n", "day and night.\n")),
        edited(REFERENCES, ("16", "17")),
        edited(KINDS, ('"foundational text"', '"basic text"')),
        edited(SETTINGS, ("Nobody", "Somebody")),
        edited(SETTINGS, ("org/trial", "org/other")),
        edited(SETTINGS, ("CC BY 4.0", "CC BY 3.0")),
        edited(SETTINGS, ("sample = true", "sample = false")),
        edited(SETTINGS, ('"US"', '"GB"')),
        edited(SETTINGS, ('"ama"', '"apa"')),
        edited("layouts/strings/en.toml", ('notes = "Notes"', 'notes = "Footnotes"')),
    )
    codes = [composed(change).metadata.code for change in changed]
    assert [pair for pair in combinations(range(len(codes)), 2) if codes[pair[0]] == codes[pair[1]]] == []


def test_articles_of_the_same_words_have_codes_of_their_own() -> None:
    both = edited(ARTICLE, to="content/articles/twin.md")
    assert composed(both).metadata.code != composed(both, slug="twin").metadata.code


def test_the_code_changes_with_the_term_of_a_related_article() -> None:
    before, after = complete(), complete()
    other = "content/articles/other.md"
    after[other] = after[other].replace("Other term", "Another term")
    assert composed(before).metadata.code != composed(after).metadata.code


def test_the_code_stays_when_nothing_that_is_printed_changes() -> None:
    changed: tuple[dict[str, str], ...] = (
        {},
        edited(SETTINGS, ('"handout", "ebook", "word"', '"handout"')),
        edited(REFERENCES, ("references:\n", "# A comment.\nreferences:\n")),
        {
            "content/boilerplate/spare.de.md": edited(CRISIS, ("language: en", "language: de"))[
                CRISIS
            ].replace("trial-crisis", "spare")
        },
    )
    assert len({composed(change).metadata.code for change in changed}) == 1
