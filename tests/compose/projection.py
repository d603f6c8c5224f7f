"""A publication as readable text, for goldens."""

from collections.abc import Iterable, Iterator
from dataclasses import fields
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
from glossary_publish.publication import Part, Publication


def projected(publication: Publication) -> str:
    """Everything that a publication says."""
    return "\n".join(_lines(publication)) + "\n"


def _lines(publication: Publication) -> Iterator[str]:
    for field in fields(publication.metadata):
        yield f"{field.name}: {getattr(publication.metadata, field.name)}"
    for part in publication.front:
        yield from _part("front", part)
    for chapter in publication.chapters:
        for part in chapter.parts:
            yield from _part(f"chapter {chapter.slug}", part)
    for part in publication.back:
        yield from _part("back", part)
    yield "\n=== furniture and words"
    yield from (f"{line.id}: {line.text}" for line in publication.furniture)
    yield from (f"{key}: {text}" for key, text in publication.words)
    yield "\n=== made from"
    yield from (path for path, _ in publication.sources)


def _part(place: str, part: Part) -> Iterator[str]:
    stamp = f" {part.stamp.id}@{part.stamp.version}" if part.stamp else ""
    yield f"\n=== {part.id} ({place}{', locked' if part.locked else ''}{stamp}) {part.span}"
    for block in part.blocks:
        yield from _block(block)


def _block(block: Block) -> Iterator[str]:
    match block:
        case Heading():
            classes = "".join(f" .{name}" for name in block.classes)
            yield f"{'#' * block.level} {said(block.children)} {{#{block.anchor}{classes}}}"
        case Paragraph():
            yield f"{f'<{block.role}> ' * bool(block.role)}{said(block.children)}"
        case BulletList():
            for item in block.items:
                yield from _item("-", item)
        case OrderedList():
            for number, item in enumerate(block.items, block.start):
                yield from _item(f"{number}.", item)
        case DefinitionList():
            for entry in block.entries:
                yield from (said(term) for term in entry.terms)
                for meaning in entry.meanings:
                    yield from _indented(":", meaning)
        case Table():
            for row in (block.header, *block.rows):
                yield " | ".join(said(cell.children) for cell in row)
        case Quote():
            yield from _indented(">", block.blocks)
        case CodeBlock():
            yield f"```{block.text}```"
        case Figure():
            yield f"!({block.path}) {block.alt} / {said(block.caption)}"
        case FactList():
            yield from (f"{said(fact.label)} = {said(fact.value)}" for fact in block.facts)
        case ReferenceList():
            for reference in block.entries:
                cited = " ".join(reference.cited_at)
                yield f"{reference.number}. {said(reference.children)} {{#{reference.anchor} < {cited}}}"
        case NoteList():
            for note in block.notes:
                yield from _indented(
                    f"{note.number} {{#{note.anchor} < {' '.join(note.marked_at)}}}", note.blocks
                )
        case QrCode():
            yield f"QR {block.target} / {block.alt}"
        case _:
            assert_never(block)


def _item(sign: str, item: ListItem) -> Iterator[str]:
    yield from _indented(sign, item.blocks)


def _indented(sign: str, blocks: Iterable[Block]) -> Iterator[str]:
    for index, line in enumerate(line for block in blocks for line in _block(block)):
        yield f"{' ' * len(sign) if index else sign} {line}"


def said(inlines: Iterable[Inline]) -> str:
    """Inlines with their marks."""
    return "".join(map(_inline, inlines))


def _inline(inline: Inline) -> str:
    match inline:
        case Text():
            return inline.text
        case Emphasis():
            return f"*{said(inline.children)}*"
        case Strong():
            return f"**{said(inline.children)}**"
        case Code():
            return f"`{inline.text}`"
        case LineBreak():
            return "⏎"
        case LanguageSpan():
            return f"{{{inline.language}: {said(inline.children)}}}"
        case Link():
            return f"[{said(inline.children)}]({inline.target})"
        case Citation():
            marks = "".join(
                f"{mark.text}→{mark.target} " if mark.target else mark.text for mark in inline.marks
            )
            return f"⟨{inline.anchor} {marks}⟩"
        case NoteReference():
            return f"^{inline.number}⟨{inline.anchor}⟩"
        case _:
            assert_never(inline)
