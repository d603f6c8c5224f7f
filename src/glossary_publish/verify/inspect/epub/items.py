"""The items of a page in the order of its elements, as a screen reader goes through them."""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from lxml import etree

from glossary_publish.verify.inspect.epub.page import H
from glossary_publish.verify.inspect.epub.spoken import Listener
from glossary_publish.verify.inspection import Fault, Item, Kind
from glossary_publish.verify.normal import normal
from glossary_publish.verify.pieces import Pieces

HEADINGS = {f"{H}h{level}": level for level in range(1, 7)}
NAMES = (
    "article aside blockquote body caption dd div dl dt figcaption figure footer header hr li main nav ol"
    " p pre section table tbody td tfoot th thead tr ul"
)
BLOCKS = frozenset((*(H + name for name in NAMES.split()), *HEADINGS))
ANCHORED = frozenset((*HEADINGS, *(H + name for name in "p li figure pre dt dd td th".split())))
DECIMAL = frozenset(("decimal", "decimal outside", "decimal inside", "outside", "inside"))


@dataclass(frozen=True, slots=True)
class Around:
    """What is around a block: its containers, boilerplate and language, and what plain words in it are."""

    language: str
    within: tuple[str, ...] = ()
    stamp: str = ""
    kind: Kind = Kind.PARAGRAPH
    level: int = 0

    def inside(self, container: str, kind: Kind = Kind.PARAGRAPH) -> "Around":
        """The same, one container deeper."""
        return replace(self, within=(*self.within, container), kind=kind)


