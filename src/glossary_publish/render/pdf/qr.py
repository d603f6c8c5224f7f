"""QR codes as SVG."""

import io
from collections.abc import Mapping
from functools import lru_cache
from typing import Any

import segno

from glossary_publish.diagnostics import PublishError, Span, UsageError, fault
from glossary_publish.layout import Layout
from glossary_publish.render.pdf.masks import choose_masks_quickly

CORRECTIONS = ("m", "q", "h")  # a fold or a stain takes more than the seven in a hundred that "l" makes good
QUIET = 4  # modules on each side (ISO/IEC 18004, 9.1)


def qr_svg(target: str, layout: Layout) -> bytes:
    """The code of an address in the colours of the theme; `[qr]` of the layout says how wide the quiet zone is.

    Raises `UsageError` for a layout in which a phone could not read it.
    """
    options, colour = layout.options["qr"], layout.theme["colour"]
    code = _code(target, options["error"]) if options["error"] in CORRECTIONS else None
    if code is None or options["border"] < QUIET or _side(code, options) < options.get("least", 0):
        raise _unreadable(layout, code)
    buffer = io.BytesIO()
    code.save(
        buffer,
        kind="svg",
        scale=1,
        border=options["border"],
        dark=colour["ink"],
        light=colour["paper"],
        xmldecl=False,
        svgclass=None,
        lineclass=None,
    )
    return buffer.getvalue()


def _side(code: Any, options: Mapping[str, Any]) -> float:
    """How wide the code is on paper without its quiet zone, in millimetres."""
    modules: int = code.symbol_size(border=0)[0]
    width, border = float(options["width"]), int(options["border"])
    return width * modules / (modules + 2 * border)


def _unreadable(layout: Layout, code: Any) -> PublishError:
    options, place = layout.options["qr"], Span(f"layouts/{layout.name}/layout.toml")
    asked = f"a quiet zone of {QUIET} modules and a correction of {' or '.join(CORRECTIONS)}"
    message = f"the QR code of layout {layout.name!r} needs {asked}"
    help = f'write border = {QUIET} and error = "{CORRECTIONS[0]}" under [qr]'
    if code is not None and options["border"] >= QUIET:
        side, least = f"{_side(code, options):.1f}", options["least"]
        message = (
            f"the QR code of layout {layout.name!r} is {side} mm wide, and at least {least} mm are promised"
        )
        help = "make qr.width greater; the quiet zone is part of it"
    return fault(UsageError, "unreadable-qr-code", message, place, help)


@lru_cache(maxsize=64)
def _code(target: str, error: str) -> Any:
    """An article has one address on every paper."""
    choose_masks_quickly()
    return segno.make(target, error=error, encoding="utf-8", micro=False, boost_error=False)
