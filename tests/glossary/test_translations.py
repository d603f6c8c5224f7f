"""Translations are held to what their originals say today, block by block; one that is not stops its language alone."""

import re

import pytest

from glossary_publish.diagnostics import Report
from glossary_publish.glossary.pieces import pieces_of, record
from glossary_publish.read.article import read_article
from glossary_publish.workspace import MemoryWorkspace
from tests.glossary.sample import ARTICLE, SETTINGS, edited, loaded, told, translated

SPANISH = "content/articles/trial.es.md"
OTHER = "content/articles/other.md"
QUIET = ("missing-review-date", "no-related-articles")
TEXT = """---
title: Alliance
description: One sentence that says in some fifteen words or more what this very short article is about.
category: Glossary
audience: [clients]
version: 1.0
updated: 2025-12-18
reviewed:
  by: Nobody
  sample: true
key_points:
  - One point.
---
## A heading

The first words [@bordin1979].

The second words, with a note.[^a]

- one
- two

[^a]: A note
    of two lines.
"""
LINES = TEXT.split("\n")


def faults(original: str, translation: str) -> list[str]:
    """What is told of a translation; its original and other articles are always sound."""
    glossary, report = loaded({ARTICLE: original, SPANISH: translation}, edited(ARTICLE, to=OTHER))
    languages = {(article.slug, article.language) for article in glossary.articles}
    assert {("trial", "en"), ("other", "en")} <= languages
    found = told(report, *QUIET)
    assert (("trial", "es") in languages) == (not found)
    assert all(one.help for one in report if one.code not in QUIET)
    return [one.removeprefix(SPANISH) for one in found]


def changed(old: str, new: str, text: str = TEXT) -> str:
    assert text.count(old) == 1, old
    return text.replace(old, new)


def hashes(text: str) -> list[str]:
    article = read_article(MemoryWorkspace({ARTICLE: text}), ARTICLE, Report())
    assert article is not None
    return [piece.hash for piece in pieces_of(article)]


# --- a translation that is current ---------------------------------------------------------------


def test_a_translation_that_records_every_block_of_its_original_is_sound() -> None:
    assert faults(TEXT, translated(TEXT)) == []


def test_the_words_after_a_hash_and_where_lines_are_broken_do_not_matter() -> None:
    own = changed(" A heading\n", "\n", translated(TEXT).replace("## A heading", "## Título"))
    assert faults(changed("The first words", "The first\nwords"), own) == []
    assert hashes(changed("of two lines", "of two  lines")) == hashes(TEXT)


@pytest.mark.parametrize("number", range(len(LINES)))
def test_every_word_of_an_original_that_is_printed_belongs_to_a_block(number: int) -> None:
    line = LINES[number]
    fixed = re.match(r"(audience|version|updated|reviewed|  by|  sample|key_points|---|$)", line)
    if fixed:
        return
    longer = "\n".join((*LINES[:number], f"{line} more", *LINES[number + 1 :]))
    different = [one for one, other in zip(hashes(longer), hashes(TEXT), strict=True) if one != other]
    assert len(different) == 1


def test_an_article_without_an_original_needs_no_record() -> None:
    glossary, report = loaded({SPANISH.replace("trial", "solo"): TEXT}, edited(ARTICLE, to=OTHER))
    assert told(report, *QUIET) == []
    assert ("solo", "es") in {(article.slug, article.language) for article in glossary.articles}


# --- one that is not -----------------------------------------------------------------------------


def test_a_stale_block_is_named_with_its_place_in_both_and_its_new_hash() -> None:
    original = changed("first words", "very first words")
    glossary, report = loaded({ARTICLE: original, SPANISH: translated(TEXT)})
    (found,) = (one for one in report if one.code == "translation-stale")
    assert str(found.span) == f"{SPANISH}:28:1"
    assert (
        found.message
        == f"the block 'The very first words' ({ARTICLE}:16:1) has changed since it was translated"
    )
    old, new = (set(hashes(text)) for text in (TEXT, original))
    (fresh,) = new - old
    assert f"write '- {fresh} The very first words'" in found.help
    assert f"in line 21 of {SPANISH}" in found.help
    assert [article.language for article in glossary.articles if article.slug == "trial"] == ["en"]


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        ("title: Alliance", "title: The alliance", [":2:1 translation-stale: the block 'title'"]),
        ("One point.", "One good point.", [":11:1 translation-stale: the block 'key_points'"]),
        ("A heading", "Another heading", [":26:1 translation-stale: the block 'Another heading'"]),
        ("- two", "- too", [":32:1 translation-stale: the block 'one too'"]),
        ("of two lines", "of few lines", [":35:1 translation-stale: the block 'A note of few lines'"]),
        (
            " [@bordin1979].",
            ".",
            [
                ":28:1 translation-differs: the block 'The first words",
                ":28:1 translation-stale: the block 'The first words",
            ],
        ),
        (
            "The second words",
            "Words between.\n\nThe second words",
            [":28:1 translation-missing: the block 'Words between'"],
        ),
        (
            "key_points:\n  - One point.",
            "key_points:\n  - One point.\nactions:\n  - Do it.",
            [":11:1 translation-missing: the block 'actions'"],
        ),
        (
            "- one\n- two\n\n",
            "",
            [
                ":23:7 translation-needless: the original has no block '",
                ":32:1 translation-needless: the block 'one two'",
            ],
        ),
        (
            "version: 1.0",
            "version: 1.1",
            [
                ":14:3 translation-outdated: version 1.0 is translated, and content/articles/trial.md is 1.1 now",
                ":6:1 translation-differs: version is 1.0, and in content/articles/trial.md it is 1.1",
            ],
        ),
        (
            "audience: [clients]",
            "audience: [clients, clinicians]",
            [":5:1 translation-differs: audience is clients, and in content/articles/trial.md it is"],
        ),
    ],
)
def test_what_changes_in_an_original_is_told_of_its_translation(
    old: str, new: str, expected: list[str]
) -> None:
    found = sorted(faults(changed(old, new), translated(TEXT)), key=lambda one: one.split(" ")[1])
    assert len(found) == len(expected)
    for one, beginning in zip(found, sorted(expected, key=lambda one: one.split(" ")[1]), strict=True):
        assert one.startswith(beginning)


