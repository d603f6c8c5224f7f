"""The names of paragraph styles: [Box] Leaf [In Path], as docs/word-document.md has them."""

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

CONTAINERS = {"B": "bullet", "N": "ordered", "Q": "quote", "D": "definition"}
LISTS = frozenset("BN")
DEEPEST = 9  # lists inside one another: as many levels as Word has (ECMA-376, 17.9.6)
BOXES = {
    "crisis-notice": "CrisisNotice",
    "disclaimer": "Disclaimer",
    "key-points": "KeyPoints",
    "editing-instructions": "EditingInstructions",
}
NOTE = "Note"
ROLES = {
    "label": "Label",
    "also-known-as": "AlsoKnownAs",
    "lede": "Lede",
    "callout": "Callout",
    "legend": "Legend",
    "imprint": "Imprint",
    "address": "Address",
}
WITHOUT_PATH = frozenset(("Term", "Meaning"))  # they stand in a list of terms and in nothing else


@dataclass(frozen=True, slots=True, order=True)
class Place:
    """Where a block stands: in which box, and in which containers, one letter each from outside in."""

    box: str = ""
    path: str = ""

    @property
    def lists(self) -> int:
        """How many lists are around it."""
        return sum(letter in LISTS for letter in self.path)

    def inside(self, letter: str) -> "Place":
        """The place within a container that stands here."""
        return replace(self, path=self.path + letter)

    def left(self, indent: Mapping[str, Any]) -> float:
        """How far from the margin its words stand, in points."""
        padding = float(indent["box"].get(self.box, 0))
        return padding + sum(step(letter, indent) for letter in self.path)

    def right(self, indent: Mapping[str, Any]) -> float:
        """How far from the other margin its words end, in points."""
        return float(indent["box"].get(self.box, 0)) + self.path.count("Q") * step("Q", indent)


def step(letter: str, indent: Mapping[str, Any]) -> float:
    """How far a container sets in what it holds, in points."""
    return float(indent[CONTAINERS[letter]])


@dataclass(frozen=True, slots=True, order=True)
class Style:
    """A paragraph style: what a paragraph is, and where it stands."""

    leaf: str
    place: Place = Place()

    @property
    def id(self) -> str:
        """Its id in styles.xml."""
        path = "" if self.leaf in WITHOUT_PATH else self.place.path
        return f"{self.place.box}{self.leaf}" + (f"In{path}" if path else "")

    def left(self, indent: Mapping[str, Any]) -> float:
        """How far from the margin its words stand, in points; those of code stand inside a tint."""
        return self.place.left(indent) + self._tint(indent)

    def right(self, indent: Mapping[str, Any]) -> float:
        """How far from the other margin its words end, in points."""
        return self.place.right(indent) + self._tint(indent)

    def _tint(self, indent: Mapping[str, Any]) -> float:
        return float(indent["tint"]) if self.leaf == "Code" else 0.0

    @property
    def base(self) -> "Style":
        """The style that it differs from in one thing: the box, else the path."""
        place = self.place
        return replace(self, place=replace(place, box="") if place.box else replace(place, path=""))


def parse(id: str) -> Style:
    """The style without a box that an id of layout.toml names."""
    leaf, _, path = id.partition("In")
    return Style(leaf, Place("", path))
