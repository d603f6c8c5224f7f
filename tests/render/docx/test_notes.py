"""Footnotes are real ones, and Word counts them as the other formats do."""

from glossary_publish.article import Emphasis, Link, Paragraph, Text
from tests.render.docx.conftest import NAMESPACES, NOTES, Draft, Make, W
from tests.render.docx.samples import CODE, dots, marks, note, quote, with_notes
from tests.support.publications import at, paragraph


def test_notes_stand_in_their_own_part_with_separators(draft: Draft) -> None:
    assert draft.values("//w:footnote/@w:id", NOTES) == ["-1", "0", "1", "2"]
    assert draft.values("//w:footnote/@w:type", NOTES) == ["separator", "continuationSeparator"]
    separators = draft.values("//w:footnotePr/w:footnote/@w:id", "word/settings.xml")
    assert separators == ["-1", "0"]


def test_a_note_begins_with_its_number_and_has_its_style(draft: Draft) -> None:
    assert draft.styled("FootnoteText", NOTES)[2:] == [" The first note.", " The second note."]
    first = draft.find("//w:footnote[@w:id='1']/w:p/w:r[1]", NOTES)[0]
    assert first.find(f"{W}footnoteRef") is not None
    assert first.xpath("string(w:rPr/w:rStyle/@w:val)", namespaces=NAMESPACES) == "FootnoteReference"


def test_marks_stand_in_the_text_and_are_places_to_come_back_to(draft: Draft) -> None:
    assert draft.values("//w:footnoteReference/@w:id") == ["1", "2"]
    place = "//w:bookmarkStart[following-sibling::*[1]/w:footnoteReference]/@w:name"
    assert draft.values(place) == ["_note_mark_1", "_note_mark_2"]


def test_the_words_of_a_note_are_its_anchor(draft: Draft) -> None:
    assert draft.values("//w:bookmarkStart/@w:name", NOTES) == ["note_1", "note_2"]
    (start,) = draft.find("//w:bookmarkStart[@w:name='note_1']", NOTES)
    before = [str(node.tag) for node in start.itersiblings(preceding=True)]
    assert before == [f"{W}r", f"{W}r", f"{W}pPr"]


def test_a_further_mark_repeats_the_number_of_the_note(make: Make) -> None:
    draft = make(with_notes(marks(1, 2, 1), note(1, paragraph("One")), note(2, paragraph("Two"))))
    assert draft.values("//w:footnoteReference/@w:id") == ["1", "2"]
    (instruction,) = draft.find("//w:instrText")
    assert instruction.text == " NOTEREF _note_mark_1 \\f \\h "
    field = "//w:r[w:fldChar/@w:fldCharType='separate']/following-sibling::w:r[1]"
    assert draft.values(field) == ["1"]
    assert "_note_mark_3" in draft.values("//w:bookmarkStart/@w:name")


def test_lists_quotes_and_code_stand_in_notes(make: Make) -> None:
    blocks = (paragraph("Words"), dots(paragraph("Point")), quote(paragraph("Quote")), CODE)
    draft = make(with_notes(marks(1), note(1, *blocks)))
    styles = draft.values("//w:footnote[@w:id='1']//w:pStyle/@w:val", NOTES)
    assert styles == ["FootnoteText", "NoteItemInB", "NoteTextInQ", "NoteCode"]


def test_a_note_that_begins_with_a_list_has_its_number_there(make: Make) -> None:
    draft = make(with_notes(marks(1), note(1, dots(paragraph("Point")))))
    (first,) = draft.find("//w:footnote[@w:id='1']/w:p", NOTES)
    assert first.find(f".//{W}footnoteRef") is not None
    assert first.find(f"{W}pPr/{W}numPr") is not None


def test_links_in_notes_lead_where_they_should(make: Make) -> None:
    link = Link("https://example.org/", (Emphasis((Text("there"),)),))
    draft = make(with_notes(marks(1), note(1, Paragraph((link,), at(60)))))
    (id,) = draft.values("//w:hyperlink/@r:id", NOTES)
    assert draft.address(id, NOTES) == "https://example.org/"
