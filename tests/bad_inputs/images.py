"""Images that were made to harm, or are none."""

import io
import struct
import zlib

import PIL.Image


def png(width: int = 30, height: int = 20) -> bytes:
    """A good PNG."""
    out = io.BytesIO()
    PIL.Image.new("RGB", (width, height), "white").save(out, "PNG")
    return out.getvalue()


def huge_png(side: int) -> bytes:
    """A few bytes that promise a picture of `side` by `side` pixels."""
    head = _chunk(b"IHDR", struct.pack(">IIBBBBB", side, side, 8, 2, 0, 0, 0))
    return b"\x89PNG\r\n\x1a\n" + head + _chunk(b"IDAT", zlib.compress(bytes(1000))) + _chunk(b"IEND", b"")


def gif() -> bytes:
    """A good GIF."""
    out = io.BytesIO()
    PIL.Image.new("P", (30, 20)).save(out, "GIF")
    return out.getvalue()


def moving() -> bytes:
    """A GIF of two frames."""
    out = io.BytesIO()
    frames = [PIL.Image.new("RGB", (30, 20), (shade, 0, 0)) for shade in (0, 200)]
    frames[0].save(out, "GIF", save_all=True, append_images=frames[1:])
    return out.getvalue()


def svg(inside: str = '<rect width="40" height="40"/>', head: str = "", box: str = "0 0 120 60") -> bytes:
    """A drawing."""
    root = (
        f'<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="{box}">'
    )
    return f"{head}{root}{inside}</svg>".encode()


def use_bomb(levels: int = 12) -> bytes:
    """Each level draws the one below it ten times."""
    groups = "".join(
        f'<g id="g{level}">' + f'<use xlink:href="#g{level - 1}"/>' * 10 + "</g>"
        for level in range(1, levels)
    )
    return svg(
        f'<defs><g id="g0"><rect width="1" height="1"/></g>{groups}</defs><use xlink:href="#g{levels - 1}"/>'
    )


def heavy_svg() -> bytes:
    """A drawing within every limit of reading that still takes a renderer minutes: many shapes, drawn many times."""
    shapes = '<path d="M0 0L9 9"/>' * 15_000
    return svg(f'<defs><g id="g">{shapes}</g></defs>' + '<use xlink:href="#g"/>' * 900)


def _chunk(name: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + name + data + struct.pack(">I", zlib.crc32(name + data))
