"""Tables have a header row; pictures say in words what they show."""

import io
from dataclasses import replace

import pytest
from PIL import Image as Pillow

from glossary_publish.article import Cell, Figure, Table
from glossary_publish.diagnostics import PublishError, Report
from glossary_publish.layout import Layout
from glossary_publish.publication import Image, Publication
from glossary_publish.render.docx import render
from tests.render.docx.conftest import Draft, Make, W
from tests.render.docx.samples import with_body
from tests.support.publications import at, words

DRAWN = (
    '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 30" width="90" height="30">'
    '<text x="4" y="20">Hi</text></svg>'
)


def picture(format: str, frames: int = 1, size: tuple[int, int] = (30, 20)) -> bytes:
    """A picture file of one colour, or of several pictures that follow one another."""
    images = [Pillow.new("RGB", size, (index * 90, 60, 90)) for index in range(frames)]
    buffer = io.BytesIO()
    more = {"save_all": True, "append_images": images[1:]} if frames > 1 else {}
    images[0].save(buffer, format, **more)
    return buffer.getvalue()


def showing(media_type: str, data: bytes, width: int = 30, height: int = 20) -> Publication:
    """The sample with a picture and nothing else in its text."""
    figure = Figure("content/images/it", 'A "dot" & more', (), at(54))
    image = Image("content/images/it", media_type, data, width, height)
    return replace(with_body(figure), images=(image,))


def test_the_first_row_repeats_on_every_page(draft: Draft) -> None:
    rows = draft.find("//w:tbl/w:tr")
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True, False, False]
    (look,) = draft.find("//w:tbl/w:tblPr/w:tblLook")
    assert look.get(f"{W}firstRow") == "1"


def test_a_table_is_no_wider_than_the_text(make: Make, layout: Layout) -> None:
    wide = tuple(Cell(words("many words " * 9)) for _ in range(5))
    draft = make(with_body(Table(wide, (wide,), at(1))))
    (whole,) = draft.values("//w:tbl/w:tblPr/w:tblW/@w:w")
    columns = [int(width) for width in draft.values("//w:tblGrid/w:gridCol/@w:w")]
    page, margin = (draft.values(f"//w:sectPr/{path}")[0] for path in ("w:pgSz/@w:w", "w:pgMar/@w:left"))
    assert int(whole) == sum(columns)
    assert sum(columns) <= int(page) - 2 * int(margin) + len(columns)


def test_columns_are_aligned_by_styles(make: Make) -> None:
    cells = tuple(Cell(words(side or "none"), side) for side in ("left", "center", "right", ""))
    draft = make(with_body(Table(cells, (cells,), at(1))))
    styles = draft.values("//w:tbl//w:pStyle/@w:val")
    assert styles[4:] == ["TableTextLeft", "TableTextCenter", "TableTextRight", "TableText"]
    assert draft.find("//w:tbl//w:jc") == []


@pytest.mark.parametrize(("media_type", "format"), [("image/png", "PNG"), ("image/jpeg", "JPEG")])
def test_png_and_jpeg_are_embedded_as_they_are(make: Make, media_type: str, format: str) -> None:
    data = picture(format)
    draft = make(showing(media_type, data))
    (id,) = draft.values("//a:blip/@r:embed")
    assert draft.files["word/" + draft.address(id)] == data


@pytest.mark.parametrize(("media_type", "format"), [("image/gif", "GIF"), ("image/webp", "WEBP")])
def test_gif_and_webp_are_redrawn_as_png(make: Make, media_type: str, format: str) -> None:
    draft = make(showing(media_type, picture(format)))
    (id,) = draft.values("//a:blip/@r:embed")
    with Pillow.open(io.BytesIO(draft.files["word/" + draft.address(id)])) as found:
        assert (found.format, found.size) == ("PNG", (30, 20))


def test_an_svg_is_embedded_with_a_png_that_stands_in(make: Make) -> None:
    draft = make(showing("image/svg+xml", DRAWN.encode(), 90, 30))
    (stand_in,) = draft.values("//a:blip/@r:embed")
    (drawing,) = draft.values("//asvg:svgBlip/@r:embed")
    assert draft.files["word/" + draft.address(drawing)] == DRAWN.encode()
    with Pillow.open(io.BytesIO(draft.files["word/" + draft.address(stand_in)])) as found:
        assert found.size == (270, 90)
        assert found.getchannel("A").getextrema() == (0, 255), "the ground is clear and the words are there"


def test_a_picture_has_its_alternative_text_and_size(make: Make) -> None:
    draft = make(showing("image/png", picture("PNG")))
    assert draft.values("//wp:docPr/@descr") == ['A "dot" & more']
    (extent,) = draft.find("//wp:inline/wp:extent")
    assert (extent.get("cx"), extent.get("cy")) == (str(30 * 9525), str(20 * 9525))


def test_a_large_picture_is_shrunk_to_the_measure(make: Make, layout: Layout) -> None:
    draft = make(showing("image/png", picture("PNG"), 4000, 2000))
    (extent,) = draft.find("//wp:inline/wp:extent")
    width, height = int(extent.get("cx", "")), int(extent.get("cy", ""))
    measure = layout.options["paper"]["letter"]["width"] - 2 * layout.options["page"]["side"]
    assert width == round(measure / 25.4 * 914400)
    assert height == pytest.approx(width / 2, abs=1)


@pytest.mark.parametrize(
    ("media_type", "data", "code"),
    [
        ("image/gif", picture("GIF", frames=3), "moving-picture"),
        ("image/webp", picture("WEBP", frames=2), "moving-picture"),
        ("image/tiff", b"", "image-type-not-for-word"),
    ],
)
def test_a_picture_that_word_can_not_show_is_reported(
    layout: Layout, media_type: str, data: bytes, code: str
) -> None:
    report = Report()
    with pytest.raises(PublishError):
        render(showing(media_type, data), layout, report)
    (found,) = report
    assert (found.code, found.span) == (code, at(54))
    assert found.help
