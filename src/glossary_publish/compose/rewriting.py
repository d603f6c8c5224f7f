"""Blocks made anew with each of their inlines passed through a function."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from glossary_publish.article import (
    Block,
    BulletList,
    Cell,
    Citation,
    Code,
    CodeBlock,
    Definition,
    DefinitionList,
    Emphasis,
    FactList,
    Figure,
    Heading,
    Inline,
    LanguageSpan,
    LineBreak,
    Link,
    ListItem,
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

Blocks = tuple[Block, ...]
Inlines = tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class Rewriter:
    """Takes blocks in reading order; `inline` is given what is inside an inline before the inline itself.

    Only what an author can write is taken: composed blocks hold nothing to rewrite.
    """

    inline: Callable[[Inline], Inline]

    def blocks(self, blocks: Iterable[Block]) -> Blocks:
        """Some blocks, rewritten."""
        return tuple(map(self._block, blocks))

    def _block(self, block: Block) -> Block:
        match block:
            case Heading():
                return replace(block, children=self._inlines(block.children))
            case Paragraph():
                return Paragraph(self._inlines(block.children), block.span, block.role)
            case BulletList():
                return BulletList(self._items(block.items), block.span)
            case OrderedList():
                return OrderedList(self._items(block.items), block.span, block.start)
            case DefinitionList():
                return DefinitionList(tuple(map(self._definition, block.entries)), block.span)
            case Table():
                header, *rows = (tuple(map(self._cell, row)) for row in (block.header, *block.rows))
                return Table(header, tuple(rows), block.span)
            case Quote():
                return Quote(self.blocks(block.blocks), block.span)
            case Figure():
                return replace(block, caption=self._inlines(block.caption))
            case CodeBlock() | FactList() | ReferenceList() | NoteList() | QrCode():
                return block
            case _:
                assert_never(block)

    def _items(self, items: Iterable[ListItem]) -> tuple[ListItem, ...]:
        return tuple(ListItem(self.blocks(item.blocks)) for item in items)

    def _definition(self, entry: Definition) -> Definition:
        terms = tuple(map(self._inlines, entry.terms))
        return Definition(terms, tuple(map(self.blocks, entry.meanings)))

    def _cell(self, cell: Cell) -> Cell:
        return Cell(self._inlines(cell.children), cell.align)

    def _inlines(self, inlines: Iterable[Inline]) -> Inlines:
        return tuple(map(self._inline, inlines))

    def _inline(self, inline: Inline) -> Inline:
        match inline:
            case Text() | Code() | LineBreak():
                return inline
            case Emphasis():
                return self.inline(Emphasis(self._inlines(inline.children)))
            case Strong():
                return self.inline(Strong(self._inlines(inline.children)))
            case LanguageSpan():
                return self.inline(LanguageSpan(inline.language, self._inlines(inline.children)))
            case Link():
                return self.inline(Link(inline.target, self._inlines(inline.children)))
            case Citation() | NoteReference():
                return self.inline(inline)
            case _:
                assert_never(inline)
