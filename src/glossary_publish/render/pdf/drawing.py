"""Spares WeasyPrint 70 to look for what nearly no box has: what it paints stays the same.

For each box it looks up all that a border may be, an image for it or for a mask, rules between columns and an outline,
and copies each box for the order in which boxes are painted. Here a style says once that its boxes have none of that, and
a box whose children all stay where they are is taken as it is.
"""

from functools import lru_cache
from typing import Any

from weasyprint import draw, stacking
from weasyprint.draw import border
from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

FLOATS = frozenset(("left", "right", "inline-start", "inline-end"))
ATOMIC = (boxes.InlineBlockBox, boxes.InlineFlexBox, boxes.InlineGridBox)

_dispatch = stacking._dispatch
_dispatch_children = stacking._dispatch_children
_draw_border = border.draw_border
_draw_outline = border.draw_outline
_set_mask_border = border.set_mask_border


def draw_what_is_there() -> None:
    """Let WeasyPrint use the functions below; doing it again changes nothing."""
    stacking._dispatch, stacking._dispatch_children = dispatch, dispatch_children
    border.draw_border = draw.draw_border = draw_border
    border.draw_outline = draw.draw_outline = draw_outline
    border.set_mask_border = draw.set_mask_border = set_mask_border


def dispatch(box: Any, *places: Any) -> Any:
    """A box as its parent paints it, or nothing where it is painted at another time (CSS 2.1, appendix E)."""
    if isinstance(box, AbsolutePlaceholder):
        box = box._box
    flat = vars(box.style).get("flat")
    if flat is None:
        flat = box.style.flat = _is_flat(box.style)
    if not flat or box.is_grid_item:
        return _dispatch(box, *places)
    kind = _kind(box.__class__)
    if kind == "text":
        return box
    if kind == "inline":
        return dispatch_children(box, *places)
    if kind == "atomic":
        return _dispatch(box, *places)
    page, contexts, blocks, floats, around = places
    index, inside = len(blocks), dict[Any, Any]()
    box = dispatch_children(box, page, contexts, blocks, floats, inside)
    if kind == "block":
        blocks.insert(index, box)
    around[box] = inside
    return box


def dispatch_children(box: Any, *places: Any) -> Any:
    """A box with those of its children that it paints itself."""
    if not isinstance(box, boxes.ParentBox):
        return box
    same, kept = True, []
    for child in box.children:
        found = dispatch(child, *places)
        same = same and found is child
        if found is not None:
            kept.append(found)
    return box if same else box.copy_with_children(kept)


def draw_border(stream: Any, box: Any) -> None:
    """Paint the border of a box."""
    if (
        box.border_top_width
        or box.border_bottom_width
        or box.border_left_width
        or box.border_right_width
        or not _is_bare(box.style)
    ):
        _draw_border(stream, box)


def set_mask_border(stream: Any, box: Any) -> None:
    """Mask a box with the border image of its style."""
    if not _is_bare(box.style):
        _set_mask_border(stream, box)


def draw_outline(stream: Any, box: Any) -> None:
    """Paint the outlines of a box and of all that it holds."""
    if box.style["outline_width"]:
        _draw_outline(stream, box)  # which goes on to the children with the function here
        return
    for child in box.children:
        if isinstance(child, boxes.Box):
            draw_outline(stream, child)


def _is_bare(style: Any) -> bool:
    """Whether boxes of a style have no more than simple borders."""
    bare: bool | None = vars(style).get("bare")
    if bare is None:
        bare = style.bare = (
            style["mask_border_source"][0] == style["border_image_source"][0] == "none"
            and style["column_width"] == style["column_count"] == "auto"
        )
    return bare


def _is_flat(style: Any) -> bool:
    """Whether boxes of a style are painted in the order of the text."""
    still = style["position"] == "static" and style["float"] not in FLOATS
    return still and style["opacity"] >= 1 and not style["transform"] and style["overflow"] == "visible"


@lru_cache(maxsize=64)
def _kind(box: type) -> str:
    if issubclass(box, ATOMIC):
        return "atomic"
    if issubclass(box, boxes.BlockLevelBox):
        return "block"
    if issubclass(box, boxes.TableCellBox):
        return "cell"
    return "inline" if issubclass(box, boxes.ParentBox) else "text"
