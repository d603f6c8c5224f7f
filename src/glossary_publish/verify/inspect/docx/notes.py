"""Footnotes, read after the text in the order of their marks."""

from dataclasses import replace

from glossary_publish.verify.inspect.docx.items import Around, ItemReader
from glossary_publish.verify.inspect.docx.stories import Document, Story
from glossary_publish.verify.inspect.docx.wordml import others
from glossary_publish.verify.inspection import Fault


def read_notes(document: Document, story: Story, around: Around) -> None:
    """The items of all notes; the first of each carries its number."""
    items, faults = document.heard.items, document.heard.faults
    faults += others(story.root, ("footnote",), story.place)
    reader = ItemReader(document, story)
    for number, note in document.marks.notes():
        first, before = len(items), len(reader.numbered)
        reader.blocks(note, around)
        numbered = reader.numbered[before:]
        if numbered != [True] + [False] * (len(numbered) - 1):
            faults.append(
                Fault("note-without-number", f"note {number} does not begin with its number", story.place)
            )
        if len(items) > first:
            items[first] = replace(items[first], label=items[first].label or number)
