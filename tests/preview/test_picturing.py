"""Pages as pictures: each page once, at the width that was asked for, with the pixels that were painted."""

import io

import PIL.Image
import PIL.ImageChops
import pypdfium2
import pytest

from glossary_publish.build.making import Made, make
from glossary_publish.build.material import Material
from glossary_publish.build.trial import SAMPLE
from glossary_publish.preview.picturing import page_pictures


@pytest.fixture(scope="module")
def pdf() -> bytes:
    material = Material(SAMPLE)
    (edition,) = (one for one in material.editions() if one.format == "pdf")
    made = make(material.compose(edition), material.layout(edition.layout, edition.paper).layout)
    assert isinstance(made, Made)
    return made.data


@pytest.mark.parametrize("width", [1, 317, 816])
def test_each_page_is_a_picture_of_the_pixels_that_were_painted(pdf: bytes, width: int) -> None:
    pictures = page_pictures(pdf, width)
    with pypdfium2.PdfDocument(pdf) as document:
        assert len(pictures) == len(document) > 0
        for picture, page in zip(pictures, document, strict=True):
            painted = page.render(scale=width / page.get_width()).to_pil().convert("RGB")
            with PIL.Image.open(io.BytesIO(picture.data)) as opened:
                assert (opened.format, opened.size) == ("PNG", (picture.width, picture.height))
                assert picture.width - width in (0, 1)  # a painter rounds up
                assert PIL.ImageChops.difference(opened.convert("RGB"), painted).getbbox() is None


def test_the_same_page_is_the_same_picture(pdf: bytes) -> None:
    assert page_pictures(pdf, 400) == page_pictures(pdf, 400)
