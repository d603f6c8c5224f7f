"""The items that every format must show, from the publication."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import assert_never

from glossary_publish.article import (
    Block,
    BulletList,
    Code,
    CodeBlock,
    Definition,
    DefinitionList,
    FactList,
    Figure,
    Heading,
    Inline,
    ListItem,
    Note,
    NoteList,
    OrderedList,
    Paragraph,
    QrCode,
    Quote,
    ReferenceEntry,
    ReferenceList,
    Table,
)
from glossary_publish.diagnostics import Span
from glossary_publish.publication import Part, Publication
from glossary_publish.same import Same
from glossary_publish.verify.inspection import Item, Kind
from glossary_publish.verify.normal import normal
from glossary_publish.verify.spoken import spoken

PARTS_KEPT = 32


@dataclass(frozen=True, slots=True)
class Expected:
    """An item that has to be there, the part it belongs to and the place in the source that it comes from."""

    part: str
    span: Span
    item: Item


@dataclass(frozen=True, slots=True)
class _Around:
    """What is around a block: its containers, its part, and what plain words in it are."""

    part: str
    language: str
    within: tuple[str, ...] = ()
    kind: Kind = Kind.PARAGRAPH
    stamp: str = ""
    locked: bool = False

    def inside(self, container: str, kind: Kind = Kind.PARAGRAPH) -> "_Around":
        return replace(self, within=(*self.within, container), kind=kind)

    def item(self, kind: Kind, inlines: Iterable[Inline], span: Span, label: str = "") -> Expected:
        words = spoken(inlines, self.language)
        links, languages, notes = words.links, words.languages, words.notes
        item = Item(
            kind, words.text, 0, self.within, label, "", "", links, languages, notes, self.stamp, self.locked
        )
        return Expected(self.part, span, item)

    def picture(self, alt: str, span: Span) -> Expected:
        item = Item(
            Kind.FIGURE, "", within=self.within, alt=normal(alt), stamp=self.stamp, locked=self.locked
        )
        return Expected(self.part, span, item)


def expected_items(publication: Publication, format: str) -> tuple[Expected, ...]:
    """Every item in reading order.

    The formats differ in two things: Word keeps footnotes outside the text, so they are read after it, and
    only Word can lock a part.
    """
    word = format == "docx"
    parts = list(publication.parts)
    if word:
        parts.sort(key=_is_notes)
    language = publication.metadata.language
    return tuple(item for part in parts for item in _part(Same(part), language, part.locked and word))


def _is_notes(part: Part) -> bool:
    return part.id == "notes"


@lru_cache(maxsize=PARTS_KEPT)
def _part(same: Same[Part], language: str, locked: bool) -> tuple[Expected, ...]:
    """The items of a part; the editions of an article have most parts in common, and come soon after each other."""
    part = same.value
    stamp = f"{part.stamp.id}@{part.stamp.version}" if part.stamp else ""
    return tuple(_blocks(part.blocks, _Around(part.id, language, stamp=stamp, locked=locked)))


def _blocks(blocks: Iterable[Block], around: _Around) -> Iterator[Expected]:
    for block in blocks:
        yield from _block(block, around)


def _block(block: Block, around: _Around) -> Iterator[Expected]:
    match block:
        case Heading():
            expected = around.item(Kind.HEADING, block.children, block.span)
            yield _with(expected, level=block.level, anchor=block.anchor)
        case Paragraph():
            yield around.item(around.kind, block.children, block.span)
        case BulletList():
            for item in block.items:
                yield from _list_item(item, "bullet", block.span, around.inside("bullet"))
        case OrderedList():
            for number, item in enumerate(block.items, block.start):
                yield from _list_item(item, str(number), block.span, around.inside("ordered"))
        case DefinitionList():
            for entry in block.entries:
                yield from _definition(entry, block.span, around.inside("definitions"))
        case Table():
            yield from _table(block, around)
        case Quote():
            yield from _blocks(block.blocks, around.inside("quote"))
        case CodeBlock():
            yield around.item(Kind.CODE, (Code(block.text),), block.span)
        case Figure():
            yield around.picture(block.alt, block.span)
            if block.caption:
                yield around.item(Kind.CAPTION, block.caption, block.span)
        case FactList():
            for fact in block.facts:
                yield around.item(Kind.FACT_LABEL, fact.label, block.span)
                yield around.item(Kind.FACT_VALUE, fact.value, block.span)
        case ReferenceList():
            yield from (_reference(entry, around) for entry in block.entries)
        case NoteList():
            for note in block.notes:
                yield from _note(note, around)
        case QrCode():
            yield around.picture(block.alt, block.span)
        case _:
            assert_never(block)


def _list_item(item: ListItem, label: str, span: Span, around: _Around) -> Iterator[Expected]:
    """The first item inside carries the label, unless it has that of a list or cell inside."""
    first, *others = list(_blocks(item.blocks, around)) or [around.item(Kind.PARAGRAPH, (), span)]
    yield _with(first, label=first.item.label or label)
    yield from others


def _definition(entry: Definition, span: Span, around: _Around) -> Iterator[Expected]:
    for term in entry.terms:
        yield around.item(Kind.TERM, term, span)
    for meaning in entry.meanings:
        yield from _blocks(meaning, replace(around, kind=Kind.MEANING))


def _table(table: Table, around: _Around) -> Iterator[Expected]:
    for row, cells in enumerate((table.header, *table.rows), 1):
        kind = Kind.HEADER_CELL if row == 1 else Kind.CELL
        for column, cell in enumerate(cells, 1):
            yield around.item(kind, cell.children, table.span, f"{row},{column}")


def _reference(entry: ReferenceEntry, around: _Around) -> Expected:
    label = str(entry.number) if entry.number else ""
    return _with(around.item(Kind.REFERENCE, entry.children, entry.span, label), anchor=entry.anchor)


def _note(note: Note, around: _Around) -> Iterator[Expected]:
    around = replace(around, kind=Kind.NOTE)
    first, *others = list(_blocks(note.blocks, around)) or [around.item(Kind.NOTE, (), note.span)]
    yield _with(first, label=first.item.label or str(note.number), anchor=note.anchor)
    yield from others


def _with(expected: Expected, level: int = 0, label: str = "", anchor: str = "") -> Expected:
    old = expected.item
    item = replace(old, level=level or old.level, label=label or old.label, anchor=anchor or old.anchor)
    return Expected(expected.part, expected.span, item)
