"""QR codes as SVG."""

import io

import segno

from glossary_publish.layout import Layout


def qr_svg(target: str, layout: Layout) -> bytes:
    """The code of an address in the colours of the theme; `[qr]` of the layout says how wide the quiet zone is."""
    options, colour = layout.options["qr"], layout.theme["colour"]
    buffer = io.BytesIO()
    code = segno.make(target, error=options["error"], micro=False, boost_error=False)
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
