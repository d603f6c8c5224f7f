"""The page, and the lines at its head and foot (17.6, 17.10)."""

from collections.abc import Iterator

from lxml import etree

from glossary_publish.verify.inspect.docx.looks import Surroundings
from glossary_publish.verify.inspect.docx.package import Package
from glossary_publish.verify.inspect.docx.properties import PARAGRAPH, read_properties
from glossary_publish.verify.inspect.docx.spoken import Listener
from glossary_publish.verify.inspect.docx.stories import FURNITURE, Document, Story
from glossary_publish.verify.inspect.docx.wordml import R, W, is_on, name_of, others, twips, unknown
from glossary_publish.verify.inspection import Fault

REFERENCES = {"header": "Header", "footer": "Footer"}  # kinds of parts, and the styles of their paragraphs
SECTION = frozenset("footnotePr headerReference footerReference pgSz pgMar bidi cols docGrid type".split())
LEAST_TEXT = 1440  # twips of a page that are left for text, both ways


def blocks_of(document: etree._Element) -> tuple[list[etree._Element], etree._Element]:
    """The blocks of the text, and the properties of the one section at their end; empty ones where there are none."""
    body = document.find(f"{W}body")
    blocks = [] if body is None else list(body)
    if blocks and name_of(blocks[-1]) == "sectPr":
        return blocks[:-1], blocks[-1]
    return blocks, etree.Element(f"{W}sectPr")


def runs_right_to_left(section: etree._Element) -> bool:
    """Whether pages and columns follow each other from right to left (17.6.1)."""
    found = section.find(f"{W}bidi")
    return found is not None and is_on(found.get(f"{W}val"))


def room_of(section: etree._Element, place: str, faults: list[Fault]) -> Surroundings:
    """The room that a page has for text."""
    faults += others(section, SECTION, place)
    faults += others(section.find(f"{W}footnotePr"), ("numFmt",), place)
    size, margins = section.find(f"{W}pgSz"), section.find(f"{W}pgMar")
    if size is None or margins is None:
        faults.append(Fault("page-without-room", "the section does not say how large a page is", place))
        return Surroundings()
    top, bottom, left, right, head, foot = (
        twips(margins.get(f"{W}{side}")) for side in ("top", "bottom", "left", "right", "header", "footer")
    )
    width, height = twips(size.get(f"{W}w")) - left - right, twips(size.get(f"{W}h")) - top - bottom
    if (
        min(left, right, top, bottom, head, foot) < 0
        or min(width, height) < LEAST_TEXT
        or head > top
        or foot > bottom
    ):
        faults.append(
            Fault("page-without-room", "the margins leave no room for the text, its head or foot", place)
        )
    return Surroundings(width=width, margin=min(left, right))


def stories(package: Package, section: etree._Element, place: str, faults: list[Fault]) -> Iterator[Story]:
    """The parts at the head and foot of every page, the head first."""
    used = set()
    for kind in REFERENCES:
        for reference in section.iterchildren(f"{W}{kind}Reference"):
            arrow = package.arrow(package.document, reference.get(f"{R}id") or "", kind)
            root = package.root(arrow.target) if arrow else None
            if (
                reference.get(f"{W}type") != "default"
                or arrow is None
                or root is None
                or arrow.target in used
            ):
                faults += unknown(reference, place, "head-or-foot-astray")
                continue
            used.add(arrow.target)
            yield Story(arrow.target, root, FURNITURE)
    for arrow in package.arrows[package.document].values():
        if arrow.kind in REFERENCES and arrow.target not in used:
            faults.append(Fault("head-or-foot-astray", f"no page shows {arrow.target}", place))


def read_lines(document: Document, story: Story, around: Surroundings) -> Iterator[str]:
    """The lines of a head or foot; tabs part them."""
    faults = document.heard.faults
    for paragraph in story.root:
        if name_of(paragraph) != "p":
            faults += unknown(paragraph, story.place)
            continue
        direct = read_properties(paragraph.find(f"{W}pPr"), PARAGRAPH, story.place, faults)
        style = direct["pStyle"].get("val", "") if "pStyle" in direct else ""
        if not document.styles.has(style, "paragraph"):
            message = f"a paragraph is of the style {style!r}, which is not there"
            faults.append(Fault("undefined-style", message, story.place))
        elif style not in REFERENCES.values() or set(direct) - {"pStyle"}:
            message = f"a line of the style {style!r} has formatting of its own, or is no head or foot"
            faults.append(Fault("head-or-foot-astray", message, story.place))
        look = document.looks.paragraph(style, direct, around)
        if "numPr" in look.properties:
            faults.append(
                Fault("head-or-foot-astray", "a line at the head or foot has a number", story.place)
            )
        said = Listener(document, story, look, parted=True).read(paragraph)
        lines = [segment.spoken().text for segment in said.segments]
        if not all(lines):
            faults.append(
                Fault("head-or-foot-astray", "a tab at the head or foot parts nothing", story.place)
            )
        yield from filter(None, lines)
