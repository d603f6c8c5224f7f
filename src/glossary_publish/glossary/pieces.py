"""The pieces that a translator translates one by one: the texts of the front matter, and the blocks of the text."""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import assert_never

from glossary_publish.article import (
    Article,
    Block,
    BulletList,
    Citation,
    CodeBlock,
    DefinitionList,
    FactList,
    Figure,
    Heading,
    Link,
    NoteList,
    NoteReference,
    OrderedList,
    Paragraph,
    QrCode,
    Quote,
    ReferenceList,
    Table,
)
from glossary_publish.diagnostics import Span
from glossary_publish.glossary.mentions import ARTICLE_LINK
from glossary_publish.glossary.walking import blocks_within, inlines_within
from glossary_publish.publication import sha256, texts
from glossary_publish.workspace import decode

HASH = 8  # characters: enough to tell the versions of one block apart
LABEL = 5  # words
WORD = re.compile(r"\w+")
FIELDS = (
    "title term also_known_as description category key_points actions questions_to_ask".split()
)  # what is printed of the front matter, apart from dates, names and numbers


@dataclass(frozen=True, slots=True)
class Piece:
    """A block of an article. `label` says which one it is, `kind` what a translation of it has to be too.

    `field` is its key in the front matter, empty for blocks of the text.
    """

    hash: str
    label: str
    kind: str
    span: Span
    field: str = ""


def pieces_of(article: Article) -> tuple[Piece, ...]:
    """Every piece of an article, in the order of its file. Each line of the text belongs to one."""
    return (*_fields(article), *_blocks(article))


def record(article: Article) -> str:
    """What a translation of an article writes into its front matter."""
    lines = (f"    - {piece.hash} {piece.label}\n" for piece in pieces_of(article))
    return f"translates:\n  version: {article.version}\n  blocks:\n{''.join(lines)}"


def _fields(article: Article) -> Iterator[Piece]:
    there = dict(article.places)
    for key in FIELDS:
        if key in there:
            value = getattr(article, key)
            lines = [value] if isinstance(value, str) else [line.text for line in value]
            kind = f"list of {len(lines)}" if key != "also_known_as" and len(lines) > 1 else ""
            yield Piece(_hash("\n".join((key, *lines))), key, kind, there[key], key)


def _blocks(article: Article) -> Iterator[Piece]:
    lines = decode(article.source, article.path).split("\n")
    found: list[tuple[Span, str, Sequence[Block]]] = [
        (block.span, kind_of([block]), [block]) for block in article.blocks
    ]
    found += [(note.span, f"note: {kind_of(note.blocks)}", note.blocks) for note in article.notes]
    found.sort(key=lambda one: one[0].line)
    ends = [*(span.line for span, _, _ in found[1:]), len(lines) + 1]
    for (span, kind, blocks), end in zip(found, ends, strict=True):
        yield Piece(_hash("\n".join(lines[span.line - 1 : end - 1])), _label(blocks), kind, span)


def _hash(text: str) -> str:
    """Where lines are broken does not matter."""
    return sha256(" ".join(unicodedata.normalize("NFC", text).split()).encode())[:HASH]


def _label(blocks: Sequence[Block]) -> str:
    words = [word for text in texts(blocks) for word in WORD.findall(text)]
    return " ".join(words[:LABEL])


def kind_of(blocks: Sequence[Block]) -> str:
    """What a translation has to keep of some blocks: what they are, cite, mark and link to."""
    inner = list(blocks_within(blocks))
    inlines = [inline for block in inner for inline in inlines_within(block)]
    cited = {item.key for inline in inlines if isinstance(inline, Citation) for item in inline.items}
    linked = {
        inline.target.removeprefix(ARTICLE_LINK)
        for inline in inlines
        if isinstance(inline, Link) and inline.target.startswith(ARTICLE_LINK)
    }
    notes = sum(isinstance(inline, NoteReference) for inline in inlines)
    facts = [
        f"{word} {', '.join(sorted(names))}"
        for word, names in (("citing", cited), ("linking to", linked))
        if names
    ]
    facts += [f"with {notes} note marks"] if notes else []
    return " ".join([", ".join(map(_name, inner)), *facts])


def _name(block: Block) -> str:
    match block:
        case Heading():
            return f"heading of level {block.level}"
        case Paragraph():
            return "paragraph"
        case BulletList():
            return f"list of {len(block.items)}"
        case OrderedList():
            return f"numbered list of {len(block.items)}"
        case DefinitionList():
            return f"list of {len(block.entries)} terms"
        case Table():
            return f"table of {len(block.rows)} rows and {len(block.header)} columns"
        case Quote():
            return "quotation"
        case CodeBlock():
            return "code"
        case Figure():
            return "figure"
        case FactList() | ReferenceList() | NoteList() | QrCode():
            return "composed block"
        case _:
            assert_never(block)
