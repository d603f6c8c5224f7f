"""How far two colours stand apart for the eye (WCAG 2.2, relative luminance and contrast ratio)."""

from functools import lru_cache
from typing import TypeAlias

Colour: TypeAlias = tuple[float, float, float]  # red, green, blue in sRGB, 0 to 1
BLACK: Colour = (0.0, 0.0, 0.0)
WHITE: Colour = (1.0, 1.0, 1.0)


def luminance(colour: Colour) -> float:
    """Relative luminance, 0 to 1."""
    red, green, blue = (
        part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


@lru_cache(maxsize=1024)  # documents have few colours
def contrast(one: Colour, other: Colour) -> float:
    """Contrast ratio, 1 to 21."""
    low, high = sorted((luminance(one), luminance(other)))
    return (high + 0.05) / (low + 0.05)


def blend(colour: Colour, ground: Colour, alpha: float) -> Colour:
    """A colour laid over a ground."""
    red, green, blue = (a * alpha + b * (1 - alpha) for a, b in zip(colour, ground, strict=True))
    return red, green, blue


def from_hex(digits: str) -> Colour:
    """A colour from six hexadecimal digits; raises `ValueError`."""
    if len(digits) != 6:
        raise ValueError(digits)
    red, green, blue = (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return red, green, blue
