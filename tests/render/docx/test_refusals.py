"""What Word cannot show is told, with its place and what to do; nothing is left out in silence."""

from dataclasses import replace

import pytest

from glossary_publish.article import (
    Block,
    Cell,
    Citation,
    Figure,
    Heading,
    Link,
    Mark,
    NoteReference,
    Paragraph,
    QrCode,
    Table,
    Text,
)
from glossary_publish.diagnostics import Diagnostic, PublishError, Report
from glossary_publish.layout import Layout
from glossary_publish.publication import Publication, Stamp
from glossary_publish.render.docx import render
from tests.render.docx.samples import dots, locked, marks, note, quote, with_body, with_notes, with_parts
from tests.support.publications import at, every_construct, heading, paragraph, words

TABLE = Table((Cell(words("Head")),), ((Cell(words("Cell")),),), at(7))
FIGURE = Figure("content/images/dot.svg", "A dot", (), at(7))


def refusals(publication: Publication, layout: Layout) -> list[Diagnostic]:
    """What is said of a publication that cannot be shown."""
    report = Report()
    with pytest.raises(PublishError) as stopped:
        render(publication, layout, report)
    found = list(report)
    assert list(stopped.value.diagnostics) == found
    assert all(one.help for one in found)
    return found


def codes(publication: Publication, layout: Layout) -> list[str]:
    """The codes of what is said."""
    return [one.code for one in refusals(publication, layout)]


def test_a_qr_code_is_refused(layout: Layout) -> None:
    (found,) = refusals(every_construct(native_notes=True, qr=True), layout)
    assert (found.code, found.part, found.span) == ("qr-code-in-word", "address", at(1))


@pytest.mark.parametrize(
    ("block", "kind"),
    [(TABLE, "a table"), (FIGURE, "a picture"), (Heading(2, words("H"), "h", at(7)), "a heading")],
)
def test_a_block_that_word_has_no_style_for_in_a_list_is_refused(
    layout: Layout, block: Block, kind: str
) -> None:
    for container in (dots((paragraph("Words"), block)), quote(block)):
        (found,) = refusals(with_body(container), layout)
        assert (found.code, found.span) == ("block-inside-block", at(7))
        assert found.message.startswith(kind)


def test_a_table_in_a_note_is_refused(layout: Layout) -> None:
    publication = with_notes(marks(1), note(1, paragraph("Words"), TABLE))
    assert codes(publication, layout) == ["block-inside-block"]


def test_more_than_nine_lists_inside_one_another_are_refused(layout: Layout) -> None:
    block = dots(paragraph("The deepest"))
    for _ in range(8):
        block = dots((paragraph("Words"), block))
    report = Report()
    render(with_body(block), layout, report)
    assert list(report) == []
    assert codes(with_body(dots((paragraph("Words"), block))), layout) == ["nesting-too-deep"]


def test_a_note_mark_in_locked_text_is_refused(layout: Layout) -> None:
    disclaimer = locked(Paragraph((Text("Words"), NoteReference(1, "note-mark-9")), at(10)))
    (found,) = refusals(with_parts(disclaimer), layout)
    assert (found.code, found.part, found.span) == ("note-in-locked-text", "disclaimer", at(10))


def test_a_note_mark_in_a_note_is_refused(layout: Layout) -> None:
    publication = with_notes(marks(1), note(1, marks(1)))
    assert codes(publication, layout) == ["note-in-note"]


def test_a_note_that_nothing_marks_is_refused(layout: Layout) -> None:
    publication = with_notes(paragraph("Nothing"), note(1, paragraph("Lost")))
    assert codes(publication, layout) == ["note-without-mark"]


def test_a_mark_without_a_note_is_refused(layout: Layout) -> None:
    assert codes(with_notes(marks(1)), layout) == ["mark-without-note"]


def test_notes_that_word_would_number_otherwise_are_refused(layout: Layout) -> None:
    publication = with_notes(marks(2, 1), note(1, paragraph("One")), note(2, paragraph("Two")))
    assert set(codes(publication, layout)) == {"note-number-differs"}


def test_notes_of_a_second_article_that_begin_with_one_again_are_refused(layout: Layout) -> None:
    publication = with_notes(marks(1), note(1, paragraph("One")))
    other = with_notes(
        Paragraph((Text("Marked."), NoteReference(1, "note-mark-other")), at(20)),
        replace(note(1, paragraph("Other")), anchor="note-other"),
    )
    both = replace(publication, chapters=(*publication.chapters, *other.chapters))
    assert codes(both, layout) == ["note-number-differs"]


def test_a_link_in_a_link_is_refused(layout: Layout) -> None:
    citation = Citation((), at(1), (Mark("1", "reference-1"),), "cite-9")
    inner = Link("https://example.org/inner", words("inner"))
    for child in (citation, inner):
        link = Link("https://example.org/", (Text("outer "), child))
        assert codes(with_body(Paragraph((link,), at(1))), layout) == ["link-in-link"]


def test_a_link_to_nothing_is_refused(layout: Layout) -> None:
    link = Link("#not-there", words("nowhere"))
    (found,) = refusals(with_body(Paragraph((link,), at(1))), layout)
    assert found.code == "link-leads-nowhere"
    assert "not-there" in found.message


def test_an_anchor_that_is_there_twice_is_refused(layout: Layout) -> None:
    publication = with_body(heading("One", "same"), heading("Two", "same"))
    assert codes(publication, layout) == ["anchor-used-twice"]


def test_a_stamp_that_does_not_fit_into_a_tag_is_refused(layout: Layout) -> None:
    part = replace(locked(paragraph("Words.")), stamp=Stamp("disclaimer-" * 6 + "end", "1.0", ""))
    assert codes(with_parts(part), layout) == ["boilerplate-id-too-long"]


def test_all_faults_are_told_at_once(layout: Layout) -> None:
    publication = with_body(dots(TABLE), Paragraph((Link("#not-there", words("nowhere")),), at(1)))
    assert codes(publication, layout) == ["block-inside-block", "link-leads-nowhere"]


def test_a_qr_code_in_a_list_is_refused(layout: Layout) -> None:
    code = QrCode("https://example.org/", "QR code", at(1))
    assert codes(with_body(dots(code)), layout) == ["block-inside-block"]
