"""A font such as a project adds to those of the tool: every letter is a box of its own width."""

import io

from fontTools.fontBuilder import FontBuilder
from fontTools.pens.ttGlyphPen import TTGlyphPen

OWN, FILE = "layouts/fonts/own.toml", "layouts/fonts/sample.ttf"
ROW = '[[fonts]]\nfamily = "Sample Han"\nweight = "400"\nstyle = "normal"\nfile = "sample.ttf"\n'
HAN = "漢字"


def font(letters: str = HAN, *, narrowest: int = 600, varied: bool = False) -> bytes:
    """A font that has these letters; the first one is the narrowest."""
    names = [".notdef", "space", *(f"box{index}" for index in range(len(letters)))]
    builder = FontBuilder(1000, isTTF=True)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap({0x20: "space"} | dict(zip(map(ord, letters), names[2:], strict=True)))
    builder.setupGlyf(
        {name: _box(0 if name == "space" else narrowest + index) for index, name in enumerate(names)}
    )
    builder.setupHorizontalMetrics({name: (narrowest + 100 + index, 50) for index, name in enumerate(names)})
    builder.setupHorizontalHeader(ascent=800, descent=-200)
    builder.setupNameTable({"familyName": "Sample Han", "styleName": "Regular"})
    builder.setupOS2(sTypoAscender=800, sTypoDescender=-200, usWinAscent=800, usWinDescent=200)
    builder.setupPost()
    if varied:
        builder.setupFvar([("wght", 400, 400, 700, "Weight")], [])
    out = io.BytesIO()
    builder.font["head"].created = builder.font["head"].modified = 3786912000
    builder.font.recalcTimestamp = False
    builder.save(out)
    return out.getvalue()


def _box(width: int) -> object:
    pen = TTGlyphPen(None)
    if width:
        pen.moveTo((50, 0))
        for corner in ((50, 700), (width, 700), (width, 0)):
            pen.lineTo(corner)
        pen.closePath()
    return pen.glyph()
