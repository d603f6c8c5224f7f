"""The cover as a PNG, for book shelves that show no SVG.

Rows with ink are drawn in bands, and the blank ones between them are not. What covers have in common is drawn and packed
once.
"""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from PIL import Image, ImageColor

from glossary_publish.render.epub.cover import Cover
from glossary_publish.render.epub.png import BITS, Band, band, blank, png
from glossary_publish.render.epub.typesetting import Placed, Shape

LEVELS = 1 << BITS
STEPS = [value >> (8 - BITS) for value in range(256)]


def cover_png(cover: Cover) -> bytes:
    """Draw a cover whose words the vendored fonts can show; the same cover gives the same bytes."""
    left, top, width, height = cover.rule
    bar = _bar(int(left + width - 1) - int(left) + 1, int(top + height - 1) - int(top) + 1)
    lines = [[(bar, int(left), int(top))]]
    lines += [line.face.placed(line.text, line.size, line.x, line.y) for line in cover.lines]
    ramp = _ramp(ImageColor.getrgb(cover.ground), ImageColor.getrgb(cover.ink))
    return png(cover.width, cover.height, ramp, _bands(cover, lines))


def _bands(cover: Cover, lines: list[list[Placed]]) -> Iterator[Band]:
    done = 0
    for start, end, ink in _rows(lines):
        top, bottom = max(start, done), min(end, cover.height)
        if top < bottom:
            yield blank(cover.width, top - done)
            yield _drawn(cover.width, bottom - top, tuple((shape, x, y - top) for shape, x, y in ink))
            done = bottom
    yield blank(cover.width, cover.height - done)


def _rows(lines: Sequence[list[Placed]]) -> list[tuple[int, int, list[Placed]]]:
    """First row and end of all that is inked without a blank row between, from the top down."""
    found: list[tuple[int, int, list[Placed]]] = []
    for top, bottom, ink in sorted(map(_span, filter(None, lines)), key=lambda span: span[:2]):
        if found and top < found[-1][1]:
            start, end, before = found.pop()
            found.append((start, max(end, bottom), before + ink))
        else:
            found.append((top, bottom, ink))
    return found


def _span(ink: list[Placed]) -> tuple[int, int, list[Placed]]:
    return min(y for _, _, y in ink), max(y + shape.mask.height for shape, _, y in ink), ink


@lru_cache(maxsize=32)
def _drawn(width: int, height: int, ink: tuple[Placed, ...]) -> Band:
    coverage = Image.new("L", (width, height), 0)
    for shape, x, y in ink:
        coverage.paste(255, (x, y), shape.mask)
    return band(coverage.point(STEPS, "P"))


@lru_cache(maxsize=8)
def _bar(width: int, height: int) -> Shape:
    return Shape(Image.new("L", (width, height), 255), 0, 0)


def _ramp(ground: tuple[int, ...], ink: tuple[int, ...]) -> list[int]:
    last = LEVELS - 1
    return [
        (start * (last - step) + end * step) // last
        for step in range(LEVELS)
        for start, end in zip(ground[:3], ink[:3], strict=True)
    ]
