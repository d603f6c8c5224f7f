"""Measuring and drawing words with the vendored fonts, letter by letter, for covers in a simple script."""

import io
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image, ImageDraw, ImageFont

PROBE = 64.0  # pixels to the em at which glyphs are compared and measured
NARROW, NARROW_KINDS = 0.7, ("R", "AL", "NSM")  # of an em: right-to-left letters, and marks on letters
DRAWN = 256  # letters of a font, each at a size, that are kept as they were drawn: some megabyte
SIZES = 32  # of a font that are kept open: titles are tried at a few sizes
NOWHERE = "\U0010ffff"  # a noncharacter: every font shows its "missing glyph" for it


@dataclass(frozen=True, slots=True, eq=False)
class Shape:
    """Something drawn: how much ink covers each pixel, and how far its corner is from where the pen stood."""

    mask: Image.Image
    left: int
    top: int


Placed = tuple[Shape, int, int]  # with the place of its corner


class Face:
    """One vendored font, by its bytes."""

    def __init__(self, data: bytes) -> None:
        self._data = data
        self._sized = lru_cache(SIZES)(self._opened)
        self._probe = self.at(PROBE)
        self._missing = bytes(self._probe.getmask(NOWHERE))
        self._shown, self._not_shown = set[str](), set[str]()
        self._length = lru_cache(512)(self._probe.getlength)  # titles are tried at one size after the other
        self._shape = lru_cache(DRAWN)(self._drawn)
        self._step = lru_cache(4 * DRAWN)(self._stepped)

    def at(self, size: float) -> ImageFont.FreeTypeFont:
        """The font at a size in pixels, opened once: to open it takes as long as to draw a few lines."""
        return self._sized(size)

    def _opened(self, size: float) -> ImageFont.FreeTypeFont:
        """A size of the font, always with the basic engine.

        The other one needs a native library that a machine may lack, and the same words would give other bytes there.
        """
        return ImageFont.truetype(io.BytesIO(self._data), size, layout_engine=ImageFont.Layout.BASIC)

    def shows(self, text: str) -> bool:
        """Whether the font has every letter and none of them needs to be joined to its neighbour."""
        return self._shown.issuperset(text) or all(map(self._shows_letter, text))

    def width(self, text: str, size: float) -> float:
        """How wide a text is at most; a letter that the font lacks is taken to be as wide as any of its script."""
        if self.shows(text):
            return self._length(text) * size / PROBE
        return sum(self._letter_width(letter) for letter in text) * size / PROBE

    def placed(self, text: str, size: float, x: float, y: float) -> list[Placed]:
        """The letters of a text that begins at `x` on the baseline `y`: the pixels that drawing all at once would ink.

        The basic engine puts each letter on whole pixels, and moves it for nothing but the one before it.
        """
        return list(self._placed(text, size, _pixel(x), -_pixel(-y)))

    def _placed(self, text: str, size: float, x: float, y: int) -> Iterator[Placed]:
        for letter, following in zip(text, f"{text[1:]} ", strict=True):
            shape = self._shape(letter, size)
            if shape.mask.height:
                yield shape, round(x) + shape.left, y + shape.top
            x += self._step(letter, following, size)

    def _drawn(self, letter: str, size: float) -> Shape:
        font = self.at(size)
        left, top, right, bottom = map(int, font.getbbox(letter, anchor="ls"))
        mask = Image.new("L", (right - left, bottom - top), 0)
        ImageDraw.Draw(mask).text((-left, -top), letter, fill=255, font=font, anchor="ls")
        return Shape(mask, left, top)

    def _stepped(self, letter: str, following: str, size: float) -> float:
        font = self.at(size)
        return font.getlength(letter + following) - font.getlength(following)

    def _letter_width(self, letter: str) -> float:
        if self._shows_letter(letter):
            return self._length(letter)
        return PROBE * (NARROW if unicodedata.bidirectional(letter) in NARROW_KINDS else 1)

    def _shows_letter(self, letter: str) -> bool:
        if letter not in self._shown and letter not in self._not_shown:
            drawn = letter == " " or bytes(self._probe.getmask(letter)) != self._missing
            joined = unicodedata.category(letter).startswith("M")
            (self._shown if drawn and not joined else self._not_shown).add(letter)
        return letter in self._shown


def _pixel(place: float) -> int:
    """The nearest pixel as FreeType finds it, which counts 64ths of one; a half goes to the next."""
    return (round(place * 64) + 32) >> 6


@lru_cache(maxsize=8)
def face(data: bytes) -> Face:
    """The font of these bytes, opened once."""
    return Face(data)


def wrapped(text: str, font: Face, size: float, measure: float) -> list[str]:
    """The lines of a text that is at most `measure` wide; a wider word is broken between letters."""
    lines = [""]
    for word in text.split():
        joined = f"{lines[-1]} {word}".strip()
        if font.width(joined, size) <= measure:
            lines[-1] = joined
            continue
        lines += _broken(word, font, size, measure)
    return [line for line in lines if line]


def _broken(word: str, font: Face, size: float, measure: float) -> list[str]:
    pieces = [""]
    for letter in word:
        if pieces[-1] and font.width(pieces[-1] + letter, size) > measure:
            pieces.append("")
        pieces[-1] += letter
    return pieces
