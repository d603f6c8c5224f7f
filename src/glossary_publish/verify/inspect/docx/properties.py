"""Formatting as it is written: each property measured, known to do no harm, or refused.

A property that nobody looked at could hide anything. Properties are kept as their attributes by name, so that
those of styles and of direct formatting can be laid over each other.
"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import TypeAlias

from lxml import etree

from glossary_publish.verify.inspect.docx.wordml import W, name_of, twips, unknown
from glossary_publish.verify.inspection import Fault

Properties: TypeAlias = Mapping[str, Mapping[str, str]]
NONE: Properties = {}
WIDEST_MARGIN = 360  # twips that the margins of a cell may take from its words

# Run properties (17.3.2).
RUN = frozenset(
    (
        "rStyle rFonts color sz szCs highlight shd vanish webHidden specVanish smallCaps w spacing position"
        " vertAlign rtl cs lang"
        " b bCs i iCs u caps kern noProof bdr"
    ).split()
)
# Paragraph properties (17.3.1); `rPr` is the look of the paragraph mark.
PARAGRAPH = frozenset(
    (
        "pStyle numPr shd spacing ind outlineLvl bidi rPr"
        " keepNext keepLines pageBreakBefore widowControl pBdr tabs suppressAutoHyphens contextualSpacing"
        " jc textAlignment suppressLineNumbers"
    ).split()
)
# Table, row and cell properties (17.4).
TABLE = frozenset(
    "tblStyle tblStyleRowBandSize tblStyleColBandSize tblW jc tblInd tblBorders shd tblLayout tblCellMar"
    " tblLook bidiVisual".split()
)
ROW = frozenset("cantSplit tblHeader trHeight hidden jc".split())
CELL = frozenset("tcW tcBorders shd vAlign tcMar".split())
# Those of which each attribute is inherited for itself.
JOINED = frozenset("rFonts lang ind spacing".split())
# Those with children, and the children.
INSIDE = {
    "pBdr": frozenset("top left bottom right start end between bar".split()),
    "tblBorders": frozenset("top left bottom right start end insideH insideV".split()),
    "tcBorders": frozenset("top left bottom right start end insideH insideV".split()),
    "tblCellMar": frozenset("top left bottom right start end".split()),
    "tcMar": frozenset("top left bottom right start end".split()),
    "tabs": frozenset(("tab",)),
    "numPr": frozenset(("ilvl", "numId")),
    "rPr": RUN,
}


def read_properties(
    element: etree._Element | None, known: frozenset[str], place: str, faults: list[Fault]
) -> Properties:
    """The properties in an element (`w:rPr`, `w:pPr`, …); a strange one is a fault."""
    found: dict[str, Mapping[str, str]] = {}
    for child in () if element is None else element:
        name = name_of(child)
        if name not in known or name in found:
            faults += unknown(child, place, "unmeasured-formatting")
            continue
        found[name] = _attributes(tuple(child.attrib.items()))
        if name == "numPr":
            found[name] = {name_of(part): part.get(f"{W}val") or "" for part in child}
        if name in ("tblCellMar", "tcMar") and any(
            twips(side.get(f"{W}w")) > WIDEST_MARGIN for side in child
        ):
            faults += unknown(child, place, "unmeasured-formatting")
        if len(child):
            faults += _inside(child, INSIDE.get(name, frozenset()), place)
    return found


@lru_cache(maxsize=1024)
def _attributes(items: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """Attributes by their local names; those that many properties have alike are one object."""
    return {key.removeprefix(W): text for key, text in items}


def _inside(element: etree._Element, known: frozenset[str], place: str) -> Iterator[Fault]:
    """The faults of strange properties inside of one, and of those that are there twice."""
    seen: set[str] = set()
    for part in element:
        name = name_of(part)
        if name not in known or (name in seen and name != "tab"):
            yield from unknown(part, place, "unmeasured-formatting")
        seen.add(name)


def over(*layers: Properties) -> Properties:
    """Properties laid over each other, the last one on top."""
    present = [layer for layer in layers if layer]
    if len(present) < 2:
        return present[0] if present else NONE
    merged: dict[str, Mapping[str, str]] = dict(present[0])
    for layer in present[1:]:
        for name, attributes in layer.items():
            below = merged.get(name)
            merged[name] = {**below, **attributes} if below and name in JOINED else attributes
    return merged


def names(properties: Properties, allowed: frozenset[str]) -> Iterator[str]:
    """The names of properties that are not among the allowed ones."""
    return (name for name in properties if name not in allowed)
