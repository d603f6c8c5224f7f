"""What goes wrong on the way to the page is one diagnostic, with its place in the article; no file is made then."""

import io
from collections.abc import Sequence
from dataclasses import replace

import PIL.Image
import pytest

from glossary_publish.article import Block, BulletList, Definition, DefinitionList, Figure, ListItem, Quote
from glossary_publish.diagnostics import Diagnostic, Report
from glossary_publish.layout import Layout
from glossary_publish.publication import Image, Publication
from glossary_publish.render.pdf import render
from tests.render.pdf.handouts import with_body
from tests.support.publications import at, every_construct, paragraph, words

PATH = "content/images/picture.png"


def told(publication: Publication, layout: Layout) -> list[Diagnostic]:
    """What is reported; where something is, there is no file."""
    report = Report()
    data = render(publication, layout, report)
    assert bool(data) is not report.failed
    return list(report)


def codes(publication: Publication, layout: Layout) -> list[str]:
    """The codes alone."""
    return [diagnostic.code for diagnostic in told(publication, layout)]


def styled(layout: Layout, rules: str) -> Layout:
    """The layout with more rules in its style sheet."""
    files = dict(layout.files)
    files["handout.css"] += f"\n{rules}".encode()
    return replace(layout, files=files)


def picture(mode: str, format: str = "PNG") -> bytes:
    """A small image."""
    buffer = io.BytesIO()
    PIL.Image.new(mode, (8, 6)).save(buffer, format)
    return buffer.getvalue()


def shown(data: bytes, media_type: str = "image/png", path: str = PATH) -> Publication:
    """A publication that shows an image."""
    figure = Figure(path, "A picture", words("Caption."), at(54))
    return with_body(figure, images=[Image(path, media_type, data, 8, 6)])


# --- characters ----------------------------------------------------------------------------------


def test_characters_that_no_font_has_are_one_error(layout: Layout) -> None:
    (error,) = told(
        with_body(paragraph("Fine.", 30), paragraph("漢字 and 😀", 33), paragraph("漢 again", 40)), layout
    )
    assert error.code == "missing-glyph"
    assert error.message == "no font of the layout has 字 (U+5B57), 漢 (U+6F22), 😀 (U+1F600)"
    assert error.span == at(33)
    assert "own.toml" in error.help


def test_one_character_in_many_fonts_is_one_error(layout: Layout) -> None:
    sample = every_construct()
    metadata = replace(sample.furniture[0], text="漢")
    publication = replace(sample, furniture=(metadata, *sample.furniture[1:]))
    (error,) = told(publication, layout)
    assert error.message == "no font of the layout has 漢 (U+6F22)"
    assert error.span is None  # the page foot is composed


def test_every_edition_tells_of_its_own_characters(layout: Layout) -> None:
    for _ in range(2):
        assert codes(with_body(paragraph("漢", 33)), layout) == ["missing-glyph"]
    assert codes(every_construct(), layout) == []


# --- style sheets --------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "rule",
    [
        "p.lede { display: none; }",
        "ul { position: absolute; left: 0; top: 0; } .body ol { display: none; }",
    ],
)
def test_words_that_a_style_sheet_hides_are_lost(layout: Layout, rule: str) -> None:
    assert set(codes(every_construct(), styled(layout, rule))) == {"words-lost-on-page"}


def test_the_words_that_are_lost_are_named(layout: Layout) -> None:
    (error,) = told(every_construct(), styled(layout, "p.lede { display: none; }"))
    assert error.message.startswith("'One sentence that says")


@pytest.mark.parametrize("rule", ["p { colour: red; }", "p { width: fit-content; }"])
def test_rules_that_say_nothing_are_told(layout: Layout, rule: str) -> None:
    for _ in range(2):  # the style sheet is read once, and what was remarked on it is not forgotten
        (error,) = told(every_construct(), styled(layout, rule))
        assert error.code == "renderer-complains"


@pytest.mark.parametrize(
    "rule",
    [
        "p { background: url(https://example.org/x.png); }",
        "p { background: url(file:///etc/hostname); }",
        "@font-face { font-family: X; src: url(file:///etc/hostname); }",
        "p { background: url(content/images/dot.svg); }",
        "p { background: url(glossary:content/glossary.toml); }",
    ],
)
def test_a_style_sheet_asks_for_nothing_outside(layout: Layout, rule: str) -> None:
    assert set(codes(every_construct(), styled(layout, rule))) <= {"refused-address", "renderer-complains"}
    assert codes(every_construct(), styled(layout, rule)) != []


# --- images --------------------------------------------------------------------------------------


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_images_of_usual_colours_are_shown(layout: Layout, mode: str) -> None:
    assert codes(shown(picture(mode)), layout) == []


@pytest.mark.parametrize(
    ("mode", "format", "media_type"), [("CMYK", "JPEG", "image/jpeg"), ("I;16", "PNG", "image/png")]
)
def test_images_of_other_colours_are_told_with_their_place(
    layout: Layout, mode: str, format: str, media_type: str
) -> None:
    (error,) = told(shown(picture(mode, format), media_type), layout)
    assert (error.code, error.span) == ("unsuitable-image-colours", at(54))
    assert mode in error.message


SVG = b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 9 9">%s</svg>'


@pytest.mark.parametrize(
    ("data", "media_type"),
    [
        (b"no image", "image/png"),
        (SVG % b"<rect", "image/svg+xml"),
        (SVG % b'<image href="https://example.org/x.png" width="9" height="9"/>', "image/svg+xml"),
        (SVG % b'<image href="file:///etc/hostname" width="9" height="9"/>', "image/svg+xml"),
    ],
)
def test_an_image_that_can_not_be_shown_is_told_once_with_its_place(
    layout: Layout, data: bytes, media_type: str
) -> None:
    path = "content/images/a picture (1).svg"
    (error,) = told(shown(data, media_type, path), layout)
    assert (error.code, error.span) == ("renderer-complains", at(54))


@pytest.mark.parametrize(
    "around",
    [
        lambda blocks: Quote(blocks, at(1)),
        lambda blocks: BulletList((ListItem(blocks),), at(1)),
        lambda blocks: DefinitionList((Definition((words("T"),), (blocks,)),), at(1)),
    ],
)
def test_an_image_is_found_wherever_it_stands(layout: Layout, around: object) -> None:
    assert callable(around)
    blocks: Sequence[Block] = (Figure(PATH, "A picture", (), at(54)),)
    image = Image(PATH, "image/jpeg", picture("CMYK", "JPEG"), 8, 6)
    (error,) = told(with_body(around(blocks), images=[image]), layout)
    assert error.span == at(54)
