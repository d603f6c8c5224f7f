"""The cover as a PNG, for book shelves that show no SVG."""

import io
import zlib

from PIL import Image, ImageColor, ImageDraw

from glossary_publish.render.epub.cover import Cover

BITS = 4  # sixteen steps from ground to ink: smooth edges in a tenth of the bytes of a full-colour picture
LEVELS = 1 << BITS


def cover_png(cover: Cover) -> bytes:
    """Draw a cover whose words the vendored fonts can show; the same cover gives the same bytes."""
    coverage = Image.new("L", (cover.width, cover.height), 0)
    pen = ImageDraw.Draw(coverage)
    left, top, width, height = cover.rule
    pen.rectangle((left, top, left + width - 1, top + height - 1), fill=255)
    for line in cover.lines:
        pen.text((line.x, line.y), line.text, fill=255, font=line.face.at(line.size), anchor="ls")
    picture = coverage.point([value >> (8 - BITS) for value in range(256)], "P")
    picture.putpalette(_ramp(ImageColor.getrgb(cover.ground), ImageColor.getrgb(cover.ink)))
    buffer = io.BytesIO()
    # Letters on a plain ground are runs of one level; the archive packs them once more.
    picture.save(buffer, "PNG", bits=BITS, compress_level=1, compress_type=zlib.Z_RLE)
    return buffer.getvalue()


def _ramp(ground: tuple[int, ...], ink: tuple[int, ...]) -> list[int]:
    last = LEVELS - 1
    return [
        (start * (last - step) + end * step) // last
        for step in range(LEVELS)
        for start, end in zip(ground[:3], ink[:3], strict=True)
    ]
