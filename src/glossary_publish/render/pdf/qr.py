"""QR codes as SVG."""

import io
from functools import lru_cache
from typing import Any

import segno

from glossary_publish.layout import Layout


def qr_svg(target: str, layout: Layout) -> bytes:
    """The code of an address in the colours of the theme; `[qr]` of the layout says how wide the quiet zone is."""
    options, colour = layout.options["qr"], layout.theme["colour"]
    buffer = io.BytesIO()
    _code(target, options["error"]).save(
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


@lru_cache(maxsize=64)
def _code(target: str, error: str) -> Any:
    """An article has one address on every paper."""
    return segno.make(target, error=error, micro=False, boost_error=False)
