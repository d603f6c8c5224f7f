"""The assembled document: the ordered parts that every format must show, word for word and nothing else."""

import hashlib
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date
from typing import assert_never

from glossary_publish.article import (
    Block,
    BulletList,
    Citation,
    Code,
    CodeBlock,
    DefinitionList,
    Emphasis,
    FactList,
    Figure,
    Heading,
    Inline,
    LanguageSpan,
    LineBreak,
    Link,
    NoteList,
    NoteReference,
    OrderedList,
    Paragraph,
    QrCode,
    Quote,
    ReferenceList,
    Strong,
    Table,
    Text,
)
from glossary_publish.diagnostics import Span

UNPARTED = re.compile("[\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")  # hiragana, katakana, Han
SPOKEN = re.compile(r"[^\W_]")  # a letter or a digit


@dataclass(frozen=True, slots=True)
class Stamp:
    """Which boilerplate text a part carries: id, version and the SHA-256 of its text in normal form."""

    id: str
    version: str
    text_hash: str


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of the document with one job. `id` is a row of the part table (`disclaimer`, `body`, …).

    `locked` parts (boilerplate, references) may not be edited in a Word draft.
    """

    id: str
    blocks: tuple[Block, ...]
    span: Span
    locked: bool = False
    stamp: Stamp | None = None


@dataclass(frozen=True, slots=True)
class Chapter:
    """One article's own text within the publication."""

    slug: str
    title: str
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Image:
    """An image as it stands in content/: `path` is what `Figure.path` names."""

    path: str
    media_type: str
    data: bytes
    width: int
    height: int


@dataclass(frozen=True, slots=True)
class Metadata:
    """Facts about the document that every format carries in its own metadata.

    `identifier` is a urn:uuid (version 5) of glossary and slug, stable over versions; `code` is the edition code;
    `source_hash` the SHA-256 of the article file; `address` the article's web address or empty.
    """

    slug: str
    language: str
    direction: str
    title: str
    term: str
    description: str
    category: str
    publisher: str
    reviewer: str
    licence: str
    licence_url: str
    version: str
    updated: date
    review_due: date | None
    identifier: str
    address: str
    code: str
    source_hash: str
    keywords: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Furniture:
    """A line that repeats on pages (page foot, page head). `{page}` and `{pages}` stand for the numbers."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Publication:
    """Everything an edition says. Renderers add, drop, reorder and reword nothing.

    `words` are the strings of the layout that a renderer needs for furniture and labels (backlink label,
    contents heading, …), by key. `sources` are the files the publication was made from, by project-relative path.
    `left_out` are those of them of which no edition can be made: articles or translations that other articles name
    as related. `clinic` is the slug of the clinic that it is for, or empty.
    """

    metadata: Metadata
    front: tuple[Part, ...]
    chapters: tuple[Chapter, ...]
    back: tuple[Part, ...]
    furniture: tuple[Furniture, ...]
    images: tuple[Image, ...] = ()
    words: tuple[tuple[str, str], ...] = ()
    sources: tuple[tuple[str, bytes], ...] = field(default=(), repr=False)
    left_out: tuple[str, ...] = ()
    clinic: str = ""

    @property
    def parts(self) -> Iterator[Part]:
        """All parts in reading order."""
        yield from self.front
        for chapter in self.chapters:
            yield from chapter.parts
        yield from self.back

    def word(self, key: str) -> str:
        """A string of the layout; a missing one is a fault in the tool and raises `KeyError`."""
        return dict(self.words)[key]

    def image(self, path: str) -> Image:
        """The image that a figure names; raises `KeyError` for one that composing did not bring along."""
        return {image.path: image for image in self.images}[path]


def sha256(data: bytes) -> str:
    """Hexadecimal SHA-256."""
    return hashlib.sha256(data).hexdigest()


# --- the text of blocks, for the hash that a stamp carries -----------------------------------------


def text_hash(blocks: Iterable[Block]) -> str:
    """SHA-256 of the texts of some blocks in normal form, one to a line: what a `Stamp` carries.

    Every heading, paragraph, term, cell, … is a line; a picture is the line of its alternative text. Note
    marks and the numbers of lists are no text. `verify` works the same hash out from a finished file.
    """
    plain = (unicodedata.normalize("NFC", text.replace("\u00ad", "")) for text in texts(blocks))
    return sha256("\n".join(" ".join(text.split()) for text in plain).encode())


def texts(blocks: Iterable[Block]) -> Iterator[str]:
    """The text of each smallest block in reading order."""
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield plain_text(block.children)
            case BulletList() | OrderedList():
                for item in block.items:
                    yield from texts(item.blocks)
            case DefinitionList():
                for entry in block.entries:
                    yield from map(plain_text, entry.terms)
                    for meaning in entry.meanings:
                        yield from texts(meaning)
            case Table():
                for row in (block.header, *block.rows):
                    yield from (plain_text(cell.children) for cell in row)
            case Quote():
                yield from texts(block.blocks)
            case CodeBlock():
                yield block.text
            case Figure():
                yield block.alt
                if block.caption:
                    yield plain_text(block.caption)
            case FactList():
                for fact in block.facts:
                    yield from (plain_text(fact.label), plain_text(fact.value))
            case ReferenceList():
                yield from (plain_text(entry.children) for entry in block.entries)
            case NoteList():
                for note in block.notes:
                    yield from texts(note.blocks)
            case QrCode():
                yield block.alt
            case _:
                assert_never(block)


def word_count(text: str) -> int:
    """How many words a text has. Where no spaces part them (Han, kana), two characters count as one word."""
    parted, letters = UNPARTED.subn(" ", text)
    return sum(SPOKEN.search(word) is not None for word in parted.split()) + -(-letters // 2)


def plain_text(inlines: Iterable[Inline]) -> str:
    """The words of some inlines: citation marks are text, note marks are not, a line break is a space."""
    return "".join(map(_words, inlines))


def _words(inline: Inline) -> str:
    match inline:
        case Text() | Code():
            return inline.text
        case LineBreak():
            return " "
        case Emphasis() | Strong() | LanguageSpan() | Link():
            return plain_text(inline.children)
        case Citation():
            return "".join(mark.text for mark in inline.marks)
        case NoteReference():
            return ""
        case _:
            assert_never(inline)
