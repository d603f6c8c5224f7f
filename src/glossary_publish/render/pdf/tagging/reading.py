"""Reads the structure from laid-out pages: which element each box belongs to, in reading order.

Elements, not boxes, become structure elements: what a page break divides stays one element with content on both
pages, and the head of a table is read once, however often it is printed.
"""

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any
from unicodedata import bidirectional

from weasyprint.formatting_structure import boxes
from weasyprint.layout.absolute import AbsolutePlaceholder

from glossary_publish.render.pdf.tagging.roles import label, place
from glossary_publish.render.pdf.tagging.source import Source
from glossary_publish.render.pdf.tagging.tree import Area, Box, Content, Mark, Node

POINTS = 0.75  # CSS pixels to points
# What is written from right to left stands in the file as it is painted, from the left. The words in their order are
# told by the element: programs that read the content alone turn it round themselves.
RIGHT_TO_LEFT = re.compile(
    "[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufeff\U00010800-\U00010fff\U0001e800-\U0001efff]"
)
KEPT = "\u00a0"
TRANSPARENT = frozenset({"html", "body"})


@dataclass(slots=True)
class Structure:
    """All that is needed to mark and write a file.

    lost: words that were painted in another order than they stand in the source, or not at all.
    """

    document: Node
    marks: dict[Box, Mark] = field(default_factory=dict)
    lost: list[str] = field(default_factory=list)


def read_structure(pages: Iterable[Any], root: Any, replaced: re.Pattern[str]) -> Structure:
    """The structure of laid-out pages.

    `root` is the `html` element; text that matches `replaced` cannot be read from its glyphs, and gets its words
    as replacement (ISO 32000-1, 14.9.4).
    """
    language = root.get("lang", "")
    reader = _Reader(Structure(Node("Document", language=language)), Source(root.find("body")), replaced)
    for index, page in enumerate(pages):
        reader.page(index, page)
    return reader.finish()


class _Reader:
    def __init__(self, structure: Structure, source: Source, replaced: re.Pattern[str]) -> None:
        self._structure = structure
        self._source = source
        self._replaced = replaced
        self._slots: dict[Any, Node] = {}
        self._labels: dict[Any, Node] = {}
        self._heads: dict[Any, int] = {}
        self._links: set[Box] = set()
        self._page = self._count = 0
        self._height = 0.0
        self._last: tuple[Node, str, Mark] | None = None

    def page(self, index: int, page: Any) -> None:
        """Read one page."""
        self._page, self._count, self._height = index, 0, page.height
        # Every inline box in a link is a link of its own to WeasyPrint: the outermost covers them all.
        page.links = [link for link in page.links if link[3].element.tag == "a"]
        self._links = {link[3] for link in page.links}
        self._box(page._page_box, self._structure.document, None)
        page.links = [link for link in page.links if link[3] in self._links]

    def finish(self) -> Structure:
        """The structure, when all pages are read."""
        self._source.finish()
        self._structure.lost.extend(self._source.lost)
        return self._structure

    def _box(self, box: Box, slot: Node, around: Any) -> None:
        box = _settled(box)
        if isinstance(box, boxes.MarginBox):
            self._furniture(box, "Footer" if "bottom" in box.at_keyword else "Header")
            return
        element = box.element
        if element is not None and element is not around:
            slot = self._slot(element, slot)
        tag = box.element_tag or ""  # the area of a page has none
        if tag.endswith("::marker"):
            slot = self._label(element, slot)
        elif tag == "thead" and self._heads.setdefault(element, self._page) != self._page:
            self._furniture(box, "Header")
            return
        if box in self._links:
            slot.kids.append(Area(self._page, box))
        if isinstance(box, boxes.TextBox):
            self._text(box, slot)
        elif isinstance(box, boxes.ReplacedBox):
            self._picture(box, slot)
        for child in getattr(box, "children", ()):
            self._box(child, slot, element)

    def _slot(self, element: Any, parent: Node) -> Node:
        if element not in self._slots:
            self._slots[element] = parent if element.tag in TRANSPARENT else place(element, parent)
        return self._slots[element]

    def _label(self, element: Any, body: Node) -> Node:
        if element not in self._labels:
            self._labels[element] = label(body)
        return self._labels[element]

    # --- content ---------------------------------------------------------------------------------

    def _text(self, box: Box, slot: Node) -> None:
        text = box.text
        spaced = "::" not in box.element_tag and self._source.follow(text)
        last, flow = self._last, slot.flow
        if not text.strip():  # not painted, not even a space that keeps what is beside it together
            if KEPT in text and last and last[0] is flow:
                last[2].space = True
            return
        if spaced and last and last[0] is flow and not (text[0] == " " or last[1][-1] == " "):
            last[2].space = True
        turned = _turned(box)
        if turned:
            slot = slot.grow("Span")
        mark = self._mark(box, slot)
        mark.by_element = turned
        mark.words = text if turned or self._replaced.search(text) else ""
        slot.spoken_as = mark if turned else None
        self._last = flow, text, mark

    def _picture(self, box: Box, slot: Node) -> None:
        left, top = box.content_box_x() * POINTS, (self._height - box.content_box_y()) * POINTS
        right, low = left + box.width * POINTS, top - box.height * POINTS
        slot.attributes = f"<</O/Layout/Placement/Block/BBox[{left:.2f} {low:.2f} {right:.2f} {top:.2f}]>>"
        self._mark(box, slot)

    def _mark(self, box: Box, slot: Node) -> Mark:
        mark = self._structure.marks[box] = Mark(self._count)
        slot.kids.append(Content(self._page, self._count))
        self._count += 1
        return mark

    def _furniture(self, box: Box, kind: str) -> None:
        """Page foot and page head, and a table head that is printed again: seen, and read by nobody (14.8.2.2).

        Its links can be pressed where it is read.
        """
        for child in _descendants(box):
            self._links.discard(child)
            if isinstance(child, boxes.TextBox) and child.text.strip():
                unclear = self._replaced.search(child.text) or (_turned(child) and not _runs_one_way(child))
                self._structure.marks[child] = Mark(artifact=kind, words=child.text if unclear else "")
            elif isinstance(child, boxes.ReplacedBox):
                self._structure.marks[child] = Mark(artifact=kind)


def _descendants(box: Box) -> Iterator[Box]:
    for child in map(_settled, getattr(box, "children", ())):
        yield child
        yield from _descendants(child)


def _turned(box: Box) -> bool:
    text = box.text
    return box.style["direction"] == "rtl" or not (text.isascii() or RIGHT_TO_LEFT.search(text) is None)


def _runs_one_way(box: Box) -> bool:
    """Whether all letters of a right-to-left box run that way, as in page feet: readers turn what is painted so."""
    kinds = set(map(bidirectional, box.text))
    return box.style["direction"] == "rtl" and bool(kinds & {"R", "AL"}) and not kinds & {"L", "EN", "AN"}


def _settled(box: Box) -> Box:
    """The box itself, where a stand-in for one out of the flow may be."""
    return box._box if isinstance(box, AbsolutePlaceholder) else box
