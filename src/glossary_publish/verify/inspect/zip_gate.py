"""The gate in front of every reader of zip archives: bounded, unambiguous archives only.

What two programs may read differently (names given twice, overlapping entries, sizes that lie) is refused,
and so is what could take all memory. The limits are far above every real document that was measured.
"""

import stat
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

MEBIBYTE = 2**20
LARGEST_FILE = 32 * MEBIBYTE
LARGEST_PART = 64 * MEBIBYTE
LARGEST_SUM = 128 * MEBIBYTE
MOST_PARTS = 2_000
LONGEST_NAME = 255
FILE_RATIO, FILE_RATIO_ABOVE = 200, 10 * MEBIBYTE
PART_RATIO, PART_RATIO_ABOVE = 400, MEBIBYTE

END = struct.Struct("<4s4H2LH")  # APPNOTE.TXT 4.3.16
CENTRAL = struct.Struct("<4s6H3L5H2L")  # 4.3.12
LOCAL = struct.Struct("<4s5H3L2H")  # 4.3.7
UTF_8 = 0x800
ENCRYPTED = 0x1 | 0x40 | 0x2000
STORED, DEFLATED = 0, 8
UNIX = 3


class UnreadableFile(ValueError):
    """A file that is refused, or that cannot be read without guessing; the message says why."""


@dataclass(frozen=True, slots=True)
class Part:
    """One file in an archive; `stored` tells that it is not compressed."""

    name: str
    data: bytes
    stored: bool


@dataclass(frozen=True, slots=True)
class _Entry:
    """A row of the central directory."""

    name: bytes
    flags: int
    method: int
    crc: int
    packed: int
    size: int
    mode: int
    offset: int


def open_archive(data: bytes) -> tuple[Part, ...]:
    """The files of an archive in the order of its directory; raises `UnreadableFile`."""
    if len(data) > LARGEST_FILE:
        raise UnreadableFile(f"the file has {len(data):,} bytes, at most {LARGEST_FILE:,} are read")
    start, entries = _directory(data)
    names = [_name(entry) for entry in entries]
    if len({name.lower() for name in names}) != len(names):
        raise UnreadableFile("two files of the archive have the same name")
    _refuse_bombs(data, entries)
    places = sorted(_places(data, entries), key=lambda place: place[0])
    for (_, end, _), (next_begin, _, name) in pairwise([*places, (start, 0, b"")]):
        if end > next_begin:
            raise UnreadableFile(f"files of the archive overlap at {name!r}")
    bodies = {name: (begin, end) for begin, end, name in _bodies(data, entries)}
    return tuple(
        Part(name, _inflate(data[slice(*bodies[entry.name])], entry), entry.method == STORED)
        for name, entry in zip(names, entries, strict=True)
        if not name.endswith("/")
    )


def _directory(data: bytes) -> tuple[int, list[_Entry]]:
    end = data.rfind(b"PK\x05\x06", max(0, len(data) - END.size - 0xFFFF))
    if end < 0 or end + END.size > len(data):
        raise UnreadableFile("the file is no zip archive, or it is cut")
    _, disk, first, here, count, size, start, comment = END.unpack_from(data, end)
    if disk or first or here != count or end + END.size + comment != len(data):
        raise UnreadableFile("the archive is in several volumes, or something follows it")
    if count > MOST_PARTS:
        raise UnreadableFile(f"the archive has {count:,} files, at most {MOST_PARTS:,} are read")
    if start + size != end:
        raise UnreadableFile("the directory of the archive is not where the archive says")
    entries, place = [], start
    for _ in range(count):
        entry, place = _entry(data, place, end)
        entries.append(entry)
    if place != end:
        raise UnreadableFile("the directory of the archive holds more than it says")
    return start, entries


def _entry(data: bytes, place: int, end: int) -> tuple[_Entry, int]:
    if place + CENTRAL.size > end:
        raise UnreadableFile("the directory of the archive is cut")
    row = CENTRAL.unpack_from(data, place)
    signature, made, flags, method, crc = row[0], row[1], row[3], row[4], row[7]
    packed, size, name_length, extra, comment, attributes, offset = *row[8:13], row[15], row[16]
    name = data[place + CENTRAL.size : place + CENTRAL.size + name_length]
    following = place + CENTRAL.size + name_length + extra + comment
    if signature != b"PK\x01\x02" or following > end:
        raise UnreadableFile("the directory of the archive is damaged")
    mode = attributes >> 16 if made >> 8 == UNIX else 0
    return _Entry(name, flags, method, crc, packed, size, mode, offset), following


