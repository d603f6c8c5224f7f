"""The line of a source file that a diagnostic is about, with carets below the place.

Terminals count cells: a Chinese character takes two, a combining mark none.
"""

import unicodedata

from glossary_publish.diagnostics import Span

WIDTH = 96  # cells of a line that are shown
BEFORE = 40  # cells that are kept before the place in a line that is cut
TAB = "    "


def excerpt(line: str, span: Span) -> list[str]:
    """The lines to print; none when there is no line to show.

    A line with right-to-left letters gets no carets: terminals reorder it, and they would point elsewhere.
    """
    if not line.strip():
        return []
    start = max(span.column - 1, 0)
    end = max(span.end_column - 1, start + 1) if span.end_column else start + 1
    before, marked, after = (_printable(piece) for piece in (line[:start], line[start:end], line[end:]))
    number = str(span.line)
    gutter = " " * len(number)
    if any(unicodedata.bidirectional(letter) in ("R", "AL") for letter in line):
        return [f"{gutter} |", f"{number} | {_cut(before + marked + after, WIDTH)}"]
    if cells(before) > BEFORE and cells(before + marked + after) > WIDTH:
        before = "…" + _last(before, BEFORE)
    shown = _cut(before + marked + after, WIDTH)
    carets = max(min(cells(marked), cells(shown) - cells(before)), 1)
    pointer = " " * cells(before) + "^" * carets
    return [
        f"{gutter} |",
        f"{number} | {shown.rstrip()}",
        f"{gutter} | {pointer}" if span.column else f"{gutter} |",
    ]


def cells(text: str) -> int:
    """How many cells of a terminal a text takes."""
    return sum(map(_cells_of, text))


def _cells_of(letter: str) -> int:
    if unicodedata.combining(letter) or unicodedata.category(letter) in ("Mn", "Me", "Cf"):
        return 0
    return 2 if unicodedata.east_asian_width(letter) in ("W", "F") else 1


def _printable(text: str) -> str:
    """Tabs as spaces, and a visible stand-in for what would move the cursor of the terminal."""
    shown = text.replace("\t", TAB)
    return "".join("\N{REPLACEMENT CHARACTER}" if unicodedata.category(c) == "Cc" else c for c in shown)


def _cut(text: str, width: int) -> str:
    if cells(text) <= width:
        return text
    kept, used = "", 0
    for letter in text:
        used += _cells_of(letter)
        if used >= width:
            break
        kept += letter
    return kept + "…"


def _last(text: str, width: int) -> str:
    kept, used = "", 0
    for letter in reversed(text):
        used += _cells_of(letter)
        if used > width:
            break
        kept = letter + kept
    return kept
