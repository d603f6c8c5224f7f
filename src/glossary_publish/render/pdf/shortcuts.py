"""Spares WeasyPrint 70 work whose result is known beforehand: what it paints stays the same.

The width that fits a box is that of its longest line, or the room there is, or that of its longest word. WeasyPrint
always measures every word, one by one; where the longest line has room, the words do not matter.

A property that no rule sets has the value of the parent or the initial one. Most of the two hundred properties of each
element are such, and WeasyPrint takes them one by one through all that a value may need which a rule has set; here a
style begins with all its initial values.

The path of a QR code is some hundred level strokes in whole numbers, each of which WeasyPrint would read as one of many
kinds and units and follow with its direction, for markers that are not there.
"""

import re
from typing import Any

from weasyprint import css, svg
from weasyprint.css.computed_values import PHYSICAL_FUNCTIONS
from weasyprint.css.properties import INHERITED, INITIAL_NOT_COMPUTED, INITIAL_VALUES, Dimension
from weasyprint.layout import absolute, inline, percent, preferred, table
from weasyprint.layout import float as floating

from glossary_publish.render.pdf.recalling import note

# Those that depend on others, or on more of the parent than its value.
INTRICATE = frozenset(
    {
        "float",
        "display",
        "position",
        "page",
        *(name for name in INITIAL_VALUES if name[:16] == "text_decoration_"),
    }
)
FROM_PARENT = frozenset(name for name in INHERITED if name not in INTRICATE)
INITIAL = {
    name: value
    for name, value in INITIAL_VALUES.items()
    if not (name in INHERITED or name in INITIAL_NOT_COMPUTED or name in INTRICATE)
}
# Boxes without an element have no rules: nothing there depends on another property (CSS 2.1, 9.2.1.1).
ANONYMOUS = INITIAL | {name: INITIAL_VALUES[name] for name in ("float", "position")}
# A border that no rule gives a style has no width (CSS 2.1, 8.5.1).
WIDTHS = {
    f"{edge}_width": f"{edge}_style"
    for edge in ("border_top", "border_right", "border_bottom", "border_left", "outline")
}
# The margin at the start of a line is the left one or the right one (CSS Logical Properties 1, 4): a rule for either name
# decides on both.
SIDES: dict[str, set[str]] = {}
for _physical, _logical in PHYSICAL_FUNCTIONS.items():
    for _inline in ("ltr", "rtl"):
        SIDES.setdefault(_logical(block="ttb", inline=_inline), set()).add(_physical)

STROKES = re.compile(r"M(\d+) (\d+)(\.5)?((?:h\d+|m-?\d+ \d+)*)")
STROKE = re.compile(r"h(\d+)|m(-?\d+) (\d+)")

_path = svg.TAGS["path"]
_resolve = percent.resolve_one_percentage
_compute = css.ComputedStyle.__missing__
_begin = css.ComputedStyle.__init__
_begin_anonymous = css.AnonymousStyle.__init__


def take_shortcuts() -> None:
    """Let WeasyPrint use the functions below; doing it again changes nothing."""
    css.ComputedStyle.__init__ = begin
    css.ComputedStyle.__missing__ = value_of
    css.AnonymousStyle.__init__ = begin_anonymous
    svg.TAGS["path"] = path
    for module in (percent, inline, table):
        module.resolve_one_percentage = resolve
    for module in (preferred, absolute, floating, inline):
        module.shrink_to_fit = shrink_to_fit


def begin(style: Any, parent: Any, cascaded: Any, pseudo: Any, *arguments: Any) -> None:
    """Begin the style of an element with the initial values of what no rule sets."""
    _begin(style, parent, cascaded, pseudo, *arguments)
    if pseudo in ("first-line", "first-letter"):  # WeasyPrint hands on what such a style holds
        return
    style.update(INITIAL)
    for name in cascaded:
        style.pop(name, None)
        for side in SIDES.get(name, ()):
            style.pop(side, None)


def begin_anonymous(style: Any, parent: Any) -> None:
    """Begin the style of a box that has no element."""
    _begin_anonymous(style, parent)
    style.update(ANONYMOUS)


def value_of(style: Any, name: str) -> Any:
    """The computed value of a property, as WeasyPrint says it."""
    if name not in style.cascaded:
        if name in FROM_PARENT and style.parent_style is not None:
            value = style[name] = style.parent_style[name]
            note(style, name, value)
            return value
        if name in WIDTHS and style[WIDTHS[name]] in ("none", "hidden"):
            style[name] = 0
            return 0
    value = _compute(style, name)
    note(style, name, value)
    return value


def resolve(box: Any, name: str, whole: Any) -> None:
    """Give a box the used value of a length; most are in pixels and need no whole that they are a part of."""
    value = box.style[name]
    if type(value) is Dimension and value.unit == "px":
        setattr(box, name, value.value)
    else:
        _resolve(box, name, whole)


def shrink_to_fit(context: Any, box: Any, available_content_width: Any) -> Any:
    """The width of a box by its content (CSS 2.1, 10.3.5), as WeasyPrint says it."""
    longest_line = preferred.max_content_width(context, box, outer=False)
    if longest_line <= available_content_width:
        return longest_line
    longest_word = preferred.min_content_width(context, box, outer=False)
    return min(max(longest_word, available_content_width), longest_line)


def path(image: Any, node: Any, size: float) -> None:
    """Draw a path of an SVG; one of level strokes, as QR codes are, in one go."""
    found = STROKES.fullmatch(node.get("d", ""))
    if not found or any(name.startswith("marker") for name in node.attrib):
        _path(image, node, size)
        return
    x, y, half, rest = int(found[1]), int(found[2]), found[3] or "", found[4]
    steps = ["0 0 m", f"{x} {y}{half} m"]
    for length, along, down in STROKE.findall(rest):
        x += int(length or along)
        y += int(down or 0)
        steps.append(f"{x} {y}{half} {'l' if length else 'm'}")
    image.stream.stream += steps
