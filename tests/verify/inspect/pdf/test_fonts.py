"""What a code of a font says is read from its CMap."""

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from glossary_publish.verify.inspect.pdf.fonts import Font, read_cmap, read_encoding
from glossary_publish.verify.inspect.pdf.programs import characters

FONTS = sorted((Path(__file__).parents[4] / "layouts/fonts").glob("*.ttf"))


def test_single_codes_ranges_and_lists_are_mapped() -> None:
    cmap = b"""2 beginbfchar <0003> <0020> <0101> <00660066> endbfchar
    2 beginbfrange <0010> <0012> <0041> <0020> <0021> [<0061> <00620063>] endbfrange"""
    assert read_cmap(cmap) == {3: " ", 0x101: "ff", 0x10: "A", 0x11: "B", 0x12: "C", 0x20: "a", 0x21: "bc"}


def test_a_character_outside_the_first_plane_is_one_character() -> None:
    assert read_cmap(b"beginbfchar <01> <D83DDE00> endbfchar") == {1: "😀"}


def test_a_range_without_end_stays_small() -> None:
    assert len(read_cmap(b"beginbfrange <0000> <ffffffff> <0041> endbfrange")) == 65_536


def test_codes_have_the_length_of_the_font() -> None:
    composite = Font("F", True, 2, {0x41: "x"}, {0x41: 500.0}, 600.0)
    assert [(glyph.text, glyph.width) for glyph in composite.read(b"\x00\x41\x00\x42")] == [
        ("x", 500),
        ("\ufffd", 600),
    ]
    simple = Font("G", True, 1, {}, {}, 600.0)
    assert [glyph.text for glyph in simple.read(b"A\x80")] == ["A", "€"]
    assert composite.read(b"\0\0")[0].missing
    assert not simple.read(b"\0")[0].missing


def test_an_encoding_leads_from_codes_to_glyphs() -> None:
    assert read_encoding(b"begincidchar <0007> 3 endcidchar begincidrange <0010> <0012> 40 endcidrange") == {
        7: 3,
        0x10: 40,
        0x11: 41,
        0x12: 42,
    }


@pytest.mark.parametrize("path", FONTS, ids=lambda path: path.stem)
def test_the_characters_of_a_font_file_are_those_that_another_reader_finds(path: Path) -> None:
    font = TTFont(path)
    expected: dict[int, set[str]] = {}
    for character, name in font.getBestCmap().items():
        expected.setdefault(font.getGlyphID(name), set()).add(chr(character))
    assert characters(path.read_bytes()) == expected


def test_bytes_that_are_no_font_have_no_characters() -> None:
    assert characters(b"") == characters(b"\0\1\0\0\0\x05") == characters(b"OTTO" + bytes(40)) == {}
