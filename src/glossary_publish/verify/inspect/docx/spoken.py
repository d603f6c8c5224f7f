"""The words in a paragraph: text, links, languages, note marks, pictures, and how they are painted."""

from dataclasses import dataclass, field

from lxml import etree

from glossary_publish.verify.inspect.docx.convention import CHARACTER_STYLES
from glossary_publish.verify.inspect.docx.fields import Field
from glossary_publish.verify.inspect.docx.looks import ParagraphLook, Run
from glossary_publish.verify.inspect.docx.numbering import Number
from glossary_publish.verify.inspect.docx.pictures import read_drawing
from glossary_publish.verify.inspect.docx.properties import NONE, RUN, names, read_properties
from glossary_publish.verify.inspect.docx.scripts import language_of, set_astray
from glossary_publish.verify.inspect.docx.stories import FURNITURE, NOTES, TEXT, Document, Story
from glossary_publish.verify.inspect.docx.styles import is_set
from glossary_publish.verify.inspect.docx.wordml import XML_SPACE, R, W, child_of, name_of, unknown
from glossary_publish.verify.inspection import Fault, Painted
from glossary_publish.verify.normal import normal
from glossary_publish.verify.pieces import Pieces

DIRECT = frozenset("rStyle b bCs i iCs lang rtl".split())
CHARACTERS = {"br": " ", "cr": " ", "noBreakHyphen": "\u2011", "softHyphen": "\u00ad"}
# What is refused, and shows its words all the same.
MARK = "FootnoteReference"
PROPERTIES = f"{W}rPr"
SHOWING = frozenset("ins moveTo sdt sdtContent smartTag customXml fldSimple dir bdo hyperlink".split())
OUTSIDE = ("http://", "https://", "mailto:", "tel:")


@dataclass(slots=True)
class Said:
    """What a paragraph says: its words, in segments that tabs part, its pictures and its anchors.

    `numbered` tells that it begins with the number of its note; `styles` are the character styles by segment.
    """

    segments: list[Pieces]
    styles: list[set[str]] = field(default_factory=lambda: [set()])
    pictures: list[str] = field(default_factory=list)
    anchors: list[str] = field(default_factory=list)
    numbered: bool = False


