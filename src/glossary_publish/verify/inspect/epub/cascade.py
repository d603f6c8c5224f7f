"""How each element of a page looks to a reader: hidden or not, how large, in which colours.

The reader's own page may be light or dark, and what depends on the device may hold or not: an element is
looked at in each of these views, and the worst one counts.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from importlib.resources import files
from typing import TypeAlias

from lxml import etree

from glossary_publish.same import Same
from glossary_publish.verify.inspect.contrast import BLACK, WHITE, Colour, blend, contrast
from glossary_publish.verify.inspect.epub.properties import Effect, Value
from glossary_publish.verify.inspect.epub.selectors import XHTML, Selector
from glossary_publish.verify.inspect.epub.stylesheet import (
    ALWAYS,
    Stylesheet,
    Views,
    read_inline,
    read_stylesheet,
)

READER = files("glossary_publish.verify.inspect.epub").joinpath("reader.css").read_bytes()
DARK_VIEW = 2  # the first of the views on a dark page
# Views that differ where nothing is up to the device, and where something is.
SURE, UNSURE = (0, 2), (0, 1, 2, 3)
MOST = 4096  # looks that are kept
CLASS = re.compile("[^ \\t\\r\\n]+")
XHTML_SPACE = f"{{{XHTML}"
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
LIGHT, DARK = Style(None, WHITE, BLACK), Style(None, BLACK, WHITE)
START: dict[tuple[int, ...], Look] = {
    views: tuple(LIGHT if view < DARK_VIEW else DARK for view in views) for views in (SURE, UNSURE)
}


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


class _Shared:
    """The rules of some style sheets, and the looks that came of them on all pages that have these sheets.

    A look is found again by what it came of, and holds that, so that nothing else gets its place.
    """

    def __init__(self, sheets: Iterable[Stylesheet]) -> None:
        self.rules: list[tuple[Selector, _Bid]] = []
        self.looks: dict[tuple[int, ...], tuple[Look, Look]] = {}
        self.seen: dict[int, tuple[Seen, Look]] = {}
        for origin, sheet in enumerate(sheets):
            for order, rule in enumerate(sheet.rules):
                strength = (min(origin, 1), rule.selector.specificity, origin << 16 | order)
                self.rules.append((rule.selector, _Bid(strength, rule.views, rule.effects)))

    def make_room(self) -> None:
        """Nothing grows without end, whatever stands in the files that are read."""
        if max(len(self.looks), len(self.seen)) > MOST:
            self.looks.clear()
            self.seen.clear()


@lru_cache(maxsize=8)
def _shared(sheets: tuple[Same[Stylesheet], ...]) -> _Shared:
    return _Shared(sheet.value for sheet in sheets)


class Cascade:
    """The looks of all elements of a page; `unclear` tells what its inline styles hide from measure."""

    def __init__(self, root: etree._Element, stylesheets: Sequence[Stylesheet]) -> None:
        self.unclear: list[str] = []
        self._shared = _shared(tuple(map(Same, (read_stylesheet(READER), *stylesheets))))
        self._shared.make_room()
        self._inline = set[_Bid]()
        bids: dict[etree._Element, list[_Bid]] = defaultdict(list)
        elements = _Elements(root)
        unsure = False
        for selector, bid in self._shared.rules:
            for element in elements.found(selector):
                bids[element].append(bid)
                unsure = unsure or bid.views[0] is not bid.views[1]
        for element in root.iterfind(".//*[@style]"):
            effects, unclear = read_inline(element.get("style", ""))
            self.unclear += unclear
            bids[element].append(_Bid((2, (0, 0, 0), 0), ALWAYS, effects))
            self._inline.add(bids[element][-1])
        self._views = SURE if not unsure else UNSURE
        self._looks = self._walk(root, bids)

    def look(self, element: etree._Element) -> Look:
        """An element in every view."""
        return self._looks[element]

    def seen(self, element: etree._Element) -> Seen:
        """An element at its worst."""
        look = self._looks[element]
        known = self._shared.seen.get(id(look))
        if known is None:
            size, contrast = min(style.size for style in look), min(style.contrast for style in look)
            why = next(
                (style.hidden or "visibility" for style in look if style.hidden or style.invisible), ""
            )
            known = self._shared.seen[id(look)] = Seen(round(size, 2), round(contrast, 2), why), look
        return known[0]

    def _walk(
        self, root: etree._Element, bids: Mapping[etree._Element, Sequence[_Bid]]
    ) -> dict[etree._Element, Look]:
        looks: dict[etree._Element, Look] = {}
        for element in root.iter(etree.Element):
            parent = element.getparent()
            around = START[self._views] if parent is None else looks[parent]
            asked = bids.get(element)
            looks[element] = self._look(around, asked) if asked else around
        return looks

    def _look(self, around: Look, bids: Sequence[_Bid]) -> Look:
        if self._inline and bids[-1] in self._inline:
            return self._laid(around, bids)  # those bids are of this page alone
        key = (id(around), *map(id, bids))
        known = self._shared.looks.get(key)
        if known is None:
            known = self._shared.looks[key] = self._laid(around, bids), around
        return known[0]

    def _laid(self, around: Look, bids: Sequence[_Bid]) -> Look:
        asked = [(bid, effect) for bid in bids for effect in bid.effects]
        asked.sort(key=lambda pair: (pair[1].important, pair[0].strength))
        return tuple(
            _apply(style, {effect.name: effect.value for bid, effect in asked if bid.views[view]})
            for style, view in zip(around, self._views, strict=True)
        )


class _Elements:
    """The elements of a page by their names and classes."""

    def __init__(self, root: etree._Element) -> None:
        self._root = root
        self._named: dict[str, dict[etree._Element, None]] = defaultdict(dict)
        self._found: dict[str, Iterable[etree._Element]] = {}  # several rules are for the same elements
        others = set[str]()
        for element in root.iter(etree.Element):
            space, _, name = str(element.tag).rpartition("}")
            if space == XHTML_SPACE:
                self._named[name][element] = None
            else:
                others.add(name)
            for kind in CLASS.findall(element.get("class") or ""):
                self._named[f".{kind}"][element] = None
        self._names = others.union(self._named)

    def found(self, selector: Selector) -> Iterable[etree._Element]:
        """The elements that a rule is for."""
        if not selector.needs <= self._names:
            return ()
        path = selector.find.path
        if path not in self._found:
            self._found[path] = self._plain(selector.needs) if selector.plain else selector.find(self._root)
        return self._found[path]

    def _plain(self, needs: Iterable[str]) -> Iterable[etree._Element]:
        first, *others = sorted((self._named.get(name, {}) for name in needs), key=len)
        return (
            [element for element in first if all(element in other for other in others)] if others else first
        )


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
