"""Marked text, the form in which the engine answers (see engine.js), as a tree."""

import re
from dataclasses import dataclass

TOKEN = re.compile("\x01([^\x02]*)\x02|(\x03)|([^\x01\x03]+)")


@dataclass(frozen=True, slots=True)
class Marked:
    """Characters with a name for how they are set or what they are (`italic`, `doi`, `cite <key>`)."""

    name: str
    children: "tuple[Piece, ...]"


Piece = str | Marked


def parse(text: str) -> tuple[Piece, ...]:
    """The tree of marked text."""
    names, levels = [""], [[]]  # type: tuple[list[str], list[list[Piece]]]
    for opening, closing, characters in TOKEN.findall(text):
        if opening:
            names.append(opening)
            levels.append([])
        elif closing:
            children = tuple(levels.pop())
            levels[-1].append(Marked(names.pop(), children))
        else:
            levels[-1].append(characters)
    return tuple(levels[0])


def plain(pieces: tuple[Piece, ...]) -> str:
    """The characters alone."""
    return "".join(piece if isinstance(piece, str) else plain(piece.children) for piece in pieces)
