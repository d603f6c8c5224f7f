"""Footnotes: Word numbers them by their marks in the text, so marks and notes must agree."""

from collections.abc import Iterator

from glossary_publish.article import Note, NoteList, NoteReference
from glossary_publish.diagnostics import Report
from glossary_publish.publication import Publication
from glossary_publish.render.docx.bookmarks import Bookmarks
from glossary_publish.render.docx.spot import Spot
from glossary_publish.render.docx.wordml import element, field


class Notes:
    """The notes of every chapter, and which of them are marked in the text so far."""

    def __init__(self, publication: Publication, bookmarks: Bookmarks, report: Report) -> None:
        self._bookmarks, self._report = bookmarks, report
        self._notes = {
            (index, note.number): note
            for index, chapter in enumerate(publication.chapters)
            for part in chapter.parts
            for block in part.blocks
            if isinstance(block, NoteList)
            for note in block.notes
        }
        self._marks: dict[tuple[int, int], str] = {}

    def mark(self, reference: NoteReference, spot: Spot, properties: str) -> str:
        """The mark of a note: its first is the note's own, a further one a field that repeats the number."""
        if spot.in_note or spot.locked:
            self._refuse(reference, spot)
            return ""
        key = (spot.chapter, reference.number)
        if key in self._marks:
            run = field(
                f"NOTEREF _{self._bookmarks.name(self._marks[key])} \\f \\h",
                str(reference.number),
                properties,
            )
        else:
            self._marks[key] = reference.anchor
            self._check_number(reference, spot)
            mark = element("w:footnoteReference", {"w:id": str(len(self._marks))})
            run = f"<w:r>{properties}{mark}</w:r>"
        return self._bookmarks.within(reference.anchor, run)

    def marked(self) -> Iterator[tuple[int, Note]]:
        """The notes with their ids, in the order of their first marks."""
        for id, key in enumerate(self._marks, 1):
            if key in self._notes:
                yield id, self._notes[key]

    def report_strays(self) -> None:
        """Notes that nothing marks, and marks of notes that are not there."""
        for key, note in self._notes.items():
            if key not in self._marks:
                help = "mark it in the text, or take it out"
                message = f"nothing in the text marks note {note.number}"
                self._report.error("note-without-mark", message, note.span, help, "notes")

    def _check_number(self, reference: NoteReference, spot: Spot) -> None:
        if (spot.chapter, reference.number) not in self._notes:
            message = f"there is no note {reference.number}"
            self._report.error("mark-without-note", message, spot.span, "write the note", spot.part)
        elif len(self._marks) != reference.number:
            message = f"Word numbers note {reference.number} as {len(self._marks)}"
            help = "number notes from 1 in the order of their first marks, over the whole draft"
            self._report.error("note-number-differs", message, spot.span, help, spot.part)

    def _refuse(self, reference: NoteReference, spot: Spot) -> None:
        if spot.in_note:
            message = f"the mark of note {reference.number} stands inside a note"
            self._report.error(
                "note-in-note", message, spot.span, "say it in the text of the note", spot.part
            )
        else:
            message = f"the mark of note {reference.number} stands in the locked part {spot.part}"
            help = "take the note out of the approved text"
            self._report.error("note-in-locked-text", message, spot.span, help, spot.part)