def _name(entry: _Entry) -> str:
    """A name that is safe as a name inside the archive; it is never used as a path on disk."""
    try:
        name = entry.name.decode("utf-8" if entry.flags & UTF_8 else "ascii")
    except UnicodeDecodeError:
        raise UnreadableFile(f"the name {entry.name!r} in the archive is not UTF-8") from None
    steps = name.removesuffix("/").split("/")
    if len(name) > LONGEST_NAME or any(step in ("", ".", "..") for step in steps) or ":" in name:
        raise UnreadableFile(f"the name {name[:LONGEST_NAME]!r} leads out of the archive, or is no name")
    if "\\" in name or not name.isprintable():
        raise UnreadableFile(f"the name {name!r} in the archive has forbidden characters")
    if entry.flags & ENCRYPTED:
        raise UnreadableFile(f"{name!r} is encrypted")
    if entry.method not in (STORED, DEFLATED):
        raise UnreadableFile(f"{name!r} is packed in a way that is not read")
    if entry.mode and not (stat.S_ISREG(entry.mode) or stat.S_ISDIR(entry.mode) or entry.mode < 0o10000):
        raise UnreadableFile(f"{name!r} is a link or a device")
    return name


def _refuse_bombs(data: bytes, entries: list[_Entry]) -> None:
    total = sum(entry.size for entry in entries)
    if total > LARGEST_SUM or (total > FILE_RATIO_ABOVE and total > FILE_RATIO * len(data)):
        raise UnreadableFile(f"the archive unpacks to {total:,} bytes")
    for entry in entries:
        bomb = entry.size > PART_RATIO_ABOVE and entry.size > PART_RATIO * max(1, entry.packed)
        if entry.size > LARGEST_PART or bomb:
            raise UnreadableFile(f"{entry.name!r} unpacks to {entry.size:,} bytes")


def _bodies(data: bytes, entries: list[_Entry]) -> Iterator[tuple[int, int, bytes]]:
    """Where the packed bytes of each file begin and end; the local header must agree with the directory."""
    for entry in entries:
        if entry.offset + LOCAL.size > len(data):
            raise UnreadableFile(f"{entry.name!r} lies outside the archive")
        row = LOCAL.unpack_from(data, entry.offset)
        signature, flags, method, name_length, extra = row[0], row[2], row[3], row[9], row[10]
        begin = entry.offset + LOCAL.size + name_length + extra
        name = data[entry.offset + LOCAL.size : entry.offset + LOCAL.size + name_length]
        if signature != b"PK\x03\x04" or name != entry.name or (flags ^ entry.flags) & ENCRYPTED:
            raise UnreadableFile(f"{entry.name!r} is called something else where it lies")
        if method != entry.method or begin + entry.packed > len(data):
            raise UnreadableFile(f"{entry.name!r} does not agree with the directory of the archive")
        yield begin, begin + entry.packed, entry.name


def _places(data: bytes, entries: list[_Entry]) -> Iterator[tuple[int, int, bytes]]:
    for entry, (_, end, name) in zip(entries, _bodies(data, entries), strict=True):
        yield entry.offset, end, name


def _inflate(packed: bytes, entry: _Entry) -> bytes:
    """The bytes of a file; never more than the directory announces."""
    if entry.method == STORED:
        data = packed
    else:
        machine = zlib.decompressobj(-zlib.MAX_WBITS)
        try:
            data = machine.decompress(packed, entry.size + 1)
        except zlib.error as error:
            raise UnreadableFile(f"{entry.name!r} is damaged: {error}") from error
        if not machine.eof or machine.unused_data:
            raise UnreadableFile(f"{entry.name!r} is not as long as the directory of the archive says")
    if len(data) != entry.size or zlib.crc32(data) != entry.crc:
        raise UnreadableFile(f"{entry.name!r} is not what the directory of the archive says")
    return data
