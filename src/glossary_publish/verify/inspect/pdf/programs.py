"""What a font program itself says of its glyphs: its cmap table, the witness against a false ToUnicode."""

import struct
import unicodedata
from collections.abc import Iterable, Iterator

from glossary_publish.verify.inspect.pdf.fonts import Font
from glossary_publish.verify.inspection import Fault

TABLES = 64
SEGMENTS = 20_000
CHARACTERS = 200_000
FLAVOURS = (b"\0\1\0\0", b"OTTO", b"true")
MIRRORED = frozenset("()[]{}<>«»‹›")  # right-to-left text shows the one with the glyph of the other


def program_faults(fonts: Iterable[Font]) -> Iterator[Fault]:
    """Glyphs that were read as one character and that their own font has for another."""
    for font in fonts:
        if font.program is None:
            continue
        known = characters(font.program)
        for glyph in font.glyphs.values():
            own = known.get(glyph.cid)
            if own and glyph.text and not own & MIRRORED and _plain(glyph.text) not in map(_plain, own):
                message = f"the font {font.name} has {min(own)!r} for a glyph that is read as {glyph.text!r}"
                yield Fault("misleading-font", message)


def slanted(program: bytes) -> bool:
    """Whether a font program says that its letters lean (the italic angle of its `post` table)."""
    try:
        start = _table(program, b"post") if program[:4] in FLAVOURS else None
        return start is not None and struct.unpack_from(">i", program, start + 4)[0] != 0
    except struct.error:
        return False


def _plain(text: str) -> str:
    return unicodedata.normalize("NFKC", text)


def characters(program: bytes) -> dict[int, set[str]]:
    """The characters of each glyph, from the Unicode tables of a font program; none without a cmap."""
    found: dict[int, set[str]] = {}
    try:
        for character, glyph in _mappings(program):
            found.setdefault(glyph, set()).add(chr(character))
            if len(found) > CHARACTERS:
                break
    except (struct.error, ValueError):
        return {}
    return found


def _mappings(program: bytes) -> Iterator[tuple[int, int]]:
    start = _table(program, b"cmap") if program[:4] in FLAVOURS else None
    if start is None:
        return
    (count,) = struct.unpack_from(">H", program, start + 2)
    for index in range(min(count, TABLES)):
        platform, encoding, offset = struct.unpack_from(">HHI", program, start + 4 + 8 * index)
        if platform == 0 or (platform == 3 and encoding in (1, 10)):
            (kind,) = struct.unpack_from(">H", program, start + offset)
            if kind == 4:
                yield from _segments(program, start + offset)
            elif kind == 12:
                yield from _groups(program, start + offset)


def _table(program: bytes, tag: bytes) -> int | None:
    (count,) = struct.unpack_from(">H", program, 4)
    for index in range(min(count, TABLES)):
        name, _, offset, _ = struct.unpack_from(">4sIII", program, 12 + 16 * index)
        if name == tag:
            return int(offset)
    return None


def _segments(program: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Format 4: segments of consecutive characters, by a difference or through a list of glyphs."""
    (doubled,) = struct.unpack_from(">H", program, start + 6)
    count = doubled // 2
    ends = struct.unpack_from(f">{count}H", program, start + 14)
    starts = struct.unpack_from(f">{count}H", program, start + 16 + doubled)
    deltas = struct.unpack_from(f">{count}H", program, start + 16 + 2 * doubled)
    place = start + 16 + 3 * doubled
    offsets = struct.unpack_from(f">{count}H", program, place)
    for index, (first, last, delta, offset) in enumerate(zip(starts, ends, deltas, offsets, strict=True)):
        for character in range(first, min(last, 0xFFFE) + 1):
            if offset:
                (glyph,) = struct.unpack_from(
                    ">H", program, place + 2 * index + offset + 2 * (character - first)
                )
                glyph = (glyph + delta) & 0xFFFF if glyph else 0
            else:
                glyph = (character + delta) & 0xFFFF
            if glyph:
                yield character, glyph


def _groups(program: bytes, start: int) -> Iterator[tuple[int, int]]:
    """Format 12: groups of consecutive characters and glyphs."""
    (count,) = struct.unpack_from(">I", program, start + 12)
    for index in range(min(count, SEGMENTS)):
        first, last, glyph = struct.unpack_from(">III", program, start + 16 + 12 * index)
        for character in range(first, min(last, first + 0xFFFF, 0x10FFFF) + 1):
            yield character, glyph + character - first
