"""Stretches of a right-to-left text that run from left to right as a whole: numbers to call, addresses, foreign names.

Left to themselves, signs and numbers between right-to-left words go over to the direction of these words (UAX #9), and
`800-273-8255` is shown as `8255-273-800`. So each such stretch is kept apart from what is around it (UAX #9, 6.4).
"""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

RIGHT_TO_LEFT = ("R", "AL", "AN")
WORD = re.compile(r"\S+")
CORE = re.compile(r"\+?[^\W_](?:.*[^\W_])?", re.DOTALL)
JOINERS = frozenset("& – - / + = ≈ < > ±".split())  # signs that stand between two words and belong to both
BRACKETS = {"(": ")", "[": "]"}


@dataclass(frozen=True, slots=True)
class _Word:
    """What stands between two spaces: from its first letter or digit to its last it is the core."""

    start: int
    end: int
    core: tuple[int, int] | None
    lettered: bool
    tail: str

    @classmethod
    def of(cls, found: re.Match[str]) -> "_Word":
        core = CORE.search(found[0])
        bounds = (found.start() + core.start(), found.start() + core.end()) if core else None
        lettered = core is not None and any(map(str.isalpha, core[0]))
        return cls(found.start(), found.end(), bounds, lettered, found[0][core.end() :] if core else found[0])


def islands(text: str, *, single: bool = False) -> Iterator[tuple[str, bool]]:
    """A right-to-left text in pieces, and whether each runs from left to right.

    One word or number needs no help, and is a piece only with `single`.
    """
    end = 0
    for stretch in _stretches(text):
        first, last = _with_brackets(text, *stretch)
        if text[first:last].isalnum() and not single:
            continue
        if first > end:
            yield text[end:first], False
        yield text[first:last], True
        end = last
    if end < len(text) or not text:
        yield text[end:], False


def foreign(text: str) -> Iterator[tuple[str, bool]]:
    """A left-to-right text in pieces, and whether each runs from right to left: from its first letter to its last."""
    end, start, last = 0, -1, -1
    for index, character in enumerate(f"{text}a"):
        kind = unicodedata.bidirectional(character)
        if kind in RIGHT_TO_LEFT:
            start, last = (index if start < 0 else start), index + 1
        elif kind == "L" and start >= 0:
            if start > end:
                yield text[end:start], False
            yield text[start:last], True
            end, start = last, -1
    if end < len(text) or not text:
        yield text[end:], False


def right_to_left(text: str) -> bool:
    """Whether the first letter of a text runs from right to left (UAX #9, P2)."""
    kinds = (unicodedata.bidirectional(character) for character in text)
    return next((kind != "L" for kind in kinds if kind in ("L", "R", "AL")), False)


def _stretches(text: str) -> Iterator[tuple[int, int]]:
    """First and last place of each row of words that belong together."""
    row: list[_Word] = []
    joined = False  # whether a sign waits for the word that follows
    for found in WORD.finditer(text):
        word = _Word.of(found)
        if any(unicodedata.bidirectional(character) in RIGHT_TO_LEFT for character in found[0]):
            yield from _bounds(row)
            row, joined = [], False
        elif word.core is None:
            if found[0] not in JOINERS or joined:
                yield from _bounds(row)
                row = []
            joined = bool(row)
        else:
            if row and not (joined or _belong(row[-1], word)):
                yield from _bounds(row)
                row = []
            row.append(word)
            joined = False
    yield from _bounds(row)


def _belong(left: _Word, right: _Word) -> bool:
    """Whether two words make one name or number: a number may end a name and does not begin one."""
    if left.lettered:
        return not left.tail or (right.lettered and left.tail in (",", ".", ")", ".,"))
    return not right.lettered and left.tail in ("", ")")


def _bounds(row: list[_Word]) -> Iterator[tuple[int, int]]:
    cores = [word.core for word in row if word.core]
    if cores:
        yield cores[0][0], cores[-1][1]


def _with_brackets(text: str, first: int, last: int) -> tuple[int, int]:
    """The same with a bracket before or behind it whose partner is inside."""
    for opening, closing in BRACKETS.items():
        inside = text[first:last]
        if inside.count(closing) > inside.count(opening) and text[:first].endswith(opening):
            first -= 1
        elif inside.count(opening) > inside.count(closing) and text[last:].startswith(closing):
            last += 1
    return first, last
