"""What a publication says, as leaves."""

from collections.abc import Iterable
from typing import assert_never

from glossary_publish.article import (
    Block,
    BulletList,
    Citation,
    CitationItem,
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
from glossary_publish.diagnostics import Span
from glossary_publish.verify.conservation.leaves import CITED, MARKED, Cited, Leaf, Nest, code_lines, words


def shown(blocks: Iterable[Block]) -> tuple[Leaf, ...]:
    """The leaves of some blocks. A list of references is one leaf without words, notes are left out: others read both."""
    reader = _Reader()
    reader.blocks(blocks)
    return tuple(reader.leaves)


def of_inlines(mark: str, inlines: Iterable[Inline], span: Span) -> Leaf:
    """One leaf."""
    said = _Said()
    said.read(inlines)
    return Leaf(
        mark,
        words("".join(said.text)),
        span.path,
        span.line,
        citations=tuple(said.citations),
        notes=tuple(said.notes),
        links=tuple(said.links),
        languages=tuple(said.languages),
    )


def of_item(item: CitationItem) -> Cited:
    """A source that a citation names."""
    return Cited(item.key, words(item.prefix), words(f"{item.locator} {item.suffix}"), item.label)


class _Said:
    def __init__(self) -> None:
        self.text: list[str] = []
        self.citations: list[tuple[Cited, ...]] = []
        self.notes: list[str] = []
        self.links: list[str] = []
        self.languages: list[str] = []

    def read(self, inlines: Iterable[Inline]) -> None:
        for inline in inlines:
            match inline:
                case Text() | Code():
                    self.text.append(inline.text)
                case LineBreak():
                    self.text.append(" ")
                case Emphasis() | Strong():
                    self.read(inline.children)
                case LanguageSpan():
                    self.languages.append(inline.language)
                    self.read(inline.children)
                case Link():
                    self.links.append(inline.target)
                    self.read(inline.children)
                case Citation():
                    self.text.append(CITED)
                    self.citations.append(tuple(map(of_item, inline.items)))
                case NoteReference():
                    self.text.append(MARKED)
                    self.notes.append(str(inline.number))
                case _:
                    assert_never(inline)


class _Reader:
    def __init__(self) -> None:
        self.leaves: list[Leaf] = []
        self._nest = Nest()

    def blocks(self, blocks: Iterable[Block]) -> None:
        for block in blocks:
            self._block(block)

    def _block(self, block: Block) -> None:
        match block:
            case Heading():
                self._inlines(f"h{block.level}", block.children, block.span)
            case Paragraph():
                self._inlines("p", block.children, block.span)
            case BulletList():
                self._items(("bullet" for _ in block.items), block.items)
            case OrderedList():
                numbers = range(block.start, block.start + len(block.items))
                self._items((f"{number}." for number in numbers), block.items)
            case DefinitionList():
                for entry in block.entries:
                    for term in entry.terms:
                        self._inlines("term", term, block.span)
                    for meaning in entry.meanings:
                        self._within("meaning", meaning)
            case Table():
                for row, cells in enumerate((block.header, *block.rows), 1):
                    for column, cell in enumerate(cells, 1):
                        self._inlines(f"cell {row},{column}", cell.children, block.span)
            case Quote():
                self._within("quote", block.blocks)
            case CodeBlock():
                lines, span = code_lines(block.text), block.span
                self.leaves.append(Leaf(self._nest.mark("code"), lines, span.path, span.line))
            case Figure():
                self._picture("figure", block.alt, block.path, block.span)
                if block.caption:
                    self._inlines("caption", block.caption, block.span)
            case FactList():
                for fact in block.facts:
                    self._inlines("fact", fact.label, block.span)
                    self._inlines("value", fact.value, block.span)
            case QrCode():
                self._picture("qr", block.alt, block.target, block.span)
            case ReferenceList():
                self.leaves.append(Leaf(self._nest.mark("references"), (), block.span.path, block.span.line))
            case NoteList():
                pass
            case _:
                assert_never(block)

    def _items(self, names: Iterable[str], items: Iterable[ListItem]) -> None:
        for name, item in zip(names, items, strict=True):
            self._within(name, item.blocks)

    def _within(self, name: str, blocks: Iterable[Block]) -> None:
        depth = len(self._nest)
        self._nest.enter(name)
        self.blocks(blocks)
        self._nest.leave(depth)

    def _inlines(self, kind: str, inlines: Iterable[Inline], span: Span) -> None:
        self.leaves.append(of_inlines(self._nest.mark(kind), inlines, span))

    def _picture(self, kind: str, alt: str, place: str, span: Span) -> None:
        mark = self._nest.mark(kind)
        self.leaves.append(Leaf(mark, words(alt), span.path, span.line, links=(place,)))
