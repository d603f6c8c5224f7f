"""A phone reads the QR code of every sheet: the address of its edition, large enough, with white around it."""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from math import dist

import pypdfium2
import pytest
import zxingcpp
from PIL import Image

from glossary_publish.build.material import Material
from glossary_publish.build.plan import Edition
from glossary_publish.diagnostics import Report
from glossary_publish.publication import Publication
from glossary_publish.render.pdf import render
from tests.support.house.sources import ROOT

DOTS = 150  # to the inch, as an office machine copies
INCH = 25.4
SLUGS = (
    ("therapeutic-alliance", "en"),
    ("working-alliance-inventory", "es"),
    ("working-alliance-inventory", "ar"),
)
QUIET = 4  # modules
LIGHT = 200  # of 255


@lru_cache
def material() -> Material:
    """The sample glossary."""
    return Material(ROOT)


@dataclass(frozen=True)
class Sheet:
    """An article in a layout on a paper."""

    slug: str
    language: str
    layout: str
    paper: str

    def __str__(self) -> str:
        return f"{self.slug}-{self.language}-{self.layout}-{self.paper}"


def sheets() -> list[Sheet]:
    """Every layout with a QR code on each of its papers, for three languages."""
    found = []
    for name in material().layout_names:
        layout = material().layout(name).layout
        if any(part.form == "qr" for part in layout.parts):
            found += [Sheet(*which, name, paper) for paper in layout.papers for which in SLUGS]
    return found


@dataclass(frozen=True)
class Scan:
    """A code as it was read; side and module in millimetres."""

    text: str
    correction: str
    side: float
    white: bool


def scanned(data: bytes) -> list[Scan]:
    """Every code on the pages of a PDF, drawn in grey as an office machine copies them."""
    found = []
    for page in pypdfium2.PdfDocument(data):
        image = page.render(scale=DOTS / 72).to_pil().convert("L")
        for code in zxingcpp.read_barcodes(image):
            corners = [code.position.top_left, code.position.top_right, code.position.bottom_left]
            points = [(corner.x, corner.y) for corner in corners]
            side = min(dist(points[0], points[1]), dist(points[0], points[2]))
            found.append(Scan(code.text, code.ec_level, side / DOTS * INCH, quiet(image, points, code)))
    return found


def quiet(image: Image.Image, points: Sequence[tuple[float, float]], code: zxingcpp.Barcode) -> bool:
    """Whether nothing dark stands within four modules of a code."""
    (left, top), (right, _), (_, low) = points
    module = (right - left) / code.to_image(scale=1, add_quiet_zones=False).shape[0]
    away = round(QUIET * module) - 2  # where a module ends falls between two dots
    outer = image.crop((int(left) - away, int(top) - away, int(right) + away, int(low) + away))
    outer.paste(255, (away - 2, away - 2, outer.width - away + 2, outer.height - away + 2))
    return not any(outer.histogram()[:LIGHT])


def composed(sheet: Sheet) -> tuple[Publication, bytes]:
    """A sheet as it is made."""
    edition = Edition(sheet.slug, sheet.language, sheet.layout, sheet.paper, "pdf", "a.pdf")
    publication, report = material().compose(edition), Report()
    return publication, render(publication, material().layout(sheet.layout, sheet.paper).layout, report)


@pytest.mark.parametrize("sheet", sheets(), ids=str)
def test_the_code_of_every_sheet_is_the_address_of_its_edition(sheet: Sheet) -> None:
    publication, data = composed(sheet)
    layout = material().layout(sheet.layout, sheet.paper).layout
    (scan,) = scanned(data)
    assert scan.text == f"{publication.metadata.address}?{publication.metadata.code}"
    assert scan.correction in ("M", "Q", "H")
    assert scan.side >= layout.options["qr"]["least"] - INCH / DOTS
    assert scan.white


def test_every_layout_for_paper_promises_two_centimetres_and_large_print_three() -> None:
    least = {
        sheet.layout: material().layout(sheet.layout).layout.options["qr"]["least"] for sheet in sheets()
    }
    assert {"handout", "large-print-uk", "large-print-us"} <= set(least)
    assert {name for name, side in least.items() if side < (30 if name.startswith("large") else 20)} == set()
