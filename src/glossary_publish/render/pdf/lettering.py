"""Spares WeasyPrint 70 to spell each glyph anew: what it paints stays the same.

What a content stream says of a glyph follows from the font, its size, the glyph, and how far it moves the pen. WeasyPrint
asks Pango for each of these and spells them, glyph by glyph. Here the glyphs of a run are read in one go, and each is
spelt once in a document. What is seldom is left to WeasyPrint: accents that are lifted, characters that no font has,
fonts of pictures, lines that are cut off.
"""

from typing import Any

from weasyprint.draw import text
from weasyprint.text.ffi import FROM_UNITS, ffi, pango
from weasyprint.text.line_break import Layout

# The numbers of a glyph: itself, its advance, how far it is moved along the line and up, and its flags.
NUMBERS = ffi.sizeof("PangoGlyphInfo") // ffi.sizeof("int")
SPECIAL = min(
    pango.PANGO_GLYPH_EMPTY, pango.PANGO_GLYPH_UNKNOWN_FLAG
)  # from here on they are no glyphs of the font
TRUE_SIZES = 14802  # the version of Pango from which on a font knows its size
LEAST = 1e-6  # a font that is smaller is not painted

Glyph = tuple[int, int, int]

_draw = text.draw_first_line


def spell_glyphs_once() -> None:
    """Let WeasyPrint use the function below; doing it again changes nothing."""
    if pango.pango_version() >= TRUE_SIZES:
        text.draw_first_line = draw_first_line


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
    stream.set_text_matrix(*matrix.values)
    last = len(spelt) - 1
    for index, (font, size, words) in enumerate(spelt):
        stream.set_font_size(font.hash, size)
        if words or index == last:
            stream.show_text(words)
    return []


def again(layout: Any, style: Any) -> Any:
    """A layout of the same text that nobody else has."""
    own = Layout(style, layout.justification_spacing, layout.max_width)
    own.set_text(layout.text, justify=True)
    return own


def _spelt(stream: Any, layout: Any) -> list[tuple[Any, float, str]]:
    """The fonts of a line, their sizes and what they show; nothing where there is more to it."""
    line, _ = layout.get_first_line()
    spelt: list[tuple[Any, float, str]] = []
    before, words = None, ""
    run = line.runs[0]
    while run != ffi.NULL:
        item, run = run.data, run.next
        if item.item.analysis.font != before:
            before, words = item.item.analysis.font, ""
            font, size = stream.add_font(before)
            if font.bitmap or font.png or font.svg or font.colr:
                return []
            spelt.append((font, size, words))
        numbers = ffi.unpack(ffi.cast("int *", item.glyphs.glyphs), NUMBERS * item.glyphs.num_glyphs)
        glyphs = list(zip(numbers[::NUMBERS], numbers[1::NUMBERS], numbers[2::NUMBERS], strict=True))
        lifted = numbers[3::NUMBERS]
        if any(lifted) or max(glyphs)[0] >= SPECIAL:
            return []
        known = vars(font).setdefault("spelling", {}).setdefault(size, {})
        for index, glyph in enumerate(glyphs):
            if glyph not in known:
                _name(font, layout, item, index, glyph[0])
                known[glyph] = _spell(stream, font, size, item, glyph)
        words += "<" + "".join(map(known.__getitem__, glyphs))
        words = words[:-1] if words.endswith("<") else f"{words}>"
        spelt[-1] = font, size, words
    return spelt


def _name(font: Any, layout: Any, item: Any, index: int, glyph: int) -> None:
    """Tell a font which words a glyph was painted for, if it is new to it."""
    if glyph in font.to_unicode:
        return
    begin, length, clusters = item.item.offset, item.item.length, item.glyphs.log_clusters
    backwards = item.item.analysis.level % 2
    beyond = index - 1 if backwards else index + 1
    inside = 0 <= beyond < item.glyphs.num_glyphs
    end = clusters[beyond] if inside else length
    font.to_unicode[glyph] = layout.text.encode()[begin + clusters[index] : begin + end].decode()


def _spell(stream: Any, font: Any, size: float, item: Any, glyph: Glyph) -> str:
    """A glyph as a string shows it, with what moves the pen before and after it."""
    number, advance, along = glyph
    if number not in font.widths:
        pango.pango_font_get_glyph_extents(
            item.item.analysis.font, number, stream.ink_rect, stream.logical_rect
        )
        font.widths[number] = round(stream.logical_rect.width * 1000 * FROM_UNITS / size)
    offset = along / size
    kerning = font.widths[number] + offset - advance * 1000 * FROM_UNITS / size
    moved, kept = f">{-offset}<" if offset else "", f">{int(kerning)}<" if kerning else ""
    return f"{moved}{number:04x}{kept}"
