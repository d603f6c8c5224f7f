"""The contents of a book as a tree of headings, for the navigation document and the NCX."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import assert_never

from glossary_publish.article import (
    Citation,
    Code,
    Emphasis,
    Heading,
    Inline,
    LanguageSpan,
    LineBreak,
    Link,
    NoteReference,
    Strong,
    Text,
)
from glossary_publish.publication import Part, Publication


@dataclass(slots=True)
class Entry:
    """A heading in the contents: where it leads, its words, what is below it; `order` counts from 1."""

    href: str
    words: str
    level: int
    order: int
    below: "list[Entry]" = field(default_factory=list)

    @property
    def depth(self) -> int:
        """How many levels this entry and all below it take."""
        return 1 + max((entry.depth for entry in self.below), default=0)


def contents(publication: Publication, document: str) -> list[Entry]:
    """The tree of all headings; `document` is the file that holds them."""
    top: list[Entry] = []
    open_entries: list[Entry] = []
    for order, heading in enumerate(headings(publication.parts), 1):
        entry = Entry(f"{document}#{heading.anchor}", plain(heading.children), heading.level, order)
        while open_entries and open_entries[-1].level >= heading.level:
            open_entries.pop()
        (open_entries[-1].below if open_entries else top).append(entry)
        open_entries.append(entry)
    return top


def headings(parts: Iterable[Part]) -> Iterator[Heading]:
    """The headings of some parts in reading order."""
    for part in parts:
        yield from (block for block in part.blocks if isinstance(block, Heading))


def plain(inlines: Iterable[Inline]) -> str:
    """The words of some inlines without their markup; note marks are no words."""
    return "".join(_words(inline) for inline in inlines)


def _words(inline: Inline) -> str:
    match inline:
        case Text() | Code():
            return inline.text
        case LineBreak():
            return " "
        case Emphasis() | Strong() | LanguageSpan() | Link():
            return plain(inline.children)
        case Citation():
            return "".join(mark.text for mark in inline.marks)
        case NoteReference():
            return ""
        case _:
            assert_never(inline)
