"""A printed entry as inlines: titles stressed, DOIs and addresses linked, the number left to the list."""

import re
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import groupby
from typing import TypeVar
from urllib.parse import quote

from glossary_publish.article import Emphasis, Inline, Link, Strong, Text
from glossary_publish.bibliography.markup import Piece, parse, plain

Key = TypeVar("Key", str, bool)
RESOLVER = "https://doi.org/"
LABEL = re.compile(r"(.*?)(doi:\s*)?", re.IGNORECASE | re.DOTALL)
ADDRESS = re.compile(r"https?://[^\s<>]*[^\s<>.,;:!?()\[\]'\"”’]/?")
SAFE = "/:;().,_-~!*'"  # what a DOI may have that an address may have too
AFTER_NUMBER = " .:)]"
BEFORE_NUMBER = "(["


@dataclass(frozen=True, slots=True)
class _Run:
    """Characters that are set alike and lead to the same place."""

    text: str
    italic: bool = False
    bold: bool = False
    target: str = ""


@lru_cache(maxsize=1024)  # many articles list the same sources
def inlines(text: str) -> tuple[Inline, ...]:
    """The inlines of an entry in marked text."""
    return _nested(_single_spaced(_linked(_labelled(list(_runs(_unnumbered(parse(text)), _Run("")))))))


def _unnumbered(pieces: tuple[Piece, ...]) -> tuple[Piece, ...]:
    """The pieces without the number and what surrounds it."""
    numbers = [
        place for place, piece in enumerate(pieces) if not isinstance(piece, str) and piece.name == "number"
    ]
    if not numbers:
        return pieces
    before, after = pieces[: numbers[0]], pieces[numbers[0] + 1 :]
    before = tuple(piece.rstrip(BEFORE_NUMBER) if isinstance(piece, str) else piece for piece in before)
    after = tuple(
        piece.lstrip(AFTER_NUMBER) if isinstance(piece, str) and place == 0 else piece
        for place, piece in enumerate(after)
    )
    return before + after


def _runs(pieces: Iterable[Piece], as_set: _Run) -> Iterator[_Run]:
    for piece in pieces:
        if isinstance(piece, str):
            yield replace(as_set, text=piece)
            continue
        match piece.name:
            case "italic" | "upright":
                yield from _runs(piece.children, replace(as_set, italic=piece.name == "italic"))
            case "bold" | "regular":
                yield from _runs(piece.children, replace(as_set, bold=piece.name == "bold"))
            case "number":
                pass
            case "link":
                yield from _runs(piece.children, replace(as_set, target=_target(plain(piece.children))))
            case _:
                yield from _runs(piece.children, as_set)


def _target(words: str) -> str:
    if not words.startswith(("http://", "https://")):
        words = RESOLVER + words
    return RESOLVER + quote(words.removeprefix(RESOLVER), safe=SAFE) if words.startswith(RESOLVER) else words


def _labelled(runs: list[_Run]) -> Iterator[_Run]:
    """The runs, with `doi:` made part of the link that it stands before."""
    for run, following in zip(runs, [*runs, _Run("")][1:], strict=True):
        found = LABEL.fullmatch(run.text)
        if found and found[2] and not run.target and following.target.startswith(RESOLVER):
            yield replace(run, text=found[1])
            yield replace(run, text=found[2], target=following.target)
        else:
            yield run


def _linked(runs: Iterable[_Run]) -> Iterator[_Run]:
    """The runs, with web addresses that the style prints as plain text made links."""
    for run in runs:
        place = 0
        for found in () if run.target else ADDRESS.finditer(run.text):
            yield replace(run, text=run.text[place : found.start()])
            yield replace(run, text=found[0], target=found[0])
            place = found.end()
        yield replace(run, text=run.text[place:])


def _single_spaced(runs: Iterable[_Run]) -> list[_Run]:
    """The runs without spaces at the ends and without two spaces in a row."""
    spaced, last = [], " "
    for run in runs:
        text = re.sub(r" {2,}", " ", run.text)
        text = text[1:] if last == " " and text.startswith(" ") else text
        if text:
            spaced.append(replace(run, text=text))
            last = text[-1]
    while spaced and not spaced[-1].text.rstrip(" "):
        spaced.pop()
    if spaced:
        spaced[-1] = replace(spaced[-1], text=spaced[-1].text.rstrip(" "))
    return spaced


def _nested(runs: Iterable[_Run]) -> tuple[Inline, ...]:
    """Links around stress around weight around text."""
    return _wrapped(runs, lambda run: run.target, Link, _stressed)


def _stressed(runs: Iterable[_Run]) -> tuple[Inline, ...]:
    return _wrapped(runs, lambda run: run.italic, lambda _, children: Emphasis(children), _weighted)


def _weighted(runs: Iterable[_Run]) -> tuple[Inline, ...]:
    return _wrapped(runs, lambda run: run.bold, lambda _, children: Strong(children), _text)


def _text(runs: Iterable[_Run]) -> tuple[Inline, ...]:
    return (Text("".join(run.text for run in runs)),)


def _wrapped(
    runs: Iterable[_Run],
    key: Callable[[_Run], Key],
    wrap: Callable[[Key, tuple[Inline, ...]], Inline],
    inner: Callable[[Iterable[_Run]], tuple[Inline, ...]],
) -> tuple[Inline, ...]:
    """Neighbours with the same key as one inline; those without a key as they are."""
    found: list[Inline] = []
    for value, group in groupby(runs, key):
        children = inner(group)
        found.extend((wrap(value, children),) if value else children)
    return tuple(found)
