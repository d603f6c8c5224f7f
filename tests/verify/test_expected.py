"""What every format must show, from the publication."""

import pytest

from glossary_publish.article import Note, NoteList, NoteReference, Paragraph, Table, Text
from glossary_publish.publication import Part
from glossary_publish.verify.expected import Expected, expected_items
from glossary_publish.verify.inspection import Item, Kind, LinkSeen
from tests.support.publications import at, every_construct, words


def find(text: str, format: str = "epub") -> Expected:
    """The item that begins with a text."""
    items = expected_items(every_construct(), format)
    return next(one for one in items if (one.item.text or one.item.alt).startswith(text))


def test_a_heading_has_its_level_and_its_id() -> None:
    assert find("A table").item == Item(Kind.HEADING, "A table", 3, anchor="a-table")


def test_items_know_their_part_and_their_place_in_the_source() -> None:
    one = find("A weakening")
    assert (one.part, one.span) == ("body", at(44))


def test_the_first_item_of_a_list_item_carries_its_number() -> None:
    assert find("A numbered item").item.label == "3"
    assert find("It has two").item.label == ""
    assert find("The next item").item.label == "4"
    assert find("Third level").item.within == ("bullet", "bullet", "ordered")


def test_cells_have_their_row_and_column() -> None:
    cells = [one.item for one in expected_items(every_construct(), "pdf") if "cell" in one.item.kind.value]
    assert [(cell.kind, cell.label, cell.text) for cell in cells] == [
        (Kind.HEADER_CELL, "1,1", "Measure"),
        (Kind.HEADER_CELL, "1,2", "Items"),
        (Kind.CELL, "2,1", "WAI"),
        (Kind.CELL, "2,2", "36"),
        (Kind.CELL, "3,1", "SRS"),
        (Kind.CELL, "3,2", "4"),
    ]


def test_terms_meanings_facts_and_captions_are_told_apart() -> None:
    assert [find(text).item.kind for text in ("Rupture", "A break", "Updated", "18 Dec", "Two shapes")] == [
        Kind.TERM,
        Kind.MEANING,
        Kind.FACT_LABEL,
        Kind.FACT_VALUE,
        Kind.CAPTION,
    ]


def test_a_citation_is_text_with_links_and_a_note_mark_is_not() -> None:
    item = find("Plain words").item
    assert item.text.endswith("<b>[1]. A note follows.")
    assert item.links == (LinkSeen("1", "#reference-1"),)
    assert item.notes == ("1",)


def test_a_reference_has_number_and_id_and_without_a_number_none() -> None:
    assert (find("Horvath AO").item.label, find("Horvath AO").item.anchor) == ("2", "reference-2")


def test_a_note_carries_its_number_on_its_first_item() -> None:
    blocks = (Paragraph(words("First."), at(1)), Paragraph(words("Second."), at(2)))
    assert [item.label for item in _items(NoteList((Note(7, "note-7", blocks, at(1)),), at(1)))] == ["7", ""]


def test_an_empty_note_and_an_empty_list_item_are_still_there() -> None:
    assert _items(NoteList((Note(1, "note-1", (), at(1)),), at(1)))[0].kind is Kind.NOTE


def test_a_picture_and_a_qr_code_are_their_description() -> None:
    assert find("A square").item == Item(Kind.FIGURE, "", alt="A square beside a circle")
    assert find("QR code").item.kind is Kind.FIGURE


def test_boilerplate_is_stamped() -> None:
    assert find("In the US").item.stamp == "crisis-us@1.0"
    assert find("Ask.").item.stamp == ""


@pytest.mark.parametrize(("format", "locked"), [("pdf", False), ("epub", False), ("docx", True)])
def test_only_word_locks(format: str, locked: bool) -> None:
    assert find("In the US", format).item.locked is locked
    assert find("Ask.", format).item.locked is False


def test_word_has_its_notes_after_everything_else() -> None:
    parts = [one.part for one in expected_items(every_construct(native_notes=True), "docx")]
    assert parts[-2:] == ["notes", "notes"]
    assert [one.part for one in expected_items(every_construct(), "pdf")][-1] == "address"


def test_an_empty_cell_is_an_item() -> None:
    table = Table((), (), at(1))
    assert _items(table) == []


def test_a_mark_alone_makes_an_item_without_text() -> None:
    (item,) = _items(Paragraph((NoteReference(3), Text(" ")), at(1)))
    assert (item.text, item.notes) == ("", ("3",))


def _items(*blocks: object) -> list[Item]:
    from dataclasses import replace

    publication = every_construct()
    part = Part("body", blocks, at(1))  # type: ignore[arg-type]  # blocks of any kind
    other = replace(publication, front=(part,), chapters=(), back=())
    return [one.item for one in expected_items(other, "pdf")]
