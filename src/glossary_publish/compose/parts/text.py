"""The article's own text and its footnotes."""

from glossary_publish.article import NoteList
from glossary_publish.compose.parts.pieces import heading
from glossary_publish.compose.prepared import Prepared
from glossary_publish.publication import Part


def body(made: Prepared) -> Part | None:
    """The text."""
    blocks = made.text.body
    return Part("body", blocks, blocks[0].span) if blocks else None


def notes(made: Prepared, *, native: bool) -> Part | None:
    """The footnotes; a format that has footnotes of its own needs no heading for them."""
    notes = made.text.notes
    if not notes:
        return None
    span = notes[0].span
    listed = NoteList(notes, span)
    return Part("notes", (listed,) if native else (heading(made.wording, "notes", span), listed), span)
