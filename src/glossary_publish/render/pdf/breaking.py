"""Spares WeasyPrint 70 to measure more words than a line holds: every line ends where it did.

To break a line, WeasyPrint has Pango break twice the text that the line may hold, measures the line once more with the
first word of the next, in case that Pango counted the space at the end, and then measures it by itself. Here Pango is given
a line and a little more, and the word is tried only where the widths that Pango has found leave room for it.
"""

from functools import lru_cache
from typing import Any

from weasyprint.layout import inline
from weasyprint.text import line_break
from weasyprint.text.ffi import TO_UNITS, ffi, pango

# Letters are a third of their height wide at least, and half of it most of the time.
LETTERS_IN_WIDTH = 2.5
LONGEST_WORD = 16
LEAST_WIDTH = 4
# From here on are scripts that are written from right to left, or without spaces between words.
UNSPACED_SCRIPTS = "\u0590"

MOST = 4000  # texts of so few letters as meet where two boxes do
FEW_LETTERS = 4

_split = line_break.split_first_line
_can_break = lru_cache(MOST)(line_break.can_break_text)


def remember_breaks() -> None:
    """Let WeasyPrint use the function below between two boxes of a line; doing it again changes nothing."""
    inline.can_break_text = can_break_text


def split_first_line(
    text: str,
    style: Any,
    context: Any,
    max_width: Any,
    justification_spacing: Any,
    is_line_start: bool = True,
    minimum: bool = False,
) -> Any:
    """What fits into a line, as WeasyPrint says it: layout, length, where to go on, and measures."""
    if _is_usual(text, style, max_width) and not justification_spacing:
        found = _quickly(text, style, max_width)
        if found is not None:
            return found
    return _split(text, style, context, max_width, justification_spacing, is_line_start, minimum)


def can_break_text(text: str, language: Any) -> bool:
    """Whether a line may end within a text, most of the time between two letters."""
    return bool(
        _can_break(text, language) if len(text) < FEW_LETTERS else line_break.can_break_text(text, language)
    )


def _is_usual(text: str, style: Any, max_width: Any) -> bool:
    """Whether a text in a width is one of words with spaces between them, of which a line holds some."""
    return (
        max_width is not None
        and style["font_size"] * LEAST_WIDTH <= max_width < 2**21
        and style["white_space"] == "normal"
        and style["hyphens"] == "none"
        and max(text) < UNSPACED_SCRIPTS
    )


def _quickly(text: str, style: Any, max_width: float) -> Any:
    """The first line, where it is certain; else nothing."""
    most = int(max_width / style["font_size"] * LETTERS_IN_WIDTH) + LONGEST_WORD
    some = text[:most]
    layout = line_break.Layout(style, 0, max_width)
    pango.pango_layout_set_width(layout.layout, int(max_width * TO_UNITS))
    layout.set_text(some)
    line, resume = layout.get_first_line()
    width, _ = line_break.line_size(line, style)
    if width > max_width:
        return None
    certain = most >= len(text)
    if resume is not None:
        certain = _is_broken(layout, some.encode(), resume, (max_width - width) * TO_UNITS, certain)
    return line_break.first_line_metrics(line, some, layout, resume, True, style) if certain else None


def _is_broken(layout: Any, data: bytes, resume: int, left: float, is_all: bool) -> bool:
    """Whether the word after the line has no room in what is left of its width, even without the space before it."""
    end = data.find(b" ", resume)
    if end < 0:  # WeasyPrint tries a word only if there is a space after it
        return is_all
    if end + 2 >= len(data):
        return False
    width = 0
    run = pango.pango_layout_get_line_readonly(layout.layout, 1).runs
    while run != ffi.NULL:
        offset, glyphs = run.data.item.offset, run.data.glyphs
        for index in range(glyphs.num_glyphs):
            if offset + glyphs.log_clusters[index] >= end:
                return False
            width += glyphs.glyphs[index].geometry.width
            if width > left:
                return True
        run = run.next
    return False
