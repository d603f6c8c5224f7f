"""The items of a story in the order of its paragraphs, tables and controls."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace

from lxml import etree

from glossary_publish.verify.excerpts import shortened
from glossary_publish.verify.inspect.docx.controls import Controls, read_control
from glossary_publish.verify.inspect.docx.convention import Leaf, leaf_of
from glossary_publish.verify.inspect.docx.looks import ParagraphLook, Surroundings
from glossary_publish.verify.inspect.docx.numbering import Number
from glossary_publish.verify.inspect.docx.properties import (
    NONE,
    PARAGRAPH,
    Properties,
    names,
    read_properties,
)
from glossary_publish.verify.inspect.docx.scripts import runs
from glossary_publish.verify.inspect.docx.spoken import Listener, Said
from glossary_publish.verify.inspect.docx.stories import NOTES, TEXT, Document, Story
from glossary_publish.verify.inspect.docx.styles import is_set
from glossary_publish.verify.inspect.docx.tables import Place, Table
from glossary_publish.verify.inspect.docx.wordml import W, child_of, integer, name_of, unknown
from glossary_publish.verify.inspection import Fault, Item, Kind
from glossary_publish.verify.pieces import Spoken

DIRECT_OF_PARAGRAPHS = frozenset(("pStyle", "numPr"))
PROPERTIES = f"{W}pPr"
BODY_TEXT = 9  # the outline level of what is no heading (17.3.1.20)
PLAIN = Leaf("Text", Kind.PARAGRAPH, 0, ())
SHOWING = frozenset("ins moveTo sdt sdtContent customXml altChunk".split())
IN_CELLS = frozenset((Kind.HEADER_CELL, Kind.CELL))
LABEL = "FactLabel"
SILENT = Spoken("")


@dataclass(frozen=True, slots=True)
class Around:
    """What is around a paragraph: what is behind it, its control, its place in a table."""

    surroundings: Surroundings
    stamp: str = ""
    locked: bool = False
    cell: Place | None = None
    controlled: bool = False


class ItemReader:
    """Walks the blocks of one story."""

    def __init__(self, document: Document, story: Story) -> None:
        self._document = document
        self._story = story
        self._heard = document.heard
        self._faults = document.heard.faults
        self.numbered: list[bool] = []  # whether each paragraph begins with the number of its note
        self.controls = Controls()

    def _fault(self, code: str, message: str) -> None:
        self._faults.append(Fault(code, message, self._story.place))

    def blocks(self, elements: Iterable[etree._Element], around: Around) -> None:
        """Some blocks in their order."""
        for element in elements:
            match name_of(element):
                case "p":
                    self._paragraph(element, around)
                case "tbl" if around.cell is None:
                    self._table(element, around)
                case "sdt" if self._story.role == TEXT and not around.controlled and around.cell is None:
                    self._control(element, around)
                case name:
                    self._faults += unknown(element, self._story.place)
                    if name in SHOWING:
                        self.blocks(element, around)

    def _control(self, element: etree._Element, around: Around) -> None:
        control = read_control(element, self._story.place, self._faults)
        if control is None:
            self.blocks(element.iterfind(f"{W}sdtContent/*"), replace(around, controlled=True))
            return
        before = len(self._heard.items)
        around = replace(around, stamp=control.stamp, locked=control.locked, controlled=True)
        self.blocks((control.content,), around)
        items = self._heard.items[before:]
        self.controls.keep(control, next((item.text for item in items if item.kind is Kind.HEADING), ""))
        if any(item.notes for item in items):
            self._fault("note-mark-in-control", f"a control of {control.part} holds the mark of a note")

    def _table(self, element: etree._Element, around: Around) -> None:
        table = Table(element, self._document, self._story, around.surroundings)
        for place, surroundings, cell in table.cells():
            blocks = [block for block in cell if name_of(block) != "tcPr"]
            if [name_of(block) for block in cell if block is not cell.find(f"{W}tcPr")] != ["p"]:
                message = f"the cell in row {place.row}, column {place.column} does not hold one paragraph"
                self._fault("cell-without-one-paragraph", message)
            self.blocks(blocks, replace(around, surroundings=surroundings, cell=place))

    # --- paragraphs ---

    def _paragraph(self, element: etree._Element, around: Around) -> None:
        """One paragraph; the faults in it name its first item."""
        first, before = len(self._heard.items), len(self._faults)
        self._read(element, around)
        if len(self._heard.items) > first and len(self._faults) > before:
            self._faults[before:] = [
                replace(fault, item=first) if fault.item < 0 else fault for fault in self._faults[before:]
            ]

    def _read(self, element: etree._Element, around: Around) -> None:
        direct = read_properties(child_of(element, PROPERTIES), PARAGRAPH, self._story.place, self._faults)
        style = direct["pStyle"].get("val", "") if "pStyle" in direct else ""
        leaf = self._leaf(style, around)
        number = self._number(style, direct, leaf)
        level = number.level.paragraph if number else NONE
        look = self._document.looks.paragraph(style, direct, around.surroundings, level)
        listener = Listener(self._document, self._story, look, parted=leaf.name == "Fact")
        said = listener.read(element, number)
        self.numbered.append(said.numbered)
        text = self._keep(leaf, said, number, around)
        self._check(leaf, text, look, direct, around)

    def _leaf(self, style: str, around: Around) -> Leaf:
        """What a style says, if it may stand here."""
        leaf = leaf_of(style)
        if not self._document.styles.has(style, "paragraph"):
            self._fault("undefined-style", f"a paragraph is of the style {style!r}, which is not there")
        if leaf is None:
            self._fault("unknown-style", f"the style {style!r} does not say what a paragraph is")
            return PLAIN
        kind = leaf.kind
        astray = kind is not around.cell.kind if around.cell else kind in IN_CELLS
        if astray or (kind is Kind.NOTE and self._story.role != NOTES):
            self._fault("misplaced-style", f"a paragraph of the style {style!r} stands where none can be")
        return leaf

    def _number(self, style: str, direct: Properties, leaf: Leaf) -> Number | None:
        """The number that Word counts for a paragraph; none for most."""
        named = self._document.styles.of(style, "paragraph", "pPr")
        list = direct.get("numPr") or named.get("numPr", {})
        id, depth = list.get("numId", "0"), integer(list.get("ilvl"))
        if id == "0":
            return None
        number = self._document.numbering.next(id, depth)
        wanted = leaf.lists or (("ordered",) if leaf.kind is Kind.REFERENCE else ())
        if number and (depth != len(wanted) - 1 or number.ordered != (wanted[-1] == "ordered")):
            message = f"the style {style!r} is numbered as {number.printed!r} on level {depth}"
            self._fault("list-disagrees", message)
        return number

    def _keep(self, leaf: Leaf, said: Said, number: Number | None, around: Around) -> str:
        """Keep the items of a paragraph, the first one with the number and the anchor; gives their words."""
        kind, label = leaf.kind, number.label if number else ""
        if around.cell:
            kind, label = around.cell.kind, f"{around.cell.row},{around.cell.column}"
        heard = [(Kind.FIGURE, 0, alt, SILENT) for alt in said.pictures]
        worded = (one for one in self._worded(kind, leaf, said) if one[1].text or one[1].notes)
        heard += ((kind, leaf.level, "", spoken) for kind, spoken in worded)
        if not heard and (number or around.cell):
            heard = [(kind, leaf.level, "", SILENT)]
        elif not heard:
            self._fault("silent-paragraph", f"a paragraph of the style {leaf.name!r} says nothing")
        if len(said.anchors) > 1:
            self._fault("misplaced-anchor", f"a paragraph has {len(said.anchors)} anchors")
        anchor = "".join(said.anchors[:1])
        for kind, level, alt, spoken in heard:
            text, links, languages, notes = spoken.text, spoken.links, spoken.languages, spoken.notes
            beside = label, anchor, alt, links, languages, notes, around.stamp, around.locked
            self._heard.items.append(Item(kind, text, level, leaf.within, *beside))
            label = anchor = ""
        return " ".join(spoken.text for *_, spoken in heard).strip()

    def _worded(self, kind: Kind, leaf: Leaf, said: Said) -> Iterator[tuple[Kind, Spoken]]:
        fact = leaf.name == "Fact"
        if fact and (len(said.segments) != 2 or said.styles[0] != {LABEL} or LABEL in said.styles[1]):
            self._fault("fact-without-label", "a line of facts is not a label, a tab and a value")
        for index, segment in enumerate(said.segments):
            value, beside_figure = fact and index, leaf.name == "Figure"
            yield (
                Kind.FACT_VALUE if value else Kind.PARAGRAPH if beside_figure else kind,
                segment.spoken(),
            )

    def _check(self, leaf: Leaf, text: str, look: ParagraphLook, direct: Properties, around: Around) -> None:
        for name in names(direct, DIRECT_OF_PARAGRAPHS):
            self._fault("direct-formatting", f"a paragraph has {name!r} of its own: {shortened(text)!r}")
        level = integer(look.properties.get("outlineLvl", {}).get("val"), BODY_TEXT) + 1
        outlined = level if level <= BODY_TEXT else 0
        if outlined and self._story.role == TEXT and around.cell is None:
            self._heard.outline.append((outlined, text))
        if outlined != leaf.level:
            message = f"on level {outlined} of the outline stands {shortened(text)!r}, of level {leaf.level}"
            self._fault("outline-level-disagrees", message)
        right_to_left = is_set(look.properties, "bidi")
        if right_to_left != self._document.right_to_left and not runs(text, right_to_left=right_to_left):
            self._fault("wrong-direction", f"a paragraph runs against its words: {shortened(text)!r}")
