"""How each element of a page looks to a reader: hidden or not, how large, in which colours.

The reader's own page may be light or dark, and what depends on the device may hold or not: an element is
looked at in each of these views, and the worst one counts.
"""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from importlib.resources import files
from typing import TypeAlias

from lxml import etree

from glossary_publish.verify.inspect.contrast import BLACK, WHITE, Colour, blend, contrast
from glossary_publish.verify.inspect.epub.properties import Effect, Value
from glossary_publish.verify.inspect.epub.stylesheet import (
    ALWAYS,
    Stylesheet,
    Views,
    read_inline,
    read_stylesheet,
)

READER = files("glossary_publish.verify.inspect.epub").joinpath("reader.css").read_bytes()
DARK_VIEW = 2  # the first of the views on a dark page
TEXT_SIZE = 12.0  # points: what readers are set to when they are new


@dataclass(frozen=True, slots=True)
class Style:
    """How an element looks in one view. `ink` is None where the reader chooses it; `hidden` says why."""

    ink: Colour | None
    ground: Colour
    page_ink: Colour
    size: float = TEXT_SIZE
    opacity: float = 1.0
    hidden: str = ""
    invisible: bool = False
    marker: str = ""

    @property
    def contrast(self) -> float:
        """Contrast of the words against what is behind them."""
        return contrast(blend(self.ink or self.page_ink, self.ground, self.opacity), self.ground)


Look: TypeAlias = tuple[Style, ...]  # an element in every view


@dataclass(frozen=True, slots=True)
class Seen:
    """The worst of all views of an element."""

    size: float
    contrast: float
    hidden: str


@dataclass(frozen=True, slots=True, eq=False)
class _Bid:
    """What a rule or a `style` attribute asks for, and where it stands in the cascade."""

    strength: tuple[int, tuple[int, int, int], int]  # origin, specificity, order
    views: Views
    effects: tuple[Effect, ...]


class Cascade:
    """The looks of all elements of a page; `unclear` tells what its inline styles hide from measure."""

    def __init__(self, root: etree._Element, stylesheets: Sequence[Stylesheet]) -> None:
        self.unclear: list[str] = []
        self._bids: dict[etree._Element, list[_Bid]] = defaultdict(list)
        self._known: dict[tuple[int, ...], Look] = {}
        self._seen: dict[int, Seen] = {}
        names = _names(root)
        found: dict[str, list[etree._Element]] = {}  # several rules are for the same elements
        for origin, sheet in enumerate((read_stylesheet(READER), *stylesheets)):
            for order, rule in enumerate(sheet.rules):
                if rule.selector.needs <= names:
                    strength = (min(origin, 1), rule.selector.specificity, origin << 16 | order)
                    bid = _Bid(strength, rule.views, rule.effects)
                    path = rule.selector.find.path
                    if path not in found:
                        found[path] = rule.selector.find(root)
                    for element in found[path]:
                        self._bids[element].append(bid)
        for element in root.iterfind(".//*[@style]"):
            effects, unclear = read_inline(element.get("style", ""))
            self.unclear += unclear
            self._bids[element].append(_Bid((2, (0, 0, 0), 0), ALWAYS, effects))
        unsure = any(bid.views[0] is not bid.views[1] for bids in self._bids.values() for bid in bids)
        self._views = (0, 1, 2, 3) if unsure else (0, 2)
        self._looks = self._walk(root)

    def look(self, element: etree._Element) -> Look:
        """An element in every view."""
        return self._looks[element]

    def seen(self, element: etree._Element) -> Seen:
        """An element at its worst."""
        look = self._looks[element]
        if id(look) not in self._seen:
            size, contrast = min(style.size for style in look), min(style.contrast for style in look)
            why = next(
                (style.hidden or "visibility" for style in look if style.hidden or style.invisible), ""
            )
            self._seen[id(look)] = Seen(round(size, 2), round(contrast, 2), why)
        return self._seen[id(look)]

    def _walk(self, root: etree._Element) -> dict[etree._Element, Look]:
        light, dark = Style(None, WHITE, BLACK), Style(None, BLACK, WHITE)
        start = tuple(light if view < DARK_VIEW else dark for view in self._views)
        looks: dict[etree._Element, Look] = {}
        for element in root.iter(etree.Element):
            parent = element.getparent()
            around = start if parent is None else looks[parent]
            bids = self._bids.get(element)
            looks[element] = self._look(around, bids) if bids else around
        return looks

    def _look(self, around: Look, bids: Sequence[_Bid]) -> Look:
        # Looks and bids live as long as the cascade, so their identities are keys.
        key = (id(around), *map(id, bids))
        if key not in self._known:
            asked = [(bid, effect) for bid in bids for effect in bid.effects]
            asked.sort(key=lambda pair: (pair[1].important, pair[0].strength))
            self._known[key] = tuple(
                _apply(style, {effect.name: effect.value for bid, effect in asked if bid.views[view]})
                for style, view in zip(around, self._views, strict=True)
            )
        return self._known[key]


def _names(root: etree._Element) -> set[str]:
    """The element names and classes of a page."""
    elements = list(root.iter(etree.Element))
    names = {tag.rpartition("}")[2] for tag in {str(element.tag) for element in elements}}
    return names | {f".{name}" for element in elements for name in (element.get("class") or "").split()}


def _apply(around: Style, values: Mapping[str, Value]) -> Style:
    ground, opacity, why = around.ground, around.opacity, around.hidden
    ink, size, invisible, marker = around.ink, around.size, around.invisible, around.marker
    for name, value in values.items():
        match name:
            case "display" if value == "none":
                why = why or "display: none"
            case "visibility" if value in ("visible", "hidden", "collapse", "initial"):
                invisible = value in ("hidden", "collapse")
            case "opacity":
                opacity *= value
            case "background-color" if isinstance(value, tuple):
                ground = blend(value[:3], ground, value[3])
            case "font-size":
                size = _size(value, around.size)
            case "list-style-type":
                marker = str(value)
            case _ if value and name.startswith("hidden by "):
                why = why or name
            case _:
                pass
    if "color" in values:
        ink = _ink(values["color"], ground, around)
    if _cut(values):
        why = why or "a box that cuts it off"
    return Style(ink, ground, around.page_ink, size, opacity, why, invisible, marker)


def _size(value: Value, around: float) -> float:
    number, unit = value
    return float(number) * {"em": around, "rem": TEXT_SIZE, "pt": 1.0}[unit]


def _ink(value: Value, ground: Colour, around: Style) -> Colour | None:
    if isinstance(value, tuple):
        return blend(value[:3], ground, value[3])
    return around.ink if value == "inherit" else None


def _cut(values: Mapping[str, Value]) -> bool:
    limited = any(value for name, value in values.items() if name.startswith("limit "))
    return limited and any(value for name, value in values.items() if name.startswith("cut "))
