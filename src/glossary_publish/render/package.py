"""The reproducible zip archive of EPUB and DOCX: order, stamps and modes are ours and not the clock's.

It is written here and not by `zipfile`, which has no place for a file that is packed already: of the files of a document
many are those of the document before.
"""

import struct
import zlib
from collections.abc import Sequence, Set
from functools import lru_cache

# All numbers below are those of APPNOTE.TXT, 4.3 and 4.4.
LOCAL, CENTRAL, END = b"PK\3\4", b"PK\1\2", b"PK\5\6"
VERSION = 20  # 2.0: the first that knows folders and deflation
UNIX = 3
UTF_8 = 1 << 11
STORED, DEFLATED = 0, 8
EPOCH = (
    0,
    1 << 5 | 1,
)  # time and date: midnight of the first of January 1980, the earliest that an entry can carry
REGULAR_FILE = 0o100644 << 16
NONE: frozenset[str] = frozenset()


def write_package(
    files: Sequence[tuple[str, bytes]], stored_first: str | None = None, shared: Set[str] = NONE
) -> bytes:
    """Pack (name, bytes) pairs, sorted by name, with fixed stamps and modes.

    `stored_first` names the entry that comes first and uncompressed (EPUB 3.3, OCF 4.2.1: `mimetype`), `shared` those
    that many documents have in common: each is packed once.
    Raises `ValueError` for a name given twice and for a `stored_first` that is not there.
    """
    names = [name for name, _ in files]
    if len(set(names)) != len(names):
        raise ValueError(f"a package holds each name once: {sorted(names)}")
    if stored_first is not None and stored_first not in names:
        raise ValueError(f"{stored_first} is to come first and is not in the package")
    archive, directory = bytearray(), bytearray()
    for name, data in sorted(files, key=lambda file: (file[0] != stored_first, file[0])):
        stored, offset = name == stored_first, len(archive)
        pack = _deflated_once if name in shared else _deflated
        packed = data if stored else pack(data)
        encoded, told = _told(name, data, packed, STORED if stored else DEFLATED)
        archive += LOCAL + told + encoded + packed
        directory += struct.pack("<4sBB", CENTRAL, VERSION, UNIX) + told
        directory += struct.pack("<HHHII", 0, 0, 0, REGULAR_FILE, offset) + encoded
    count = len(names)
    end = struct.pack("<4sHHHHIIH", END, 0, 0, count, count, len(directory), len(archive), 0)
    return bytes(archive + directory + end)


def _told(name: str, data: bytes, packed: bytes, method: int) -> tuple[bytes, bytes]:
    """The name of an entry as it is written, and what both of its headers tell of it."""
    encoded = name.encode()
    flags = 0 if name.isascii() else UTF_8
    sizes = zlib.crc32(data), len(packed), len(data), len(encoded), 0
    return encoded, struct.pack("<HHHHHIIIHH", VERSION, flags, method, *EPOCH, *sizes)


def _deflated(data: bytes) -> bytes:
    packer = zlib.compressobj(9, zlib.DEFLATED, -zlib.MAX_WBITS)
    return packer.compress(data) + packer.flush()


_deflated_once = lru_cache(maxsize=48)(_deflated)
