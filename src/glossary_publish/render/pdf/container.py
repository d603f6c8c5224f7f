"""Puts the objects of a PDF into a file: every object is written once, and its bytes follow from nothing else."""

import zlib
from hashlib import sha256
from typing import Any

from glossary_publish.render.pdf.values import value

HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
STREAM_END = b"\nendstream\nendobj"
LEVEL = 6  # of compression; the highest saves one byte in a hundred and takes twice as long
PACKED = 200  # objects in one object stream (ISO 32000-1, 7.5.7)


def file_bytes(pdf: Any) -> bytes:
    """The file of a pydyf document.

    pydyf's own writer makes every stream twice when a file has an identifier, as PDF/A asks for; here the
    identifier is the hash of the bytes before it.
    """
    pdf.add_object(pdf.info)
    objects = [item for item in pdf.objects if item.free != "f"]
    file, places = bytearray(HEADER), dict[int, tuple[int, int, int]]()
    for item in objects:
        if not item.compressible:
            places[item.number] = (1, len(file), 0)
            file += _indirect(item) + b"\n"
    packed = [item for item in objects if item.compressible]
    number = len(pdf.objects)
    for start in range(0, len(packed), PACKED):
        group = packed[start : start + PACKED]
        places[number] = (1, len(file), 0)
        places |= {item.number: (2, number, index) for index, item in enumerate(group)}
        file += _object_stream(number, group) + b"\n"
        number += 1
    return bytes(file + _cross_references(pdf, places, number, file))


def _indirect(item: Any) -> bytes:
    """An object with its number; pydyf would pack a stream at the highest level."""
    if not getattr(item, "compress", False):
        return _separated(item.indirect)
    entries = b"".join(b"/%s %s" % (name.encode(), value(entry)) for name, entry in item.extra.items())
    return _stream(item.number, entries, b"\n".join(map(value, item.stream)))


def _separated(source: bytes) -> bytes:
    """A stream whose last byte is a carriage return needs a line end of two bytes behind it, to be told apart."""
    body = source.removesuffix(STREAM_END)
    return body + b"\r" + STREAM_END if body.endswith(b"\r") and body != source else source


def _object_stream(number: int, group: list[Any]) -> bytes:
    sources = [item.data for item in group]
    offsets, position = [], 0
    for item, source in zip(group, sources, strict=True):
        offsets.append(b"%d %d" % (item.number, position))
        position += len(source) + 1
    head = b" ".join(offsets) + b"\n"
    return _stream(
        number, b"/Type/ObjStm/N %d/First %d" % (len(group), len(head)), head + b"\n".join(sources)
    )


def _cross_references(
    pdf: Any, places: dict[int, tuple[int, int, int]], number: int, file: bytearray
) -> bytes:
    """A cross-reference stream (7.5.8); its first entry is the head of the list of free objects."""
    places = {0: (0, 0, 65535), **places, number: (1, len(file), 0)}
    width = (len(file).bit_length() + 7) // 8
    rows = b"".join(
        kind.to_bytes(1, "big") + first.to_bytes(width, "big") + second.to_bytes(2, "big")
        for kind, first, second in (places[key] for key in range(number + 1))
    )
    identifier = sha256(file).hexdigest()[:32].encode()
    entries = b"/Type/XRef/W[1 %d 2]/Size %d/Root %s/Info %s/ID[<%s><%s>]" % (
        width,
        number + 1,
        pdf.catalog.reference,
        pdf.info.reference,
        identifier,
        identifier,
    )
    return _stream(number, entries, rows) + b"\nstartxref\n%d\n%%%%EOF\n" % len(file)


def _stream(number: int, entries: bytes, data: bytes) -> bytes:
    packed = zlib.compress(data, LEVEL)
    head = b"%d 0 obj\n<<%s/Filter/FlateDecode/Length %d>>stream\n" % (number, entries, len(packed))
    return _separated(head + packed + STREAM_END)
