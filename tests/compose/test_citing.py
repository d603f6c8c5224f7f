"""Citations, notes and links in the article's own text."""

from glossary_publish.article import (
    Block,
    Citation,
    Definition,
    DefinitionList,
    Heading,
    Inline,
    Link,
    NoteReference,
    Paragraph,
    Quote,
    ReferenceList,
)
from glossary_publish.compose.rewriting import Rewriter
from glossary_publish.diagnostics import Span
from glossary_publish.glossary.walking import blocks_within, inlines_within
from glossary_publish.publication import Publication, plain_text
from tests.compose.sample import article, complete, composed, lines, part
from tests.glossary.sample import REFERENCES, files
from tests.support.publications import every_construct

SECOND = """\
  - id: second
    type: book
    kind: foundational-text
    title: A second source
    author:
      - family: Author
        given: Ann
    publisher: Wiley
    issued:
      date-parts:
        - - 2001
"""
THIRD = SECOND.replace("second", "third")
LIBRARY = {REFERENCES: files()[REFERENCES] + SECOND + THIRD}
AMA_TEXT = "a citation [@bordin1979]"


def citations(publication: Publication) -> list[Citation]:
    """The citations of a publication as they stand."""
    blocks = [block for part in publication.parts for block in blocks_within(part.blocks)]
    return [one for block in blocks for one in inlines_within(block) if isinstance(one, Citation)]


def references(publication: Publication) -> ReferenceList:
    """The list of references."""
    (block,) = (one for one in part(publication, "references").blocks if isinstance(one, ReferenceList))
    return block


def test_a_citation_shows_its_mark_and_leads_to_its_reference_and_back() -> None:
    made = composed()
    (citation,) = citations(made)
    (entry,) = references(made).entries
    assert "".join(mark.text for mark in citation.marks) == "[1]"
    assert [mark.target for mark in citation.marks if mark.target] == [entry.anchor]
    assert entry.cited_at == (citation.anchor,) == ("cite-1",)
    assert (entry.number, entry.key, entry.span.path) == (1, "bordin1979", REFERENCES)


def test_references_are_numbered_in_the_order_of_their_first_citation() -> None:
    text = (AMA_TEXT, "a citation [@third; @bordin1979] and [@third] and")
    made = composed(article(text), LIBRARY)
    assert [entry.key for entry in references(made).entries] == ["third", "bordin1979"]
    assert [entry.cited_at for entry in references(made).entries] == [("cite-1", "cite-2"), ("cite-1",)]


def test_sources_that_are_only_listed_come_last_and_lead_nowhere_back() -> None:
    listed = ("key_points:", "references:\n  - third\n  - bordin1979\nkey_points:")
    made = composed(article(listed), LIBRARY)
    assert [(entry.key, entry.cited_at) for entry in references(made).entries] == [
        ("bordin1979", ("cite-1",)),
        ("third", ()),
    ]


def test_a_source_within_a_range_of_numbers_leads_back_too() -> None:
    made = composed(article((AMA_TEXT, "a citation [@bordin1979; @second; @third]")), LIBRARY)
    assert [entry.cited_at for entry in references(made).entries] == [("cite-1",)] * 3


def test_citations_in_notes_come_after_those_of_the_text() -> None:
    made = composed(article(("[^one]: The note.", "[^one]: The note [@second].\n\nMore [@third].")), LIBRARY)
    assert [entry.key for entry in references(made).entries] == ["bordin1979", "third", "second"]
    assert {one.anchor: one.items[0].key for one in citations(made)} == {
        "cite-1": "bordin1979",
        "cite-2": "third",
        "cite-3": "second",
    }


def test_every_reference_ends_with_the_kind_of_its_source() -> None:
    (entry,) = references(composed()).entries
    assert plain_text(entry.children).endswith(" (foundational text)")


def test_the_legend_says_that_kinds_are_no_grades() -> None:
    assert lines(composed(), "references")[-1].endswith("They do not grade how certain its findings are.")


def test_each_mark_of_a_note_has_its_own_anchor_and_the_note_leads_back_to_all() -> None:
    made = composed(article(("a note.[^one]", "a note.[^one] Again.[^one] Other.[^two]\n\n[^two]: Other.")))
    notes = part(made, "notes").blocks[-1]
    assert [(note.number, note.anchor, note.marked_at) for note in getattr(notes, "notes", ())] == [
        (1, "note-1", ("note-mark-1", "note-mark-1-2")),
        (2, "note-2", ("note-mark-2",)),
    ]


def test_links_to_articles_lead_to_the_site_wherever_they_stand() -> None:
    change = (
        ("*stressed*", "[stressed](article:other)"),
        ("**important**", "**[important](https://example.org/)**"),
        ("The note.", "The [note](article:other)."),
    )
    made = composed(complete(*change))
    blocks = [block for id in ("body", "notes") for block in blocks_within(part(made, id).blocks)]
    links = [one.target for block in blocks for one in inlines_within(block) if isinstance(one, Link)]
    other = "https://example.org/trial/other"
    assert links == [other, "https://example.org/", other]


def test_headings_keep_their_levels_anchors_and_classes() -> None:
    made = composed(article(("## What is tried", "## Notes {.faq}\n\n### Deeper {#down}")))
    first, second = (block for block in part(made, "body").blocks if isinstance(block, Heading))
    assert (first.level, first.anchor, first.classes) == (2, "notes-2", ("faq",))
    assert (second.level, second.anchor) == (3, "down")


# --- rewriting -----------------------------------------------------------------------------------


def test_rewriting_with_nothing_to_do_gives_the_same_blocks() -> None:
    for one in every_construct().parts:
        assert Rewriter(lambda inline: inline).blocks(one.blocks) == one.blocks


def test_rewriting_goes_in_reading_order_and_reaches_everything_that_an_author_writes() -> None:
    met: list[Inline] = []

    def look(inline: Inline) -> Inline:
        met.append(inline)
        return inline

    at = Span("a.md", 1)
    number = iter(range(1, 9))

    def mark() -> tuple[Inline, ...]:
        return (NoteReference(next(number)),)

    entries = (
        Definition((mark(),), ((Paragraph(mark(), at),),)),
        Definition((mark(),), ((Paragraph(mark(), at),),)),
    )
    blocks: tuple[Block, ...] = (DefinitionList(entries, at), Quote((Paragraph(mark(), at),), at))
    Rewriter(look).blocks(blocks)
    assert met == [NoteReference(one) for one in range(1, 6)]
    met.clear()
    Rewriter(look).blocks(part(every_construct(), "body").blocks)
    walked = [
        inline
        for block in blocks_within(part(every_construct(), "body").blocks)
        for inline in inlines_within(block)
        if type(inline).__name__ not in ("Text", "Code", "LineBreak")
    ]
    assert sorted(map(repr, met)) == sorted(map(repr, walked))
