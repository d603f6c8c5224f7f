"""Spares WeasyPrint 70 to break the same text into lines again: what it measures and paints stays the same.

A box is laid out once to know its size and once more to place it, and what all articles carry, such as the disclaimer
and the page foot, stands in each of them in the same lines. What was measured is remembered for the next that asks; a text
that has room in a line is the same wherever it has.
"""

from collections import OrderedDict
from typing import Any

from weasyprint.layout import preferred
from weasyprint.text.line_break import Layout

from glossary_publish.render.pdf import breaking
from glossary_publish.render.pdf.shaping import INTRICATE, shared, unspaced

MOST = 1000  # lines, those that were asked for last; some three megabytes
# Where lines are broken at hyphens, more decides than is looked at here.
SEPARATE = INTRICATE | {"\u00ad"}

_split = breaking.split_first_line


def remember_lines() -> None:
    """Let WeasyPrint use the function below to know how wide a text is; doing it again changes nothing."""
    preferred.split_first_line = narrowest_line


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
    way = vars(style).get("way")
    if way is None:
        way = style.way = _way(style)
    if not way or justification_spacing or not SEPARATE.isdisjoint(text):
        return _split(text, style, context, max_width, justification_spacing, is_line_start, minimum)
    lines: OrderedDict[Any, Any] = vars(style.font_config).setdefault("lines", OrderedDict())
    key: Any = text, way
    found = lines.get(key)
    if found is not None and _fits(found, max_width):
        lines.move_to_end(key)
        return _in_room(found[0], max_width), *found[1:]
    key = text, max_width, is_line_start, minimum, way
    found = lines.get(key)
    if found is not None:
        lines.move_to_end(key)
        return found
    found = _split(text, style, context, max_width, justification_spacing, is_line_start, minimum)
    found[0].remembered = True
    lines[(text, way) if _fits(found, max_width) else key] = found
    if len(lines) > MOST:
        lines.popitem(last=False)
    return found


def narrowest_line(
    text: str, style: Any, context: Any, max_width: Any, *arguments: Any, **keywords: Any
) -> Any:
    """What fits into a line, for who asks how wide a text is at least: of a text without layout, all but that."""
    if max_width != 0 or not (
        _of_letters(style) and len(text) > 1 and text[:2].isascii() and text[:2].isalnum()
    ):
        return split_first_line(text, style, context, max_width, *arguments, **keywords)
    known = shared(style).letters
    if text[0] not in known:
        known[text[0]] = _split(text, style, context, max_width, *arguments, **keywords)[1:]
    return None, *known[text[0]]


def _fits(line: tuple[Any, ...], max_width: Any) -> bool:
    """Whether a line is a whole text, which it then is in any room that is as wide."""
    return line[2] is None and (max_width is None or line[3] <= max_width)


def _in_room(layout: Any, max_width: Any) -> Any:
    """A layout as it is in a room of some width, which decides where a text is cut off that is not to be seen whole."""
    if layout.max_width == max_width:
        return layout
    other = Layout.__new__(Layout)
    vars(other).update(vars(layout), max_width=max_width)
    return other


def _way(style: Any) -> tuple[Any, ...]:
    """What of a style decides how its texts are broken, where no soft hyphen is; nothing if more does than that."""
    if style["hyphens"] == "auto" or not unspaced(style):
        return ()
    return id(shared(style)), style["white_space"], style["word_break"]


def _of_letters(style: Any) -> bool:
    """Whether a line may end after any letter, so that the narrowest line is one letter."""
    breaks = style["overflow_wrap"] == "anywhere" and style["white_space"] == "normal"
    return breaks and style["hyphens"] == "none" and unspaced(style)
