"""Numbers of lists: what Word would count and print before each paragraph (17.9)."""

import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from lxml import etree

from glossary_publish.verify.inspect.docx.properties import PARAGRAPH, RUN, Properties, read_properties
from glossary_publish.verify.inspect.docx.wordml import W, integer, is_on, name_of, others, unknown, value
from glossary_publish.verify.inspection import Fault

DEEPEST = 8
LEVEL = frozenset("start numFmt lvlRestart isLgl suff lvlText lvlJc pPr rPr".split())
ABSTRACT = frozenset("nsid multiLevelType tmpl lvl name".split())
HUNDREDS: tuple[tuple[int, str], ...] = ((1000, "m"), (900, "cm"), (500, "d"), (400, "cd"), (100, "c"))
TENS: tuple[tuple[int, str], ...] = ((90, "xc"), (50, "l"), (40, "xl"), (10, "x"))
ONES: tuple[tuple[int, str], ...] = ((9, "ix"), (5, "v"), (4, "iv"), (1, "i"))
_PLACE = re.compile(r"%([1-9])")


@dataclass(frozen=True, slots=True)
class Level:
    """One level of a list; `restart` is the level after which it starts again, counted from 1."""

    start: int
    format: str
    text: str
    restart: int
    plain: bool
    paragraph: Properties
    run: Properties


@dataclass(frozen=True, slots=True)
class Number:
    """What stands before a paragraph: all that is printed, and the number or `bullet` in it."""

    printed: str
    label: str
    ordered: bool
    level: Level


class Lists:
    """The lists that a document defines: the kind and the levels of each, and where its levels start anew."""

    def __init__(self, root: etree._Element | None, place: str, faults: list[Fault]) -> None:
        self.place = place
        self._faults = faults
        self._abstract: dict[str, dict[int, Level]] = {}
        self.kinds: dict[str, str] = {}
        self.levels: dict[str, dict[int, Level]] = {}
        self.starts: dict[str, dict[int, int]] = {}
        for element in () if root is None else root:
            match name_of(element):
                case "abstractNum":
                    faults += others(element, ABSTRACT, place)
                    self._keep(self._abstract, element.get(f"{W}abstractNumId") or "", self._read(element))
                case "num":
                    self._read_list(element)
                case _:
                    faults += unknown(element, place)

    def _fault(self, code: str, message: str) -> None:
        self._faults.append(Fault(code, message, self.place))

    def _keep(self, table: dict[str, dict[int, Level]], id: str, levels: dict[int, Level]) -> None:
        if id in table:
            self._fault("repeated-number", f"the list {id!r} is defined twice")
        table[id] = levels

    def _read(self, element: etree._Element) -> dict[int, Level]:
        levels: dict[int, Level] = {}
        for level in element.iterchildren(f"{W}lvl"):
            depth = integer(level.get(f"{W}ilvl"))
            if depth in levels:
                self._fault("repeated-number", f"a list has two levels {depth}")
            levels[depth] = self._level(level, depth)
        return levels

    def _level(self, element: etree._Element, depth: int) -> Level:
        self._faults += others(element, LEVEL, self.place)
        legal = element.find(f"{W}isLgl")
        return Level(
            integer(value(element, "start") or None),
            value(element, "numFmt") or "decimal",
            value(element, "lvlText"),
            integer(value(element, "lvlRestart") or None, depth),
            legal is not None and is_on(legal.get(f"{W}val")),
            read_properties(element.find(f"{W}pPr"), PARAGRAPH, self.place, self._faults),
            read_properties(element.find(f"{W}rPr"), RUN, self.place, self._faults),
        )

    def _read_list(self, element: etree._Element) -> None:
        self._faults += others(element, ("abstractNumId", "lvlOverride"), self.place)
        id, abstract = element.get(f"{W}numId") or "", value(element, "abstractNumId")
        levels = dict(self._abstract.get(abstract, {}))
        if abstract not in self._abstract:
            message = f"the list {id!r} is of the kind {abstract!r}, which is not there"
            self._fault("undefined-list", message)
        starts = self.starts.setdefault(id, {})
        overridden: set[int] = set()
        for override in element.iterchildren(f"{W}lvlOverride"):
            self._faults += others(override, ("startOverride", "lvl"), self.place)
            depth = integer(override.get(f"{W}ilvl"))
            if depth in overridden:
                self._fault("repeated-number", f"the list {id!r} changes level {depth} twice")
            overridden.add(depth)
            levels |= self._read(override)
            if start := value(override, "startOverride"):
                starts[depth] = integer(start)
        self.kinds[id] = abstract
        self._keep(self.levels, id, levels)


class Numbering:
    """How far each list of a document has been counted."""

    def __init__(self, lists: Lists, faults: list[Fault]) -> None:
        self._lists = lists
        self._faults = faults
        self._counted: dict[str, dict[int, int]] = defaultdict(dict)
        self._begun: set[tuple[str, int]] = set()

    def next(self, id: str, depth: int) -> Number | None:
        """Count one paragraph further; None for a list that is not there."""
        levels = self._lists.levels.get(id, {})
        if depth not in levels or depth > DEEPEST:
            message = f"a paragraph is on level {depth} of the list {id!r}, which is not there"
            self._faults.append(Fault("undefined-list", message, self._lists.place))
            return None
        counted, starts = self._counted[self._lists.kinds[id]], self._lists.starts[id]
        level, first = levels[depth], starts.get(depth, levels[depth].start)
        if depth in starts and (id, depth) not in self._begun:
            counted[depth] = first
        else:
            counted[depth] = counted[depth] + 1 if depth in counted else first
        self._begun.add((id, depth))
        for deeper in [one for one in counted if one > depth]:
            if deeper in levels and depth < levels[deeper].restart:
                del counted[deeper]
        return self._number(level, depth, levels, counted)

    def _number(
        self, level: Level, depth: int, levels: Mapping[int, Level], counted: Mapping[int, int]
    ) -> Number:
        def shown(found: re.Match[str]) -> str:
            place = int(found[1]) - 1
            if place not in levels or place > depth:
                return ""
            format = "decimal" if level.plain else levels[place].format
            return written(counted.get(place, levels[place].start), format)

        printed = _PLACE.sub(shown, level.text) if level.format != "bullet" else level.text
        if level.format == "bullet":
            return Number(printed, "bullet" if printed.strip() else "", False, level)
        own = f"%{depth + 1}"
        frame = level.text.replace(own, "", 1)
        alone = own in level.text and not any(one.isalnum() or one == "%" for one in frame)
        label = written(counted[depth], "decimal" if level.plain else level.format) if alone else printed
        return Number(printed, label.strip(), True, level)


def written(number: int, format: str) -> str:
    """A number in a format (ST_NumberFormat, 17.18.59); in a rare one, the number and the name of the format."""
    match format:
        case "decimal":
            return str(number)
        case "none":
            return ""
        case "decimalZero":
            return f"{number:02}"
        case "lowerLetter" | "upperLetter" if number > 0:
            letter = chr(ord("a") + (number - 1) % 26) * ((number - 1) // 26 + 1)
            return letter if format == "lowerLetter" else letter.upper()
        case "lowerRoman" | "upperRoman" if 0 < number < 4000:
            roman = ""
            for worth, sign in (*HUNDREDS, *TENS, *ONES):
                times, number = divmod(number, worth)
                roman += sign * times
            return roman if format == "lowerRoman" else roman.upper()
        case _:
            return f"{number} as {format}"
