"""Spares WeasyPrint 70 to spell each glyph anew: what it paints stays the same.

What a content stream says of a glyph follows from the font, its size, the glyph, and how far it moves the pen. WeasyPrint
asks Pango for each of these and spells them, glyph by glyph. Here the glyphs of a run are read in one go, and each is
spelt once in a document. What is seldom is left to WeasyPrint: accents that are lifted, characters that no font has,
fonts of pictures, lines that are cut off.
"""

import struct
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from weasyprint import draw
from weasyprint.draw import text
from weasyprint.matrix import Matrix
from weasyprint.text.ffi import FROM_UNITS, ffi, pango

INTEGER = ffi.sizeof("int")
GLYPH = ffi.sizeof("PangoGlyphInfo")
# What the file says of a glyph: itself, its advance, how far it is moved along the line and up.
SPOKEN = 4 * INTEGER
GLYPHS = struct.Struct(f"{SPOKEN}s{GLYPH - SPOKEN}x")
NUMBERS = struct.Struct("=Iiii")
SPECIAL = min(
    pango.PANGO_GLYPH_EMPTY, pango.PANGO_GLYPH_UNKNOWN_FLAG
)  # from here on they are no glyphs of the font
TRUE_SIZES = 14802  # the version of Pango from which on a font knows its size
LEAST = 1e-6  # a font that is smaller is not painted

_draw_text = text.draw_text
_draw = text.draw_first_line


@dataclass(frozen=True, slots=True)
class Face:
    """A font of Pango while a page is painted: what WeasyPrint calls it, and how its glyphs are spelt in one size.

    held: a line with this font, which lives as long: no other font can take the place in memory by which it is known.
    """

    font: Any
    size: float
    spelling: dict[bytes, bytes]
    pictures: bool
    held: Any


def spell_glyphs_once() -> None:
    """Let WeasyPrint use the functions below; doing it again changes nothing."""
    if pango.pango_version() >= TRUE_SIZES:
        text.draw_first_line = draw_first_line
        draw.draw_text = draw_text


def draw_text(stream: Any, box: Any, offset_x: float, text_overflow: str, block_ellipsis: Any) -> None:
    """Paint a box of text; lines that decorate it are left to WeasyPrint."""
    style = box.style
    if style["text_decoration_line"] != "none" or style["visibility"] != "visible":
        _draw_text(stream, box, offset_x, text_overflow, block_ellipsis)
        return
    x, y = box.position_x, box.position_y + box.baseline
    stream.set_color(style["color"])
    box.pango_layout.reactivate(style)
    stream.begin_text()
    pictures = draw_first_line(stream, box, text_overflow, block_ellipsis, Matrix(d=-1, e=x, f=y))
    stream.end_text()
    text.draw_emojis(stream, style, x, y, pictures)
    box.pango_layout.deactivate()


def draw_first_line(stream: Any, box: Any, text_overflow: str, block_ellipsis: Any, matrix: Any) -> Any:
    """Paint the line of a box, and say which of its glyphs are pictures."""
    if text_overflow == "ellipsis" or block_ellipsis != "none":
        box.pango_layout.reactivate(
            box.style
        )  # where it is cut off has to be measured without what was found before
        return _draw(stream, box, text_overflow, block_ellipsis, matrix)
    seen = box.style["font_size"] >= LEAST and box.text.strip()
    spelt = _spelt(stream, box.pango_layout) if seen else []
    if not spelt:
        return _draw(stream, box, text_overflow, block_ellipsis, matrix)
    (a, b, _), (c, d, _), (e, f, _) = matrix
    stream.set_text_matrix(a, b, c, d, e, f)
    last = len(spelt) - 1
    for index, (face, words) in enumerate(spelt):
        stream.set_font_size(face.font.hash, face.size)
        if words or index == last:
            stream.show_text(words)
    return []


