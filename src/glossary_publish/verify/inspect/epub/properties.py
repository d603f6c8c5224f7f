"""What a CSS declaration does to the visibility of words.

Every property is one of three: it is measured here, it is known to do no harm, or it is refused. A property
that nobody looked at could hide anything.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Any, TypeAlias

from tinycss2 import color3

Token: TypeAlias = Any  # a node of tinycss2, which has no types
Value: TypeAlias = Any  # a number, a word, a colour: what `cascade` knows by the property

HARMLESS = frozenset(
    (
        "align-content align-items align-self background-clip background-origin background-position"
        " background-repeat background-size border border-block border-block-end border-block-start"
        " border-bottom border-bottom-color border-bottom-style border-bottom-width border-collapse"
        " border-color border-inline border-inline-end border-inline-end-color border-inline-end-style"
        " border-inline-end-width border-inline-start border-inline-start-color border-inline-start-style"
        " border-inline-start-width border-left border-left-color border-left-style border-left-width"
        " border-radius border-right border-right-color border-right-style border-right-width"
        " border-spacing border-style border-top border-top-color border-top-style border-top-width"
        " border-width box-decoration-break box-shadow box-sizing break-after break-before break-inside"
        " caption-side clear color-scheme column-gap empty-cells flex flex-basis flex-grow flex-shrink"
        " float font-family font-feature-settings font-kerning font-stretch font-style font-variant"
        " font-variant-caps font-variant-numeric font-weight gap grid-area grid-auto-flow grid-column"
        " grid-column-end grid-column-gap grid-column-start grid-row grid-row-end grid-row-gap"
        " grid-row-start grid-template-areas grid-template-columns grid-template-rows hanging-punctuation"
        " hyphens -epub-hyphens -moz-hyphens -webkit-hyphens image-rendering isolation justify-content"
        " justify-items justify-self line-break line-height list-style-position object-fit orphans outline"
        " outline-color outline-offset outline-style outline-width overflow-wrap padding padding-block"
        " padding-block-end padding-block-start padding-bottom padding-inline padding-inline-end"
        " padding-inline-start padding-left padding-right padding-top page-break-after page-break-before"
        " page-break-inside place-content place-items place-self quotes row-gap tab-size table-layout"
        " text-align text-align-last text-decoration text-decoration-color text-decoration-line"
        " text-decoration-skip-ink text-decoration-style text-decoration-thickness text-shadow"
        " text-underline-offset text-underline-position text-wrap vertical-align white-space widows"
        " word-break word-wrap writing-mode"
    ).split()
)
# Properties that may hide words, and the values that do not.
SHOWING = {
    name: frozenset(values.split())
    for name, values in {
        "position": "static relative",
        "clip": "auto",
        "clip-path": "none",
        "mask": "none",
        "mask-image": "none",
        "-webkit-mask": "none",
        "-webkit-mask-image": "none",
        "filter": "none",
        "backdrop-filter": "none",
        "mix-blend-mode": "normal",
        "transform": "none",
        "translate": "none",
        "rotate": "none",
        "scale": "none 1",
        "zoom": "1 normal",
        "content": "normal none",
        "content-visibility": "visible",
        "text-overflow": "clip",
        "text-transform": "none uppercase lowercase capitalize",
        "-webkit-text-fill-color": "currentcolor",
        "-webkit-text-security": "none",
        "line-clamp": "none",
        "-webkit-line-clamp": "none",
        "max-lines": "none",
        "contain": "none",
        "order": "0",
        "direction": "inherit",
        "flex-direction": "row column",
        "unicode-bidi": "normal embed isolate plaintext",
    }.items()
}
SHIFTS = frozenset(
    (
        "text-indent margin margin-top margin-right margin-bottom margin-left margin-inline"
        " margin-inline-start margin-inline-end margin-block margin-block-start margin-block-end"
        " left right top bottom inset inset-inline inset-block word-spacing letter-spacing"
    ).split()
)
LIMITS = frozenset(
    "width height max-width max-height inline-size block-size max-inline-size max-block-size".split()
)
EM = {"em": 1.0, "rem": 1.0, "lh": 1.2, "ex": 0.5, "ch": 0.5, "px": 1 / 16, "pt": 1 / 12, "pc": 1.0}
EM |= {"in": 6.0, "cm": 2.36, "mm": 0.236, "%": 0.4, "vw": 0.4, "vh": 0.4, "vmin": 0.4, "vmax": 0.4}
FURTHEST, NEAREST = 20.0, -2.0  # ems that words may be moved in the direction of reading, and against it
CLOSEST = -0.1  # ems between letters and words
NARROWEST = 8.0  # ems of a box that cuts what does not fit
PAINTING = frozenset(("color", "background-color", "font-size", "opacity", "visibility", "list-style-type"))
WIDE = frozenset(("inherit", "initial", "unset", "revert"))


@dataclass(frozen=True, slots=True)
class Effect:
    """A declaration that matters: its property, its value, and whether it is `!important`."""

    name: str
    value: Value
    important: bool = False

    @property
    def paints(self) -> bool:
        """Whether it is of size or colour, where every value counts."""
        return self.name in PAINTING

    @property
    def hides(self) -> bool:
        """Whether it hides words, alone or with others."""
        return bool(self.value == "none" if self.name == "display" else self.value is True)


class UnmeasuredStyle(ValueError):
    """A declaration whose effect on the words is unknown."""


def effects(name: str, tokens: Sequence[Token], important: bool) -> Iterator[Effect]:
    """What a declaration does; nothing for one without effect. Raises `UnmeasuredStyle`."""
    values = [token for token in tokens if token.type not in ("whitespace", "comment")]
    told = " ".join(token.serialize() for token in values).lower()
    if "var(" in told or "env(" in told or "attr(" in told:
        raise UnmeasuredStyle(f"{name}: {told}")
    if name in HARMLESS:
        return
    yield from (Effect(key, value, important) for key, value in _measured(name, values, told))


def _measured(name: str, values: Sequence[Token], told: str) -> Iterator[tuple[str, Value]]:
    if name in SHOWING:
        yield f"hidden by {name}", told not in SHOWING[name] | WIDE
    elif name in SHIFTS:
        yield f"hidden by {name}", not all(_near(name, token) for token in values)
    elif name in LIMITS:
        yield f"limit {name}", any(_ems(token) < NARROWEST for token in values)
    elif name in ("overflow", "overflow-x", "overflow-y"):
        yield f"cut {name}", told not in ("visible", *WIDE)
    elif name in ("display", "visibility"):
        yield name, told
    elif name in ("color", "background-color", "background"):
        yield "color" if name == "color" else "background-color", _colour(name, values, told)
    elif name == "background-image":
        yield "hidden by background-image", told not in ("none", *WIDE)
    elif name == "font-size":
        yield name, _size(values[0], told)
    elif name == "opacity":
        yield name, _opacity(values[0], told)
    elif name in ("list-style", "list-style-type"):
        yield "list-style-type", told
    else:
        raise UnmeasuredStyle(f"{name}: {told}")


def _near(name: str, token: Token) -> bool:
    if token.type not in ("dimension", "percentage", "number"):
        return True
    nearest = CLOSEST if name.endswith("spacing") else NEAREST
    return nearest <= _ems(token) <= FURTHEST


def _ems(token: Token) -> float:
    """A length in ems, roughly; words such as `auto` set no limit."""
    if token.type == "function":
        raise UnmeasuredStyle(token.serialize())
    if token.type not in ("dimension", "percentage", "number"):
        return float("inf")
    unit = "%" if token.type == "percentage" else getattr(token, "lower_unit", "em")
    if unit not in EM:
        raise UnmeasuredStyle(token.serialize())
    return float(token.value) * EM[unit]


def _colour(name: str, values: Sequence[Token], told: str) -> Value:
    """`inherit`, `initial` or red, green, blue and alpha; of a background the last plain colour."""
    if told in WIDE or told == "none":
        return "inherit" if told == "inherit" or (name == "color" and told == "unset") else "initial"
    colours = [color3.parse_color(token) for token in values]
    found = [colour for colour in colours if colour is not None]
    odd = any(token.type in ("url", "function") and color3.parse_color(token) is None for token in values)
    if not found or odd:
        raise UnmeasuredStyle(f"{name}: {told}")
    if found[-1] == "currentColor":
        return "inherit"
    return tuple(found[-1])


SIZES = {"xx-small": 0.6, "x-small": 0.75, "small": 0.89, "medium": 1.0, "large": 1.2, "x-large": 1.5}
SIZES |= {"xx-large": 2.0, "xxx-large": 3.0, "initial": 1.0}  # CSS Fonts 4, 2.5
RELATIVE = {"smaller": 0.83, "larger": 1.2, "inherit": 1.0, "unset": 1.0, "revert": 1.0}


def _size(token: Token, told: str) -> Value:
    """A number and what it is of: `em` of the size around, `rem` of the reader's, `pt`."""
    if told in RELATIVE:
        return RELATIVE[told], "em"
    if told in SIZES:
        return SIZES[told], "rem"
    if token.type == "percentage":
        return token.value / 100, "em"
    if token.type == "number" and token.value == 0:
        return 0.0, "pt"
    if token.type == "dimension" and token.lower_unit in ("em", "rem"):
        return token.value, token.lower_unit
    if token.type == "dimension" and token.lower_unit in ("px", "pt", "pc", "in", "cm", "mm"):
        return token.value * EM[token.lower_unit] * 12, "pt"
    raise UnmeasuredStyle(f"font-size: {told}")


def _opacity(token: Token, told: str) -> Value:
    if told in WIDE:
        return 1.0
    if token.type not in ("number", "percentage"):
        raise UnmeasuredStyle(f"opacity: {told}")
    return min(1.0, max(0.0, token.value / (100 if token.type == "percentage" else 1)))
