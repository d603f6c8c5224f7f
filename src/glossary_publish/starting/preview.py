"""The pages of a finished PDF in one picture, a contact sheet."""

import io
import tomllib
from collections.abc import Sequence

import PIL.Image
import pypdfium2

from glossary_publish.starting.templating import fill

# pdfium's points are of 1/72 inch; a page is painted so wide that it fits its place.


def contact_sheet(pdf: bytes) -> bytes:
    """The pages of a PDF side by side, as PNG."""
    looks = tomllib.loads(fill("preview.toml"))
    pages = _pages(pdf, looks["width"])
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
    out = io.BytesIO()
    sheet.save(out, "PNG")
    return out.getvalue()


def _pages(pdf: bytes, width: int) -> Sequence[PIL.Image.Image]:
    with pypdfium2.PdfDocument(pdf) as document:
        return [_painted(page, width) for page in document]


def _painted(page: pypdfium2.PdfPage, width: int) -> PIL.Image.Image:
    bitmap = page.render(scale=width / page.get_width())
    image: PIL.Image.Image = bitmap.to_pil().convert("RGB")
    bitmap.close()
    return image
