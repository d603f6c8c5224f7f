"""A glyph means one thing wherever it is painted."""

from glossary_publish.layout import Layout
from glossary_publish.render.pdf.glyphs import UNSEEN, Meanings, glyphs_of, needs_words


def meanings(layout: Layout, file: str) -> tuple[Meanings, dict[int, int]]:
    """An empty table for a font, and the glyphs of its characters."""
    (data,) = [font.data for font in layout.fonts if font.path.endswith(file)]
    glyphs = glyphs_of(data)
    return Meanings(glyphs), glyphs.characters


def test_a_glyph_means_the_character_that_the_font_has_it_for(layout: Layout) -> None:
    found, glyph = meanings(layout, "AtkinsonHyperlegibleNext-Regular.ttf")
    found[glyph[ord("a")]] = "ab"
    found[glyph[ord(")")]] = "("
    assert found == {glyph[ord("a")]: "a", glyph[ord(")")]: ")"}


def test_the_shape_of_a_letter_means_the_letter(layout: Layout) -> None:
    found, glyph = meanings(layout, "NotoNaskhArabic-Regular.ttf")
    shape = glyph[0xFE8E]  # the final form of alef
    found[shape] = "ا"
    assert found[shape] == "ا"


def test_a_part_of_a_letter_means_nothing_seen(layout: Layout) -> None:
    found, glyph = meanings(layout, "NotoNaskhArabic-Regular.ttf")
    unknown = next(number for number in range(5000) if number not in glyph.values())
    found[unknown] = ""
    assert found[unknown] == UNSEEN
    found[unknown] = "لا"
    assert found[unknown] == "لا"


def test_characters_that_share_a_glyph_need_their_words(layout: Layout) -> None:
    found = needs_words(layout.fonts)
    assert not found.search("plain words, 12 – “quotes” Ωя")
    assert found.search("x\u0302")
