"""Inlines as runs, links and bookmarks."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import assert_never

from docx.opc.constants import RELATIONSHIP_TYPE

from glossary_publish.article import (
    Citation,
    Code,
    Emphasis,
    Inline,
    LanguageSpan,
    LineBreak,
    Link,
    Mark,
    NoteReference,
    Strong,
    Text,
)
from glossary_publish.diagnostics import Report
from glossary_publish.direction import direction
from glossary_publish.render.docx.bookmarks import Bookmarks
from glossary_publish.render.docx.notes import Notes
from glossary_publish.render.docx.relations import Relations
from glossary_publish.render.docx.spot import Spot
from glossary_publish.render.docx.wordml import characters, element, valued
from glossary_publish.render.islands import foreign, islands


@dataclass(frozen=True, slots=True)
class Look:
    """How a run differs from its paragraph.

    `linked` says that a link is around it, `way` which way it runs where that is not the way of its paragraph.
    """

    style: str = ""
    strong: bool = False
    emphasis: bool = False
    language: str = ""
    linked: bool = False
    way: str = ""


PLAIN = Look()
NOTE_MARK = Look("FootnoteReference")


@dataclass(frozen=True, slots=True)
class Runs:
    """Writes the inlines of one part of the package in a document of a language.

    `turned` says that they stand in paragraphs that run from left to right in a document that does not.
    """

    language: str
    rtl: bool
    bookmarks: Bookmarks
    relations: Relations
    notes: Notes
    report: Report
    turned: bool = False

    def inlines(self, inlines: Iterable[Inline], spot: Spot, look: Look = PLAIN) -> str:
        """Inlines one after the other."""
        return "".join(self._inline(inline, spot, look) for inline in inlines)

    def run(self, words: str, look: Look = PLAIN) -> str:
        """Words that look alike, in one run or in one for each way in which they run; nothing for no words."""
        if not self.rtl or self._is_foreign(look.language):
            return f"<w:r>{self.properties(look)}{characters(words)}</w:r>" if words else ""
        cut, other = (foreign, "rtl") if self.turned else (islands, "ltr")
        return "".join(
            f"<w:r>{self.properties(replace(look, way=other if apart else ''))}{characters(piece)}</w:r>"
            for piece, apart in cut(words)
            if piece
        )

    def own_mark(self) -> str:
        """The number of a note where it stands itself, and the space after it."""
        return f"<w:r>{self.properties(NOTE_MARK)}<w:footnoteRef/></w:r>{self.run(' ')}"

    def properties(self, look: Look) -> str:
        """The `w:rPr` of a look, empty for the plain look."""
        content = valued("w:rStyle", look.style) if look.style else ""
        if look.strong:
            content += "<w:b/><w:bCs/>"
        if look.emphasis:
            content += "<w:i/><w:iCs/>"
        content += self._language(look)
        return element("w:rPr", content=content) if content else ""

    def _is_foreign(self, language: str) -> bool:
        return bool(language) and language != self.language

    def _language(self, look: Look) -> str:
        language = look.language
        if not self._is_foreign(language):
            way = look.way or ("rtl" if self.rtl and not self.turned else "ltr")
            return "<w:rtl/>" if way == "rtl" else ""
        if direction(language) == "rtl":
            return "<w:rtl/>" + element("w:lang", {"w:bidi": language})
        return element("w:lang", {"w:val": language, "w:eastAsia": language})

    def _inline(self, inline: Inline, spot: Spot, look: Look) -> str:
        match inline:
            case Text():
                return self.run(inline.text, look)
            case Code():
                return self.run(inline.text, replace(look, style="CodeText"))
            case LineBreak():
                return f"<w:r>{self.properties(look)}<w:br/></w:r>"
            case Emphasis():
                return self.inlines(inline.children, spot, replace(look, emphasis=True))
            case Strong():
                return self.inlines(inline.children, spot, replace(look, strong=True))
            case LanguageSpan():
                return self.inlines(inline.children, spot, replace(look, language=inline.language))
            case Link():
                words = self.inlines(inline.children, spot, replace(look, style="Hyperlink", linked=True))
                return self._link(inline.target, words, spot, look)
            case Citation():
                marks = "".join(self._mark(mark, spot, look) for mark in inline.marks)
                return self.bookmarks.within(inline.anchor, marks)
            case NoteReference():
                return self.notes.mark(inline, spot, self.properties(NOTE_MARK))
            case _:
                assert_never(inline)

    def _mark(self, mark: Mark, spot: Spot, look: Look) -> str:
        words = self.run(mark.text, replace(look, style="Citation"))
        return self._link(f"#{mark.target}", words, spot, look) if mark.target else words

    def _link(self, target: str, words: str, spot: Spot, look: Look) -> str:
        if look.linked:
            help = "take the inner link or citation out of the words of the outer link"
            message = f"the link to {target} stands inside another link"
            self.report.error("link-in-link", message, spot.span, help, spot.part)
            return words
        if target.startswith("#"):
            attributes = {"w:anchor": self.bookmarks.target(target[1:])}
        else:
            attributes = {"r:id": self.relations.to(RELATIONSHIP_TYPE.HYPERLINK, target, external=True)}
        return element("w:hyperlink", {**attributes, "w:history": "1"}, words)
