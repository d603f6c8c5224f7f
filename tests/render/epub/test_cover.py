"""The cover: a picture for the page and one for the book shelf."""

import io
from collections.abc import Callable
from dataclasses import replace

from PIL import Image

from glossary_publish.layout import Layout
from glossary_publish.publication import Publication
from glossary_publish.render.epub.cover import set_cover
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