def _spelt(stream: Any, layout: Any) -> list[tuple[Face, bytes]]:
    """The fonts of a line and what they show; nothing where there is more to it."""
    spelt: list[tuple[Face, bytes]] = []
    before, words = None, b""
    run = pango.pango_layout_get_line_readonly(layout.layout, 0).runs[0]
    while run != ffi.NULL:
        item, run = run.data, run.next
        pango_font, glyphs = item.item.analysis.font, item.glyphs
        if pango_font != before:
            before, words = pango_font, b""
            face = _face(stream, pango_font, layout.layout)
            if face.pictures:
                return []
            spelt.append((face, words))
        read = ffi.buffer(glyphs.glyphs, GLYPH * glyphs.num_glyphs)
        try:
            shown = b"".join([face.spelling[glyph] for (glyph,) in GLYPHS.iter_unpack(read)])
        except KeyError:
            if not _learnt(stream, face, layout, item, read):
                return []
            shown = b"".join([face.spelling[glyph] for (glyph,) in GLYPHS.iter_unpack(read)])
        words += b"<" + shown
        words = words[:-1] if words.endswith(b"<") else words + b">"
        spelt[-1] = face, words
    return spelt


def _face(stream: Any, pango_font: Any, line: Any) -> Face:
    known: dict[Any, Face] = vars(stream).setdefault("faces", {})
    face = known.get(pango_font)
    if face is None:
        font, size = stream.add_font(pango_font)
        spelling = vars(font).setdefault("spelling", {}).setdefault(size, {})
        pictures = bool(font.bitmap or font.png or font.svg or font.colr)
        face = known[pango_font] = Face(font, size, spelling, pictures, line)
    stream.font = face.font
    return face


def _learnt(stream: Any, face: Face, layout: Any, item: Any, read: Any) -> bool:
    """Whether each glyph of a run is an ordinary one: then each is spelt from now on."""
    new: dict[bytes, int] = {}  # with the first place of each
    for index, (glyph,) in enumerate(GLYPHS.iter_unpack(read)):
        if glyph not in face.spelling:
            new.setdefault(glyph, index)
    numbers = [NUMBERS.unpack(glyph) for glyph in new]
    if any(number >= SPECIAL or up for number, _, _, up in numbers):
        return False
    font, size = face.font, face.size
    for (glyph, index), (number, advance, along, _) in zip(new.items(), numbers, strict=True):
        if number not in font.to_unicode:
            font.to_unicode[number] = _words(layout, item, index)
        if number not in font.widths:
            font.widths[number] = _width(stream, item, number, size)
        face.spelling[glyph] = _spell(number, advance, along, size, font.widths[number])
    return True


def _words(layout: Any, item: Any, index: int) -> str:
    """Which words a glyph of a run is painted for."""
    begin, length, clusters = item.item.offset, item.item.length, item.glyphs.log_clusters
    backwards = item.item.analysis.level % 2
    beyond = index - 1 if backwards else index + 1
    inside = 0 <= beyond < item.glyphs.num_glyphs
    end = clusters[beyond] if inside else length
    words: bytes = layout.text.encode()[begin + clusters[index] : begin + end]
    return words.decode()


def _width(stream: Any, item: Any, number: int, size: float) -> int:
    """How wide a glyph is, in thousandths of the size."""
    pango.pango_font_get_glyph_extents(item.item.analysis.font, number, stream.ink_rect, stream.logical_rect)
    thousandths: float = stream.logical_rect.width * 1000 * FROM_UNITS / size
    return round(thousandths)


@lru_cache(maxsize=20_000)
def _spell(number: int, advance: int, along: int, size: float, width: int) -> bytes:
    """A glyph as a string shows it, with what moves the pen before and after it."""
    offset = along / size
    kerning = width + offset - advance * 1000 * FROM_UNITS / size
    moved, kept = f">{-offset}<" if offset else "", f">{int(kerning)}<" if kerning else ""
    return f"{moved}{number:04x}{kept}".encode()
