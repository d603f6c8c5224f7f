"""Paints laid-out pages into a PDF: content streams, fonts, images and what they share."""

from collections.abc import Iterator
from typing import Any

import pydyf
from weasyprint.pdf import _use_references
from weasyprint.pdf.fonts import build_fonts_dictionary

from glossary_publish.render.pdf.tagging.canvas import Canvas
from glossary_publish.render.pdf.tagging.reading import POINTS
from glossary_publish.render.pdf.tagging.tree import Box, Mark

# Subsets of the fonts, without the hints that screens of old needed.
FONTS = {"hinting": False, "pdf_version": "1.7"}
WHITE_POINTS = {"lab-d50": (0.9642, 1, 0.8251), "lab-d65": (0.9504, 1, 1.0888)}


def paint(document: Any, marks: dict[Box, Mark]) -> Any:
    """A pydyf document with the pages, their content marked by the structure that was read from them."""
    pdf = pydyf.PDF()
    spaces = _added(pdf, pydyf.Dictionary(_colour_spaces()))
    resources = _added(pdf, _resources(spaces))
    images: dict[str, Any] = {}
    for index, page in enumerate(document.pages):
        width, height = page.width * POINTS, page.height * POINTS
        area = (0, 0, page.width, page.height)
        canvas = Canvas(marks, document.fonts, area, resources, images, None, {}, None, compress=True)
        canvas.transform(d=-1, f=height)
        page.paint(canvas, POINTS)
        pdf.add_object(canvas)
        pdf.add_page(
            pydyf.Dictionary(
                {
                    "Type": "/Page",
                    "Parent": pdf.pages.reference,
                    "MediaBox": pydyf.Array([0, 0, width, height]),
                    "Contents": canvas.reference,
                    "Resources": resources.reference,
                    "Tabs": "/S",
                    "StructParents": index,
                }
            )
        )
    resources["Font"] = _added(pdf, build_fonts_dictionary(pdf, document.fonts, True, True, FONTS)).reference
    _use_references(pdf, resources, images, {})
    return pdf


def placed(page: Any, left: float, top: float) -> tuple[float, float]:
    """From CSS pixels below the top of a page to points above its foot."""
    return left * POINTS, page.height * POINTS - top * POINTS


def _resources(spaces: Any) -> Any:
    kinds = ("ExtGState", "XObject", "Pattern", "Shading")
    return pydyf.Dictionary({kind: pydyf.Dictionary() for kind in kinds} | {"ColorSpace": spaces.reference})


def _colour_spaces() -> Iterator[tuple[str, Any]]:
    """The spaces that WeasyPrint names in content streams."""
    for name, white in WHITE_POINTS.items():
        entries = {"WhitePoint": pydyf.Array(white), "Range": pydyf.Array((-125, 125, -125, 125))}
        yield name, pydyf.Array(("/Lab", pydyf.Dictionary(entries)))


def _added(pdf: Any, made: Any) -> Any:
    pdf.add_object(made)
    return made