@pytest.mark.parametrize(
    ("old", "new", "expected"),
    [
        (
            "The second words, with a note.[^a]\n\n",
            "",
            "translation-missing: the block 'The second words with a'",
        ),
        ("## A heading", "A heading", "translation-differs: the block 'A heading'"),
        ("- one\n- two", "- one\n- two\n- three", "translation-differs: the block 'one two'"),
        (" [@bordin1979]", "", "translation-differs: the block 'The first words"),
    ],
)
def test_what_a_translation_leaves_out_or_makes_up_is_told(old: str, new: str, expected: str) -> None:
    text = changed(old, new, translated(TEXT))
    if "[^a]" in old:
        text = text.replace("[^a]: A note\n    of two lines.\n", "")
    assert any(expected in one for one in faults(TEXT, text))


def test_a_translation_that_records_nothing_is_told() -> None:
    assert faults(TEXT, TEXT) == [
        f" translation-not-recorded: which version of {ARTICLE} this translates is not recorded"
    ]


def test_a_translation_of_nothing_is_told() -> None:
    _, report = loaded({SPANISH.replace("trial", "solo"): translated(TEXT)})
    assert told(report, *QUIET) == [
        "content/articles/solo.es.md:13:1 missing-original: there is no article 'solo' that this one could be a "
        "translation of"
    ]


def test_a_translation_of_an_article_with_faults_is_told() -> None:
    strict = edited(SETTINGS, ("require_review_dates = false", "require_review_dates = true"))
    dated = changed("  sample: true", "  on: 2025-12-01\n  due: 2026-12-01", translated(TEXT))
    _, report = loaded(strict, {ARTICLE: TEXT, SPANISH: dated})
    assert [one for one in told(report) if one.startswith(SPANISH)] == [
        f"{SPANISH}:14:1 missing-original: no edition of trial can be made, so none is made of its translation"
    ]


def test_a_withdrawn_original_has_no_published_translation() -> None:
    withdrawn = changed("key_points:", "status: withdrawn\nkey_points:")
    _, report = loaded({ARTICLE: withdrawn, SPANISH: translated(TEXT, withdrawn)}, edited(ARTICLE, to=OTHER))
    assert [one for one in told(report, *QUIET) if one.startswith(SPANISH)] == [
        f"{SPANISH} article-withdrawn: trial is withdrawn, no edition of it is made"
    ]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ("  blocks: none", ":15:11 wrong-type: translates.blocks: a list is expected here"),
        ("  blocks:\n    - 123 title", ":16:7 malformed-record: translates.blocks.0: '123 title' is no hash"),
        ("  hashes:\n    - 12345678", ":15:3 unknown-key: there is no key 'hashes'"),
    ],
)
def test_a_record_that_cannot_be_read_is_told(line: str, fault: str) -> None:
    text = changed("---\n## A", f"translates:\n  version: 1.0\n{line}\n---\n## A")
    found = told(loaded({ARTICLE: TEXT, SPANISH: text})[1], *QUIET)
    assert any(one.startswith(SPANISH) and fault.split(" ")[1] in one for one in found)


def test_the_record_names_the_version_and_every_block_in_order() -> None:
    article = read_article(MemoryWorkspace({ARTICLE: TEXT}), ARTICLE, Report())
    assert article is not None
    lines = record(article).splitlines()
    assert lines[:3] == ["translates:", "  version: 1.0", "  blocks:"]
    assert [line.partition(" ")[2] for line in (one.strip("- ") for one in lines[3:])] == [
        "title",
        "description",
        "category",
        "key_points",
        "A heading",
        "The first words",
        "The second words with a",
        "one two",
        "A note of two lines",
    ]
