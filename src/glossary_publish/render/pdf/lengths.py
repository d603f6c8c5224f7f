"""Spares WeasyPrint 70 to work out the same lengths for each box of a style: every box has those it had before.

Margins, paddings, borders and sizes of most styles are told in pixels and depend on nothing around a box. WeasyPrint
takes each of them through all that a length may be, whenever a box is laid out; here they are taken over in one go.
"""

import sys
from operator import itemgetter
from typing import Any

from weasyprint.css.properties import Dimension
from weasyprint.layout import percent

EDGES = tuple(
    f"{kind}_{side}" for kind in ("margin", "padding") for side in ("top", "right", "bottom", "left")
)
SIZES = ("width", "height", "max_width", "max_height")
LEAST = ("min_width", "min_height")
BORDERS = tuple(f"border_{side}_width" for side in ("top", "right", "bottom", "left"))
ALL = (*EDGES, *SIZES, *LEAST, *BORDERS)

_said = itemgetter("box_sizing", "border_collapse", *ALL)
_resolve = percent.resolve_percentages


def take_lengths_over() -> None:
    """Let WeasyPrint use the function below; doing it again changes nothing."""
    for name, module in sys.modules.items():
        if name.startswith("weasyprint.layout") and hasattr(module, "resolve_percentages"):
            vars(module).update(resolve_percentages=resolve_percentages)


def resolve_percentages(box: Any, containing_block: Any) -> None:
    """Give a box the used values of its lengths."""
    style = box.style
    lengths = vars(style).get("lengths")
    if lengths is None:
        lengths = style.lengths = fixed(style)
    if lengths:
        vars(box).update(lengths)
    else:
        _resolve(box, containing_block)


def fixed(style: Any) -> dict[str, Any]:
    """The lengths of a style by the names that boxes have for them; none if one depends on what is around a box."""
    said = _said(style)
    known = vars(style).get("known")
    if known is None:
        return _lengths(*said)
    if known.lengths[0] != said:
        known.lengths = said, _lengths(*said)
    lengths: dict[str, Any] = known.lengths[1]
    return lengths


def _lengths(sizing: str, collapse: str, *values: Any) -> dict[str, Any]:
    if sizing != "content-box" or collapse == "collapse":
        return {}
    lengths = dict(zip(ALL, values, strict=True))
    for name in (*EDGES, *SIZES, *LEAST):
        value = lengths[name]
        if type(value) is Dimension and value.unit == "px":
            lengths[name] = value.value
        elif value == "auto":
            lengths[name] = 0 if name in LEAST else value
        else:
            return {}
    return lengths
