"""The drawing of a QR code, and the layouts in which nobody could read one."""

from dataclasses import replace
from typing import Any

import pytest

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
