"""How near to the edges of the paper anything is painted, on the raster, and in which colours."""

from collections.abc import Iterator, Sequence

from glossary_publish.verify.inspect.pdf.painting import Page
from glossary_publish.verify.inspect.pdf.raster import Raster, Rasters
from glossary_publish.verify.inspection import PageSeen

WHITE = b"\xff"
EVEN = 0.02  # how much the parts of a grey may differ


def printed_pages(pages: Sequence[Page], rasters: Rasters) -> Iterator[PageSeen]:
    """Each page: its size, the white at its edges, and whether there is a colour that is no grey."""
    for page in pages:
        raster = rasters.page(page.index)
        used = {*page.colours, *(run.fill for run in page.runs if run.fill and run.texts)}
        coloured = any(max(colour) - min(colour) > EVEN for colour in used)
        yield PageSeen(page.width, page.height, _white(raster), coloured)


def _white(raster: Raster) -> tuple[float, float, float, float]:
    """How far the ink is from the left, upper, right and lower edge, in points; all of the page where there is none."""
    grey, stride, width = raster.grey, raster.stride, raster.width
    inked = (column for column in range(width) if grey[column::stride].strip(WHITE))
    left = next(inked, width)
    inked = (column for column in reversed(range(width)) if grey[column::stride].strip(WHITE))
    right = next(inked, -1)
    above = (len(grey) - len(grey.lstrip(WHITE))) // stride
    below = (len(grey) - len(grey.rstrip(WHITE))) // stride
    scale = raster.scale
    return left / scale, above / scale, (width - 1 - right) / scale, below / scale
