"""Spares WeasyPrint 70 to find out again and again how boxes follow each other: each answer stays the same.

Whether a box is in the flow, which margins collapse and what floats around a line is asked a hundred times for each box,
and each answer passes through all that style sheets may say of it. Here the usual case is answered first.
"""

from collections.abc import Iterable
from typing import Any

from weasyprint.formatting_structure.boxes import BlockBox, BlockContainerBox, Box, ParentBox, TableBox
from weasyprint.layout import block, inline
from weasyprint.layout import float as floating

_avoid = floating.avoid_collisions
_clearance = floating.get_clearance


def know_the_flow() -> None:
    """Let WeasyPrint use the functions below; doing it again changes nothing."""
    Box.is_in_normal_flow = is_in_normal_flow
    Box.establishes_formatting_context = establishes_formatting_context
    ParentBox.page_values = page_values
    block.collapse_margin = collapse_margin
    for module in (block, floating):
        module.get_clearance = get_clearance
    for module in (block, inline, floating):
        module.avoid_collisions = avoid_collisions


def is_in_normal_flow(box: Any) -> bool:
    """Whether a box is where it stands in the text: it does not float, and is not put somewhere else."""
    style = box.style
    return style["float"] == "none" and style["position"] in ("static", "relative")


def establishes_formatting_context(box: Any) -> bool:
    """Whether no margin and nothing that floats reaches out of a box, or into it (CSS 2.1, 9.4.1)."""
    style = box.style
    if (
        style["float"] not in ("none", "footnote")
        or style["position"] in ("absolute", "fixed")
        or box.is_column
    ):
        return True
    if isinstance(box, BlockBox):
        return style["overflow"] != "visible" or "flow-root" in style["display"]
    return isinstance(box, BlockContainerBox) or "flow-root" in style["display"]


def page_values(box: Any) -> tuple[str, str]:
    """The names of the pages that the first and the last words of a box ask for (CSS Fragmentation 4, 3.1)."""
    return _page(box, 1), _page(box, -1)


def collapse_margin(adjoining_margins: Iterable[Any]) -> Any:
    """What is left of margins that adjoin: the widest, less the widest of those below nothing (CSS 2.1, 8.3.1)."""
    most = least = 0
    for margin in adjoining_margins:
        if margin > most:
            most = margin
        elif margin < least:
            least = margin
    return most + least


def get_clearance(context: Any, box: Any, direction: Any, collapsed_margin: Any = 0) -> Any:
    """How far a box moves down to clear what floats, as WeasyPrint says it."""
    if not context.broken_out_of_flow and not context.excluded_shapes:
        return None
    return _clearance(context, box, direction, collapsed_margin)


def avoid_collisions(context: Any, box: Any, containing_block: Any, outer: bool = True) -> Any:
    """Where a box has room beside what floats, as WeasyPrint says it."""
    if (
        outer
        or context.excluded_shapes
        or box.style["float"] != "none"
        or containing_block.style["direction"] != "ltr"
    ):
        return _avoid(context, box, containing_block, outer)
    left = containing_block.content_box_x()
    right = left + containing_block.width
    left += box.margin_left
    right -= box.margin_right
    return left - box.margin_left, box.border_box_y() - box.margin_top, right - left


def _page(box: Any, step: int) -> Any:
    """What the innermost box says that begins (or ends) with a box, or one around it that says anything."""
    value = box.style["page"]
    while not isinstance(box, TableBox):
        for child in box.children[::step]:
            style = child.style
            floats = style["float"]
            if style["position"] in ("static", "relative") if floats == "none" else floats != "footnote":
                break
        else:
            break
        box = child
        value = style["page"] or value
    return value
