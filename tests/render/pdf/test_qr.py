"""The drawing of a QR code, and the layouts in which nobody could read one."""

import re
from dataclasses import replace
from typing import Any
from xml.etree import ElementTree

import pytest
import zxingcpp
from PIL import Image

from glossary_publish.diagnostics import UsageError
from glossary_publish.layout import Layout, LayoutTable
from glossary_publish.render.pdf.qr import qr_svg

PATH = "layouts/handout/layout.toml"


def having(layout: Layout, **changes: Any) -> Layout:
    """The layout with other values under [qr]."""
    options = LayoutTable({**layout.options, "qr": {**layout.options["qr"], **changes}}, PATH)
    return replace(layout, options=options)


def test_an_address_is_drawn_and_the_same_address_alike(layout: Layout) -> None:
    one = qr_svg("https://example.org/a?EC-K4QX7", layout)
    assert one.startswith(b"<svg")
    assert qr_svg("https://example.org/a?EC-K4QX7", layout) == one
    assert qr_svg("https://example.org/a?EC-K4QX8", layout) != one


def test_a_wider_quiet_zone_makes_the_picture_wider(layout: Layout) -> None:
    assert b'width="33"' in qr_svg("https://e.org/a", having(layout, width=40))
    assert b'width="37"' in qr_svg("https://e.org/a", having(layout, width=40, border=6))


@pytest.mark.parametrize(
    ("changes", "message", "help"),
    [
        ({"error": "l"}, "needs a quiet zone of 4 modules and a correction of m or q or h", 'error = "m"'),
        ({"border": 3}, "needs a quiet zone of 4 modules and a correction of m or q or h", "border = 4"),
        ({"width": 25}, "is 18.9 mm wide, and at least 20 mm are promised", "make qr.width greater"),
    ],
)
def test_a_layout_in_which_nobody_could_read_it_is_refused(
    layout: Layout, changes: dict[str, Any], message: str, help: str
) -> None:
    with pytest.raises(UsageError) as caught:
        qr_svg("https://e.org/a", having(layout, **changes))
    (found,) = caught.value.diagnostics
    assert (found.code, str(found.span)) == ("unreadable-qr-code", PATH)
    assert message in found.message
    assert help in found.help


def test_a_layout_that_promises_no_width_may_have_any(layout: Layout) -> None:
    options = {key: value for key, value in layout.options["qr"].items() if key != "least"}
    small = replace(layout, options=LayoutTable({**layout.options, "qr": {**options, "width": 10}}, PATH))
    assert qr_svg("https://e.org/a", small).startswith(b"<svg")


@pytest.mark.parametrize(
    "address", ["https://пример.example/альянс", "https://example.org/تعب", "https://例.example/"]
)
def test_an_address_of_any_letters_is_written_as_phones_expect_it(layout: Layout, address: str) -> None:
    drawn = ElementTree.fromstring(qr_svg(address, having(layout, width=60)))  # noqa: S314  our own picture
    side, strokes = int(drawn.attrib["width"]), drawn[1].attrib["d"]
    image = Image.new("L", (side, side), 255)
    x = y = 0
    for letter, along, down in re.findall(r"([Mmh])(-?\d+)(?: (\d+))?", strokes):
        if letter == "h":
            image.paste(0, (x, y, x + int(along), y + 1))
        x, y = (int(along), int(down)) if letter == "M" else (x + int(along), y + int(down or 0))
    (code,) = zxingcpp.read_barcodes(image.resize((side * 8, side * 8), Image.Resampling.NEAREST))
    assert code.bytes == address.encode()
