"""The cover: a picture for the page and one for the book shelf."""

import io
import random
import zlib
from collections.abc import Callable
from dataclasses import replace

from PIL import Image, ImageColor, ImageDraw

from glossary_publish.layout import Layout
from glossary_publish.publication import Publication
from glossary_publish.render.epub.cover import Cover, CoverLine, set_cover
from glossary_publish.render.epub.picture import cover_png
from glossary_publish.render.epub.typesetting import face, wrapped
from glossary_publish.render.templates import fill
from tests.render.epub.conftest import Book
from tests.support.publications import every_construct


def titled(title: str, term: str = "", direction: str = "ltr") -> Publication:
    """The sample under another title."""
    publication = every_construct(qr=False)
    return replace(
        publication, metadata=replace(publication.metadata, title=title, term=term, direction=direction)
    )


def test_the_part_of_the_title_after_the_term_stands_below_it(layout: Layout) -> None:
    cover = set_cover(every_construct(), layout)
    assert (
        " ".join(line.text for line in cover.lines)
        == "Glossary Every construct shown once Example Clinic Press"
    )
    assert cover.lines[-2].text == "shown once"
    assert cover.lines[-2].size < cover.lines[1].size


def test_a_colon_that_does_not_follow_the_term_stays_in_the_title(layout: Layout) -> None:
    cover = set_cover(titled("Ratio 1:2 in use", "Ratio"), layout)
    assert "Ratio 1:2 in use" in " ".join(line.text for line in cover.lines)


def test_a_long_title_is_set_smaller_until_it_ends_above_the_publisher(layout: Layout) -> None:
    cover = set_cover(titled("Unconscionably " * 30), layout)
    assert "".join(line.text for line in cover.lines).count("Unconscionably") == 30
    *title, publisher = cover.lines
    assert title[-1].y <= layout.options["cover"]["title"]["lowest"] < publisher.y


def test_a_title_is_set_smaller_until_its_longest_word_fits_on_a_line(layout: Layout) -> None:
    cover = set_cover(
        titled("Feedback-informed treatment: what it is", "Feedback-informed treatment"), layout
    )
    assert [line.text for line in cover.lines[1:3]] == ["Feedback-informed", "treatment"]


def test_no_line_is_wider_than_the_space_between_the_margins(layout: Layout) -> None:
    table = layout.options["cover"]
    for title in ("A", "Donau" * 40, "Two words", "漢字" * 30):
        for line in set_cover(titled(title), layout).lines:
            assert line.face.width(line.text, line.size) <= table["width"] - 2 * table["margin"]


def test_the_page_shows_the_cover_with_all_its_words_as_alternative_text(book: Book) -> None:
    assert book.texts("cover.xhtml", "//h:img[@role='doc-cover']/@alt") == [
        "Glossary · Every construct: shown once · Example Clinic Press"
    ]


def test_the_book_shelf_gets_a_raster_of_the_size_that_the_layout_names(book: Book, layout: Layout) -> None:
    assert book.texts("content.opf", "//opf:item[@properties='cover-image']/@href") == ["cover.png"]
    picture = Image.open(io.BytesIO(book.files["cover.png"]))
    assert picture.size == (layout.options["cover"]["width"], layout.options["cover"]["height"])
    colours = picture.convert("RGB").getcolors(maxcolors=64) or []
    assert (0x0B, 0x4F, 0x6C) in {colour for _, colour in colours}
    assert (255, 255, 255) in {colour for _, colour in colours}


def test_the_raster_is_the_same_every_time(layout: Layout) -> None:
    assert cover_png(set_cover(every_construct(), layout)) == cover_png(set_cover(every_construct(), layout))


LETTERS = "".join(map(chr, (*range(0x20, 0x7F), *range(0xA0, 0x180))))


def drawn_at_once(cover: Cover) -> Image.Image:
    """The cover drawn by Pillow on one sheet, a line of type at a time."""
    coverage = Image.new("L", (cover.width, cover.height), 0)
    pen = ImageDraw.Draw(coverage)
    left, top, width, height = cover.rule
    pen.rectangle((left, top, left + width - 1, top + height - 1), fill=255)
    for line in cover.lines:
        pen.text((line.x, line.y), line.text, fill=255, font=line.face.at(line.size), anchor="ls")
    ground, ink = (ImageColor.getrgb(colour)[:3] for colour in (cover.ground, cover.ink))
    ramp = [
        (a * (15 - step) + b * step) // 15 for step in range(16) for a, b in zip(ground, ink, strict=True)
    ]
    picture = coverage.point([value >> 4 for value in range(256)], "P")
    picture.putpalette(ramp)
    return picture.convert("RGB")


