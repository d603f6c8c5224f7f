"""Items in the order of the structure tree: headings, paragraphs, list items, cells, references, notes.

How an element becomes an item (ISO 32000-1, 14.8.4):
- H1 to H6, P, Caption, Code, Figure are items; any other element that directly holds words is a paragraph.
- L is a list; its /ListNumbering, else its labels, say whether bullets or numbers stand before the items. One
  with words for labels is a list of definitions (Lbl: the term, LBody: the meaning), or, titled `facts`, of
  facts.
- An LI or LBody with the id `reference-…` is a reference; a Note, or what has the id `note-…`, is a note.
- TH and TD are cells, by the place of their TR. BlockQuote, L and Note are containers.
- /T on a part, `id@version`, is the stamp of all that is inside.
"""

import re
from collections.abc import Iterable
from dataclasses import dataclass, replace

from glossary_publish.verify.inspect.pdf.painting import Run
from glossary_publish.verify.inspect.pdf.spoken import SILENT, Listener, Spoken
from glossary_publish.verify.inspect.pdf.structure import Annotation, Element, Kid
from glossary_publish.verify.inspect.pdf.words import (
    Piece,
    Runs,
    all_runs,
    first_seen,
    join,
    pieces,
    replacement_of,
)
from glossary_publish.verify.inspection import Item, Kind

HEADINGS = {"H": 0, "H1": 1, "H2": 2, "H3": 3, "H4": 4, "H5": 5, "H6": 6}
LEAVES = {"P": None, "Caption": Kind.CAPTION, "Code": Kind.CODE}
ANCHORED = frozenset(("P", "LI", "LBody", "Note", "Figure", "BibEntry", "Code")).union(HEADINGS)
SOURCES = frozenset(("LI", "LBody", "Note", "BibEntry"))
NUMBERINGS = frozenset(("Decimal", "UpperRoman", "LowerRoman", "UpperAlpha", "LowerAlpha"))
BULLETS = frozenset(("Disc", "Circle", "Square"))
NUMBER = re.compile(r"(\d+|[A-Za-z]{1,5})[.)]")
STAMP = re.compile(r"\S+@\S+")


@dataclass(frozen=True, slots=True)
class Around:
    """What is around a block: its containers, its boilerplate, and what plain words in it are."""

    within: tuple[str, ...] = ()
    stamp: str = ""
    kind: Kind = Kind.PARAGRAPH

    def inside(self, container: str) -> "Around":
        """The same, one container deeper."""
        return replace(self, within=(*self.within, container), kind=Kind.PARAGRAPH)


