"""What a screen reader says of an element: glyphs and replacement texts, with their line ends."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TypeAlias

from glossary_publish.verify.inspect.pdf.painting import Run
from glossary_publish.verify.inspect.pdf.structure import Content, Element, Kid

Runs: TypeAlias = Mapping[tuple[int, int], Sequence[Run]]  # by container and MCID
NEW_LINE = (
    0.6  # of the larger type: a baseline that moves more starts a new line; superscripts move up to 0.5
)
BLANKS = re.compile(r"[^\S\n]+")
BREAKS = re.compile(r"[ \n]{2,}")


@dataclass(slots=True)
class Piece:
    """Words that stand together, the glyphs that paint them, and the elements around from inside out."""

    text: str
    runs: tuple[Run, ...]
    language: str
    around: tuple[Element, ...]


def pieces(element: Element, runs: Runs, kids: Iterable[Kid] | None = None) -> Iterator[Piece]:
    """The pieces of an element in order, or of some of its kids.

    /ActualText, else /Alt, stands for all that is inside (14.9.3, 14.9.4).
    """
    yield from _pieces(element, runs, (), kids)


def _pieces(
    element: Element, runs: Runs, around: tuple[Element, ...], kids: Iterable[Kid] | None = None
) -> Iterator[Piece]:
    around = (element, *around)
    replaced = replacement_of(element)
    if replaced is not None:
        yield Piece(replaced, tuple(all_runs(element, runs)), element.language, around)
        return
    for kid in element.kids if kids is None else kids:
        if isinstance(kid, Content):
            yield from _content(runs.get((kid.container, kid.mcid), ()), element.language, around)
        elif isinstance(kid, Element):
            yield from _pieces(kid, runs, around)


def replacement_of(element: Element) -> str | None:
    """The text that is read in place of what is inside an element, if there is one."""
    return element.actual if element.actual is not None else element.alt


def _content(runs: Sequence[Run], language: str, around: tuple[Element, ...]) -> Iterator[Piece]:
    index = 0
    while index < len(runs):
        marked = runs[index].marked
        replacement = marked.replacement if marked else None
        end = index + 1
        while (
            replacement
            and end < len(runs)
            and (other := runs[end].marked)
            and other.replacement is replacement
        ):
            end += 1
        own = (marked.language if marked else "") or language
        yield Piece(
            replacement.text if replacement else runs[index].text, tuple(runs[index:end]), own, around
        )
        index = end


def all_runs(element: Element, runs: Runs) -> Iterator[Run]:
    """The glyphs of an element in structure order, whatever replaces them."""
    for kid in element.kids:
        if isinstance(kid, Content):
            yield from runs.get((kid.container, kid.mcid), ())
        elif isinstance(kid, Element):
            yield from all_runs(kid, runs)


def join(found: Iterable[Piece]) -> str:
    """The text of pieces in normal form, with a line feed where a line ends without a space."""
    parts: list[str] = []
    last: Run | None = None
    for piece in found:
        first = first_seen(piece.runs)
        if last and first and breaks_line(last, first):
            parts.append("\n")
        text = piece.text
        parts.append(text if _is_plain(text) else BLANKS.sub(" ", text.replace("\n", " ")))
        last = first_seen(reversed(piece.runs)) or last
    return normal("".join(parts))


def first_seen(runs: Iterable[Run]) -> Run | None:
    """The first run that has glyphs."""
    for run in runs:
        if run.texts:
            return run
    return None


def breaks_line(before: Run, after: Run) -> bool:
    """Whether the second run stands on another line than the first."""
    moved = abs(after.matrix[5] - before.matrix[5])
    return before.page != after.page or moved > NEW_LINE * max(before.size, after.size)


def _is_plain(text: str) -> bool:
    """Whether a text has no white space but single spaces, and no soft hyphen: most have none, and need no search."""
    return text.isprintable() and "  " not in text


def normal(text: str) -> str:
    """NFC, no soft hyphens, white space one space; a line feed stays where no space stands beside it."""
    if _is_plain(text):
        return unicodedata.normalize("NFC", text).strip()
    text = unicodedata.normalize("NFC", text.replace("\u00ad", ""))
    return BREAKS.sub(lambda match: " " if " " in match[0] else "\n", text).strip()
