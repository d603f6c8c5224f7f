"""The names of WordprocessingML (ECMA-376, Part 1, clause 17), and the smallest ways to read it."""

import re
from collections.abc import Iterable, Iterator
from functools import lru_cache

from lxml import etree

from glossary_publish.verify.inspect.zip_gate import UnreadableFile
from glossary_publish.verify.inspection import Fault
from glossary_publish.verify.normal import normal

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
WP = "{http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing}"
A = "{http://schemas.openxmlformats.org/drawingml/2006/main}"
PIC = "{http://schemas.openxmlformats.org/drawingml/2006/picture}"
VAL = f"{W}val"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

# Changes that wait for a decision (17.13.5); what a reader sees depends on how Word is set.
TRACKED = frozenset(
    (
        "ins del moveFrom moveTo moveFromRangeStart moveFromRangeEnd moveToRangeStart moveToRangeEnd"
        " customXmlInsRangeStart customXmlInsRangeEnd customXmlDelRangeStart customXmlDelRangeEnd"
        " customXmlMoveFromRangeStart customXmlMoveFromRangeEnd customXmlMoveToRangeStart"
        " customXmlMoveToRangeEnd rPrChange pPrChange tblPrChange trPrChange tcPrChange sectPrChange"
        " tblGridChange tblPrExChange numberingChange cellIns cellDel cellMerge"
    ).split()
)
# All other elements that `others` looks at can be there once.
REPEATED = frozenset(
    "p tbl tr tc style tblStylePr sdt lvl lvlOverride headerReference footerReference gridCol lsdException compatSetting"
    " docVar footnote".split()
)
COMMENTS = frozenset("commentRangeStart commentRangeEnd commentReference annotationRef".split())
_UNIT = {"pt": 20.0, "in": 1440.0, "cm": 1440 / 2.54, "mm": 144 / 2.54, "pc": 240.0, "pi": 240.0}
_WHOLE = re.compile("[+-]?[0-9]+")
_HEXADECIMAL = re.compile("[0-9A-Fa-f]+")
_LENGTH = re.compile(r"(-?[0-9]+(?:\.[0-9]+)?)(pt|in|cm|mm|pc|pi)?")


def name_of(element: etree._Element) -> str:
    """The local name of a WordprocessingML element; of any other one the whole name."""
    return str(element.tag).removeprefix(W)


def child_of(element: etree._Element, tag: str) -> etree._Element | None:
    """The first child of a tag: few elements here have more than two or three, where a loop is the quickest search."""
    for child in element:
        if child.tag == tag:
            return child
    return None


def value(element: etree._Element | None, child: str = "") -> str:
    """The `w:val` of an element or of a child of it; empty when there is none."""
    found = child_of(element, W + child) if child and element is not None else element
    return "" if found is None else found.get(VAL) or ""


def is_on(text: str | None) -> bool:
    """Whether a switch is on (ST_OnOff, 22.9.2.7): one that says nothing is."""
    match text:
        case None | "1" | "true" | "on":
            return True
        case "0" | "false" | "off":
            return False
        case _:
            raise UnreadableFile(f"{text!r} is no value of a switch")


def integer(text: str | None, otherwise: int = 0) -> int:
    """A whole number; raises `UnreadableFile` for anything else."""
    if text is None:
        return otherwise
    if not _WHOLE.fullmatch(text):
        raise UnreadableFile(f"{text!r} is no whole number")
    return int(text)


def hexadecimal(text: str) -> int:
    """A number in hexadecimal digits; raises `UnreadableFile` for anything else."""
    if not _HEXADECIMAL.fullmatch(text):
        raise UnreadableFile(f"{text!r} is no hexadecimal number")
    return int(text, 16)


def twips(text: str | None, otherwise: float = 0.0) -> float:
    """A length in twentieths of a point, whatever unit it is written in (22.9.2.15)."""
    return _length(text, otherwise, 1.0)


def points(text: str | None, otherwise: float) -> float:
    """A size in points, written in half points or with a unit (17.18.42)."""
    return _length(text, otherwise * 20, 10.0) / 20


@lru_cache(1024)
def _length(text: str | None, otherwise: float, unit: float) -> float:
    if text is None:
        return otherwise
    found = _LENGTH.fullmatch(text)
    if found is None:
        raise UnreadableFile(f"{text!r} is no length")
    return float(found[1]) * (_UNIT[found[2]] if found[2] else unit)


def unknown(element: etree._Element, place: str, code: str = "unknown-markup") -> Iterator[Fault]:
    """The fault of an element that stands where nothing of its kind is read, with the words in it."""
    name = name_of(element)
    words = normal("".join(element.itertext()))
    told = f" with the words {words!r}" if words else ""
    if name in TRACKED:
        yield Fault("tracked-change", f"a change waits for a decision: {name}{told}", place)
    elif name in COMMENTS:
        yield Fault("comment-in-file", f"there is a comment: {name}{told}", place)
    else:
        yield Fault(code, f"{name!r} is none that an edition uses here{told}", place)


def unknown_attribute(element: etree._Element, name: str, place: str) -> Fault:
    """The fault of an attribute that no edition uses; what it does to the words is not known."""
    message = f"the attribute {name.removeprefix(W)!r} of {name_of(element)!r} is none that an edition uses"
    return Fault("strange-attribute", message, place)


def others(parent: etree._Element | None, known: Iterable[str], place: str) -> Iterator[Fault]:
    """The faults of all children but the known ones, and of those that are there once too often."""
    seen: set[str] = set()
    for child in () if parent is None else parent:
        name = name_of(child)
        if name not in known or (name in seen and name not in REPEATED):
            yield from unknown(child, place)
        seen.add(name)