class ItemReader:
    """Walks the elements and gathers their items; `firsts` are the first glyphs of each."""

    def __init__(self, runs: Runs, listener: Listener) -> None:
        self._runs = runs
        self._listener = listener
        self._label = ""
        self._anchor = ""
        self._items: list[Item] = []
        self.firsts: list[Run | None] = []

    def read(self, elements: Iterable[Element]) -> tuple[Item, ...]:
        """The items of elements, in order."""
        for element in elements:
            self._block(element, Around())
        return tuple(self._items)

    # --- blocks ---

    def _block(self, element: Element, around: Around) -> None:
        if element.id and element.role in ANCHORED:
            self._anchor = element.id
        if STAMP.fullmatch(element.title):
            around = replace(around, stamp=element.title)
        match element.role:
            case "L":
                self._list(element, around)
            case "Table":
                self._table(element, around)
            case "BlockQuote":
                self._inside(element, around.inside("quote"))
            case "Note":
                self._note(element, around)
            case "Figure":
                self._figure(element, around)
            case role if role in HEADINGS:
                self._emit(Kind.HEADING, pieces(element, self._runs), around, level=HEADINGS[role])
            case role if role in LEAVES and not any(kid.block for kid in element.elements):
                self._emit(LEAVES[role] or around.kind, pieces(element, self._runs), around)
            case _:
                self._inside(element, around)

    def _inside(self, element: Element, around: Around, kids: Iterable[Kid] | None = None) -> None:
        """The blocks in an element; words between them are blocks of their own."""
        if replacement_of(element) is not None:
            self._emit(around.kind, pieces(element, self._runs), around)
            return
        words: list[Kid] = []
        for kid in element.kids if kids is None else kids:
            if isinstance(kid, Element) and kid.block:
                self._words(element, words, around)
                words = []
                self._block(kid, around)
            else:
                words.append(kid)
        self._words(element, words, around)

    def _words(self, element: Element, kids: list[Kid], around: Around) -> None:
        if any(not isinstance(kid, Annotation) for kid in kids):
            self._emit(around.kind, pieces(element, self._runs, kids), around)

    def _figure(self, element: Element, around: Around) -> None:
        self._keep(Kind.FIGURE, around, alt=element.alt or "")
        for caption in element.elements:
            if caption.role == "Caption":
                self._block(caption, around)

    def _note(self, element: Element, around: Around) -> None:
        kids = [kid for kid in element.kids if not (isinstance(kid, Element) and kid.role == "Lbl")]
        for label in element.elements:
            if label.role == "Lbl":
                self._label = self._take_label(label)
        self._inside(element, replace(around, kind=Kind.NOTE), kids)

    # --- lists ---

    def _list(self, element: Element, around: Around) -> None:
        items = [kid for kid in element.elements if kid.role == "LI"]
        for kid in element.elements:
            if kid.role == "LI":
                self._item(kid, self._list_kind(element, items), around)
            else:
                self._block(kid, around)

    def _list_kind(self, element: Element, items: list[Element]) -> str:
        numbering = element.attributes.get("ListNumbering")
        if element.title == "facts":
            return "facts"
        if any(_anchor(item).startswith(("reference-", "note-")) for item in items):
            return "sources"
        if numbering in NUMBERINGS:
            return "ordered"
        if numbering in BULLETS:
            return "bullet"
        labels = [self._read_label(kid) for item in items for kid in item.elements if kid.role == "Lbl"]
        if any(kind == "words" for _, kind in labels):
            return "definitions"
        return "ordered" if labels and labels[0][1] == "number" else "bullet"

    def _read_label(self, element: Element) -> tuple[str, str]:
        """A label as it is compared (its number, or `bullet`), and what it is: number, bullet or words."""
        words = join(pieces(element, self._runs)).strip()
        number = NUMBER.fullmatch(words)
        if number or words.isdigit():
            return (number[1] if number else words), "number"
        if not words:
            return "", "nothing"
        return ("bullet", "bullet") if len(words) == 1 and not words.isalnum() else (words, "words")

    def _take_label(self, element: Element) -> str:
        """The label of the item that comes next; its glyphs belong to that item."""
        for run in all_runs(element, self._runs):
            run.item = len(self._items)
        return self._read_label(element)[0]

    def _item(self, element: Element, kind: str, around: Around) -> None:
        if element.id:
            self._anchor = element.id
        if kind in ("definitions", "facts"):
            self._definition(element, kind, around)
            return
        labels = [kid for kid in element.elements if kid.role == "Lbl"]
        self._label = self._take_label(labels[0]) if labels else ""
        inner = around if kind == "sources" else around.inside(kind)
        anchor = _anchor(element)
        if anchor.startswith("reference-"):
            inner = replace(inner, kind=Kind.REFERENCE)
        elif anchor.startswith("note-"):
            inner = replace(inner, kind=Kind.NOTE)
        self._inside(element, inner, [kid for kid in element.kids if kid not in labels])
        if self._label:
            self._keep(inner.kind, inner)

    def _definition(self, element: Element, kind: str, around: Around) -> None:
        facts = kind == "facts"
        inner = (
            replace(around, kind=Kind.FACT_VALUE)
            if facts
            else replace(around.inside(kind), kind=Kind.MEANING)
        )
        for kid in element.elements:
            if kid.role == "Lbl":
                term = Kind.FACT_LABEL if facts else Kind.TERM
                self._emit(term, pieces(kid, self._runs), inner)
            else:
                self._block(kid, inner)

    # --- tables ---

    def _table(self, element: Element, around: Around) -> None:
        row = 0
        for part in element.elements:
            if part.role == "Caption":
                self._block(part, around)
            for line in [part] if part.role == "TR" else part.elements:
                if line.role == "TR":
                    row += 1
                    self._row(line, row, around)

    def _row(self, element: Element, row: int, around: Around) -> None:
        for column, cell in enumerate(element.elements, 1):
            self._label = f"{row},{column}"
            kind = Kind.HEADER_CELL if cell.role == "TH" else Kind.CELL
            self._emit(kind, pieces(cell, self._runs), around)

    # --- items ---

    def _emit(self, kind: Kind, found: Iterable[Piece], around: Around, level: int = 0) -> None:
        heard = list(found)
        spoken = self._listener.listen(heard)
        if not (spoken.text or spoken.notes or self._label):
            return
        runs = [run for piece in heard for run in piece.runs]
        for run in runs:
            run.item = len(self._items)
        self._keep(kind, around, spoken, first_seen(runs), level)

    def _keep(
        self,
        kind: Kind,
        around: Around,
        spoken: Spoken = SILENT,
        first: Run | None = None,
        level: int = 0,
        alt: str = "",
    ) -> None:
        """Keep an item; the first one of a list item or note carries its label and anchor."""
        self.firsts.append(first)
        item = Item(
            kind,
            spoken.text,
            level,
            around.within,
            label=self._label,
            anchor=self._anchor,
            alt=alt,
            links=spoken.links,
            languages=spoken.languages,
            notes=spoken.notes,
            stamp=around.stamp,
        )
        self._items.append(item)
        self._label = self._anchor = ""


def _anchor(element: Element) -> str:
    """The id of a list item: its own, or that of its body or of the note inside."""
    return next((inner.id for inner in element.walk() if inner.id and inner.role in SOURCES), "")
