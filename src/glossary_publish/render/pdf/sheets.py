"""Imposition: the pages of a booklet on sheets that are printed on both sides, folded in the middle and stapled."""

from collections.abc import Iterator, Sequence
from typing import Any

import pydyf

from glossary_publish.layout import Layout
from glossary_publish.publication import Metadata
from glossary_publish.render.pdf.facts import PRODUCER, stamp, viewer_preferences

MILLIMETRE = 72 / 25.4  # in points
TO_A_SHEET = 4  # two pages on each of its sides


def lay_side_by_side(pdf: Any, metadata: Metadata, layout: Layout) -> None:
    """Turn a document of single pages into one of sheet sides; the pages themselves stay as they were painted."""
    pages = [
        item for item in pdf.objects if isinstance(item, pydyf.Dictionary) and item.get("Type") == "/Page"
    ]
    contents = {item.reference: item for item in pdf.objects if isinstance(item, pydyf.Stream)}
    forms = [_as_form(contents[page["Contents"]], page) for page in pages]
    boxes = [tuple(page["MediaBox"][2:]) for page in pages]
    for page in pages:
        page.clear()  # nothing leads to it any more
    pdf.pages["Kids"], pdf.pages["Count"] = pydyf.Array(), 0
    size = layout.options["sheet"][layout.paper]
    width, height = size["width"] * MILLIMETRE, size["height"] * MILLIMETRE
    for side in sides(len(forms), metadata.direction):
        placed = dict(zip(("left", "right"), side, strict=True))
        _add_side(pdf, placed, forms, boxes, (width, height))
    pdf.catalog["Lang"] = pydyf.String(metadata.language)
    pdf.catalog["ViewerPreferences"] = viewer_preferences(metadata, layout)
    day = stamp(metadata.updated)
    said = {"Title": pydyf.String(metadata.title), "Producer": pydyf.String(PRODUCER)}
    pdf.info.update({**said, "CreationDate": day, "ModDate": day})


def sides(count: int, direction: str) -> Iterator[tuple[int, int]]:
    """The pages (from 0) on the left and on the right of each side, as it comes out of the printer.

    Numbers beyond `count` are blank. A text that runs from right to left is bound on its right.
    """
    total = -(-count // TO_A_SHEET) * TO_A_SHEET
    for side in range(total // 2):
        outer, inner = total - 1 - side, side
        left, right = (outer, inner) if side % 2 == 0 else (inner, outer)
        yield (left, right) if direction == "ltr" else (right, left)


def _as_form(content: Any, page: Any) -> Any:
    """What a page paints, as an object that can be painted anywhere (8.10)."""
    content.extra.update(
        {
            "Type": "/XObject",
            "Subtype": "/Form",
            "BBox": pydyf.Array(page["MediaBox"]),
            "Resources": page["Resources"],
        }
    )
    return content


def _add_side(
    pdf: Any,
    placed: dict[str, int],
    forms: Sequence[Any],
    boxes: Sequence[tuple[float, ...]],
    size: tuple[float, float],
) -> None:
    """One side of a sheet, with its two pages at the fold."""
    width, height = size
    painted, used = [], {}
    for place, number in placed.items():
        if number < len(forms):
            across, up = boxes[number]
            left = width / 2 - across if place == "left" else width / 2
            painted.append(f"q 1 0 0 1 {left:.4f} {(height - up) / 2:.4f} cm /{place} Do Q")
            used[place] = forms[number].reference
    stream = pydyf.Stream([line.encode() for line in painted], compress=True)
    pdf.add_object(stream)
    pdf.add_page(
        pydyf.Dictionary(
            {
                "Type": "/Page",
                "Parent": pdf.pages.reference,
                "MediaBox": pydyf.Array([0, 0, width, height]),
                "Contents": stream.reference,
                "Resources": pydyf.Dictionary({"XObject": pydyf.Dictionary(used)}),
            }
        )
    )
