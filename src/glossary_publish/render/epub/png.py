"""A PNG of sixteen colours, made of bands of rows that are packed one by one (Portable Network Graphics, 5 and 11)."""

import struct
import zlib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from PIL import Image

BITS = 4  # of a pixel: sixteen steps from ground to ink give smooth edges in a tenth of the bytes of a full-colour picture
SIGNATURE = b"\x89PNG\r\n\x1a\n"
PALETTE = 3  # the kind of picture whose pixels are numbers of colours
UNFILTERED = b"\0"  # before each row
ZLIB = b"\x78\x01"  # RFC 1950, 2.2: a window of 32 kB, packed at the fastest level
MODULUS = 65521
LAST = b"\3\0"  # RFC 1951, 3.2.3: a last block with nothing in it


@dataclass(frozen=True, slots=True)
class Band:
    """Some rows of a picture, packed up to the end of a byte; of how many bytes, and what checks them (Adler-32)."""

    length: int
    check: int
    packed: bytes


def band(picture: Image.Image) -> Band:
    """The rows of a picture in mode P that uses sixteen colours."""
    pixels = picture.tobytes("raw", f"P;{BITS}")
    length = len(pixels) // picture.height
    starts = range(0, len(pixels), length)
    return _packed(b"".join([UNFILTERED + pixels[start : start + length] for start in starts]))


@lru_cache(maxsize=64)
def blank(width: int, height: int) -> Band:
    """Rows of the first colour."""
    return _packed((UNFILTERED + bytes((width * BITS + 7) // 8)) * height)


def _packed(rows: bytes) -> Band:
    # Letters on a plain ground are runs of one colour; the archive packs them once more.
    packer = zlib.compressobj(1, zlib.DEFLATED, -zlib.MAX_WBITS, strategy=zlib.Z_RLE)
    return Band(len(rows), zlib.adler32(rows), packer.compress(rows) + packer.flush(zlib.Z_SYNC_FLUSH))


def png(width: int, height: int, colours: Sequence[int], bands: Iterable[Band]) -> bytes:
    """The picture that bands make from top to bottom; `colours` are red, green and blue of one after the other."""
    head = struct.pack(">IIBBBBB", width, height, BITS, PALETTE, 0, 0, 0)
    check, packed = 1, [ZLIB]
    for piece in bands:
        check = _together(check, piece)
        packed.append(piece.packed)
    data = b"".join((*packed, LAST, struct.pack(">I", check)))
    chunks = (b"IHDR", head), (b"PLTE", bytes(colours)), (b"IDAT", data), (b"IEND", b"")
    return SIGNATURE + b"".join(_chunk(kind, content) for kind, content in chunks)


def _together(check: int, band: Band) -> int:
    """What checks the bytes before a band and those of the band (RFC 1950, 8.2)."""
    low = (check & 0xFFFF) + (band.check & 0xFFFF) - 1
    high = (check >> 16) + (band.check >> 16) + band.length * ((check & 0xFFFF) - 1)
    return high % MODULUS << 16 | low % MODULUS


def _chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))
