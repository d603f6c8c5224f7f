"""Colours of ink and of what is behind it, by value or from the theme (17.3.2.6, 17.3.5, 17.18.97)."""

import colorsys
from collections.abc import Mapping

from lxml import etree

from glossary_publish.verify.inspect.contrast import BLACK, WHITE, Colour, contrast, from_hex
from glossary_publish.verify.inspect.docx.wordml import A, hexadecimal
from glossary_publish.verify.inspect.zip_gate import UnreadableFile

# ST_HighlightColor (17.18.40).
HIGHLIGHTS = {
    "black": "000000",
    "blue": "0000FF",
    "cyan": "00FFFF",
    "darkBlue": "00008B",
    "darkCyan": "008B8B",
    "darkGray": "A9A9A9",
    "darkGreen": "006400",
    "darkMagenta": "800080",
    "darkRed": "8B0000",
    "darkYellow": "808000",
    "green": "00FF00",
    "lightGray": "D3D3D3",
    "magenta": "FF00FF",
    "red": "FF0000",
    "white": "FFFFFF",
    "yellow": "FFFF00",
}
# ST_ThemeColor (17.18.97) and the slots of a theme; the names of ink and paper are those of Word's own mapping.
SLOTS = {
    "dark1": "dk1",
    "light1": "lt1",
    "dark2": "dk2",
    "light2": "lt2",
    "text1": "dk1",
    "background1": "lt1",
    "text2": "dk2",
    "background2": "lt2",
    "hyperlink": "hlink",
    "followedHyperlink": "folHlink",
}


class Colours:
    """The colours of a theme, and how properties name colours."""

    def __init__(self, theme: etree._Element | None) -> None:
        scheme = None if theme is None else theme.find(f"{A}themeElements/{A}clrScheme")
        self._slots: dict[str, Colour] = {}
        for slot in () if scheme is None else scheme:
            for colour in slot:
                self._slots[str(slot.tag).removeprefix(A)] = _hex(
                    colour.get("lastClr") or colour.get("val") or ""
                )

    def ink(self, attributes: Mapping[str, str]) -> Colour | None:
        """The colour of a `w:color`; None where Word chooses black or white."""
        return self._named(attributes, "val", "themeColor", "themeTint", "themeShade")

    def grounds(self, attributes: Mapping[str, str]) -> tuple[Colour, ...]:
        """What a `w:shd` puts behind words; nothing when it is clear, both colours when it is a pattern."""
        fill = self._named(attributes, "fill", "themeFill", "themeFillTint", "themeFillShade")
        front = self._named(attributes, "color", "themeColor", "themeTint", "themeShade")
        match attributes.get("val"):
            case "clear":
                return (fill,) if fill else ()
            case "nil":
                return ()
            case "solid":
                return (front or BLACK,)
            case _:
                return (fill or WHITE, front or BLACK)

    def _named(
        self, attributes: Mapping[str, str], plain: str, theme: str, tint: str, shade: str
    ) -> Colour | None:
        if name := attributes.get(theme):
            slot = SLOTS.get(name, name)
            if slot not in self._slots:
                raise UnreadableFile(f"the theme has no colour {name!r}")
            return _shaded(self._slots[slot], attributes.get(tint), attributes.get(shade))
        text = attributes.get(plain, "auto")
        return None if text == "auto" else _hex(text)


def _hex(text: str) -> Colour:
    try:
        return from_hex(text)
    except ValueError:
        raise UnreadableFile(f"{text!r} is no colour") from None


def _shaded(colour: Colour, tint: str | None, shade: str | None) -> Colour:
    """A colour made lighter or darker, by 255ths of its lightness (17.3.2.6)."""
    hue, light, strength = colorsys.rgb_to_hls(*colour)
    if tint:
        part = hexadecimal(tint) / 255
        light = light * part + 1 - part
    if shade:
        light *= hexadecimal(shade) / 255
    return colorsys.hls_to_rgb(hue, light, strength)


def highlighted(name: str) -> tuple[Colour, ...]:
    """What a `w:highlight` puts behind words."""
    return (_hex(HIGHLIGHTS.get(name, name)),) if name != "none" else ()


def worst_contrast(ink: Colour | None, grounds: tuple[Colour, ...]) -> float:
    """The contrast of words on the ground that suits them least; ink that Word chooses is black or white."""
    if ink is None:
        return min(max(contrast(BLACK, ground), contrast(WHITE, ground)) for ground in grounds)
    return min(contrast(ink, ground) for ground in grounds)
