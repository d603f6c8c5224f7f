"""How words look: their size, their contrast, and whether anything keeps them from being seen.

Properties come from the defaults, the table style, the paragraph style, the character style and the run
itself, in this order (17.7.2).
"""

import math
import unicodedata
from dataclasses import dataclass, field, replace
from typing import TypeAlias, TypeVar

from glossary_publish.verify.inspect.contrast import WHITE, Colour
from glossary_publish.verify.inspect.docx.colours import Colours, highlighted, worst_contrast
from glossary_publish.verify.inspect.docx.properties import NONE, Properties, over
from glossary_publish.verify.inspect.docx.styles import Styles, is_set
from glossary_publish.verify.inspect.docx.wordml import integer, points, twips

SIZE = 10.0  # points, where nobody says (17.3.2.38)
RAISED = 0.65  # of the size, what Word leaves of raised and lowered characters
SMALL_CAPITALS = 0.8
NARROWEST, WIDEST = 50, 200  # per cent of the width of letters
CLOSEST, LOOSEST = -0.1, 1.0  # of the size, between letters
FURTHEST = 0.5  # of the size, up or down
TIGHTEST = 0.75  # of the height of a line
ONE_LINE = 240  # in the measure of lines (17.3.1.33)
NARROWEST_TEXT = 360  # twips that are left for the words of a paragraph
HIDING = ("vanish", "specVanish", "webHidden")
COMPLEX = ("R", "AL", "AN")
MOST = 4096  # looks of a kind that are kept
Key: TypeAlias = tuple[tuple[object, ...], ...]  # properties as what can be looked up
Kept = TypeVar("Kept")


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is around a paragraph: the colours behind it, a table's formatting, and the room it has (twips).

    `hidden` says why nothing there can be seen.
    """

    grounds: tuple[Colour, ...] = (WHITE,)
    run: Properties = field(default_factory=dict)
    paragraph: Properties = field(default_factory=dict)
    width: float = 0.0
    margin: float = 0.0
    hidden: str = ""


@dataclass(frozen=True, slots=True)
class ParagraphLook:
    """A paragraph with all that its runs inherit; `room` is the largest size that its lines leave whole.

    `around` is what a table adds to its runs.
    """

    style: str
    properties: Properties
    around: Properties
    grounds: tuple[Colour, ...]
    hidden: str
    room: float


@dataclass(frozen=True, slots=True)
class Run:
    """The formatting of a run: its character style, its own properties, those of styles, and what comes of all.

    `sizes` are those of letters from left to right and of others; `small` tells that small letters are small capitals.
    """

    style: str
    own: Properties
    styles: tuple[Properties, ...]
    all: Properties
    sizes: tuple[float, float]
    small: bool


@dataclass(frozen=True, slots=True)
class Look:
    """How a run is seen. `hidden` says why it is not."""

    size: float
    contrast: float
    hidden: str


class Looks:
    """Works out looks from styles and a theme, for all documents that have both in common.

    What is kept is found by all that it depends on besides.
    """

    def __init__(self, styles: Styles, colours: Colours) -> None:
        self._styles = styles
        self._colours = colours
        self._paragraphs: dict[tuple[object, ...], ParagraphLook] = {}
        self._runs: dict[tuple[object, ...], Run] = {}
        self._seen: dict[tuple[object, ...], tuple[Look, Run]] = {}

    def paragraph(
        self, style: str, direct: Properties, around: Surroundings, level: Properties = NONE
    ) -> ParagraphLook:
        """A paragraph of a style; `level` is what its level in a list adds."""
        beside = (around.grounds, _key(around.run), _key(around.paragraph), around.width, around.margin)
        key = (style, around.hidden, _key(direct), _key(level), *beside)
        if key not in self._paragraphs:
            _make_room(self._paragraphs)
            self._paragraphs[key] = self._paragraph(style, direct, around, level)
        return self._paragraphs[key]

    def _paragraph(
        self, style: str, direct: Properties, around: Surroundings, level: Properties
    ) -> ParagraphLook:
        named = self._styles.of(style, "paragraph", "pPr")
        properties = over(self._styles.defaults["pPr"], around.paragraph, level, named, direct)
        grounds = around.grounds
        if "shd" in properties:
            grounds = self._colours.grounds(properties["shd"]) or grounds
        hidden = around.hidden or _out_of_sight(properties, around)
        return ParagraphLook(style, properties, around.run, grounds, hidden, _room(properties))

    def shaded(self, grounds: tuple[Colour, ...], properties: Properties) -> tuple[Colour, ...]:
        """What is behind words in a table or cell of some properties."""
        return (self._colours.grounds(properties["shd"]) if "shd" in properties else ()) or grounds

    def formatted(self, look: ParagraphLook, own: Properties) -> Run:
        """A run of a paragraph with its own formatting."""
        around = look.around
        key = (look.style, _key(around), _key(own))
        if key not in self._runs:
            _make_room(self._runs)
            style = own["rStyle"].get("val", "") if "rStyle" in own else ""
            styles = (
                around,
                self._styles.of(look.style, "paragraph", "rPr"),
                self._styles.of(style, "character", "rPr"),
            )
            all = over(self._styles.defaults["rPr"], *styles, own)
            self._runs[key] = Run(style, own, styles, all, _sizes(all), is_set(all, "smallCaps"))
        return self._runs[key]

    def run(self, words: str, look: ParagraphLook, run: Run) -> Look:
        """How some words of a paragraph are seen."""
        size = _size(words, run)
        key = (id(run), look.grounds, size)
        if key not in self._seen:
            _make_room(self._seen)
            # The run is held, so that no other one gets its place.
            self._seen[key] = self._look(size, look.grounds, run), run
        found, _ = self._seen[key]
        hidden = look.hidden or ("lines that cut them" if size > look.room else "")
        return replace(found, hidden=hidden) if hidden else found

    def _look(self, size: float, grounds: tuple[Colour, ...], run: Run) -> Look:
        if "shd" in run.all:
            grounds = self._colours.grounds(run.all["shd"]) or grounds
        if "highlight" in run.all:
            grounds = highlighted(run.all["highlight"].get("val", "")) or grounds
        ink = self._colours.ink(run.all["color"]) if "color" in run.all else None
        hidden = self._hidden(run) or _distorted(run.all, size)
        return Look(round(size, 2), round(worst_contrast(ink, grounds), 2), hidden)

    def _hidden(self, run: Run) -> str:
        for name in HIDING:
            if name not in run.all:
                continue
            # Two styles that both say it cancel each other (17.7.3).
            toggled = sum(is_set(style, name) for style in run.styles) % 2 == 1
            hides = is_set(self._styles.defaults["rPr"], name) or toggled
            if is_set(run.own, name) if name in run.own else hides:
                return name
        return ""


def _key(properties: Properties) -> Key:
    """Equal for properties that are equal."""
    return tuple([(name, *attributes.items()) for name, attributes in properties.items()])


def _make_room(kept: dict[tuple[object, ...], Kept]) -> None:
    """Nothing grows without end, whatever stands in the files that are read."""
    if len(kept) >= MOST:
        kept.clear()


def _out_of_sight(properties: Properties, around: Surroundings) -> str:
    """Whether indents push a paragraph off the page, or leave it no room."""
    indent = properties.get("ind", {})
    before, after = (
        twips(indent.get("left", indent.get("start"))),
        twips(indent.get("right", indent.get("end"))),
    )
    first = twips(indent.get("firstLine")) - twips(indent.get("hanging"))
    room = around.width - before - after
    if min(before, before + first, after) < -around.margin or min(room, room - first) < NARROWEST_TEXT:
        return "indents that leave the words no room on the page"
    return ""


def _sizes(properties: Properties) -> tuple[float, float]:
    """The size of letters from left to right, and of those that run from right to left or are in a complex script."""
    plain = points(properties.get("sz", {}).get("val"), SIZE)
    other = points(properties.get("szCs", {}).get("val"), SIZE)
    if is_set(properties, "rtl") or is_set(properties, "cs"):
        plain = other
    raised = properties.get("vertAlign", {}).get("val", "baseline") != "baseline"
    return (plain * RAISED, other * RAISED) if raised else (plain, other)


def _size(words: str, run: Run) -> float:
    plain, other = run.sizes
    simple = plain <= other or words.isascii()
    size = plain if simple or not any(unicodedata.bidirectional(one) in COMPLEX for one in words) else other
    return size * SMALL_CAPITALS if run.small and words.upper() != words else size


def _distorted(properties: Properties, size: float) -> str:
    """Whether letters are squeezed, pulled apart or moved until nobody can read them."""
    width = integer(properties.get("w", {}).get("val", "100").removesuffix("%"))
    if not NARROWEST <= width <= WIDEST:
        return f"letters of {width} % of their width"
    space = twips(properties.get("spacing", {}).get("val")) / 20
    if not CLOSEST * size <= space <= LOOSEST * size:
        return f"{space:g} points between letters"
    moved = points(properties.get("position", {}).get("val"), 0.0)
    if abs(moved) > FURTHEST * size:
        return f"moved {moved:g} points up"
    return ""


def _room(properties: Properties) -> float:
    """The largest size of letters that the lines of a paragraph neither cut nor lay over each other."""
    spacing = properties.get("spacing", {})
    line = twips(spacing.get("line"), ONE_LINE)
    match spacing.get("lineRule", "auto"):
        case "auto":
            return math.inf if line >= TIGHTEST * ONE_LINE else 0.0
        case "exact":
            return line / 20
        case _:
            return math.inf
