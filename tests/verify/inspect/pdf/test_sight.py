"""Pages are painted one after the other on the same paper: nothing of another page or file is seen on a page."""

from pikepdf import Array, Dictionary, String

from glossary_publish.verify.inspect.pdf import inspect, raster
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
