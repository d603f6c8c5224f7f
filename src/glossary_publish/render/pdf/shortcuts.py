"""Spares WeasyPrint 70 two pieces of work whose result is known beforehand: what it paints stays the same.

The width that fits a box is that of its longest line, or the room there is, or that of its longest word. WeasyPrint
always measures every word, one by one; where the longest line has room, the words do not matter.

A property that no rule sets has the value of the parent or the initial one. Most of the two hundred properties of each
element are such, and WeasyPrint takes them through all that a value may need which a rule has set.
"""

from typing import Any

from weasyprint import css
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES
from weasyprint.layout import absolute, inline, preferred
from weasyprint.layout import float as floating

# Those that depend on others, or on more of the parent than its value.
INTRICATE = frozenset(PHYSICAL_FUNCTIONS) | {"float", "display", "position", "page"}
FROM_PARENT = frozenset(name for name in INHERITED if name not in INTRICATE)
INITIAL = {
    name: value
    for name, value in INITIAL_VALUES.items()
    if not (name in INHERITED or name in INITIAL_NOT_COMPUTED or name in INTRICATE)
    and not name.startswith("text_decoration_")
}

_compute = css.ComputedStyle.__missing__


def take_shortcuts() -> None:
    """Let WeasyPrint use the functions below; doing it again changes nothing."""
    css.ComputedStyle.__missing__ = value_of
    for module in (preferred, absolute, floating, inline):
        module.shrink_to_fit = shrink_to_fit


def value_of(style: Any, name: str) -> Any:
    """The computed value of a property, as WeasyPrint says it."""
    if name not in style.cascaded:
        if name in INITIAL:
            value = style[name] = INITIAL[name]
            return value
        if name in FROM_PARENT and style.parent_style is not None:
            value = style[name] = style.parent_style[name]
            return value
    return _compute(style, name)


def shrink_to_fit(context: Any, box: Any, available_content_width: Any) -> Any:
    """The width of a box by its content (CSS 2.1, 10.3.5), as WeasyPrint says it."""
    longest_line = preferred.max_content_width(context, box, outer=False)
    if longest_line <= available_content_width:
        return longest_line
    longest_word = preferred.min_content_width(context, box, outer=False)
    return min(max(longest_word, available_content_width), longest_line)
