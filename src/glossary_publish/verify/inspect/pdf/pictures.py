"""Pictures as they are printed: where each stands, how large, and how dark its darkest spot is."""

from collections.abc import Iterable, Iterator, Sequence

from glossary_publish.verify.inspect.pdf.painting import Page
from glossary_publish.verify.inspect.pdf.raster import Rasters
from glossary_publish.verify.inspect.pdf.structure import Content, Element
from glossary_publish.verify.inspection import PictureSeen


def printed_pictures(
    elements: Iterable[Element], pages: Sequence[Page], rasters: Rasters
) -> Iterator[PictureSeen]:
    """Every figure with a place on a page, in reading order."""
    numbered = {page.number: page for page in pages}
    for element in elements:
        box = element.attributes.get("BBox")
        holders = [kid.container for kid in element.kids if isinstance(kid, Content)]
        page = numbered.get(holders[0]) if holders else None
        if element.role != "Figure" or page is None or not isinstance(box, list) or len(box) != 4:
            continue
        sides = [float(side) for side in box if isinstance(side, int | float)]
        if len(sides) == 4:
            left, low, right, top = sides
            place = left, page.height - top, right, page.height - low
            darkest, _ = rasters.page(page.index).extremes(place)
            yield PictureSeen(element.alt or "", page.index + 1, *place, darkest)
