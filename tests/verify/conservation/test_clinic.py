"""What a clinic puts on a sheet is proven by its file: what is lost, changed or another's is found."""

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import pytest

from glossary_publish.article import Block, FactList, Figure, Heading, LanguageSpan, Link, Paragraph, Text
from glossary_publish.compose import compose
from glossary_publish.diagnostics import Report
from glossary_publish.layout import Layout
from glossary_publish.publication import Part, Publication
from glossary_publish.verify.conservation import conserve
from tests.glossary.clinics.sample import LOGO, SLUG, clinic
from tests.glossary.sample import CRISIS, edited, loaded
from tests.verify.checks.sheets import sheet

BRITISH = "content/boilerplate/gb.en.md"
Change = Callable[[Publication], Publication]
REFERENCES = ("colour =", 'references = "on-request"\ncolour =')


def told(change: Change, *changes: tuple[str, str]) -> set[tuple[str, str]]:
    """Code and part of what is said of a changed sheet."""
    publication, layout = sheet(*changes)
    return said(change(publication), layout)


def said(publication: Publication, layout: Layout) -> set[tuple[str, str]]:
    report = Report()
    conserve(publication, report, layout)
    return {(one.code, one.part) for one in report}


def with_part(id: str, change: Callable[[Part], Part | None]) -> Change:
    """One part of front or back matter changed, or taken out."""

    def changed(publication: Publication) -> Publication:
        assert id in {part.id for part in publication.parts}
        front, back = (
            tuple(new for part in parts if (new := change(part) if part.id == id else part) is not None)
            for parts in (publication.front, publication.back)
        )
        return replace(publication, front=front, back=back)

    return changed


def with_block(id: str, kind: type[Block], change: Callable[[Any], Block | None]) -> Change:
    """The first block of a kind changed, or taken out."""

    def changed(part: Part) -> Part:
        index = next(place for place, block in enumerate(part.blocks) if isinstance(block, kind))
        new = change(part.blocks[index])
        blocks = (*part.blocks[:index], *((new,) if new else ()), *part.blocks[index + 1 :])
        return replace(part, blocks=blocks)

    return with_part(id, changed)


def worded(*words: str) -> Callable[[Any], Block]:
    return lambda block: replace(block, children=tuple(map(Text, words)))


def number(text: str, target: str) -> Callable[[Any], Block]:
    def changed(block: Block) -> Block:
        assert isinstance(block, FactList)
        first, *others = block.facts
        return replace(block, facts=(replace(first, value=(Link(target, (Text(text),)),)), *others))

    return changed


