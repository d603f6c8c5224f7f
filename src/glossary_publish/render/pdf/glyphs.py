"""What the glyphs of the vendored fonts mean, and which characters they lack."""

import io
import re
import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from fontTools.ttLib import TTFont

from glossary_publish.layout import Font

SPACE = 0x20
UNSEEN = "\u200b"  # the meaning of a glyph that is a part of a letter: its box carries the words


@dataclass(frozen=True, slots=True, eq=False)
class Glyphs:
    """One font file. `characters` gives the glyph of each character; `meanings` the first character of each glyph."""

    characters: dict[int, int]
    meanings: dict[int, int]
    space: int
    space_width: int


class Meanings(dict[int, str]):
    """ToUnicode of one font, by glyph: the meaning that the font gives it, else the words that it was painted for.

    WeasyPrint keeps the words of the first place where a glyph is painted. Where a letter and its accent are
    two glyphs it keeps nothing for the one, and a bracket in a right-to-left run is painted with the glyph of its
    mirror image: either would then be wrong wherever the glyph is painted again.
    """

    def __init__(self, glyphs: Glyphs) -> None:
        super().__init__()
        self._glyphs = glyphs

    def __setitem__(self, glyph: int, words: str) -> None:
        """Keep what a glyph means."""
        meaning = chr(self._glyphs.meanings.get(glyph, ord(UNSEEN)))
        same = words == meaning or (
            words and unicodedata.normalize("NFKC", meaning) == unicodedata.normalize("NFKC", words)
        )
        # Arabic fonts give the shapes of a letter characters of their own: the letter is meant.
        super().__setitem__(glyph, words if same or (words and meaning == UNSEEN) else meaning)


@lru_cache(maxsize=64)
def glyphs_of(data: bytes) -> Glyphs:
    """Read a font file, once in a process."""
    font = TTFont(io.BytesIO(data), lazy=True)
    # Glyphs go by numbers here; to read their names takes time.
    font.setGlyphOrder(range(font["maxp"].numGlyphs))
    characters: dict[int, int] = dict(font.getBestCmap())
    meanings: dict[int, int] = {}
    for character in sorted(characters):
        meanings.setdefault(characters[character], character)
    space = characters.get(SPACE)
    width = 0 if space is None else round(_advance(font, space) * 1000 / font["head"].unitsPerEm)
    return Glyphs(characters, meanings, space or 0, width)


def _advance(font: Any, glyph: int) -> int:
    """The width of one glyph (OpenType, `hmtx`); the last width holds for all glyphs after it too."""
    place = 4 * min(glyph, font["hhea"].numberOfHMetrics - 1)
    return int.from_bytes(font.reader["hmtx"][place : place + 2])


@lru_cache(maxsize=8)
def needs_words(fonts: tuple[Font, ...]) -> re.Pattern[str]:
    """Finds the characters that cannot be read back from their glyphs.

    They combine with the letter before, share their glyph with another character, or have none, as a tab.
    """
    found = {"\t", *_unclear_characters(fonts)}
    return re.compile("[" + "".join(re.escape(character) for character in sorted(found)) + "]")


def _unclear_characters(fonts: Iterable[Font]) -> Iterator[str]:
    for font in fonts:
        glyphs = glyphs_of(font.data)
        for code, glyph in glyphs.characters.items():
            character = chr(code)
            combining = unicodedata.category(character).startswith("M")
            if combining or glyphs.meanings[glyph] != code:
                yield character


def missing_characters(fonts: Iterable[Any]) -> str:
    """The characters that no font had, sorted; `fonts` are those of WeasyPrint's document after it was painted."""
    return "".join(map(chr, sorted({code for font in fonts for code in font.missing})))
