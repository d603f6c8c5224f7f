"""Footnotes."""

from glossary_publish.article import BulletList, Emphasis, Note, Paragraph, Text
from glossary_publish.diagnostics import Span
from tests.read.sample import PATH, codes_of, read_text


def test_a_note_holds_paragraphs_lists_and_markup() -> None:
    _, notes, report = read_text(
        "Text.[^long]\n\n[^long]: The *first*.\n\n    The second.\n\n    - A list\n\nText.\n"
    )
    assert not list(report)
    [note] = notes
    assert [type(block) for block in note.blocks] == [Paragraph, Paragraph, BulletList]
    assert note.blocks[0] == Paragraph(
        (Text("The "), Emphasis((Text("first"),)), Text(".")), Span(PATH, 3, 1, 22)
    )
    assert note == Note(1, "note-1", note.blocks, Span(PATH, 3, 1, 22))


def test_notes_stand_in_the_order_of_their_marks() -> None:
    _, notes, _ = read_text("a[^z] b[^m]\n\n[^m]: M.\n[^z]: Z.\n")
    assert [note.span.line for note in notes] == [4, 3]


def test_marks_stand_in_lists_tables_quotes_and_headings() -> None:
    text = "## A[^1]\n\n- B[^2]\n\n> C[^3]\n\n| D[^4] |\n|---|\n| E[^5] |\n\n" + "".join(
        f"[^{number}]: Note {number}.\n\n" for number in range(1, 6)
    )
    _, notes, report = read_text(text)
    assert not list(report)
    assert [note.number for note in notes] == [1, 2, 3, 4, 5]


def test_every_missing_note_is_told_at_its_first_mark() -> None:
    _, _, report = read_text("a[^x]\nb[^y] c[^x]\n")
    assert codes_of(report) == ["undefined-note", "undefined-note"]
    assert [str(diagnostic.span) for diagnostic in report] == [f"{PATH}:1:2", f"{PATH}:2:2"]
