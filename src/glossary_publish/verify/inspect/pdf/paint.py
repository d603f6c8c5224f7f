"""The file as it is painted: every glyph measured on the raster that pdfium makes of each page.

The interpreter says where each glyph stands and in which colour; the raster says whether it is seen there.
Where the raster bears a run out, its contrast is that of its own colour on the rectangle below it, which
antialiasing does not blur; where it does not, the contrast is what the raster shows.
"""

from collections.abc import Iterator
from functools import lru_cache, reduce
from operator import or_

from glossary_publish.verify.inspect.pdf.colours import BOTH_ENDS, CERTAIN, GREY, blend, contrast, luminance
from glossary_publish.verify.inspect.pdf.painting import INVISIBLE_MODES, Box, Colour, Page, Run
from glossary_publish.verify.inspect.pdf.raster import Raster, Rasters
from glossary_publish.verify.inspect.pdf.words import normal
from glossary_publish.verify.inspection import Painted

BORNE_OUT = 3.0  # what every glyph has to show on the raster
FAINTER = 0.45  # a run that shows less than this part of the contrast of its colours has something over it
ENOUGH = 5.5  # unless it still shows this much; thin signs are blurred to it on the coarse raster
SEEN = 1.1  # below it nothing is there for any eye
WHITE: Colour = (1.0, 1.0, 1.0)
RISE = 0.75  # of the size: capitals and tall letters
DROP = -0.02  # underlines stay out of the boxes
DEEP_DROP = 0.3  # for scripts and signs with ink below the line only
TINY = 6.0  # pixels of size: below, glyphs are looked at one by one
SOME_ROWS = 4  # every fourth row of pixels is looked at first
EDGE = 0.5  # pixels on either side of a glyph, where its neighbours' ink may reach in


def painted(page: Page, rasters: Rasters) -> Iterator[Painted]:
    """Every run of glyphs of a page in painting order, with its worst glyph."""
    for run in page.runs:
        text = normal(run.text)
        if text:
            yield _measure(page, run, text, rasters)


def _measure(page: Page, run: Run, text: str, rasters: Rasters) -> Painted:
    box = run.stretch(0, -1, DEEP_DROP if max(text) >= "\u0590" or "_" in text else DROP, RISE)
    nominal = _nominal(page, run, box)
    coarse, needed = rasters.page(page.index), min(ENOUGH, nominal * FAINTER)
    glyph, whole = _certain(coarse, run, box, SOME_ROWS)
    if glyph < BORNE_OUT or whole < needed:  # what some rows show is certain; what they do not, others may
        glyph, whole = _certain(coarse, run, box)
    if glyph < BORNE_OUT or whole < needed:  # full stops and dots of small type are lost on the coarse raster
        fine = rasters.close_up(page.index, box)
        glyph, whole = _certain(fine, run, box)
        if glyph < BORNE_OUT or whole < needed:
            glyph, whole = _exact(fine, run, box)
    value = nominal if glyph >= BORNE_OUT and whole >= needed else min(nominal, glyph, whole)
    on_page = box[0] >= -1 and box[1] >= -1 and box[2] <= page.width + 1 and box[3] <= page.height + 1
    visible = (
        value >= SEEN and run.mode not in INVISIBLE_MODES and on_page and not _under_image(page, run, box)
    )
    place = f"page {page.index + 1}"
    return Painted(text, round(run.size, 2), round(value, 2), visible, place, run.item)


def _nominal(page: Page, run: Run, box: Box) -> float:
    """The contrast of a run's colour on the rectangle below its middle; 21 where a colour is not plain."""
    ground: Colour | None = WHITE
    for fill in page.fills:
        if fill.order < run.order and _over_middle(fill.box, box):
            ground = blend(fill.colour, ground, fill.alpha) if fill.colour and ground else None
    if run.fill is None or ground is None or run.mode:
        return 21.0
    return _contrast(run.fill, ground, run.alpha)


@lru_cache(256)
def _contrast(colour: Colour, ground: Colour, alpha: float) -> float:
    return contrast(luminance(blend(colour, ground, alpha)), luminance(ground))


def _under_image(page: Page, run: Run, box: Box) -> bool:
    """Whether an image that is painted later lies over the middle of the run."""
    return any(
        fill.order > run.order and fill.colour is None and _over_middle(fill.box, box) for fill in page.fills
    )


def _over_middle(cover: Box, box: Box) -> bool:
    x, y = (box[0] + box[2]) / 2, (box[1] + box[3]) / 2
    return cover[0] <= x <= cover[2] and cover[1] <= y <= cover[3]


def _certain(raster: Raster, run: Run, box: Box, every: int = 1) -> tuple[float, float]:
    """The contrast that is certain of the worst glyph and of the whole run, from one pass over its rows.

    Most glyphs hold a column with both ink and ground, and one search finds it; the others are looked at.
    """
    if run.matrix[1] or run.matrix[0] <= 0 or run.size * raster.scale < TINY:
        return 0.0, 0.0
    first, columns, whole = raster.columns(box, every)
    find = columns.translate(BOTH_ENDS[whole.bit_length() - 1]).find
    scale, worst = run.matrix[0] * raster.scale, CERTAIN[whole]
    begin = (run.matrix[4] - raster.left) * raster.scale - first + 1.0 + EDGE
    end = begin - 1.0 - 2 * EDGE
    for glyph, left, right in zip(run.texts, run.starts, run.ends, strict=True):
        if (
            right > left
            and find(1, int(left * scale + begin), int(right * scale + end)) < 0
            and _has_ink(glyph)
        ):
            bands = columns[int(left * scale + begin) : int(right * scale + end)]
            worst = min(worst, CERTAIN[reduce(or_, bands, 0)])
    return worst, CERTAIN[whole]


def _has_ink(glyph: str) -> bool:
    return glyph.isprintable() and bool(glyph.strip())


def _exact(raster: Raster, run: Run, box: Box) -> tuple[float, float]:
    """The same, pixel by pixel."""
    darkest, lightest, worst = 255, 0, 21.0
    for index, glyph in enumerate(run.texts):
        if not _has_ink(glyph) or run.ends[index] <= run.starts[index]:
            continue  # a glyph without a width of its own is a part of its neighbour, as in a ligature
        left, top, right, low = run.stretch(index, index, DROP, RISE)
        if not run.matrix[1]:
            top, low = box[1], box[3]
        dark, light = raster.extremes((left + EDGE / raster.scale, top, right - EDGE / raster.scale, low))
        darkest, lightest = min(darkest, dark), max(lightest, light)
        worst = min(worst, contrast(GREY[dark], GREY[light]))
    return worst, contrast(GREY[darkest], GREY[lightest])
