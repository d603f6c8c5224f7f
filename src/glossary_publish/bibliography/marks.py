"""A printed citation as marks: what stands for a reference leads to it, brackets and separators lead nowhere."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from glossary_publish.article import Mark
from glossary_publish.bibliography.markup import Piece, parse, plain

CITE = "cite "
AROUND = ("before", "after")  # words of the author beside a source
OPENING = "[("
CLOSING = {"[": "]", "(": ")"}
SEPARATORS = (",", ";")


def marks(text: str, prefix: str, suffix: str, anchors: Mapping[str, str]) -> tuple[Mark, ...]:
    """The marks of one citation in marked text; `prefix` and `suffix` are what the style puts around it.

    Superscripts would shrink below the smallest size that readers can make out: they become brackets,
    unless the style has brackets already.
    """
    pieces = parse(text)
    if _superscript(pieces) and not (prefix + plain(pieces)).startswith(tuple(OPENING)):
        prefix, suffix = "[" + prefix, suffix + "]"
    found = [Mark(prefix), *_marks(pieces, "", anchors), Mark(suffix)]
    joined = _joined(_spaced([mark for mark in found if mark.text]))
    return tuple(part for mark in joined for part in _bare(mark))


def _superscript(pieces: tuple[Piece, ...]) -> bool:
    """Whether a style raises its citations, as a whole or one by one."""
    marked = [piece for piece in pieces if not isinstance(piece, str)]
    return any(piece.name == "superscript" or _superscript(piece.children) for piece in marked)


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
        words = not mark.target and mark.text[:1].isalpha() and last.text.endswith(SEPARATORS)
        yield replace(mark, text=" " + mark.text) if words else mark


def _joined(found: Iterable[Mark]) -> Iterator[Mark]:
    """Neighbours that lead to the same place as one mark."""
    last = Mark("")
    for mark in found:
        if mark.target == last.target:
            last = replace(last, text=last.text + mark.text)
            continue
        if last.text:
            yield last
        last = mark
    if last.text:
        yield last


def _bare(mark: Mark) -> Iterator[Mark]:
    """A mark without the brackets that some styles put around each source (`[2, p. 4], [5]`)."""
    opening = mark.text[:1]
    if mark.target and CLOSING.get(opening, " ") == mark.text[-1]:
        yield from (Mark(opening), replace(mark, text=mark.text[1:-1]), Mark(CLOSING[opening]))
    else:
        yield mark