class Listener:
    """Reads one paragraph; a tab parts it in segments if it is to be `parted`."""

    def __init__(
        self, document: Document, story: Story, look: ParagraphLook, *, parted: bool = False
    ) -> None:
        self._document = document
        self._story = story
        self._look = look
        self._parted = parted
        self._faults = document.heard.faults
        self._field: Field | None = None
        self._events = 0  # words, marks and pictures so far
        self._opened: dict[str, int] = {}  # bookmarks, and what had been said before each
        self._closed: list[
            tuple[str, int]
        ] = []  # bookmarks from the first word, and what had been said in each
        self.said = Said([Pieces(document.language)])

    def read(self, paragraph: etree._Element, number: Number | None = None) -> Said:
        """What a paragraph says; a number before it is painted, and is no text."""
        if number:
            self._paint(number.printed, self._document.looks.formatted(self._look, number.level.run))
        self._inside(paragraph)
        if self._field is not None:
            self._fault("broken-field", f"the field {' '.join(self._field.words)!r} never ends")
        for name, events in self._closed:
            if events != self._events:
                self._fault("misplaced-anchor", f"the bookmark {name!r} is around a part of a paragraph")
            self.said.anchors.append(self._document.anchors.anchor(name))
        return self.said

    def _fault(self, code: str, message: str) -> None:
        self._faults.append(Fault(code, message, self._story.place))

    def _inside(self, parent: etree._Element, *, linked: bool = False) -> None:
        for child in parent:
            match name_of(child):
                case "pPr" if child.getprevious() is None:
                    pass
                case "r":
                    self._run(child)
                case "hyperlink" if self._story.role != FURNITURE and not linked:
                    self._link(child)
                case "bookmarkStart":
                    self._opened[child.get(f"{W}id") or ""] = self._events
                case "bookmarkEnd":
                    self._close(child.get(f"{W}id") or "")
                case name:
                    self._faults += unknown(child, self._story.place)
                    if name in SHOWING:
                        self._inside(child, linked=linked)

    def _close(self, id: str) -> None:
        name, before = self._document.anchors.ids.get(id, ""), self._opened.get(id)
        if name and not name.startswith("_"):
            if before != 0:
                self._fault("misplaced-anchor", f"the bookmark {name!r} is around a part of a paragraph")
            else:
                self._closed.append((name, self._events))

    def _link(self, element: etree._Element) -> None:
        pieces, start = self.said.segments[-1], self.said.segments[-1].here()
        self._inside(element, linked=True)
        pieces.link(start, self._target(element))

    def _target(self, element: etree._Element) -> str:
        id, anchor = element.get(f"{R}id"), element.get(f"{W}anchor")
        if id is None:
            return self._document.anchors.target(anchor or "", self._story.place)
        arrow = self._document.package.arrow(self._story.part, id, "hyperlink")
        if arrow is None:
            self._fault("dangling-relationship", f"a link uses the relationship {id!r}, which is not there")
            return ""
        target = f"{arrow.target}#{anchor}" if anchor else arrow.target
        if not target.startswith(OUTSIDE):
            self._fault("unexpected-address", f"a link leads to {target!r}")
        return target

    # --- runs ---

    def _run(self, element: etree._Element) -> None:
        place = self._story.place
        format = child_of(element, PROPERTIES)
        own = NONE if format is None else read_properties(format, RUN, place, self._faults)
        run = self._document.looks.formatted(self._look, own)
        if own:
            self._check(run)
        for child in element:
            match name_of(child):
                case "rPr" if child is format:
                    pass
                case "t":
                    kept = child.get(XML_SPACE) == "preserve"
                    words = child.text or ""
                    self._say(words if kept else words.strip(), run)
                case "tab" if self._parted and self._field is None:
                    self.said.segments.append(Pieces(self._document.language))
                    self.said.styles.append(set())
                case "tab":
                    self._say("\t", run)
                case "br" | "cr" | "noBreakHyphen" | "softHyphen" as name:
                    self._say(CHARACTERS[name], run)
                case "footnoteReference" if self._story.role == TEXT:
                    self._mark(child, run)
                case "footnoteRef" if self._story.role == NOTES and not (self._events or self.said.numbered):
                    self._mark(child, run)
                case "fldChar":
                    self._step(child)
                case "instrText" if self._field is not None and not self._field.separated:
                    self._field.code.append(child.text or "")
                case "drawing" if self._story.role != FURNITURE:
                    alt, faults = read_drawing(child, self._document.package, self._story.part, place)
                    self._faults += faults
                    self.said.pictures.append(alt)
                    self._events += 1
                case _:
                    self._faults += unknown(child, place)

    def _check(self, run: Run) -> None:
        for name in names(run.own, DIRECT):
            self._fault("direct-formatting", f"a run has {name!r} of its own, and no style says so")
        if "rStyle" not in run.own:
            return
        if not self._document.styles.has(run.style, "character"):
            self._fault("undefined-style", f"a run is of the style {run.style!r}, which is not there")
        elif run.style not in CHARACTER_STYLES:
            self._fault("unknown-style", f"a run is of the style {run.style!r}, which no edition uses")

    def _say(self, words: str, run: Run) -> None:
        if self._field is not None:
            if not self._field.separated:
                self._fault("broken-field", f"the words {words!r} stand in the code of a field")
            self._field.result.append(words)
        else:
            if run.style == MARK and words.strip():
                self._fault("misplaced-style", f"{normal(words)!r} is of the style {MARK}, and is none")
            language = language_of(words, run.all)
            self.said.segments[-1].say(words, language or self._document.language)
            if words.strip():
                self.said.styles[-1].add(run.style)
            if words.strip() or self._events:
                self._events += 1
        self._paint(words, run)
        rtl, own = is_set(self._look.properties, "bidi"), self._document.language
        if way := set_astray(words, run.all, own, right_to_left=rtl, document=self._document.right_to_left):
            self._fault("wrong-direction", f"{normal(words)!r} is set {way}")

    def _paint(self, words: str, run: Run) -> None:
        if not words or words.isspace():
            return
        heard = self._document.heard
        look = self._document.looks.run(words, self._look, run)
        place = f"{self._story.place}: {look.hidden}" if look.hidden else self._story.place
        item = -1 if self._story.role == FURNITURE else len(heard.items) + len(self.said.segments) - 1
        seen = Painted(normal(words), look.size, look.contrast, not look.hidden, place, item)
        heard.painted.append(seen)

    # --- note marks and fields ---

    def _mark(self, element: etree._Element, run: Run) -> None:
        """A mark in the text, or at the beginning of its note."""
        if element.tag == f"{W}footnoteRef":
            note = next(element.iterancestors(f"{W}footnote"))
            number = self._document.marks.numbers.get(note.get(f"{W}id") or "", "")
            self.said.numbered = True
        else:
            number = self._document.marks.numbers[element.get(f"{W}id") or ""]
            self.said.segments[-1].note(number)
            self._events += 1
        self._paint(number, run)
        if run.style != MARK:
            self._fault("misplaced-style", f"the mark of note {number} is not of the style {MARK}")

    def _step(self, element: etree._Element) -> None:
        match element.get(f"{W}fldCharType"), self._field:
            case "begin", None:
                self._field = Field()
            case "separate", Field(separated=False) as begun:
                begun.separated = True
            case "end", Field() as begun:
                self._field = None
                self._finish(begun)
            case type, _:
                self._fault("broken-field", f"a field goes on with {type!r} where it cannot")

    def _finish(self, field: Field) -> None:
        self._events += 1
        pieces, shown = self.said.segments[-1], field.shown
        if self._story.role == FURNITURE and (placeholder := field.placeholder()):
            pieces.say(placeholder, self._document.language)
            if not shown.isdecimal():
                self._fault("field-result-astray", f"where a page is counted, the file says {shown!r}")
        elif self._story.role == TEXT and (bookmark := field.marked()):
            number = self._document.marks.bookmarks.get(bookmark, "")
            pieces.note(number)
            if not number or shown != number:
                message = f"the mark {shown!r} repeats that of note {number or 'none'}"
                self._fault("field-result-astray", message)
        else:
            self._fault("unexpected-field", f"the field {' '.join(field.words)!r} shows {shown!r}")
            pieces.say(shown, self._document.language)