LETTERHEAD, LINE, FEEDBACK, QUESTIONS = "letterhead", "language-line", "feedback", "write-in-questions"
MUTANTS: tuple[tuple[str, str, str, Change], ...] = (
    ("the letterhead is gone", "words-lost", LETTERHEAD, with_part(LETTERHEAD, lambda part: None)),
    ("the logo is gone", "words-lost", LETTERHEAD, with_block(LETTERHEAD, Figure, lambda block: None)),
    (
        "the logo is said to be another's",
        "words-lost",
        LETTERHEAD,
        with_block(LETTERHEAD, Figure, lambda block: replace(block, alt="Logo of Other Clinic")),
    ),
    (
        "the logo is another's",
        "links-not-of-source",
        LETTERHEAD,
        with_block(LETTERHEAD, Figure, lambda block: replace(block, path="content/clinics/other/logo.svg")),
    ),
    (
        "the name is another's",
        "words-lost",
        LETTERHEAD,
        with_block(LETTERHEAD, Paragraph, worded("Other Clinic")),
    ),
    (
        "a number is another's",
        "words-added",
        LETTERHEAD,
        with_block(LETTERHEAD, FactList, number("555-0199", "tel:5550100")),
    ),
    (
        "another number is called",
        "links-not-of-source",
        LETTERHEAD,
        with_block(LETTERHEAD, FactList, number("555-0100", "tel:5550199")),
    ),
    (
        "a fact is gone",
        "words-lost",
        LETTERHEAD,
        with_block(
            LETTERHEAD,
            FactList,
            lambda block: replace(block, facts=block.facts[1:]) if isinstance(block, FactList) else None,
        ),
    ),
    (
        "a line is added",
        "words-added",
        LETTERHEAD,
        with_part(
            LETTERHEAD,
            lambda part: replace(part, blocks=(*part.blocks, Paragraph((Text("Open at night"),), part.span))),
        ),
    ),
    (
        "the letterhead stands twice",
        "words-added",
        LETTERHEAD,
        lambda made: replace(made, back=(*made.back, made.front[0])),
    ),
    ("nobody helps with languages", "words-lost", LINE, with_part(LINE, lambda part: None)),
    ("others help with languages", "words-lost", LINE, with_block(LINE, Paragraph, worded("Need help?"))),
    (
        "the help is in another language",
        "languages-not-of-source",
        LINE,
        with_block(
            LINE,
            Paragraph,
            lambda block: (
                replace(block, children=(LanguageSpan("es", block.children),))
                if isinstance(block, Paragraph)
                else None
            ),
        ),
    ),
    ("remarks go nowhere", "words-lost", FEEDBACK, with_part(FEEDBACK, lambda part: None)),
    (
        "remarks go elsewhere",
        "words-lost",
        FEEDBACK,
        with_block(FEEDBACK, Paragraph, worded("Questions or comments about this sheet? other@example.org")),
    ),
    ("the lines to write on are gone", "words-lost", QUESTIONS, with_part(QUESTIONS, lambda part: None)),
    (
        "the lines ask for something else",
        "words-added",
        QUESTIONS,
        with_block(QUESTIONS, Heading, worded("Your name")),
    ),
    (
        "a label of the appointment is gone",
        "words-lost",
        "write-in-appointment",
        with_part("write-in-appointment", lambda part: replace(part, blocks=part.blocks[:-1])),
    ),
    (
        "the picture is not the one of the file",
        "picture-not-of-source",
        "images",
        lambda made: replace(
            made,
            images=tuple(
                replace(image, data=LOGO.replace("#00594c", "#aa0000").encode()) for image in made.images
            ),
        ),
    ),
)


def test_a_sheet_as_it_should_be_says_what_its_clinic_says() -> None:
    assert told(lambda publication: publication) == set()


@pytest.mark.parametrize(
    ("code", "part", "change"), [mutant[1:] for mutant in MUTANTS], ids=[mutant[0] for mutant in MUTANTS]
)
def test_a_changed_sheet_is_found_out(code: str, part: str, change: Change) -> None:
    assert (code, part) in told(change)


def test_a_sheet_without_a_clinic_may_say_nothing_of_one() -> None:
    orphan = told(lambda publication: replace(publication, clinic=""))
    assert {part for code, part in orphan if code == "words-added"} >= {LETTERHEAD, LINE, FEEDBACK}


def test_the_notices_are_those_of_the_region_of_the_clinic() -> None:
    british = edited(CRISIS, ("id: trial-crisis", "id: gb"), ("region: any", "region: GB"), to=BRITISH)
    files = clinic(("colour =", 'region = "GB"\ncolour ='))
    glossary, report = loaded(files, edited(CRISIS, ("region: any", "region: US")), british)
    report.stop_if_failed()
    publication = compose(glossary.for_clinic(SLUG), glossary.articles[0], layout := sheet()[1])
    assert {part.stamp.id for part in publication.parts if part.id == "crisis-notice" and part.stamp} == {
        "gb"
    }
    assert said(publication, layout) == set()
    sources = {path: data.replace(b'region = "GB"', b'region = "US"') for path, data in publication.sources}
    moved = replace(publication, sources=tuple(sources.items()))
    assert ("boilerplate-astray", "crisis-notice") in said(moved, layout)


def test_references_on_request_say_whom_to_ask() -> None:
    assert told(lambda publication: publication, REFERENCES) == set()
    publication, layout = sheet(REFERENCES)
    other = with_block("references", Paragraph, worded("Ask Other Clinic for the list of sources."))
    assert ("words-lost", "references") in said(other(publication), layout)