def test_the_raster_drawn_in_bands_letter_by_letter_is_the_one_drawn_at_once(layout: Layout) -> None:
    chance = random.Random(11)
    faces = [face(font.data) for font in layout.fonts]
    usual = set_cover(every_construct(), layout)

    def line() -> CoverLine:
        text = "".join(chance.choices(LETTERS, k=chance.randint(1, 15)))
        x = chance.choice((88, 40.5, chance.uniform(0, 500)))
        y = chance.choice((chance.uniform(0, 1260), chance.randint(0, 1199) + 0.5))
        return CoverLine(text, x, y, 0, chance.uniform(8, 130), "400", chance.choice(faces))

    def cover() -> Cover:
        rule = chance.uniform(1, 500), chance.uniform(1, 500), chance.uniform(1, 500), chance.uniform(1, 500)
        lines = tuple(line() for _ in range(chance.randint(0, 7)))
        width, height = chance.choice((800, 333)), chance.choice((1200, 999))
        return replace(usual, width=width, height=height, rule=rule, lines=lines)

    for one in (usual, *(cover() for _ in range(60))):
        data = cover_png(one)
        start = data.index(b"IDAT")
        packed = data[start + 4 : start + 4 + int.from_bytes(data[start - 4 : start], "big")]
        assert len(zlib.decompress(packed)) == one.height * (
            1 + (one.width + 1) // 2
        )  # and its check is right
        picture = Image.open(io.BytesIO(data))
        assert picture.mode == "P"
        assert picture.size == (one.width, one.height)
        assert picture.convert("RGB").tobytes() == drawn_at_once(one).tobytes()


def test_words_that_the_vendored_fonts_cannot_show_are_left_to_the_readers_fonts(
    make: Callable[[Publication], Book],
) -> None:
    for publication in (titled("治疗联盟"), titled("التحالف العلاجي", direction="rtl")):
        made = make(publication)
        assert "cover.png" not in made.files
        assert made.texts("content.opf", "//opf:item[@properties='cover-image']/@href") == ["cover.svg"]
        assert publication.metadata.title in made.files["cover.svg"].decode()


def test_a_combining_mark_is_not_drawn_letter_by_letter(layout: Layout) -> None:
    cover = set_cover(titled("q̃uestion"), layout)
    assert not cover.drawable


def test_only_lines_of_measured_letters_are_fitted_to_their_length(layout: Layout) -> None:
    for title, fitted in (("Plain words", True), ("التحالف العلاجي", False)):
        cover = set_cover(titled(title, direction="rtl"), layout)
        drawn = fill(layout, "cover.svg", cover=cover).decode()
        others = sum(line.text not in title for line in cover.lines)
        assert drawn.count("textLength=") == others + (len(cover.lines) - others) * fitted


def test_a_cover_from_right_to_left_begins_at_the_right_margin(layout: Layout) -> None:
    table = layout.options["cover"]
    cover = set_cover(titled("التحالف", direction="rtl"), layout)
    assert {line.x for line in cover.lines} == {table["width"] - table["margin"]}
    left, _, width, _ = cover.rule
    assert left + width == table["width"] - table["margin"]


def test_lines_break_at_spaces_and_inside_words_only_when_they_must(layout: Layout) -> None:
    font = face(layout.fonts[0].data)
    assert wrapped("one two", font, 10, 1000) == ["one two"]
    assert wrapped("one two", font, 10, font.width("one two", 10) - 1) == ["one", "two"]
    assert "".join(wrapped("unbreakable", font, 10, 20)) == "unbreakable"
    assert len(wrapped("unbreakable", font, 10, 20)) > 1
    assert wrapped("", font, 10, 20) == []


def test_a_reader_without_the_family_fits_its_own_into_the_margins(book: Book) -> None:
    lines = book.find("cover.svg", "//svg:text")
    assert lines
    assert all(float(line.get("textLength", "0")) > 0 for line in lines)
