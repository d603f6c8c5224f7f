"""The pages of a finished PDF as pictures: each by itself, or all of them in one, a contact sheet."""

import io
import struct
import zlib
from collections.abc import Iterator
from dataclasses import dataclass

import PIL.Image
import PIL.ImageColor
import pypdfium2

from glossary_publish.diagnostics import PublishError, Span, UsageError, fault
from glossary_publish.layout import LayoutTable, read_toml
from glossary_publish.preview.picture import Picture
from glossary_publish.workspace import Workspace

LOOKS = "layouts/preview/pictures.toml"
MOST = 10_000  # pixels, and more than any number of columns
SIGNATURE = b"\x89PNG\r\n\x1a\n"
FAST = 1  # of zlib's nine levels: a picture goes to the same machine and is thrown away


@dataclass(frozen=True, slots=True)
class PictureLooks:
    """How wide a page is that is shown by itself or on a sheet, and how those on a sheet stand."""

    page: int
    sheet: int
    columns: int
    gap: int
    background: tuple[int, ...]


def picture_looks(workspace: Workspace) -> PictureLooks:
    """How pages become pictures; raises `UsageError` for a file that cannot be used."""
    table = LayoutTable(read_toml(workspace, LOOKS), LOOKS)
    return PictureLooks(
        page=_number(table, "page", "width"),
        sheet=_number(table, "sheet", "width"),
        columns=_number(table, "sheet", "columns"),
        gap=_number(table, "sheet", "gap"),
        background=_colour(table, "sheet", "background"),
    )


def page_pictures(pdf: bytes, width: int) -> tuple[Picture, ...]:
    """Each page of a PDF, so wide."""
    return tuple(Picture(_flat_png(page), page.width, page.height) for page in _pages(pdf, width))


def contact_sheet(pdf: bytes, looks: PictureLooks) -> bytes:
    """The pages of a PDF side by side, as PNG."""
    pages = list(_pages(pdf, looks.sheet))
    columns, gap = min(looks.columns, len(pages)), looks.gap
    rows = [pages[start : start + columns] for start in range(0, len(pages), columns)]
    heights = [max(page.height for page in row) for row in rows]
    size = (columns * (looks.sheet + gap) + gap, sum(heights) + gap * (len(rows) + 1))
    sheet = PIL.Image.new("RGB", size, looks.background)
    top = gap
    for row, height in zip(rows, heights, strict=True):
        for place, page in enumerate(row):
            sheet.paste(page, (gap + place * (looks.sheet + gap), top))
        top += height + gap
    return _png(sheet)


def _number(table: LayoutTable, group: str, name: str) -> int:
    """A whole number of a table of the looks."""
    inner = table.get(group)
    value = inner[name] if isinstance(inner, LayoutTable) else None
    if type(value) is not int or not 0 < value <= MOST:
        raise _misstated(f"{group}.{name} is no whole number between 1 and {MOST:,}")
    return value


def _colour(table: LayoutTable, group: str, name: str) -> tuple[int, ...]:
    inner = table.get(group)
    value = inner[name] if isinstance(inner, LayoutTable) else None
    try:
        return PIL.ImageColor.getrgb(str(value))
    except ValueError:
        raise _misstated(f"{group}.{name} is no colour") from None


def _misstated(what: str) -> PublishError:
    help = "mend the file; the one that comes with the tool shows what it can use"
    return fault(UsageError, "broken-layout", f"{LOOKS}: {what}", Span(LOOKS), help)


def _pages(pdf: bytes, width: int) -> Iterator[PIL.Image.Image]:
    with pypdfium2.PdfDocument(pdf) as document:
        for page in document:
            yield _painted(page, width)


# pdfium's points are of 1/72 inch; a page is painted so wide that it fits its place.
def _painted(page: pypdfium2.PdfPage, width: int) -> PIL.Image.Image:
    bitmap = page.render(scale=width / page.get_width())
    image: PIL.Image.Image = bitmap.to_pil().convert("RGB")
    bitmap.close()
    return image


def _flat_png(image: PIL.Image.Image) -> bytes:
    """A picture as PNG whose lines are not filtered (PNG, 9.2, type 0).

    Pages are words on flat colour: to try every filter on every line takes longer and gives larger files.
    """
    row = 3 * image.width
    pixels = image.tobytes()
    lines = b"".join(b"\0" + pixels[start : start + row] for start in range(0, len(pixels), row))
    header = struct.pack(">IIBBBBB", image.width, image.height, 8, 2, 0, 0, 0)
    chunks = ((b"IHDR", header), (b"IDAT", zlib.compress(lines, FAST)), (b"IEND", b""))
    return SIGNATURE + b"".join(_chunk(kind, data) for kind, data in chunks)


def _chunk(kind: bytes, data: bytes) -> bytes:
    """A chunk with its length and checksum (PNG, 5.3)."""
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))


def _png(image: PIL.Image.Image) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG")
    return out.getvalue()
