"""The smallest stretches of a text, each with its words: what raw sources and a publication are compared by."""

import re
import unicodedata
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from glossary_publish.verify.conservation.lines import spread

# Non-characters, which no source may hold, stand where a citation or the mark of a footnote stands.
CITED, MARKED = "\ufdd0", "\ufdd1"
WORD = re.compile(r"\w+|[^\w\s]")


@dataclass(frozen=True, slots=True)
class Cited:
    """One source that a citation names; `place` is all that follows its key, `label` what kind of place it is."""

    key: str
    before: tuple[str, ...] = ()
    place: tuple[str, ...] = ()
    label: str = ""


@dataclass(frozen=True, slots=True)
class Leaf:
    """A heading, a paragraph, a cell, …

    mark: what it is and what it is in; a plus tells that it is the first one in a list item or quote.
    words: its words and signs one by one, with the line of each in `lines`; text: the same with its spaces.
    """

    mark: str
    words: tuple[str, ...]
    path: str = ""
    line: int = 0
    text: str = ""
    lines: tuple[int, ...] = ()
    citations: tuple[tuple[Cited, ...], ...] = ()
    notes: tuple[str, ...] = ()
    links: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()

    def line_of(self, index: int) -> int:
        """The line of the source on which a word stands."""
        return self.lines[index] if index < len(self.lines) else self.line


@lru_cache(maxsize=256)  # what a source says its publication says, too
def words(text: str) -> tuple[str, ...]:
    """The words and signs of a text in normal form, without the white space between them."""
    if not text.isascii():
        text = unicodedata.normalize("NFC", text.replace("\u00ad", ""))
    return tuple(WORD.findall(text))


def code_lines(text: str) -> tuple[str, ...]:
    """The lines of code, each of which counts as a word: there, white space has a meaning.

    Tabs at the beginning of a line are what they look like: a list that the code stands in may take a part of one.
    """
    return tuple(spread(line).rstrip() for line in unicodedata.normalize("NFC", text).split("\n"))


def plain(mark: str, text: str, path: str = "", line: int = 0) -> Leaf:
    """A leaf of plain words."""
    return Leaf(mark, words(text), path, line, text)


def placed(leaf: Leaf, text: str) -> Leaf:
    """The same with the line of each word, from a text in which the ends of lines are kept."""
    numbers: list[int] = []
    for line, piece in enumerate(text.split("\n"), leaf.line):
        numbers += [line] * len(words(piece))
    return replace(leaf, lines=tuple(numbers))


class Nest:
    """What is around the next leaf, from outside in, and of what it is the first."""

    def __init__(self) -> None:
        self._names: list[str] = []
        self._fresh: list[bool] = []

    def __len__(self) -> int:
        return len(self._names)

    def enter(self, name: str) -> None:
        """Go one deeper."""
        self._names.append(name)
        self._fresh.append(True)

    def leave(self, depth: int) -> None:
        """Come out again, up to a depth."""
        del self._names[depth:], self._fresh[depth:]

    def mark(self, kind: str) -> str:
        """The mark of a leaf of a kind that comes now."""
        around = [name + "+" * fresh for name, fresh in zip(self._names, self._fresh, strict=True)]
        self._fresh = [False] * len(self._fresh)
        return "/".join([*around, kind])


def all_words(leaves: Iterable[Leaf]) -> list[str]:
    """The words of some leaves, one after the other."""
    return [word for leaf in leaves for word in leaf.words]


def told(some: Sequence[str]) -> str:
    """Words as they are read, for a message."""
    text = " ".join(some).replace(CITED, "[@]").replace(MARKED, "[^]")
    return re.sub(r" ([.,;:!?)\]’”])", r"\1", re.sub(r"([(\[‘“]) ", r"\1", text))
