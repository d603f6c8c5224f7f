"""How near to the edges of the paper anything is painted, on the raster, and in which colours."""

from collections.abc import Iterable, Set

from glossary_publish.verify.inspect.pdf.painting import Page, Run
from glossary_publish.verify.inspect.pdf.raster import Raster
from glossary_publish.verify.inspect.pdf.structure import Content, Element
from glossary_publish.verify.inspection import PageSeen

WHITE = b"\xff"
EVEN = 0.02  # how much the parts of a grey may differ


def inside_figures(elements: Iterable[Element]) -> Set[tuple[int, int]]:
    """Container and MCID of what pictures consist of: those of an article keep their colours, whatever the layout is."""
    return {
        (kid.container, kid.mcid)
        for element in elements
        if element.role == "Figure"
        for kid in element.kids
        if isinstance(kid, Content)
    }


def printed_page(page: Page, raster: Raster, pictures: Set[tuple[int, int]]) -> PageSeen:
    """The size of a page, the white at its edges, and whether there is a colour outside its pictures that is no grey."""
    used = {colour for colour, container, mcid in page.colours if (container, mcid) not in pictures}
    used |= {run.fill for run in page.runs if run.fill and run.texts and _mark(run) not in pictures}
    coloured = any(max(colour) - min(colour) > EVEN for colour in used)
    return PageSeen(page.width, page.height, _white(raster), coloured)


def _mark(run: Run) -> tuple[int, int]:
    return (run.marked.container, run.marked.mcid) if run.marked else (-1, -1)


def _white(raster: Raster) -> tuple[float, float, float, float]:
    """How far the ink is from the left, upper, right and lower edge, in points; all of the page where there is none."""
    grey, width, height = raster.grey, raster.width, raster.height
    blank = WHITE * width
    inked = (at for at in range(height) if not grey.startswith(blank, at * width))
    above = next(inked, height)
    if above == height:
        return width / raster.scale, height / raster.scale, width / raster.scale, 0.0
    last = next(at for at in range(height - 1, above - 1, -1) if not grey.startswith(blank, at * width))
    start, end = above * width, (last + 1) * width
    left = width - len(grey[start : start + width].lstrip(WHITE))
    right = width - len(grey[end - width : end].rstrip(WHITE))
    seam = blank[
        : left + right
    ]  # the white at the end of a row and at the beginning of the next, which follows it
    for at in range(start + width, end, width):
        if not grey.startswith(seam, at - right):
            right -= len(grey[at - right : at].rstrip(WHITE))
            left -= len(grey[at : at + left].lstrip(WHITE))
            seam = blank[: left + right]
    scale = raster.scale
    return left / scale, above / scale, right / scale, (height - 1 - last) / scale
