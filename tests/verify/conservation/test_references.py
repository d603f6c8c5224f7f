"""In every vendored style, references of all kinds are accounted for, and none is accused for what its style does."""

import re
from collections.abc import Callable
from dataclasses import replace
from functools import cache
from pathlib import Path

import pytest

from glossary_publish.article import Citation, Link, Mark, ReferenceEntry, ReferenceList, Text
from glossary_publish.compose import compose
from glossary_publish.diagnostics import Report, Severity
from glossary_publish.glossary import load_glossary
from glossary_publish.layout import load_layout
from glossary_publish.publication import Publication, plain_text
from glossary_publish.verify.conservation import conserve
from glossary_publish.workspace import MemoryWorkspace
from tests.campaign.sources.material import project
from tests.campaign.sources.trees import places, with_run

STYLES = ("ama", "apa", "nlm")
REFERENCES = Path(__file__).with_name("references.yaml").read_text("utf-8").partition("references:\n")[2]
KEYS = re.findall(r"\{id: (\w+)", REFERENCES)
ARTICLE = """---
title: Sources
description: One sentence of fifteen to thirty words that says what this article is for and why it is here.
category: Glossary
audience: [clients]
version: 1.0
updated: 2025-12-18
reviewed:
  by: Nobody
  sample: true
key_points:
  - One.
related:
  - therapeutic-alliance
---
"""


@cache
def cited(style: str, language: str = "en") -> Publication:
    """An article that cites all references, in a style."""
    files = project()
    files["content/glossary.toml"] = _text(files["content/glossary.toml"]).replace('"ama"', f'"{style}"')
    files["content/references.yaml"] = _text(files["content/references.yaml"]) + REFERENCES
    once = " ".join(f"Word [@{key}]." for key in KEYS)
    body = f"{once} All [see @page, p. 4; @undated; @report], [@page; @edition], [@many, pp. 3-5; @first; @second]."
    files["content/articles/sources" + f".{language}" * (language != "en") + ".md"] = f"{ARTICLE}{body}\n"
    if language != "en":
        _translate(files, language)
    report = Report()
    workspace = MemoryWorkspace(files)
    glossary = load_glossary(workspace, report)
    assert [one for one in report if one.severity is Severity.ERROR] == []
    article = next(one for one in glossary.articles if one.slug == "sources")
    return compose(glossary, article, load_layout(workspace, "handout"))


def _text(data: bytes | str) -> str:
    return data if isinstance(data, str) else data.decode()


def _translate(files: dict[str, bytes | str], language: str) -> None:
    for id in ("crisis-us", "medical-disclaimer"):
        text = _text(files[f"content/boilerplate/{id}.en.md"])
        files[f"content/boilerplate/{id}.{language}.md"] = text.replace(
            "language: en", f"language: {language}"
        )


def found(publication: Publication) -> set[tuple[str, str]]:
    """Code and part of all that is reported."""
    report = Report()
    conserve(publication, report)
    return {(one.code, one.part) for one in report}


@pytest.mark.parametrize("language", ["en", "de"])
@pytest.mark.parametrize("style", STYLES)
def test_references_of_all_kinds_are_accounted_for(style: str, language: str) -> None:
    assert found(cited(style, language)) == set()


def with_entry(style: str, key: str, change: Callable[[ReferenceEntry], ReferenceEntry]) -> Publication:
    """An article in which one reference is another one."""
    publication = cited(style)
    for place in places(publication):
        for index, one in enumerate(place.run):
            if isinstance(one, ReferenceList):
                entries = tuple(change(entry) if entry.key == key else entry for entry in one.entries)
                run = (*place.run[:index], replace(one, entries=entries), *place.run[index + 1 :])
                return with_run(publication, place, run)
    raise AssertionError(key)


def said(entry: ReferenceEntry, old: str, new: str) -> ReferenceEntry:
    """An entry as one text, with some of it changed."""
    text = plain_text(entry.children)
    assert old in text, f"{old!r} is not in {text!r}"
    link = next((one for one in entry.children if isinstance(one, Link)), None)
    if link is None:
        return replace(entry, children=(Text(text.replace(old, new, 1)),))
    head, _, tail = text.partition(plain_text((link,)))
    return replace(entry, children=(Text(head.replace(old, new, 1)), link, Text(tail.replace(old, new, 1))))


