"""Lists: every one is numbered on its own, and lists of the same shape share one definition."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from glossary_publish.render.docx.names import LISTS, Place, step
from glossary_publish.render.docx.wordml import element, valued

LEVELS = 9  # ECMA-376, 17.9.6: levels 0 to 8
REFERENCES = Place("", "references")


@dataclass(frozen=True, slots=True)
class Level:
    """How one level looks: its format, the text of its sign, and where sign and words stand, in points."""

    format: str
    text: str
    left: float
    hanging: float


@dataclass(frozen=True, slots=True)
class Shape:
    """A `w:abstractNum`; `mark` tells it apart when text is pasted from another document."""

    id: int
    mark: str
    levels: tuple[Level, ...]


@dataclass(frozen=True, slots=True)
class Num:
    """A `w:num`: one list; `start` is the number of its first item, `None` for bullets."""

    id: int
    shape: int
    level: int
    start: int | None

    @property
    def properties(self) -> str:
        """The `w:numPr` of an item."""
        return element("w:numPr", content=valued("w:ilvl", self.level) + valued("w:numId", self.id))


@dataclass(slots=True)
class Numbering:
    """All lists of a document; `indent` and `signs` are the layout's."""

    indent: Mapping[str, Any]
    signs: tuple[str, ...]
    shapes: dict[tuple[Place, float], Shape] = field(default_factory=dict)
    nums: list[Num] = field(default_factory=list)

    def open(self, place: Place, start: int | None, further: float = 0.0) -> Num:
        """A new list at a place; its items are numbered from `start`, their words stand `further` in."""
        shape = self.shapes.get((place, further))
        if shape is None:
            mark = hashlib.sha256(f"{place.box} {place.path} {further}".encode()).hexdigest()[:8].upper()
            shape = Shape(len(self.shapes), mark, tuple(self._levels(place, further)))
            self.shapes[place, further] = shape
        level = 0 if place == REFERENCES else place.lists - 1
        num = Num(len(self.nums) + 1, shape.id, level, start)
        self.nums.append(num)
        return num

    def _levels(self, place: Place, further: float) -> list[Level]:
        if place == REFERENCES:
            width = self.indent["reference"]
            return [Level("decimal", "%1.", width, width)]
        levels: list[Level] = []
        for end, letter in enumerate(place.path, 1):
            if letter in LISTS:
                left = Place(place.box, place.path[:end]).left(self.indent)
                levels.append(self._level(letter, len(levels), left))
        own = levels[-1]
        levels[-1] = replace(own, left=own.left + further, hanging=own.hanging + further)
        last = place.path[-1]
        while len(levels) < LEVELS:
            levels.append(self._level(last, len(levels), levels[-1].left + step(last, self.indent)))
        return levels

    def _level(self, letter: str, depth: int, left: float) -> Level:
        hanging = step(letter, self.indent)
        if letter == "N":
            return Level("decimal", f"%{depth + 1}.", left, hanging)
        return Level("bullet", self.signs[depth % len(self.signs)], left, hanging)


class Counter:
    """Numbers the items of one list as Word will count them; `start` is `None` for bullets."""

    def __init__(self, numbering: Numbering, place: Place, start: int | None) -> None:
        self._numbering, self._place = numbering, place
        self._num: Num | None = None
        self._next = start
        self._further = 0.0

    def take(self, number: int | None, further: float = 0.0) -> str:
        """The `w:numPr` of the next item that has a paragraph of its own.

        An item before it that has none was not counted, and one whose words stand further in needs levels
        of its own: a list then starts with this item.
        """
        if self._num is None or (number, further) != (self._next, self._further):
            self._num = self._numbering.open(self._place, number, further)
        self._next = None if number is None else number + 1
        self._further = further
        return self._num.properties
