"""Everything that stands inside some blocks."""

from collections.abc import Iterable, Iterator
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


def blocks_within(blocks: Iterable[Block]) -> Iterator[Block]:
    """Some blocks and all blocks inside them."""
    for block in blocks:
        yield block
        match block:
            case BulletList() | OrderedList():
                for item in block.items:
                    yield from blocks_within(item.blocks)
            case DefinitionList():
                for entry in block.entries:
                    for meaning in entry.meanings:
                        yield from blocks_within(meaning)
            case Quote():
                yield from blocks_within(block.blocks)
            case NoteList():
                for note in block.notes:
                    yield from blocks_within(note.blocks)
            case (
                Heading()
                | Paragraph()
                | Table()
                | CodeBlock()
                | Figure()
                | FactList()
                | ReferenceList()
                | QrCode()
            ):
                pass
            case _:
                assert_never(block)


def inlines_within(block: Block) -> Iterator[Inline]:
    """The inlines of one block itself, those inside others after them."""
    match block:
        case Heading() | Paragraph():
            yield from _within(block.children)
        case Figure():
            yield from _within(block.caption)
        case DefinitionList():
            for entry in block.entries:
                for term in entry.terms:
                    yield from _within(term)
        case Table():
            for row in (block.header, *block.rows):
                for cell in row:
                    yield from _within(cell.children)
        case FactList():
            for fact in block.facts:
                yield from _within((*fact.label, *fact.value))
        case ReferenceList():
            for reference in block.entries:
                yield from _within(reference.children)
        case BulletList() | OrderedList() | Quote() | CodeBlock() | NoteList() | QrCode():
            pass
        case _:
            assert_never(block)


def _within(inlines: Iterable[Inline]) -> Iterator[Inline]:
    for inline in inlines:
        yield inline
        match inline:
            case Emphasis() | Strong() | LanguageSpan() | Link():
                yield from _within(inline.children)
            case Text() | Code() | LineBreak() | Citation() | NoteReference():
                pass
            case _:
                assert_never(inline)