class ItemReader:
    """Walks the blocks of one page."""

    def __init__(self, listener: Listener) -> None:
        self._listener = listener
        self._label = ""
        self._anchor = ""
        self.items: list[Item] = []

    def block(self, element: etree._Element, around: Around) -> None:
        """One block and what is in it."""
        self._listener.worded(element)
        language = self._listener.language(element, around.language)
        stamp = element.get("data-boilerplate") or around.stamp
        if (language, stamp) != (around.language, around.stamp):
            around = replace(around, language=language, stamp=stamp)
        if element.tag in ANCHORED and element.get("id"):
            self._anchor = element.get("id", "")
        if element.get("aria-hidden") == "true":
            return
        tag = str(element.tag)
        match tag.removeprefix(H):
            case "h1" | "h2" | "h3" | "h4" | "h5" | "h6":
                self._words(element, replace(around, kind=Kind.HEADING, level=HEADINGS[tag]))
            case "pre":
                self._words(element, replace(around, kind=Kind.CODE))
            case "figcaption" | "caption":
                self._words(element, replace(around, kind=Kind.CAPTION))
            case "blockquote":
                self._inside(element, around.inside("quote"))
            case "ul" | "ol":
                self._list(element, around)
            case "dl":
                self._definitions(element, around)
            case "table":
                self._table(element, around)
            case "nav":
                pass  # read by `navigation`
            case _:
                self._inside(element, around)

    def _inside(self, element: etree._Element, around: Around) -> None:
        """The blocks in an element; words between them are blocks of their own."""
        pieces = self._listener.pieces()
        self._listener.text(element.text, element, around.language, pieces)
        for child in element:
            if child.tag in BLOCKS or child.tag == f"{H}img":
                self._emit(pieces, around)
                pieces = self._listener.pieces()
                if child.tag in BLOCKS:
                    self.block(child, around)
                else:
                    self._picture(child, around)
            else:
                self._inline(child, around, pieces)
            self._listener.text(child.tail, element, around.language, pieces)
        self._emit(pieces, around)

    def _words(self, element: etree._Element, around: Around) -> None:
        """An element that holds words and no blocks."""
        if any(child.tag in BLOCKS for child in element):
            message = f"there are blocks in a {around.kind.value}"
            self._listener.heard.faults.append(Fault("misplaced-block", message, self._listener.page.name))
        self._inside(element, around)

    def _inline(self, element: etree._Element, around: Around, pieces: Pieces) -> None:
        self._listener.inline(element, around.language, pieces)
        for picture in element.iter(f"{H}img"):
            self._picture(picture, around)

    def _picture(self, element: etree._Element, around: Around) -> None:
        self._listener.worded(element)
        alt = normal(element.get("alt") or "")
        if not alt:
            message = f"the picture {element.get('src')} has no alternative text"
            self._listener.heard.faults.append(
                Fault("picture-without-words", message, self._listener.page.name)
            )
        if element.get("role") == "doc-cover":
            self._listener.heard.furniture.append(alt)
            return
        self._keep(Item(Kind.FIGURE, "", within=around.within, alt=alt, stamp=around.stamp))

    def _list(self, element: etree._Element, around: Around) -> None:
        marker = self._listener.page.cascade.look(element)[0].marker
        number = _integer(element.get("start"), 1)
        step = -1 if element.get("reversed") is not None else 1
        for child in element:
            if child.tag != f"{H}li":
                self.block(child, around)
                continue
            number = _integer(child.get("value"), number)
            ordered = element.tag == f"{H}ol"
            self._item(child, _label(marker, number) if ordered else _bullet(marker), ordered, around)
            number += step

    def _item(self, element: etree._Element, label: str, ordered: bool, around: Around) -> None:
        anchor = element.get("id") or ""
        if anchor.startswith("reference-"):
            inner = replace(around, kind=Kind.REFERENCE)
            label = label if ordered else ""
        elif anchor.startswith("note-"):
            inner = replace(around, kind=Kind.NOTE)
        else:
            inner = around.inside("ordered" if ordered else "bullet")
        self._label = label
        self.block(element, inner)
        if self._label:
            self._keep(Item(inner.kind, "", within=inner.within, stamp=inner.stamp))

    def _definitions(self, element: etree._Element, around: Around) -> None:
        facts = "facts" in (element.get("class") or "").split()
        inner = around if facts else around.inside("definitions")
        for child in element:
            match str(child.tag).removeprefix(H):
                case "dt":
                    self.block(child, replace(inner, kind=Kind.FACT_LABEL if facts else Kind.TERM))
                case "dd":
                    self.block(child, replace(inner, kind=Kind.FACT_VALUE if facts else Kind.MEANING))
                case _:
                    self.block(child, inner)

    def _table(self, element: etree._Element, around: Around) -> None:
        rows: Iterable[etree._Element] = element.iter(f"{H}tr")
        for caption in element.iterchildren(f"{H}caption"):
            self.block(caption, around)
        for row, line in enumerate(rows, 1):
            for column, cell in enumerate(line, 1):
                self._label = f"{row},{column}"
                header = cell.tag == f"{H}th"
                if header and cell.get("scope") != "col":
                    message = f"the header cell in column {column} does not say that it heads a column"
                    fault = Fault("header-cell-of-nothing", message, self._listener.page.name)
                    self._listener.heard.faults.append(fault)
                self.block(cell, replace(around, kind=Kind.HEADER_CELL if header else Kind.CELL))
                if self._label:
                    self._keep(Item(Kind.HEADER_CELL if header else Kind.CELL, "", within=around.within))

    def _emit(self, pieces: Pieces, around: Around) -> None:
        if not pieces:
            return
        said = pieces.spoken()
        if said.text or said.notes:
            kind, level, within = around.kind, around.level, around.within
            beside = self._label, self._anchor, "", said.links, said.languages, said.notes, around.stamp
            self._label = self._anchor = ""
            self.items.append(Item(kind, said.text, level, within, *beside))

    def _keep(self, item: Item) -> None:
        """Keep an item; the first one of a list item or note carries its label and anchor."""
        if self._label or self._anchor:
            item = replace(item, label=self._label, anchor=self._anchor)
        self.items.append(item)
        self._label = self._anchor = ""


def _integer(text: str | None, otherwise: int) -> int:
    return int(text) if text and text.removeprefix("-").isdigit() else otherwise


def _label(marker: str, number: int) -> str:
    """The number before an item as it is shown; a style other than plain numbers shows something else."""
    if "none" in marker.split():
        return ""
    return str(number) if marker in DECIMAL else f"{number} as {marker}"


def _bullet(marker: str) -> str:
    return "" if "none" in marker.split() else "bullet"
