"""The raster of a page, painted in grey by pdfium: the one place where this reader trusts another's eyes."""

from collections.abc import Sequence
from ctypes import Array, c_ubyte, memset
from dataclasses import dataclass
from math import ceil, floor
from types import TracebackType

import pypdfium2
from pypdfium2.raw import (
    FPDF_ANNOT,
    FPDF_GRAYSCALE,
    FPDF_PAGE,
    FPDF_ClosePage,
    FPDF_GetPageHeightF,
    FPDF_GetPageWidthF,
    FPDF_LoadPage,
    FPDF_RenderPageBitmap,
    FPDFBitmap_CreateEx,
    FPDFBitmap_Destroy,
    FPDFBitmap_Gray,
)

from glossary_publish.verify.inspect.pdf.colours import BANDS
from glossary_publish.verify.inspect.pdf.objects import MalformedPdf
from glossary_publish.verify.inspect.pdf.painting import Box

COARSE, FINE = 155 / 72, 400 / 72  # pixels a point; on a coarser one thin signs of small type are blurred

LARGEST = 2**23  # bytes of paper that is kept for the next file; A3 needs half of it


@dataclass(frozen=True, slots=True)
class Raster:
    """Grey levels, row after row; `scale` in pixels a point, `left` and `top` where it begins on the page."""

    grey: bytearray
    width: int
    height: int
    scale: float
    left: float = 0.0
    top: float = 0.0

    def pixels(self, box: Box) -> tuple[int, int, int, int]:
        """The pixels that lie in a box, at least one: left, top, right, low, the last two excluded."""
        left = min(max(0, ceil((box[0] - self.left) * self.scale)), self.width - 1)
        top = min(max(0, ceil((box[1] - self.top) * self.scale)), self.height - 1)
        right = min(max(left + 1, floor((box[2] - self.left) * self.scale)), self.width)
        low = min(max(top + 1, floor((box[3] - self.top) * self.scale)), self.height)
        return left, top, right, low

    def columns(self, box: Box, every: int) -> tuple[int, bytes, int]:
        """The first pixel column of a box, the bands that occur in each column, one bit each, and those in all of them.

        `every`: 1 looks at all rows, 4 at every fourth one from the lowest up, on which full stops stand. That may miss
        bands, and finds none that is not there.
        """
        left, top, right, low = self.pixels(box)
        grey, stride, width, found = self.grey, self.width, right - left, 0
        for start in range((low - 1) * stride + left, top * stride + left - 1, -every * stride):
            found |= int.from_bytes(grey[start : start + width].translate(BANDS))
        columns, part = found.to_bytes(width), width
        while part > 1:  # fold the columns onto each other until one is left
            part = (part + 1) // 2
            found |= found >> 8 * part
        return left, columns, found & 0xFF

    def extremes(self, box: Box) -> tuple[int, int]:
        """The darkest and the lightest grey level in a box."""
        left, top, right, low = self.pixels(box)
        grey, stride = self.grey, self.width
        starts = range(top * stride + left, low * stride + left, stride)
        levels = b"".join([grey[start : start + right - left] for start in starts])
        # Looking for each level is faster than looking at each pixel.
        darkest = next(level for level in range(256) if level in levels)
        return darkest, next(level for level in range(255, -1, -1) if level in levels)


class _Paper:
    """What pdfium paints on: memory of ours, for to copy a page costs a fifth of what it costs to paint it."""

    def __init__(self, grey: bytearray) -> None:
        self.grey = grey

    def white(self, width: int, height: int) -> "Array[c_ubyte]":
        """Memory of one byte a pixel, all white."""
        if len(self.grey) < width * height:
            self.grey = bytearray(width * height)
        memory = (c_ubyte * (width * height)).from_buffer(self.grey)
        memset(memory, 0xFF, width * height)
        return memory


_spare: list[_Paper] = []  # of the file before; to take new memory for each page costs a tenth of painting it


class Rasters:
    """Paints pages when they are asked for, one after the other on the same paper.

    A page that is asked for again is painted again if another one was in between, whose raster then no longer holds.
    Pages and bitmaps are those of pdfium itself: objects around them that know when they are dropped cost a twentieth.
    """

    def __init__(self, data: bytes, sizes: Sequence[tuple[float, float]]) -> None:
        try:
            self._document = pypdfium2.PdfDocument(data)
        except pypdfium2.PdfiumError as error:
            raise MalformedPdf(f"pdfium does not open the file: {error}") from error
        self._sizes = sizes
        self._read: dict[int, FPDF_PAGE] = {}
        self._paper = _spare.pop() if _spare else _Paper(bytearray())
        self._page: tuple[int, Raster] | None = None
        if len(self._document) != len(sizes):
            raise MalformedPdf(f"pdfium finds {len(self._document)} pages, not {len(sizes)}")

    def __enter__(self) -> "Rasters":
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        for page in self._read.values():
            FPDF_ClosePage(page)
        self._document.close()
        if len(self._paper.grey) <= LARGEST:
            _spare[:] = [self._paper]

    def page(self, index: int) -> Raster:
        """A whole page at `COARSE`; it holds until another page is asked for."""
        if self._page is None or self._page[0] != index:
            self._page = None
            self._page = index, self._paint(self._paper, index, COARSE, (0.0, 0.0, *self._sizes[index]))
        return self._page[1]

    def close_up(self, index: int, box: Box) -> Raster:
        """A part of a page at `FINE`."""
        width, height = self._sizes[index]
        left, top = max(0.0, floor(box[0]) - 1.0), max(0.0, floor(box[1]) - 1.0)
        right, low = min(width, ceil(box[2]) + 1.0), min(height, ceil(box[3]) + 1.0)
        if right - left < 1 or low - top < 1:
            return self.page(index)
        return self._paint(_Paper(bytearray()), index, FINE, (left, top, right, low))

    def _paint(self, paper: _Paper, index: int, scale: float, box: Box) -> Raster:
        page = self._read.get(index) or FPDF_LoadPage(self._document, index)
        if not page:
            raise MalformedPdf(f"pdfium does not read page {index + 1}")
        self._read[index] = page
        whole = ceil(FPDF_GetPageWidthF(page) * scale), ceil(FPDF_GetPageHeightF(page) * scale)
        left, top = ceil(box[0] * scale), ceil(box[1] * scale)
        right, low = (
            ceil((side - edge) * scale) for side, edge in zip(self._sizes[index], box[2:], strict=True)
        )
        width, height = whole[0] - left - right, whole[1] - top - low
        if width < 1 or height < 1:
            raise MalformedPdf(f"pdfium does not paint page {index + 1}: nothing is left of it")
        bitmap = FPDFBitmap_CreateEx(width, height, FPDFBitmap_Gray, paper.white(width, height), width)
        FPDF_RenderPageBitmap(bitmap, page, -left, -top, *whole, 0, FPDF_ANNOT | FPDF_GRAYSCALE)
        FPDFBitmap_Destroy(bitmap)
        return Raster(paper.grey, width, height, scale, box[0], box[1])
