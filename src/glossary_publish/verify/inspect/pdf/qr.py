"""QR codes as a phone sees them: found in the pictures of a page, on its raster, and read module by module."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from math import ceil
from operator import itemgetter, or_

from glossary_publish.verify.inspect.pdf.painting import Box, Page
from glossary_publish.verify.inspect.pdf.qr_matrix import UnreadableCode, codewords, is_code
from glossary_publish.verify.inspect.pdf.qr_text import text_of
from glossary_publish.verify.inspect.pdf.raster import Raster, Rasters
from glossary_publish.verify.inspection import PictureSeen, QrSeen

DARKEST, LIGHTEST = 128, 200  # grey levels: what is darker or lighter is told apart by any phone
DARK = bytes(level < DARKEST for level in range(256))
INK = bytes(level < LIGHTEST for level in range(256))
FEWEST = 1.0  # pixels of a module: below, nothing is a code
NARROW = 3.0  # below, a closer look is taken
QUIET = 4  # modules around a code that have to be white (9.1)
STROKE = 2.0  # points by which the strokes of a drawing may be wider than its path
INSETS = (
    0.0,
    0.04,
    0.07,
    0.1,
)  # parts of the side of a picture; the white around a code is a twentieth to a seventh
SQUARE = 0.1  # of the width, by which a picture of a code may be wider than high
UNEVEN = 2  # pixels by which a square may be wider than high


@dataclass(frozen=True, slots=True)
class _Square:
    """Something as wide as high with a dark corner, in pixels of a raster; the last two sides are excluded.

    module: how large a module is if the corner is that of a code.
    """

    raster: Raster
    left: int
    top: int
    right: int
    low: int
    module: float

    @property
    def box(self) -> Box:
        """Where it lies on its page."""
        raster = self.raster
        left, right = (raster.left + side / raster.scale for side in (self.left, self.right))
        top, low = (raster.top + side / raster.scale for side in (self.top, self.low))
        return left, top, right, low


def printed_code(picture: PictureSeen, rasters: Rasters) -> QrSeen | None:
    """The QR code that a picture is, if it is one."""
    found = (_code(picture, box, rasters) for box in _boxes(picture))
    return next(filter(None, found), None)


def loose_codes(page: Page, known: Sequence[PictureSeen], rasters: Rasters) -> Iterator[QrSeen]:
    """The codes that are painted on a page where none of its pictures is."""
    found = (printed_code(picture, rasters) for picture in _loose(page, known))
    return filter(None, found)


def _boxes(picture: PictureSeen) -> Iterator[Box]:
    """The place of a picture, and those within it where a code may stand whose white is not white."""
    width, height = picture.right - picture.left, picture.low - picture.top
    for inset in INSETS if abs(width - height) < SQUARE * width else INSETS[:1]:
        x, y = inset * width, inset * height
        yield picture.left + x, picture.top + y, picture.right - x, picture.low - y


def _code(picture: PictureSeen, box: Box, rasters: Rasters) -> QrSeen | None:
    square = _square(rasters.page(picture.page - 1), box)
    if square and square.module < NARROW:
        around = QUIET * square.module / square.raster.scale
        wide = box[0] - around, box[1] - around, box[2] + around, box[3] + around
        square = _square(rasters.close_up(picture.page - 1, wide), box)
    side = _side(square) if square else 0
    return _seen(square, side, picture) if square and side else None


def _loose(page: Page, known: Sequence[PictureSeen]) -> Iterator[PictureSeen]:
    """Images and intricate drawings that belong to no picture of the structure, as if they were pictures."""
    for box in (*page.drawings, *(fill.box for fill in page.fills if fill.colour is None)):
        left, top, right, low = box
        if not any(
            one.left < right and left < one.right and one.top < low and top < one.low for one in known
        ):
            wide = left - STROKE, top - STROKE, right + STROKE, low + STROKE
            yield PictureSeen("", page.index + 1, *wide, darkest=0)


def _seen(square: _Square, side: int, picture: PictureSeen) -> QrSeen | None:
    levels = _sampled(square, side)
    modules = levels.translate(DARK)
    if not is_code(modules, side):
        return None
    quiet = _quiet(square, (square.right - square.left) / side)
    code = QrSeen(picture.alt, picture.page, *square.box, modules=side, quiet=quiet)
    try:
        if modules != levels.translate(INK):
            raise UnreadableCode("some of its modules are neither dark nor light")
        words, correction = codewords(modules, side)
        code = replace(code, correction=correction)
        return replace(code, text=text_of(words, (side - 17) // 4, correction))
    except UnreadableCode as error:
        return replace(code, fault=str(error))


def _square(raster: Raster, box: Box) -> _Square | None:
    """What is dark in a box, if it is a square whose upper left corner is dark."""
    left, top, right, low = raster.pixels(box)
    rows = _rows(raster, (left, top, right, low), DARK)
    inked = [at for at, row in enumerate(rows) if 1 in row]
    if not inked:
        return None
    columns = reduce(or_, map(int.from_bytes, rows)).to_bytes(right - left)
    first, last = columns.find(1), columns.rfind(1) + 1
    width, height = last - first, inked[-1] + 1 - inked[0]
    if abs(width - height) > UNEVEN or height < 2:
        return None
    # One of the two rows may be pale, or be at the white inside already, where a module is hardly wider than a pixel.
    module = max(_run(rows[inked[0] + at][first:last]) for at in (0, 1)) / 7
    if module < FEWEST:
        return None
    return _Square(raster, left + first, top + inked[0], left + last, top + inked[0] + height, module)


def _run(row: bytearray) -> int:
    """How many pixels are dark at the beginning of a row; the first one may be too pale in this row to count."""
    start = row.find(1, 0, 2)
    return row.find(0, start) - start if start >= 0 else 0


def _rows(raster: Raster, pixels: tuple[int, int, int, int], table: bytes) -> list[bytearray]:
    left, top, right, low = pixels
    grey, stride = raster.grey, raster.width
    starts = range(top * stride + left, low * stride + left, stride)
    return [grey[start : start + right - left].translate(table) for start in starts]


def _side(square: _Square) -> int:
    """How many modules a code has, by its timing patterns in both directions; 0 if it has none."""
    grey, stride, away = square.raster.grey, square.raster.width, int(6.5 * square.module)
    row = (square.top + away) * stride
    across = grey[row + square.left : row + square.right]
    down = grey[square.top * stride + square.left + away : square.low * stride : stride]
    # Between the two finders every other module is dark, seven less on either side than the code is wide.
    wide, high = (2 * (b"\0" + line.translate(DARK)).count(b"\0\1") + 11 for line in (across, down))
    return wide if wide == high else 0


def _sampled(square: _Square, side: int) -> bytes:
    """The grey level in the middle of each module."""
    raster, width, height = square.raster, square.right - square.left, square.low - square.top
    pick = itemgetter(*(square.left + int((at + 0.5) * width / side) for at in range(side)))
    starts = [(square.top + int((at + 0.5) * height / side)) * raster.width for at in range(side)]
    return b"".join(bytes(pick(raster.grey[start : start + raster.width])) for start in starts)


def _quiet(square: _Square, module: float) -> float:
    """How many modules around a code are white, as far as a phone needs them; the edge of the paper ends them."""
    raster, reach = square.raster, ceil(QUIET * module)
    left, top = max(0, square.left - reach), max(0, square.top - reach)
    right, low = min(raster.width, square.right + reach), min(raster.height, square.low + reach)
    rows = _rows(raster, (left, top, right, low), INK)
    beside = reduce(or_, map(int.from_bytes, rows[square.top - top : square.low - top])).to_bytes(
        right - left
    )
    begin, end = square.left - left, square.right - left
    white = [begin, right - square.right, square.top - top, low - square.low, _free(beside, begin, end)]
    for at, row in enumerate(rows, top):
        away = max(square.top - at, at + 1 - square.low) - 1
        if 1 in row and away >= 0:
            over = away > 0 and 1 in row[begin:end]
            white.append(away if over else max(away, _free(row, begin, end)))
    return min(white) / module


def _free(row: bytes | bytearray, begin: int, end: int) -> int:
    """The pixels without ink on either side of a code; the ones next to it may hold some of its own."""
    before, after = row.rfind(1, 0, max(0, begin - 1)), row.find(1, end + 1)
    return min(begin - 1 - before, after - end if after >= 0 else len(row) - end)