@pytest.mark.parametrize("style", STYLES)
@pytest.mark.parametrize(
    ("key", "old", "new"),
    [
        ("many", "O’Neil", "O’Neal"),
        ("many", "A study by many", "A study by some"),
        ("many", "Journal of Things", "Journal"),
        ("many", "2020", "2021"),
        ("many", "12(", "13("),
        ("many", "e123", "e124"),
        ("many", "Suppl 2", "Suppl 3"),
        ("crowd", "Famb", "Famc"),
        ("crowd", "Twenty-two", "Twenty two"),
        ("edition", "Routledge", "Springer"),
        ("chapter", "couple", "family"),
        ("chapter", "Oxford University Press", ""),
        ("page", "Find help", "Find care"),
        ("manual", "American Psychiatric", "American Medical"),
        ("manual", "5th", "6th"),
        ("signs", "β-blockers", "b-blockers"),
        ("signs", "5%", "5"),
        ("german", "Über die", "Uber die"),
        ("program", "A program", "A program program"),
        ("news", "News of the day", "News of the day. It is outstanding"),
    ],
)
def test_a_reference_that_says_something_else_is_told(style: str, key: str, old: str, new: str) -> None:
    other = with_entry(style, key, lambda entry: said(entry, old, new))
    codes = {code for code, part in found(other) if part == "references"}
    assert codes & {"words-lost", "words-added"}


@pytest.mark.parametrize("style", ["ama", "nlm"])
def test_a_first_name_that_is_turned_though_the_others_are_not_is_told(style: str) -> None:
    other = with_entry(style, "crowd", lambda entry: said(entry, "Fama GA", "GA Fama"))
    assert ("words-lost", "references") in found(other)


@pytest.mark.parametrize(
    ("style", "old", "new"),
    [("ama", "Groß Ä", "Ä Groß"), ("nlm", "Groß Ä", "Ä Groß"), ("apa", "Groß, Ä.", "Ä. Groß.")],
)
def test_the_name_of_an_only_author_that_is_turned_is_told(style: str, old: str, new: str) -> None:
    other = with_entry(style, "german", lambda entry: said(entry, old, new))
    assert ("words-lost", "references") in found(other)


def with_citation(style: str, keys: tuple[str, ...], change: Callable[[Citation], Citation]) -> Publication:
    """An article in which the citation of some sources is another one."""
    publication = cited(style)
    for place in places(publication):
        for index, one in enumerate(place.run):
            if isinstance(one, Citation) and tuple(item.key for item in one.items) == keys:
                run = (*place.run[:index], change(one), *place.run[index + 1 :])
                return with_run(publication, place, run)
    raise AssertionError(keys)


def marked(old: str, new: str) -> Callable[[Citation], Citation]:
    """Changes what is printed of a citation."""

    def change(citation: Citation) -> Citation:
        marks = tuple(replace(mark, text=mark.text.replace(old, new)) for mark in citation.marks)
        assert marks != citation.marks, [mark.text for mark in citation.marks]
        return replace(citation, marks=marks)

    return change


@pytest.mark.parametrize(
    ("style", "old", "new", "code"),
    [
        ("apa", "O’Neil", "Nobody", "words-added"),
        ("apa", "van der Berg", "Nobody", "words-added"),
        ("apa", "2020", "2021", "words-added"),
        ("apa", "3", "4", "words-lost"),
        ("apa", "Zhao", "Zhang", "words-added"),
        ("ama", "6", "7", "mark-leads-astray"),
        ("ama", "(", "", "mark-leads-astray"),
        ("nlm", "3", "8", "words-lost"),
    ],
)
def test_a_printed_citation_that_says_something_else_is_told(
    style: str, old: str, new: str, code: str
) -> None:
    if style == "apa" and old == "O’Neil":
        old = "et al"
    other = with_citation(style, ("many", "first", "second"), marked(old, new))
    assert (code, "body") in found(other)


@pytest.mark.parametrize("style", STYLES)
def test_a_printed_citation_that_leads_nowhere_is_told(style: str) -> None:
    def change(citation: Citation) -> Citation:
        return replace(citation, marks=tuple(Mark(mark.text) for mark in citation.marks))

    assert ("mark-leads-astray", "body") in found(with_citation(style, ("page", "edition"), change))


def test_references_in_the_order_of_names_are_fine_in_a_style_that_sorts_them() -> None:
    blocks = (block for part in cited("apa").parts for block in part.blocks)
    entries = next(block.entries for block in blocks if isinstance(block, ReferenceList))
    assert {entry.number for entry in entries} == {0}
    assert [entry.key for entry in entries] != KEYS
