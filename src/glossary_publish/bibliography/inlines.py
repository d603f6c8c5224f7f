"""A printed entry as inlines: titles stressed, DOIs and addresses linked, the number left to the list."""

import re
from collections.abc import Iterable, Iterator
from urllib.parse import quote

from glossary_publish.article import Emphasis, Inline, Link, Strong, Text
from glossary_publish.bibliography.markup import Marked, Piece, parse, plain

LINK = "doi"
RESOLVER = "https://doi.org/"
DOI_LABEL = re.compile(r"doi:\s*$", re.IGNORECASE)


def inlines(text: str) -> tuple[Inline, ...]:
    """The inlines of an entry in marked text."""
    return tuple(_joined(_inlines(_labelled(parse(text)))))


def _labelled(pieces: tuple[Piece, ...]) -> Iterator[Piece]:
    """The pieces, with the target in the name of each link, and `doi:` moved into the link that follows it."""
    label = ""
    for piece in pieces:
        if isinstance(piece, str):
            yield label
            found = DOI_LABEL.search(piece)
            label = found[0] if found else ""
            yield piece.removesuffix(label)
        elif piece.name == LINK:
            yield Marked(f"{LINK} {_target(plain(piece.children))}", (label, *piece.children))
            label = ""
        else:
            yield label
            label = ""
            yield piece
    yield label


def _inlines(pieces: Iterable[Piece]) -> Iterator[Inline]:
    for piece in pieces:
        if isinstance(piece, str):
            yield Text(piece)
            continue
        children = tuple(_joined(_inlines(piece.children)))
        match piece.name:
            case "margin":
                pass
            case "italic":
                yield Emphasis(children)
            case "bold":
                yield Strong(children)
            case name if name.startswith(f"{LINK} "):
                yield Link(name.removeprefix(f"{LINK} "), children)
            case _:
                yield from children


def _target(words: str) -> str:
    if words.startswith(("http://", "https://")):
        return words
    return RESOLVER + quote(words, safe="/:;().,_-~!*'")


def _joined(found: Iterator[Inline]) -> Iterator[Inline]:
    text = ""
    for inline in found:
        if isinstance(inline, Text):
            text += inline.text
            continue
        if text:
            yield Text(text)
        text = ""
        yield inline
    if text:
        yield Text(text)
