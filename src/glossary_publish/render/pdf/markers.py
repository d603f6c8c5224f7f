"""Spares WeasyPrint 70 to lay out the same marker of a list item again and again: each stands where it stood.

All bullets of a list are the same letters in the same style at the same distance from the edge of the page, in one article
as in the next. What was found out for one of them holds for the others, but for how far down the page they stand.
"""

from dataclasses import dataclass
from typing import Any

from weasyprint.formatting_structure.boxes import LineBox, TextBox
from weasyprint.layout import absolute

from glossary_publish.render.pdf.matching import Known

MOST = 200  # markers of one style
SHIFTS = (
    *("margin_top", "padding_top", "border_top_width"),
    *("margin_bottom", "padding_bottom", "border_bottom_width"),
)
OFFSETS = ("top", "right", "bottom", "left")
# What each box has of its own.
OWN = frozenset({"children", "position_y", "remove_decoration_sides"})

_layout = absolute.absolute_box_layout


@dataclass(frozen=True, slots=True)
class Marker:
    """What the layout of a marker gives to its box, to the line in it and to the text in that."""

    box: dict[str, Any]
    line: dict[str, Any]
    text: dict[str, Any]


def recall_markers() -> None:
    """Let WeasyPrint use the function below; doing it again changes nothing."""
    absolute.absolute_box_layout = absolute_box_layout


def absolute_box_layout(
    context: Any, box: Any, containing_block: Any, fixed_boxes: Any, bottom_space: Any, skip_stack: Any
) -> Any:
    """Lay out a box that is taken out of the flow, and where to go on with it, as WeasyPrint says it."""
    known = _known(box) if box.is_outside_marker and skip_stack is None else None
    if known is None:
        return _layout(context, box, containing_block, fixed_boxes, bottom_space, skip_stack)
    line = box.children[0]
    text = line.children[0]
    key = text.text, text.style.known, box.position_x, containing_block.padding_width()
    found = known.markers.get(key)
    if found is not None:
        return _placed(found, box, line, text), None
    before = [dict(vars(part)) for part in (box, line, text)]
    laid_out, resume = _layout(context, box, containing_block, fixed_boxes, bottom_space, skip_stack)
    # What is laid out once more, since its page is, has from before much of what others do not have yet.
    new = "max_height" not in before[0]
    if new and resume is None and len(known.markers) < MOST and _is_simple(box, laid_out):
        known.markers[key] = _marker(before, laid_out)
    return laid_out, resume


def _known(box: Any) -> Known | None:
    """What is known of the style of the line in a marker, if the marker is one text."""
    line = box.children[0]
    if type(line) is not LineBox or len(line.children) != 1:
        return None
    text = line.children[0]
    if type(text) is not TextBox or vars(text.style).get("known") is None:
        return None
    known: Known | None = vars(line.style).get("known")
    return known


def _is_simple(box: Any, laid_out: Any) -> bool:
    """Whether nothing but the place of a marker in the flow decides where it stands."""
    return (
        not box.style.initial_page_sizes.asked
        and box.style["height"] == "auto"
        and not any(getattr(laid_out, name) for name in SHIFTS)
        and all(getattr(laid_out, name) == "auto" for name in OFFSETS)
        and len(laid_out.children) == len(laid_out.children[0].children) == 1
    )


def _marker(before: list[dict[str, Any]], laid_out: Any) -> Marker:
    line = laid_out.children[0]
    parts = []
    for was, part in zip(before, (laid_out, line, line.children[0]), strict=True):
        parts.append(
            {
                name: value
                for name, value in vars(part).items()
                if name not in OWN and (name not in was or was[name] is not value)
            }
        )
    return Marker(*parts)


def _placed(marker: Marker, box: Any, line: Any, text: Any) -> Any:
    """A marker with the layout of another, as far down the page as it is; sums are taken as WeasyPrint takes them."""
    down = box.position_y
    box, line, text = box.copy(), line.copy(), text.copy()
    vars(box).update(marker.box)
    vars(line).update(marker.line)
    vars(text).update(marker.text)
    box.children, line.children = [line], [text]
    line.position_y = down
    text.position_y = -text.baseline + (down + line.baseline)
    box.height = max(min(max(0, down + line.height - down), box.max_height), box.min_height)
    return box
