"""The file as it is painted: every glyph measured on the raster that pdfium makes of each page.

The interpreter says where each glyph stands and in which colour; the raster says whether it is seen there.
Where the raster bears a run out, its contrast is that of its own colour on the rectangle below it, which
antialiasing does not blur; where it does not, the contrast is what the raster shows.
"""

from collections.abc import Iterator, Sequence
from functools import reduce
from operator import or_

from glossary_publish.verify.inspect.pdf.colours import CERTAIN, GREY, blend, contrast, luminance
from glossary_publish.verify.inspect.pdf.painting import INVISIBLE_MODES, Box, Colour, Page, Run
from glossary_publish.verify.inspect.pdf.raster import Raster, Rasters
from glossary_publish.verify.inspect.pdf.words import normal
from glossary_publish.verify.inspection import Painted

BORNE_OUT = 3.0  # what every glyph has to show on the raster
FAINTER = 0.45  # a run that shows less than this part of the contrast of its colours has something over it
SEEN = 1.1  # below it nothing is there for any eye
WHITE: Colour = (1.0, 1.0, 1.0)
RISE = 0.75  # of the size: capitals and tall letters
DROP = -0.02  # underlines stay out of the boxes
DEEP_DROP = 0.3  # for scripts and signs with ink below the line only


def painted(pages: Sequence[Page], rasters: Rasters) -> Iterator[Painted]:
    """Every run of glyphs in painting order, with its worst glyph."""
    for page in pages:
        for run in page.runs:
            seen = [
                index
                for index, glyph in enumerate(run.texts)
                if glyph.isprintable() and not glyph.isspace() and glyph
            ]
            if seen:
                yield _measure(page, run, seen, rasters)


def _measure(page: Page, run: Run, seen: list[int], rasters: Rasters) -> Painted:
    drop = DEEP_DROP if any(glyph >= "\u0590" or glyph == "_" for glyph in run.texts) else DROP
    nominal = _nominal(page, run)
    coarse = rasters.page(page.index)
    needed = nominal * FAINTER
    glyph, whole = _certain(coarse, run, seen, drop)
    if glyph < BORNE_OUT or whole < needed:
        glyph, whole = _exact(coarse, run, seen, drop)
    if glyph < BORNE_OUT or whole < needed:
        glyph, whole = _exact(rasters.close_up(page.index, run.stretch(0, -1, drop, RISE)), run, seen, drop)
    value = nominal if glyph >= BORNE_OUT and whole >= needed else min(nominal, glyph, whole)
    visible = (
        value >= SEEN
        and run.mode not in INVISIBLE_MODES
        and _on_page(page, run, seen)
        and not _under_image(page, run)
    )
    return Painted(normal(run.text), round(run.size, 2), round(value, 2), visible, f"page {page.index + 1}")


def _nominal(page: Page, run: Run) -> float:
    """The contrast of a run's colour on the rectangle below its middle; 21 where a colour is not plain."""
    left, top, right, low = run.stretch(0, -1, DROP, RISE)
    x, y = (left + right) / 2, (top + low) / 2
    ground: Colour | None = WHITE
    for fill in page.fills:
        if fill.order < run.order and fill.box[0] <= x <= fill.box[2] and fill.box[1] <= y <= fill.box[3]:
            ground = blend(fill.colour, ground, fill.alpha) if fill.colour and ground else None
    if run.fill is None or ground is None or run.mode:
        return 21.0
    return contrast(luminance(blend(run.fill, ground, run.alpha)), luminance(ground))


def _certain(raster: Raster, run: Run, seen: list[int], drop: float) -> tuple[float, float]:
    """The contrast that is certain of the worst glyph and of the whole run, from one pass over its rows."""
    if run.matrix[1]:
        return 0.0, 0.0
    first, columns = raster.columns(run.stretch(0, -1, drop, RISE))
    scale, start = run.matrix[0] * raster.scale, (run.matrix[4] - raster.left) * raster.scale - first
    worst, whole = 21.0, 0
    for index in seen:
        left, right = run.starts[index] * scale + start, run.ends[index] * scale + start
        margin = (right - left) * 0.1
        bands = reduce(or_, columns[max(0, int(left + margin + 0.99)) : max(1, int(right - margin))], 0)
        whole |= bands
        worst = min(worst, CERTAIN[bands])
    return worst, CERTAIN[whole]


def _exact(raster: Raster, run: Run, seen: list[int], drop: float) -> tuple[float, float]:
    """The same, pixel by pixel."""
    darkest, lightest, worst = 255, 0, 21.0
    for index in seen:
        dark, light = raster.extremes(_narrowed(run.stretch(index, index, drop, RISE)))
        darkest, lightest = min(darkest, dark), max(lightest, light)
        worst = min(worst, contrast(GREY[dark], GREY[light]))
    return worst, contrast(GREY[darkest], GREY[lightest])


def _narrowed(box: Box) -> Box:
    """A box without its edges, where the neighbours' ink may reach in."""
    margin = (box[2] - box[0]) * 0.1
    return box[0] + margin, box[1], box[2] - margin, box[3]


def _on_page(page: Page, run: Run, seen: list[int]) -> bool:
    left, top, right, low = run.stretch(seen[0], seen[-1], DROP, RISE)
    return left >= -1 and top >= -1 and right <= page.width + 1 and low <= page.height + 1


def _under_image(page: Page, run: Run) -> bool:
    """Whether an image that is painted later lies over the middle of the run."""
    left, top, right, low = run.stretch(0, -1, DROP, RISE)
    x, y = (left + right) / 2, (top + low) / 2
    return any(
        fill.order > run.order
        and fill.colour is None
        and fill.box[0] <= x <= fill.box[2]
        and fill.box[1] <= y <= fill.box[3]
        for fill in page.fills
    )
