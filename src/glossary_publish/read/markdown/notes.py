"""The footnotes of a text: their marks in order, and what each label stands for."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from glossary_publish.article import Note
from glossary_publish.diagnostics import Span
from glossary_publish.read.markdown.source import Source

if TYPE_CHECKING:
    from glossary_publish.read.markdown.blocks import Reader


@dataclass(slots=True)
class Notes:
    """The labels in the order of their first mark, with number and place."""

    source: Source
    marks: dict[str, tuple[int, Span]] = field(default_factory=dict)
    inside: bool = False  # while the text of a note is read

    def mark(self, label: str, span: Span) -> int:
        """The number of the note whose mark stands at `span`."""
        if self.inside:
            message = f"the mark of note {label!r} stands in a note"
            self.source.error("nested-note", message, span, "say it in the note itself, or in the text")
            return 0
        return self.marks.setdefault(label, (len(self.marks) + 1, span))[0]


def read_notes(reader: "Reader") -> tuple[Note, ...]:
    """The notes in the order of their marks, once all other blocks are read."""
    source, notes = reader.source, reader.notes
    notes.inside = True
    found: dict[str, Note] = {}
    for first, tokens in reader.definitions:
        label, span = first.meta["label"], source.block(first)
        if label in found:
            source.error("duplicate-note", f"note {label!r} is written twice", span, "keep one of them")
            continue
        if label not in notes.marks:
            source.error(
                "unused-note", f"no mark leads to note {label!r}", span, f"write [^{label}] in the text"
            )
        number = notes.marks.get(label, (0, span))[0]
        blocks = reader.nested("note", tokens)
        if not blocks:
            source.error(
                "empty-note", f"note {label!r} has no words", span, "write its words after the colon"
            )
        found[label] = Note(number, f"note-{number}", blocks, span)
    for label, (_, span) in notes.marks.items():
        if label not in found:
            help = f"write a line that begins with [^{label}]: and holds the note"
            source.error("undefined-note", f"there is no note {label!r}", span, help)
    return tuple(sorted(found.values(), key=lambda note: note.number))
