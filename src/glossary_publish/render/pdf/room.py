"""What a first setting shows: how high the page foot is, and whether the first page holds what must stand there."""

from collections.abc import Iterator, Sequence
from math import ceil
from typing import Any

from weasyprint.formatting_structure.boxes import MarginBox

from glossary_publish.render.pdf.document import Room

FIRST = "crisis-notice"  # who is in a crisis does not turn pages
HIGHEST = 1 / 3  # of a page: a higher foot would be all that is seen of it
ROUNDING = 0.01  # pixels


def room_needed(pages: Sequence[Any], room: Room) -> Room:
    """The room that pages set with `room` turn out to need; the same one if it was enough."""
    feet = (_missing(box) for page in pages for box in _feet(page))
    return Room(max(feet, default=0) or room.foot, room.tight or not first_page_holds(pages))


def foot_fits(pages: Sequence[Any], room: Room) -> bool:
    """Whether a page foot of many lines leaves enough of the pages."""
    return room.foot <= float(pages[0].height) * HIGHEST


def first_page_holds(pages: Sequence[Any]) -> bool:
    """Whether nothing of the crisis notice stands on a later page."""
    return not any(FIRST in section.element.get("class", "").split() for section in _sections(pages[1:]))


def _feet(page: Any) -> Iterator[Any]:
    for box in page._page_box.children:
        if isinstance(box, MarginBox) and box.at_keyword.startswith("@bottom") and box.children:
            yield box


def _missing(box: Any) -> int:
    """The height that a foot should have, if it has more lines than room."""
    content = sum(child.margin_height() for child in box.children)
    missing = content > box.height + ROUNDING
    return ceil(box.margin_height() - box.height + content) if missing else 0


def _sections(pages: Sequence[Any]) -> Iterator[Any]:
    for page in pages:
        root = page._page_box.children[0]
        yield from (
            section for body in root.children for section in body.children if section.element is not None
        )
