"""Spares WeasyPrint 70 to look for backgrounds and links where there are none: every box has those it had before.

WeasyPrint takes the corners, pictures and colours of each box through all that they may be. Most boxes have what every
box has that no rule speaks of: right corners, nothing behind the words, and nowhere to go to.
"""

from operator import itemgetter
from typing import Any

from weasyprint import anchors, document
from weasyprint.css.properties import INITIAL_VALUES
from weasyprint.formatting_structure.boxes import LineBox, TextBox
from weasyprint.layout import background
from weasyprint.layout.absolute import AbsolutePlaceholder

CORNERS = tuple(
    f"border_{corner}_radius" for corner in ("top_left", "top_right", "bottom_right", "bottom_left")
)
GROUNDS = (
    *("visibility", "background_image", "background_color", "box_shadow"),
    *("border_image_source", "mask_border_source"),
)

_gather = anchors.gather_anchors
_lay = background.layout_box_backgrounds
_grounds = itemgetter(*CORNERS, *GROUNDS)
_BARE = _grounds(INITIAL_VALUES)
_MADE = dict.fromkeys(CORNERS, (0, 0)) | {"background": None}


def leave_out_grounds() -> None:
    """Let WeasyPrint use the functions below; doing it again changes nothing."""
    background.layout_box_backgrounds = lay_grounds
    for module in (anchors, document):
        module.gather_anchors = gather_anchors


def lay_grounds(
    page: Any, box: Any, get_image_from_uri: Any, layout_children: bool = True, style: Any = None
) -> None:
    """Find the background of a box and of those inside, as WeasyPrint says it."""
    if type(box) is AbsolutePlaceholder:
        box = box._box
    if box is page or style is not None or not layout_children or _grounds(box.style) != _BARE:
        _lay(page, box, get_image_from_uri, layout_children, style)
        return
    vars(box).update(_MADE)
    for child in box.all_children():
        lay_grounds(page, child, get_image_from_uri)


def gather_anchors(
    box: Any,
    places: Any,
    links: Any,
    bookmarks: Any,
    forms: Any,
    matrix: Any = None,
    form: Any = None,
    link: Any = None,
) -> None:
    """Note where a box and those inside lead, and what leads to them, as WeasyPrint says it."""
    style, own = box.style, box.link or link
    if (
        style["transform"]
        or style["anchor"]
        or style["appearance"] == "auto"
        or box.bookmark_label
        or (own and not isinstance(box, TextBox | LineBox))
        or box.is_form()
    ):
        _gather(box, places, links, bookmarks, forms, matrix, form, link)
        return
    for child in box.all_children():
        gather_anchors(child, places, links, bookmarks, forms, matrix, form, own)
