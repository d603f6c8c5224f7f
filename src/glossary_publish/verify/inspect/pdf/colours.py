"""Relative luminance and contrast (WCAG 2.2, 1.4.3), of colours and of the grey levels of a raster."""

from math import log

from glossary_publish.verify.inspect.pdf.painting import Colour

LIGHTEST = 1.05
RATIO = 21.0


def linear(value: float) -> float:
    """An sRGB component from 0 to 1, as light."""
    return value / 12.92 if value <= 0.04045 else float(((value + 0.055) / 1.055) ** 2.4)


def luminance(colour: Colour) -> float:
    """Relative luminance of a colour, 0 to 1."""
    red, green, blue = (linear(min(1.0, max(0.0, part))) for part in colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast(first: float, second: float) -> float:
    """Contrast of two luminances, 1 to 21."""
    low, high = sorted((first, second))
    return (high + 0.05) / (low + 0.05)


def blend(over: Colour, under: Colour, alpha: float) -> Colour:
    """A colour painted over another with constant alpha."""
    red, green, blue = (alpha * a + (1 - alpha) * b for a, b in zip(over, under, strict=True))
    return red, green, blue


def _band(grey: int) -> int:
    """Which of eight bands of equal contrast a grey level falls in, darkest first."""
    return min(7, int(8 * log(contrast(GREY[grey], 0.0)) / log(RATIO)))


def _certain(mask: int) -> float:
    """The contrast that is certain between the darkest and the lightest of the bands in a mask."""
    steps = mask.bit_length() - (mask & -mask).bit_length()
    return float(RATIO ** (max(0, steps - 1) / 8)) if mask else 1.0


def _both_ends(top: int) -> bytes:
    """For each mask of bands: whether it holds the band `top` and one so much darker that 3:1 is certain."""
    dark = (1 << max(0, top - 3)) - 1
    return bytes(bool(mask >> top & 1 and mask & dark) for mask in range(256))


GREY = tuple(linear(level / 255) for level in range(256))  # luminance of a grey level
BANDS = bytes(
    1 << _band(level) for level in range(256)
)  # one bit for the band of a grey level: bands can be OR-ed
BOTH_ENDS = tuple(_both_ends(top) for top in range(8))
CERTAIN = tuple(_certain(mask) for mask in range(256))
