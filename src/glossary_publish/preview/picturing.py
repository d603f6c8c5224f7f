"""The pages of a finished PDF as pictures: each by itself, or all of them in one, a contact sheet."""

import io
from collections.abc import Iterator, Mapping
from typing import Any

import PIL.Image
import pypdfium2

from glossary_publish.layout import LayoutTable, read_toml
from glossary_publish.preview.picture import Picture
from glossary_publish.workspace import Workspace

LOOKS = "layouts/preview/pictures.toml"
FAST = 1  # of zlib's nine levels: a picture goes to the same machine and is thrown away


def picture_looks(workspace: Workspace) -> Mapping[str, Any]:
    """How pages become pictures; raises `UsageError` for a file that cannot be read."""
    return LayoutTable(read_toml(workspace, LOOKS), LOOKS)


def page_pictures(pdf: bytes, width: int) -> tuple[Picture, ...]:
    """Each page of a PDF, so wide."""
    return tuple(
        Picture(_png(page, compress_level=FAST), page.width, page.height) for page in _pages(pdf, width)
    )


def contact_sheet(pdf: bytes, looks: Mapping[str, Any]) -> bytes:
    """The pages of a PDF side by side, as PNG."""
    pages = list(_pages(pdf, looks["width"]))
    columns, gap = min(looks["columns"], len(pages)), looks["gap"]
    rows = [pages[start : start + columns] for start in range(0, len(pages), columns)]
    heights = [max(page.height for page in row) for row in rows]
    size = (columns * (looks["width"] + gap) + gap, sum(heights) + gap * (len(rows) + 1))
    sheet = PIL.Image.new("RGB", size, looks["background"])
    top = gap
    for row, height in zip(rows, heights, strict=True):
        for place, page in enumerate(row):
            sheet.paste(page, (gap + place * (looks["width"] + gap), top))
        top += height + gap
    return _png(sheet)


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


def _png(image: PIL.Image.Image, **options: int) -> bytes:
    out = io.BytesIO()
    image.save(out, "PNG", **options)
    return out.getvalue()
