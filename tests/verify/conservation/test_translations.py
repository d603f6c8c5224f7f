"""What only a translation says is accounted for: the article that it translates, and words with their numbers."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache

import pytest

from glossary_publish.article import Block, Inline, LanguageSpan, Paragraph, Text
from glossary_publish.compose import compose
from glossary_publish.diagnostics import Report
from glossary_publish.glossary import load_glossary
from glossary_publish.layout import load_layout
from glossary_publish.publication import Part, Publication, plain_text, texts
from glossary_publish.verify.conservation import conserve
from glossary_publish.workspace import DiskWorkspace
from tests.support.house.sources import ROOT

SLUG, TITLE = "working-alliance-inventory", "Working Alliance Inventory (WAI)"
Change = Callable[[Block], Block | None]


@cache
def translation(language: str) -> Publication:
    workspace = DiskWorkspace(ROOT)
    glossary = load_glossary(workspace, Report())
    article = glossary.article(SLUG, language)
    assert article is not None
    assert article.language == language
    return compose(glossary, article, load_layout(workspace, "ebook"))


def told(publication: Publication) -> set[tuple[str, str]]:
    report = Report()
    conserve(publication, report, load_layout(DiskWorkspace(ROOT), "ebook"))
    return {(one.code, one.part) for one in report}


def changed(publication: Publication, id: str, change: Change) -> Publication:
    def part(one: Part) -> Part:
        if one.id != id:
            return one
        return replace(one, blocks=tuple(made for block in one.blocks if (made := change(block)) is not None))

    made = replace(
        publication, front=tuple(map(part, publication.front)), back=tuple(map(part, publication.back))
    )
    assert made != publication
    return made


def is_note(block: Block) -> bool:
    return isinstance(block, Paragraph) and TITLE in plain_text(block.children)


def without(block: Block) -> Block | None:
    return None if is_note(block) else block


def unmarked(block: Block) -> Block:
    if not isinstance(block, Paragraph) or not is_note(block):
        return block
    return replace(block, children=tuple(map(_plain, block.children)))


def _plain(inline: Inline) -> Inline:
    return Text(plain_text(inline.children)) if isinstance(inline, LanguageSpan) else inline


def retold(old: str, new: str) -> Change:
    def change(block: Block) -> Block:
        if isinstance(block, Paragraph) and old in plain_text(block.children):
            return replace(block, children=(Text(plain_text(block.children).replace(old, new)),))
        return block

    return change


@pytest.mark.parametrize("language", ["es", "ar"])
def test_a_translation_says_what_its_sources_say(language: str) -> None:
    assert told(translation(language)) == set()


@pytest.mark.parametrize("language", ["es", "ar"])
def test_a_lost_note_of_what_was_translated_is_found(language: str) -> None:
    assert ("words-lost", "colophon") in told(changed(translation(language), "colophon", without))


def test_another_title_or_version_of_the_original_is_found() -> None:
    for old, new in (("(WAI)", "(WIA)"), ("versión 1.0", "versión 1.1"), ("Traducción de", "Copia de")):
        made = changed(translation("es"), "colophon", retold(old, new))
        assert {part for _, part in told(made)} == {"colophon"}, new


def test_an_original_title_that_does_not_say_its_language_is_found() -> None:
    assert {part for _, part in told(changed(translation("es"), "colophon", unmarked))} == {"colophon"}


def test_a_word_in_the_form_of_another_number_is_found() -> None:
    made = changed(translation("es"), "label", retold("2 minutos", "2 minuto"))
    assert {part for _, part in told(made)} == {"label"}
    (label,) = (part for part in translation("ar").front if part.id == "label")
    assert any("دقيقة قراءة واحدة" in text for text in texts(label.blocks))
