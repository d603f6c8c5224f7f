"""Pages are painted one after the other on the same paper: nothing of another page or file is seen on a page."""

import random
from functools import reduce
from operator import or_

from pikepdf import Array, Dictionary, String

from glossary_publish.verify.inspect.pdf import inspect, raster
from glossary_publish.verify.inspect.pdf.colours import BANDS
from glossary_publish.verify.inspect.pdf.ink import _white
from glossary_publish.verify.inspect.pdf.raster import Raster
from tests.verify.inspect.pdf.handmade import HEIGHT, Handmade
from tests.verify.inspect.pdf.test_qr import ADDRESS, made, path

DARK = f"0 g 0 0 400 {HEIGHT} re f"


def figure(file: Handmade, alt: str, drawing: str, top: float = 70) -> None:
    """A picture of 100 by 100 points."""
    box = Array([50, HEIGHT - top - 100, 150, HEIGHT - top])
    element = file.element("Figure", Alt=String(alt), A=Dictionary(O="/Layout", BBox=box))
    file.words("", element, before=drawing)


def several() -> Handmade:
    """Two pages with a picture each and a code that is no picture; the second page is read first."""
    file = Handmade()
    last = file.element("Sect")
    file.paint(path(made("https://example.net"), 250, 300, 2))
    figure(file, "first page", path(made(ADDRESS), 60, 80, 2))
    last.K.append(file.elements[-1])
    file.elements[-1].P = last
    del file.document.K[-1]
    file.new_page()
    file.paint(path(made("https://example.com"), 250, 300, 2))
    figure(file, "second page", f"0.4 g 60 {HEIGHT - 160} 40 40 re f")
    del file.document.K[0]
    file.document.K.append(last)
    return file


def test_pictures_and_their_codes_are_told_in_reading_order_and_loose_codes_after_them() -> None:
    seen = inspect(several().data())
    assert [(one.alt, one.page, one.darkest) for one in seen.pictures] == [
        ("second page", 2, 102),
        ("first page", 1, 0),
    ]
    assert [(one.alt, one.page, one.text) for one in seen.codes] == [
        ("first page", 1, ADDRESS),
        ("", 1, "https://example.net"),
        ("", 2, "https://example.com"),
    ]


def test_what_was_painted_before_is_not_seen() -> None:
    dark, mixed = Handmade(), Handmade()
    dark.paint(DARK)
    mixed.paint(DARK)
    mixed.new_page()
    mixed.words("Some words", mixed.element("P"), y=100)
    blank = inspect(mixed.data())
    assert sum(blank.pages[0].white) == 0
    assert blank.pages[1].white[0] > 39
    assert [run.visible for run in blank.painted] == [True]
    alone = inspect(several().data())
    inspect(dark.data())
    assert inspect(several().data()) == alone


def test_paper_is_kept_for_the_next_file_unless_it_is_very_large() -> None:
    large = several()
    large.pdf.pages[0].MediaBox = Array([0, 0, 2000, 2000])
    for file, keeps in ((several(), True), (large, False), (several(), True)):
        inspect(file.data())
        assert [0 < len(paper.grey) <= raster.LARGEST for paper in raster._spare] == [True] * keeps


# --- the quick ways against the plain ones ------------------------------------------------------------------


def speckled(chance: random.Random) -> Raster:
    """A small raster with a few specks or none, on paper that is longer than the page."""
    width, height = chance.randint(1, 9), chance.randint(1, 9)
    grey = bytearray(b"\xff" * (width * height)) + bytes(chance.choice((0, 7)))
    for _ in range(chance.choice((0, 0, 1, 2, 5, 40))):
        grey[chance.randrange(width * height)] = chance.randrange(255)
    return Raster(grey, width, height, 2.0)


def test_the_white_at_the_edges_is_what_each_pixel_says() -> None:
    chance = random.Random(20260101)
    for _ in range(2000):
        page = speckled(chance)
        inked = [divmod(at, page.width) for at in range(page.width * page.height) if page.grey[at] != 255]
        rows, columns = zip(*inked, strict=True) if inked else ((page.height,), (page.width,))
        right, low = (
            (page.width - 1 - max(columns), page.height - 1 - max(rows)) if inked else (page.width, 0)
        )
        assert _white(page) == (min(columns) / 2, min(rows) / 2, right / 2, low / 2)


def test_the_bands_of_columns_are_those_of_their_pixels() -> None:
    chance = random.Random(20260101)
    for _ in range(2000):
        page = speckled(chance)
        left, top = chance.randrange(page.width), chance.randrange(page.height)
        right, low = chance.randint(left + 1, page.width), chance.randint(top + 1, page.height)
        every = chance.choice((1, 4))
        first, columns, whole = page.columns((left / 2, top / 2, right / 2, low / 2), every)
        seen = [
            reduce(
                or_, (BANDS[page.grey[row * page.width + column]] for row in range(low - 1, top - 1, -every))
            )
            for column in range(left, right)
        ]
        assert (first, [*columns], whole) == (left, seen, reduce(or_, seen))
