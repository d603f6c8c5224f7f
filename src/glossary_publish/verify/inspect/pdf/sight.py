"""What is seen on the pages, one after the other: a page is painted once, and all that asks for it is asked at once."""

from collections.abc import Sequence
from dataclasses import dataclass

from glossary_publish.verify.inspect.pdf.ink import inside_figures, printed_page
from glossary_publish.verify.inspect.pdf.paint import painted
from glossary_publish.verify.inspect.pdf.painting import Page
from glossary_publish.verify.inspect.pdf.pictures import figures
from glossary_publish.verify.inspect.pdf.qr import loose_codes, printed_code
from glossary_publish.verify.inspect.pdf.raster import Rasters
from glossary_publish.verify.inspect.pdf.structure import Element
from glossary_publish.verify.inspection import PageSeen, Painted, PictureSeen, QrSeen


@dataclass(frozen=True, slots=True)
class Sight:
    """All that is seen: runs and pages in their order, pictures in reading order, their codes and after them the rest."""

    painted: tuple[Painted, ...]
    pages: tuple[PageSeen, ...]
    pictures: tuple[PictureSeen, ...]
    codes: tuple[QrSeen, ...]


def sight(data: bytes, pages: Sequence[Page], elements: Sequence[Element]) -> Sight:
    """What is seen on the rasters of the pages."""
    standing, inside = list(enumerate(figures(elements, pages))), inside_figures(elements)
    runs, printed, loose = list[Painted](), list[PageSeen](), list[QrSeen]()
    pictures: dict[int, PictureSeen] = {}
    codes: dict[int, QrSeen | None] = {}
    with Rasters(data, [(page.width, page.height) for page in pages]) as rasters:
        for page in pages:
            runs += painted(page, rasters)
            printed.append(printed_page(page, rasters.page(page.index), inside))
            here = {at: figure.printed(rasters) for at, figure in standing if figure.page == page.index}
            pictures |= here
            codes |= {at: printed_code(picture, rasters) for at, picture in here.items()}
            loose += loose_codes(page, [*here.values()], rasters)
    found = (codes[at] for at in sorted(codes))
    return Sight(
        tuple(runs),
        tuple(printed),
        tuple(pictures[at] for at in sorted(pictures)),
        (*(code for code in found if code), *loose),
    )
