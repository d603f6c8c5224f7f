"""Undoing the filters of a stream (ISO 32000-1, 7.4), with a limit on what may come out."""

import zlib

from glossary_publish.verify.inspect.pdf.objects import MalformedPdf

STREAM_LIMIT = (
    32 * 2**20
)  # bytes out of one stream; the largest of an honest handout is a font of under 1 MiB
TOTAL_LIMIT = 128 * 2**20  # bytes out of all streams of one file


def inflate(raw: bytes, limit: int) -> bytes:
    """Undo FlateDecode; raises `MalformedPdf` for damage, a cut stream and more than `limit` bytes."""
    if not raw:
        return b""  # qpdf writes an empty stream with the filter and without a byte
    engine = zlib.decompressobj()
    try:
        data = engine.decompress(raw, limit)
        finished = engine.eof or not engine.decompress(engine.unconsumed_tail, 1)
    except zlib.error as error:
        raise MalformedPdf(f"a compressed stream is damaged: {error}") from error
    if not finished:
        raise MalformedPdf(f"a stream inflates to more than {limit} bytes")
    if not engine.eof:
        raise MalformedPdf("a compressed stream is cut off")
    return data


def undo_predictor(data: bytes, predictor: int, colours: int, bits: int, columns: int) -> bytes:
    """Undo a PNG predictor (7.4.4.4): each row starts with the byte that says how it was predicted."""
    if predictor < 10 or not 0 < colours * bits * columns <= 1 << 20:
        raise MalformedPdf(f"predictor {predictor} over {columns} columns is not read")
    length = (colours * bits * columns + 7) // 8
    pixel = max(1, colours * bits // 8)
    previous = bytearray(length)
    rows: list[bytes] = []
    for start in range(0, len(data), length + 1):
        row = bytearray(data[start + 1 : start + 1 + length])
        if len(row) != length:
            raise MalformedPdf("a predicted stream ends inside a row")
        _undo_row(data[start], row, previous, pixel)
        rows.append(bytes(row))
        previous = row
    return b"".join(rows)


def _undo_row(kind: int, row: bytearray, above: bytearray, pixel: int) -> None:
    for index, value in enumerate(row):
        left = row[index - pixel] if index >= pixel else 0
        corner = above[index - pixel] if index >= pixel else 0
        row[index] = (value + _predicted(kind, left, above[index], corner)) & 0xFF


def _predicted(kind: int, left: int, up: int, corner: int) -> int:
    match kind:
        case 0:
            return 0
        case 1:
            return left
        case 2:
            return up
        case 3:
            return (left + up) // 2
        case 4:
            return min((left, up, corner), key=lambda near: abs(left + up - corner - near))
    raise MalformedPdf(f"a predicted row has the kind {kind}")
