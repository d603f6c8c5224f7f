"""BibTeX and BibLaTeX. The reader is strict: what it does not understand is an error at its place."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Any

from glossary_publish.starting.bibliographies.latex import UnknownLatex, text_of
from glossary_publish.starting.bibliographies.people import people
from glossary_publish.starting.bibliographies.source import (
    MONTHS,
    Source,
    date,
    date_of,
    place,
    plain,
    tidied,
    unreadable,
)

TYPES = {
    "article": "article-journal", "book": "book", "mvbook": "book", "booklet": "pamphlet", "collection": "book",
    "inbook": "chapter", "incollection": "chapter", "chapter": "chapter", "inreference": "entry-encyclopedia",
    "inproceedings": "paper-conference", "conference": "paper-conference", "proceedings": "book",
    "phdthesis": "thesis", "mastersthesis": "thesis", "thesis": "thesis", "techreport": "report",
    "report": "report", "manual": "report", "online": "webpage", "electronic": "webpage", "www": "webpage",
    "webpage": "webpage", "misc": "document", "unpublished": "manuscript", "dataset": "dataset",
    "software": "software", "reference": "book", "periodical": "periodical",
}  # fmt: skip
FIELDS = {
    "journal": "container-title", "journaltitle": "container-title", "booktitle": "container-title",
    "shortjournal": "container-title-short", "series": "collection-title", "volume": "volume", "issue": "issue",
    "pages": "page", "publisher": "publisher", "school": "publisher", "institution": "publisher",
    "organization": "publisher", "address": "publisher-place", "location": "publisher-place",
    "edition": "edition", "doi": "DOI", "url": "URL", "isbn": "ISBN", "issn": "ISSN", "pmid": "PMID",
    "pmcid": "PMCID", "langid": "language", "language": "language", "chapter": "chapter-number",
    "shorttitle": "title-short", "version": "version", "pagetotal": "number-of-pages", "volumes": "number-of-volumes",
}  # fmt: skip
ROLES = ("author", "editor", "translator")
OTHER = ("title", "subtitle", "number", "year", "month", "day", "date", "urldate")
LANGUAGES = {
    "english": "en", "american": "en-US", "british": "en-GB", "spanish": "es", "french": "fr", "german": "de",
    "ngerman": "de", "arabic": "ar", "chinese": "zh", "portuguese": "pt", "italian": "it", "dutch": "nl",
}  # fmt: skip
BETWEEN = re.compile(r"(?:\s|%[^\n]*)*")
KIND = re.compile(r"@\s*([A-Za-z]+)\s*([{(])")
NAME = re.compile(r"[^\s\"#%'(),={}]+")


def read_bibtex(text: str, path: str) -> list[Source]:
    """Each entry; texts are put in the places of their abbreviations."""
    return list(_Reader(text, path).entries())


@dataclass(slots=True)
class _Reader:
    text: str
    path: str
    position: int = 0
    strings: dict[str, str] = field(default_factory=lambda: {month: month for month in MONTHS})

    def entries(self) -> Iterator[Source]:
        """The entries in their order."""
        while self._after_space() < len(self.text):
            start, found = self.position, KIND.match(self.text, self.position)
            if found is None:
                raise self._not_read("here is neither an entry nor a comment (%)")
            self.position = found.end()
            kind, end = found[1].lower(), ")" if found[2] == "(" else "}"
            if kind in ("comment", "preamble"):
                self.position -= 1
                self._braced(found[2], end)
            elif kind == "string":
                self.strings |= {name: value for name, value, _ in self._fields(end, start)}
            else:
                yield self._entry(kind, end, start)

    def _entry(self, kind: str, end: str, start: int) -> Source:
        if kind not in TYPES:
            self.position = start
            raise self._not_read(
                f"@{kind} is no kind of entry that is known", f"use one of: {', '.join(TYPES)}"
            )
        key = self._name("the key of the entry")
        self._after_space()
        if self.text[self.position : self.position + 1] == ",":
            self.position += 1
        raw: dict[str, tuple[str, int]] = {}
        for name, value, position in self._fields(end, start):
            if name in raw:
                self.position = position
                raise self._not_read(f"the field {name} stands twice")
            raw[name] = (value, position)
        data = self._data(kind, {name: self._text(name, *found) for name, found in raw.items()}, raw)
        known = {*FIELDS, *ROLES, *OTHER}
        return Source(
            tidied({"id": key, **data}), place(self.text, start, self.path), tuple(sorted({*raw} - known))
        )

    def _fields(self, end: str, start: int) -> Iterator[tuple[str, str, int]]:
        while True:
            self._after_space()
            if self.text[self.position : self.position + 1] == end:
                self.position += 1
                return
            if self.position >= len(self.text):
                self.position = start
                raise self._not_read(f"the entry has no end ({end})")
            position, name = self.position, self._name("the name of a field")
            self._expect("=", f"{name} needs a sign = after it")
            yield name.lower(), self._value(), position
            self._after_space()
            if self.text[self.position : self.position + 1] == ",":
                self.position += 1
            elif self.text[self.position : self.position + 1] not in (end, ""):
                raise self._not_read("a comma is missing before this")

    def _value(self) -> str:
        pieces = []
        while True:
            self._after_space()
            letter = self.text[self.position : self.position + 1]
            if letter == "{":
                pieces.append(self._braced("{", "}"))
            elif letter == '"':
                pieces.append(self._quoted())
            else:
                pieces.append(self._abbreviated())
            self._after_space()
            if self.text[self.position : self.position + 1] != "#":
                return "".join(pieces)
            self.position += 1

    def _abbreviated(self) -> str:
        start, name = self.position, self._name("a value")
        if name.isdigit():
            return name
        if name.lower() not in self.strings:
            self.position = start
            help = "put the value into braces, or define it with @string"
            raise self._not_read(f"{name!r} is no abbreviation that is defined", help)
        return self.strings[name.lower()]

    def _braced(self, open_: str, close: str) -> str:
        start, depth = self.position, 0
        while self.position < len(self.text):
            letter = self.text[self.position]
            if letter == "\\":
                self.position += 2
                continue
            depth += (letter == open_) - (letter == close)
            self.position += 1
            if depth == 0:
                return self.text[start + 1 : self.position - 1]
        self.position = start
        raise self._not_read(f"what begins here has no end ({close})")

    def _quoted(self) -> str:
        start = self.position
        self.position += 1
        while self.position < len(self.text) and self.text[self.position] != '"':
            if self.text[self.position] == "{":
                self._braced("{", "}")
            else:
                self.position += 1 + (self.text[self.position] == "\\")
        if self.position >= len(self.text):
            self.position = start
            raise self._not_read("the quotation mark that opens here is not closed")
        self.position += 1
        return self.text[start + 1 : self.position - 1]

    def _name(self, what: str) -> str:
        self._after_space()
        found = NAME.match(self.text, self.position)
        if found is None:
            raise self._not_read(f"{what} is missing here")
        self.position = found.end()
        return found[0]

    def _expect(self, sign: str, message: str) -> None:
        self._after_space()
        if self.text[self.position : self.position + 1] != sign:
            raise self._not_read(message)
        self.position += 1

    def _after_space(self) -> int:
        if found := BETWEEN.match(self.text, self.position):
            self.position = found.end()
        return self.position

    def _not_read(self, message: str, help: str = "") -> Exception:
        span = place(self.text, self.position, self.path)
        return unreadable(message, span, help) if help else unreadable(message, span)

    def _text(self, name: str, value: str, position: int) -> str:
        if name not in (*FIELDS, *OTHER):
            return ""
        try:
            return plain(value if name in ("url", "doi") and "\\" not in value else text_of(value))
        except UnknownLatex as error:
            self.position = position
            message = f"the {name} holds LaTeX that is not read here: {error}"
            raise self._not_read(message, "write the sign itself, in UTF-8; nothing was added") from error

    def _data(self, kind: str, texts: dict[str, str], raw: dict[str, tuple[str, int]]) -> dict[str, Any]:
        data: dict[str, Any] = {"type": TYPES[kind]}
        data["title"] = ": ".join(filter(None, (texts.get("title"), texts.get("subtitle"))))
        data |= {role: self._people(role, *raw[role]) for role in ROLES if role in raw}
        for name, field_ in FIELDS.items():
            if texts.get(name):
                data.setdefault(field_, texts[name])
        if number := texts.get("number"):
            data["issue" if kind == "article" else "number"] = number
        if "language" in data:
            data["language"] = LANGUAGES.get(data["language"].lower(), data["language"])
        data["issued"] = date_of(texts.get("date", "")) or (
            date(texts["year"], texts.get("month", ""), texts.get("day", "")) if texts.get("year") else None
        )
        data["accessed"] = date_of(texts.get("urldate", ""))
        return data

    def _people(self, role: str, value: str, position: int) -> list[dict[str, str]]:
        try:
            return people(value)
        except UnknownLatex as error:
            self.position = position
            message = f"a name in {role} holds LaTeX that is not read here: {error}"
            raise self._not_read(message, "write the sign itself, in UTF-8; nothing was added") from error
        except ValueError as error:
            self.position = position
            raise self._not_read(
                f"{role} {error}", "write each name as Family, Given, with `and` between"
            ) from error
