"""Whether a colour can be read on paper (WCAG 2.2, 1.4.3 and 1.4.6), and the nearest one that can."""

import re

HEXADECIMAL = re.compile(r"#([0-9a-fA-F]{3}|[0-9a-fA-F]{6})")
Colour = tuple[float, float, float]  # red, green, blue in sRGB, 0 to 1
STEPS = 1000  # lightnesses that are tried from that of the colour down to black


def contrast(one: str, other: str) -> float:
    """How far two colours stand apart: 1 for equal ones, 21 for black and white."""
    low, high = sorted(map(_luminance, (one, other)))
    return (high + 0.05) / (low + 0.05)


def nearest(colour: str, ground: str, ratio: float) -> str:
    """The colour of the same hue that is as light as the contrast allows.

    Lightness alone is taken away, in Oklab, where equal steps look equal (CSS Color 4, 9.2).
    """
    lightness, green_red, blue_yellow = _oklab(_linear(colour))
    for step in range(STEPS + 1):
        share = 1 - step / STEPS
        darker = _written(_from_oklab((lightness * share, green_red * share, blue_yellow * share)))
        if contrast(darker, ground) >= ratio:
            return darker
    return _written((0.0, 0.0, 0.0))


def full(colour: str) -> str:
    """A colour in six small digits; `#08c` is short for `#0088cc`."""
    digits = colour.removeprefix("#").lower()
    return "#" + ("".join(digit * 2 for digit in digits) if len(digits) == 3 else digits)


def _luminance(colour: str) -> float:
    """Relative luminance (WCAG 2.2, terms)."""
    red, green, blue = _linear(colour)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(colour: str) -> Colour:
    digits = full(colour)[1:]
    red, green, blue = (int(digits[place : place + 2], 16) / 255 for place in (0, 2, 4))
    return _opened(red), _opened(green), _opened(blue)


def _opened(part: float) -> float:
    return part / 12.92 if part <= 0.04045 else float(((part + 0.055) / 1.055) ** 2.4)


def _written(linear: Colour) -> str:
    parts = (min(1.0, max(0.0, part)) for part in linear)
    closed = (part * 12.92 if part <= 0.0031308 else 1.055 * part ** (1 / 2.4) - 0.055 for part in parts)
    return "#" + "".join(f"{round(part * 255):02x}" for part in closed)


def _oklab(linear: Colour) -> Colour:
    """From linear sRGB to Oklab (CSS Color 4, 10.2)."""
    red, green, blue = linear
    long = (0.4122214708 * red + 0.5363325363 * green + 0.0514459929 * blue) ** (1 / 3)
    medium = (0.2119034982 * red + 0.6806995451 * green + 0.1073969566 * blue) ** (1 / 3)
    short = (0.0883024619 * red + 0.2817188376 * green + 0.6299787005 * blue) ** (1 / 3)
    return (
        0.2104542553 * long + 0.7936177850 * medium - 0.0040720468 * short,
        1.9779984951 * long - 2.4285922050 * medium + 0.4505937099 * short,
        0.0259040371 * long + 0.7827717662 * medium - 0.8086757660 * short,
    )


def _from_oklab(colour: Colour) -> Colour:
    lightness, green_red, blue_yellow = colour
    long = (lightness + 0.3963377774 * green_red + 0.2158037573 * blue_yellow) ** 3
    medium = (lightness - 0.1055613458 * green_red - 0.0638541728 * blue_yellow) ** 3
    short = (lightness - 0.0894841775 * green_red - 1.2914855480 * blue_yellow) ** 3
    return (
        4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
        -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
        -0.0041960863 * long - 0.7034186147 * medium + 1.7076147010 * short,
    )
