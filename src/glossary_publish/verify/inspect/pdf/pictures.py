"""Pictures as they are printed: where each stands, how large, and how dark its darkest spot is."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from glossary_publish.verify.inspect.pdf.painting import Box, Page
from glossary_publish.verify.inspect.pdf.raster import Rasters
from glossary_publish.verify.inspect.pdf.structure import Content, Element
from glossary_publish.verify.inspection import PictureSeen


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure of the structure with a place on a page, whose number counts from 0."""

    alt: str
    page: int
    box: Box

    def printed(self, rasters: Rasters) -> PictureSeen:
        """The picture that is seen there."""
        darkest, _ = rasters.page(self.page).extremes(self.box)
        return PictureSeen(self.alt, self.page + 1, *self.box, darkest)


def figures(elements: Iterable[Element], pages: Sequence[Page]) -> Iterator[Figure]:
    """Every figure with a place on a page, in reading order."""
    numbered = {page.number: page for page in pages}
    for element in elements:
        if element.role != "Figure":
            continue
        box = element.attributes.get("BBox")
        holders = [kid.container for kid in element.kids if isinstance(kid, Content)]
        page = numbered.get(holders[0]) if holders else None
        if page is None or not isinstance(box, list) or len(box) != 4:
            continue
        sides = [float(side) for side in box if isinstance(side, int | float)]
        if len(sides) == 4:
            left, low, right, top = sides
            yield Figure(element.alt or "", page.index, (left, page.height - top, right, page.height - low))
