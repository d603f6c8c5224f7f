"""Styles: which there are, what each is based on, and what comes of it (17.7)."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from glossary_publish.verify.inspect.docx.properties import (
    CELL,
    NONE,
    PARAGRAPH,
    ROW,
    RUN,
    TABLE,
    Properties,
    over,
    read_properties,
)
from glossary_publish.verify.inspect.docx.wordml import W, is_on, name_of, others, value
from glossary_publish.verify.inspection import Fault

FORMATS = {"rPr": RUN, "pPr": PARAGRAPH, "tblPr": TABLE, "trPr": ROW, "tcPr": CELL}
SETTINGS = frozenset(
    "name aliases basedOn next link uiPriority semiHidden unhideWhenUsed qFormat locked".split()
)
DEFAULTS = {"rPrDefault": "rPr", "pPrDefault": "pPr"}


@dataclass(frozen=True, slots=True)
class Style:
    """A style by itself. `formats` holds its properties by element; `conditions` those for a place in a table."""

    id: str
    type: str
    name: str = ""
    based_on: str = ""
    formats: Mapping[str, Properties] = field(default_factory=dict)
    conditions: Mapping[str, Mapping[str, Properties]] = field(default_factory=dict)


class Styles:
    """All styles of a document, and the defaults below them."""

    def __init__(self, root: etree._Element | None, place: str, faults: list[Fault]) -> None:
        self._place = place
        self._faults = faults
        self.defaults: dict[str, Properties] = {"rPr": NONE, "pPr": NONE}
        self._styles: dict[str, Style] = {}
        self._named: list[tuple[str, str]] = []
        self._known: dict[tuple[str, str, str], Properties] = {}
        faults += others(root, ("docDefaults", "latentStyles", "style"), place)
        for element in () if root is None else root:
            match name_of(element):
                case "docDefaults":
                    self._read_defaults(element)
                case "latentStyles":  # how Word lists the styles that are not there (17.7.4.5)
                    faults += others(element, ("lsdException",), place)
                case "style":
                    self._read_style(element)
                case _:
                    pass
        for id, other in self._named:
            if other not in self._styles:
                self._undefined(id, other)
        faults.extend(self._chain_faults())

    def _read_defaults(self, element: etree._Element) -> None:
        self._faults += others(element, DEFAULTS, self._place)
        for child in element:
            inner = DEFAULTS.get(name_of(child), "")
            self._faults += others(child, (inner,), self._place)
            format = child.find(W + inner)
            known = FORMATS.get(inner, frozenset())
            self.defaults[inner] = read_properties(format, known, self._place, self._faults)

    def _read_style(self, element: etree._Element) -> None:
        id = element.get(f"{W}styleId") or ""
        name = value(element, "name")
        if id in self._styles or name in (style.name for style in self._styles.values()) or not name:
            message = f"the style {id!r} has no name or id of its own"
            self._faults.append(Fault("repeated-style", message, self._place))
        self._faults += others(element, (*SETTINGS, *FORMATS, "tblStylePr"), self._place)
        self._named += ((id, value(element, name)) for name in ("next", "link") if value(element, name))
        conditions = {
            child.get(f"{W}type") or "": self._formats(child)
            for child in element.iterchildren(f"{W}tblStylePr")
        }
        self._styles[id] = Style(
            id,
            element.get(f"{W}type") or "",
            name,
            value(element, "basedOn"),
            self._formats(element),
            conditions,
        )

    def _formats(self, element: etree._Element) -> dict[str, Properties]:
        if name_of(element) == "tblStylePr":
            self._faults += others(element, FORMATS, self._place)
        return {
            name: read_properties(child, FORMATS[name], self._place, self._faults)
            for child in element
            for name in [name_of(child)]
            if name in FORMATS
        }

    def _undefined(self, id: str, other: str) -> None:
        message = f"the style {id!r} names the style {other!r}, which is not there"
        self._faults.append(Fault("undefined-style", message, self._place))

    def _chain_faults(self) -> Iterator[Fault]:
        for style in self._styles.values():
            chain = self._chain(style.id, style.type)
            last = chain[-1] if chain else style
            if last.based_on in self._styles:
                message = f"the style {style.id!r} is based on itself, or on a style of another kind"
                yield Fault("circular-style", message, self._place)
            elif last.based_on:
                self._undefined(last.id, last.based_on)

    def _chain(self, id: str, type: str) -> list[Style]:
        """A style, the one that it is based on, and so on."""
        chain: list[Style] = []
        while id in self._styles and self._styles[id].type == type and self._styles[id] not in chain:
            chain.append(self._styles[id])
            id = chain[-1].based_on
        return chain

    def has(self, id: str, type: str) -> bool:
        """Whether a style of a type (`paragraph`, `character`, `table`) is defined."""
        return id in self._styles and self._styles[id].type == type

    def of(self, id: str, type: str, format: str) -> Properties:
        """The properties that come of a style and those below it, without the defaults."""
        key = (id, type, format)
        known = self._known.get(key)
        if known is None:
            chain = reversed(self._chain(id, type))
            known = over(*(style.formats.get(format, NONE) for style in chain))
            if id in self._styles:  # what a document only names is not kept: styles outlive documents
                self._known[key] = known
        return known

    def of_place(self, id: str, condition: str, format: str) -> Properties:
        """The properties that come of a table style for a place in the table (17.7.6)."""
        chain = reversed(self._chain(id, "table"))
        return over(*(style.conditions.get(condition, {}).get(format, NONE) for style in chain))


def is_set(properties: Properties, name: str) -> bool:
    """Whether a switch among some properties is on."""
    return name in properties and is_on(properties[name].get("val"))
