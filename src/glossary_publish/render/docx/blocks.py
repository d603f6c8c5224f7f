"""Blocks as paragraphs and tables, one after the other: Word has no containers, only styles and numbers."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from typing import assert_never

from glossary_publish.article import (
    Block,
    BulletList,
    CodeBlock,
    DefinitionList,
    Fact,
    FactList,
    Figure,
    Heading,
    Inline,
    ListItem,
    Note,
    NoteList,
    OrderedList,
    Paragraph,
    QrCode,
    Quote,
    ReferenceEntry,
    ReferenceList,
    Table,
)
from glossary_publish.diagnostics import Report
from glossary_publish.publication import Part, Publication
from glossary_publish.render.docx.names import BOXES, DEEPEST, NOTE, ROLES, Place, Style
from glossary_publish.render.docx.numbering import REFERENCES, Counter, Numbering
from glossary_publish.render.docx.pictures import Pictures
from glossary_publish.render.docx.references import turned
from glossary_publish.render.docx.runs import Look, Runs
from glossary_publish.render.docx.spot import Spot
from glossary_publish.render.docx.styles import Styles
from glossary_publish.render.docx.tables import Tables
from glossary_publish.render.docx.wordml import TABULATOR, paragraph

# What Word has no styles for inside other blocks, in words.
KINDS: dict[type[Block], str] = {
    Heading: "a heading",
    DefinitionList: "a list of terms",
    Table: "a table",
    Figure: "a picture",
    FactList: "a list of facts",
    ReferenceList: "a list of references",
    NoteList: "a list of notes",
    QrCode: "a QR code",
}


@dataclass(frozen=True, slots=True)
class Around:
    """What is around a block; `plain` is the style of a paragraph that stands here and has no role."""

    place: Place
    spot: Spot
    plain: str = "Text"

    def inside(self, letter: str) -> "Around":
        """What is around the blocks of a container that stands here."""
        return replace(self, place=self.place.inside(letter), plain="Text")


@dataclass(slots=True)
class Blocks:
    """Writes the blocks of the body, or those of the footnotes.

    `_number` is the number of a list item, and `_opening` the mark and the anchor of a note, until the
    first paragraph takes them.
    """

    publication: Publication
    runs: Runs
    styles: Styles
    numbering: Numbering
    pictures: Pictures
    tables: Tables
    report: Report
    _number: tuple[str, Place] | None = None
    _opening: str | None = None

    def part(self, part: Part, chapter: int) -> list[str]:
        """The paragraphs and tables of a part."""
        place = Place(BOXES.get(part.id, ""))
        spot = Spot(part.id, part.span, chapter, part.locked)
        return list(self._blocks(part.blocks, Around(place, spot)))

    def note(self, note: Note) -> str:
        """The paragraphs of a note."""
        around = Around(Place(NOTE), Spot("notes", note.span, in_note=True), "FootnoteText")
        self._opening = note.anchor
        paragraphs = "".join(self._blocks(note.blocks, around))
        if self._opening is not None:
            paragraphs += self._paragraph("FootnoteText", around, "")
        return paragraphs

    def _blocks(self, blocks: Iterable[Block], around: Around) -> Iterator[str]:
        for block in blocks:
            yield from self._block(block, replace(around, spot=replace(around.spot, span=block.span)))

    def _block(self, block: Block, around: Around) -> Iterator[str]:
        if not self._may_stand_here(block, around):
            return
        match block:
            case Heading():
                yield self._anchored(f"Heading{block.level}", around, block.children, block.anchor)
            case Paragraph():
                leaf = self._leaf(block, around)
                yield self._paragraph(leaf, around, self.runs.inlines(block.children, around.spot))
            case BulletList():
                yield from self._list(block.items, around.inside("B"), None)
            case OrderedList():
                yield from self._list(block.items, around.inside("N"), block.start)
            case DefinitionList():
                for entry in block.entries:
                    for term in entry.terms:
                        yield self._anchored("Term", around, term)
                    for meaning in entry.meanings:
                        yield from self._blocks(meaning, replace(around.inside("D"), plain="Meaning"))
            case Table():
                yield self.tables.table(block, around.spot, self.runs)
            case Quote():
                yield from self._blocks(block.blocks, around.inside("Q"))
            case CodeBlock():
                yield self._paragraph("Code", around, self.runs.run(block.text))
            case Figure():
                yield from self._figure(block, around)
            case FactList():
                yield from (self._fact(fact, around) for fact in block.facts)
            case ReferenceList():
                yield from self._references(block.entries, around)
            case NoteList():
                return  # the footnotes are written where Word keeps them
            case QrCode():
                help = 'give the part the form "link" in the layout of the draft'
                message = f"a Word draft shows no QR code of {block.target}"
                self.report.error("qr-code-in-word", message, block.span, help, around.spot.part)
            case _:
                assert_never(block)

    def _may_stand_here(self, block: Block, around: Around) -> bool:
        """Word has styles for lists, quotes, paragraphs and code inside one another, and for nothing else."""
        path, spot = around.place.path, around.spot
        if type(block) in KINDS and (path or spot.in_note):
            message = f"{KINDS[type(block)]} stands inside a list, a quote, a meaning or a note"
            self.report.error("block-inside-block", message, spot.span, "move it out to the text", spot.part)
            return False
        if around.place.lists >= DEEPEST and isinstance(block, BulletList | OrderedList):
            message = f"more than {DEEPEST} lists stand inside one another"
            self.report.error("nesting-too-deep", message, spot.span, "use fewer levels", spot.part)
            return False
        return True

    # --- paragraphs ------------------------------------------------------------------------------

    def _leaf(self, block: Paragraph, around: Around) -> str:
        if not around.place.path and around.plain == "Text":
            return ROLES.get(block.role, "Text")
        if self._number and self._number[1] == around.place:
            return "Item"
        return around.plain

    def _anchored(self, leaf: str, around: Around, inlines: Iterable[Inline], anchor: str = "") -> str:
        words = self.runs.inlines(inlines, around.spot)
        return self._paragraph(leaf, around, self.runs.bookmarks.around(anchor, words))

    def _paragraph(self, leaf: str, around: Around, content: str) -> str:
        place = Place() if leaf == "FootnoteText" else around.place
        if self._opening is not None:
            content = self.runs.own_mark() + self.runs.bookmarks.around(self._opening, content)
            self._opening = None
        number, self._number = self._number, None
        return paragraph(self.styles.use(leaf, place), content, number[0] if number else "")

    # --- lists -----------------------------------------------------------------------------------

    def _list(self, items: Iterable[ListItem], around: Around, start: int | None) -> Iterator[str]:
        counter = Counter(self.numbering, around.place, start)
        for offset, item in enumerate(items):
            number = None if start is None else start + offset
            first = _first(item.blocks, around.place)
            if first is not None:
                indent = self.styles.indent
                further = first.left(indent) - around.place.left(indent)
                self._number = counter.take(number, further), around.place
            if item.blocks:
                yield from self._blocks(item.blocks, around)
            else:
                yield self._paragraph("Item", around, "")
            self._number = None

    def _references(self, entries: Sequence[ReferenceEntry], around: Around) -> Iterator[str]:
        counter = Counter(self.numbering, REFERENCES, entries[0].number if entries else 1)
        runs = replace(self.runs, turned=turned(self.publication))
        for entry in entries:
            spot = replace(around.spot, span=entry.span)
            words = runs.bookmarks.around(entry.anchor, runs.inlines(entry.children, spot))
            number = counter.take(entry.number) if entry.number else ""
            yield paragraph(self.styles.use("Reference", around.place), words, number)

    # --- facts and figures -----------------------------------------------------------------------

    def _fact(self, fact: Fact, around: Around) -> str:
        label = self.runs.inlines(fact.label, around.spot, Look("FactLabel"))
        value = self.runs.inlines(fact.value, around.spot, Look("FactValue"))
        return self._paragraph("Fact", around, label + TABULATOR + value)

    def _figure(self, figure: Figure, around: Around) -> Iterator[str]:
        image = self.publication.image(figure.path)
        yield self._paragraph("Figure", around, self.pictures.run(figure, image, around.spot.part))
        if figure.caption:
            yield self._anchored("Caption", around, figure.caption)


def _first(blocks: Sequence[Block], place: Place) -> Style | None:
    """The style of the paragraph that opens an item; none if it is that of a list inside, which numbers it."""
    match blocks[0] if blocks else None:
        case BulletList() | OrderedList():
            return None
        case Quote() as quote:
            return _first(quote.blocks, place.inside("Q"))
        case CodeBlock():
            return Style("Code", place)
        case _:
            return Style("Item", place)
