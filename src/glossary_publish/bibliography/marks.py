"""A printed citation as marks: what stands for a reference leads to it, brackets and separators lead nowhere."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from glossary_publish.article import Mark
from glossary_publish.bibliography.markup import Piece, parse

CITE = "cite "
AROUND = ("before", "after")
OPENING = ("[", "(")
SEPARATORS = (",", ";")


def marks(text: str, prefix: str, suffix: str, anchors: Mapping[str, str]) -> tuple[Mark, ...]:
    """The marks of one citation in marked text; `prefix` and `suffix` are what the style puts around it.

    Superscripts would shrink below the smallest size that readers can make out: they become brackets,
    unless the style has brackets already.
    """
    pieces = parse(text)
    if _superscript(pieces) and not prefix.startswith(OPENING):
        prefix, suffix = "[" + prefix, suffix + "]"
    found = [Mark(prefix), *_marks(pieces, "", anchors), Mark(suffix)]
    return tuple(_joined(_spaced([mark for mark in found if mark.text])))


def _superscript(pieces: tuple[Piece, ...]) -> bool:
    return len(pieces) == 1 and not isinstance(pieces[0], str) and pieces[0].name == "superscript"


def _marks(pieces: tuple[Piece, ...], target: str, anchors: Mapping[str, str]) -> Iterator[Mark]:
    for piece in pieces:
        if isinstance(piece, str):
            yield Mark(piece, target)
        elif piece.name.startswith(CITE):
            yield from _marks(piece.children, anchors[piece.name.removeprefix(CITE)], anchors)
        else:
            yield from _marks(piece.children, "" if piece.name in AROUND else target, anchors)


def _spaced(found: Sequence[Mark]) -> Iterator[Mark]:
    """The marks, with a space where words follow a separator that brings none (`[1,see 2]`)."""
    for mark, last in zip(found, (Mark(""), *found), strict=False):
        words = not mark.target and mark.text[:1].isalpha() and last.text[-1:] in SEPARATORS
        yield replace(mark, text=" " + mark.text) if words else mark


def _joined(found: Iterator[Mark]) -> Iterator[Mark]:
    last = next(found, None)
    for mark in found:
        if last is not None and mark.target == last.target:
            last = Mark(last.text + mark.text, mark.target)
            continue
        if last is not None:
            yield last
        last = mark
    if last is not None:
        yield last
