"""The words in an element of a page: text, links, languages, note marks, and how they are painted."""

import re
from dataclasses import dataclass, field

from lxml import etree

from glossary_publish.verify.inspect.epub.package import XML_LANG
from glossary_publish.verify.inspect.epub.page import EPUB_TYPE, HARMLESS, WORDED, H, Page
from glossary_publish.verify.inspect.epub.targets import Targets
from glossary_publish.verify.inspect.markup import text_of
from glossary_publish.verify.inspection import Fault, Painted
from glossary_publish.verify.normal import normal
from glossary_publish.verify.pieces import Pieces

NOTE = re.compile(r"#note-(\d+)")


@dataclass(slots=True)
class Heard:
    """What is gathered beside the items: lines outside the text, painted words, faults."""

    furniture: list[str] = field(default_factory=list)
    painted: list[Painted] = field(default_factory=list)
    faults: list[Fault] = field(default_factory=list)


class Listener:
    """Reads the inline content of one page."""

    def __init__(self, page: Page, language: str, targets: Targets, heard: Heard) -> None:
        self.page = page
        self.heard = heard
        self._language = language
        self._targets = targets

    def pieces(self) -> Pieces:
        """A new item."""
        return Pieces(self._language)

    def language(self, element: etree._Element, around: str) -> str:
        """The language of an element in another one."""
        return element.get(XML_LANG) or element.get("lang") or around

    def text(self, words: str | None, element: etree._Element, language: str, pieces: Pieces | None) -> None:
        """Words directly in an element."""
        if not words:
            return
        if pieces is not None:
            pieces.say(words, language)
        self.paint(words, element)

    def paint(self, words: str, element: etree._Element) -> None:
        """Note how some words look."""
        if not words.isspace():
            seen = self.page.cascade.seen(element)
            self.heard.painted.append(
                Painted(normal(words), seen.size, seen.contrast, not seen.hidden, self.page.name)
            )

    def inline(self, element: etree._Element, around: str, pieces: Pieces) -> None:
        """An inline element and what is in it; not the words after it."""
        language = self.language(element, around)
        self.worded(element)
        if element.tag == f"{H}br":
            pieces.say(" ", language)
        elif element.tag == f"{H}a" and element.get("href") is not None:
            self._link(element, language, pieces)
        elif element.get("aria-hidden") == "true":
            self._silent(element)
        else:
            self._inside(element, language, pieces)

    def _inside(self, element: etree._Element, language: str, pieces: Pieces) -> None:
        self.text(element.text, element, language, pieces)
        for child in element:
            self.inline(child, language, pieces)
            self.text(child.tail, element, language, pieces)

    def _silent(self, element: etree._Element) -> None:
        """Words that are seen and not read aloud are no words of the text."""
        for words in element.itertext():
            self.paint(words, element)

    def _link(self, element: etree._Element, language: str, pieces: Pieces) -> None:
        target = self._targets.target(self.page, element)
        types = {*(element.get("role") or "").split(), *(element.get(EPUB_TYPE) or "").split()}
        if types & {"doc-noteref", "noteref"}:
            self._note_mark(element, target, pieces)
        elif types & {"doc-backlink", "backlink"}:
            self._silent(element)
            self.heard.furniture.append(text_of(element))
        else:
            start = pieces.here()
            self._inside(element, language, pieces)
            pieces.link(start, target)

    def _note_mark(self, element: etree._Element, target: str, pieces: Pieces) -> None:
        number = text_of(element)
        self._silent(element)
        pieces.note(number)
        note = NOTE.fullmatch(target)
        if note is None or note[1] != number:
            message = f"the note mark {number!r} leads to {target}"
            self.heard.faults.append(Fault("note-mark-astray", message, self.page.name))

    def worded(self, element: etree._Element) -> None:
        """Attributes that are read aloud or shown are lines outside the text."""
        if HARMLESS.issuperset(element.keys()):
            return
        for name in WORDED:
            if value := element.get(name):
                self.heard.furniture.append(normal(value))
        if element.tag != f"{H}img" and element.get("alt"):
            self.heard.furniture.append(normal(element.get("alt", "")))
