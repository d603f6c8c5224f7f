"""A layout of greys prints pictures in greys too: logos of clinics, drawings and photographs."""

import io
import subprocess
from pathlib import Path

import PIL.Image
import pytest

from glossary_publish.build.material import Material
from glossary_publish.build.plan import Edition
from glossary_publish.diagnostics import Report
from glossary_publish.publication import Image
from glossary_publish.render.pdf import render
from glossary_publish.render.pdf.greys import greyed
from tests.support.house.sources import ROOT

EVEN = 2  # shades that channels of a grey may lie apart on a raster
SLUG = "working-alliance-inventory"


def drawing(text: str) -> Image:
    return Image("logo.svg", "image/svg+xml", text.encode(), 8, 6)


def photograph(mode: str, colour: object) -> Image:
    buffer = io.BytesIO()
    PIL.Image.new(mode, (8, 6), colour).save(buffer, "PNG")  # type: ignore[arg-type]  # one for each mode
    return Image("logo.png", "image/png", buffer.getvalue(), 8, 6)


@pytest.mark.parametrize("clinic", ["example-clinic-north", "example-clinic-south"])
@pytest.mark.parametrize("name", ["easy-print", "handout"])
def test_the_logo_of_a_clinic_is_as_grey_as_its_layout(name: str, clinic: str, tmp_path: Path) -> None:
    material = Material(ROOT)
    layout = material.layout(name, "letter", clinic).layout
    publication = material.compose(Edition(SLUG, "en", name, "letter", "pdf", "", clinic))
    (tmp_path / "sheet.pdf").write_bytes(render(publication, layout, Report()))
    command = ["pdftoppm", "-r", "40", "-singlefile", str(tmp_path / "sheet.pdf"), str(tmp_path / "page")]
    subprocess.run(command, check=True)
    with PIL.Image.open(tmp_path / "page.ppm") as page:
        pixels = page.convert("RGB").tobytes()
    apart = max(max(pixels[at : at + 3]) - min(pixels[at : at + 3]) for at in range(0, len(pixels), 3))
    assert (apart <= EVEN) is (name == "easy-print")


@pytest.mark.parametrize(
    "text",
    [
        '<svg><path fill="#ff0000"/></svg>',
        '<svg><path style="fill: #f00; stroke: none"/></svg>',
        "<svg><style>.a { fill: rgb(255, 0, 0) }</style></svg>",
        '<svg><stop stop-color="red"/></svg>',
    ],
)
def test_colours_of_a_drawing_are_as_light_as_before(text: str) -> None:
    found = greyed(drawing(text)).decode()
    assert "#4c4c4c" in found
    assert not any(red in found for red in ("ff0000", "#f00", "255", "red"))


def test_what_is_no_colour_stays_in_a_drawing() -> None:
    text = '<svg><title>fill: red</title><path fill="url(#shade)" stroke="none" /></svg>'
    assert greyed(drawing(text)).decode() == text


@pytest.mark.parametrize(
    ("mode", "colour", "expected"), [("RGB", (255, 0, 0), "L"), ("RGBA", (0, 0, 9, 0), "LA")]
)
def test_photographs_keep_what_can_be_seen_through(mode: str, colour: object, expected: str) -> None:
    with PIL.Image.open(io.BytesIO(greyed(photograph(mode, colour)))) as picture:
        assert picture.mode == expected


def test_what_cannot_be_read_is_left_for_others_to_tell() -> None:
    broken = Image("logo.png", "image/png", b"no picture", 8, 6)
    assert greyed(broken) == b"no picture"
    assert greyed(drawing("<svg>")) == b"<svg>"
