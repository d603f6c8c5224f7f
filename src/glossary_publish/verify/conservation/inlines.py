"""Inline Markdown taken off a text: what is left are the words that a reader sees (CommonMark 0.31, 6)."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from html.entities import html5

from glossary_publish.verify.conservation.emphasis import Run, run_of, use_up
from glossary_publish.verify.conservation.leaves import CITED, MARKED

SPECIAL = re.compile(r"[\\`*_\[!<&]")
ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
ENTITY = re.compile(r"&(?:#[xX]([0-9a-fA-F]{1,6})|#([0-9]{1,7})|([A-Za-z][A-Za-z0-9]{1,31}));")
AUTOLINK = re.compile(r"<([A-Za-z][A-Za-z0-9+.-]{1,31}:[^<>\x00-\x20]*|[^\s<>@]+@[^\s<>@]+)>")
CITATION = re.compile(r"\[([^\[\]`]*)\](?![({])")
KEY = re.compile(r"(?<![\w\\])@")
NOTE = re.compile(r"\[\^([^\s\[\]]+)\]")
ATTRIBUTES = re.compile(r"""\{(?:[^{}\n]*?lang=["']?([A-Za-z0-9-]+))?[^{}\n]*\}""")
BRACKET = re.compile(r"[\\`\[\]<]")
TITLE = r"""(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|\(((?:[^()\\]|\\.)*)\))"""
TARGET = re.compile(
    rf"""\(\s*(?:<((?:[^<>\n\\]|\\.)*)>|((?:[^\s()\\]|\\.|\((?:[^\s()\\]|\\.)*\))*))(?:\s+{TITLE})?\s*\)""",
    re.DOTALL,
)
LABEL = re.compile(r"\[((?:[^\[\]\\]|\\.)*)\]", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Address:
    """Where a link or picture leads, and the title beside it."""

    target: str
    title: str


@dataclass(slots=True)
class Inlines:
    """Reads the texts of one source; gathers what is no words on the way."""

    addresses: Mapping[str, Address]
    citations: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)
    links: list[str] = field(default_factory=list)
    languages: list[str] = field(default_factory=list)
    pictures: list[tuple[str, Address]] = field(default_factory=list)
    _closers: dict[int, int] | None = None

    def read(self, text: str, start: int = 0, end: int | None = None) -> str:
        """The words of a stretch of a text; line ends stay where they are."""
        end = len(text) if end is None else end
        pieces: list[str] = []
        runs: list[Run] = []
        place = start
        while place < end:
            found = SPECIAL.search(text, place, end)
            if found is None:
                pieces.append(text[place:end])
                break
            pieces.append(text[place : found.start()])
            place = self._special(text, found.start(), end, pieces, runs)
        use_up(runs)
        for run in runs:
            pieces[run.piece] = run.sign * run.left
        return "".join(pieces)

    def _special(self, text: str, place: int, end: int, pieces: list[str], runs: list[Run]) -> int:
        """Read what begins with a special sign; the place after it."""
        sign = text[place]
        match sign:
            case "\\" | "&" | "<" | "`":
                words, after = self._literal(text, place, end)
            case "*" | "_":
                after = place
                while after < end and text[after] == sign:
                    after += 1
                before, behind = text[place - 1 : place], text[after : min(after + 1, end)]
                runs.append(run_of(sign, after - place, before, behind, len(pieces)))
                words = ""
            case "!" if not text.startswith("[", place + 1) or place + 1 >= end:
                words, after = sign, place + 1
            case _:
                words, after = self._bracket(text, place, end)
        pieces.append(words)
        return after

    def _literal(self, text: str, place: int, end: int) -> tuple[str, int]:
        sign = text[place]
        if sign == "`":
            return _code(text, place, end)
        if sign == "\\" and (escape := ESCAPE.match(text, place, end)):
            return escape[1], escape.end()
        if sign == "\\" and text.startswith("\n", place + 1):
            return "", place + 1
        if sign == "&" and (entity := ENTITY.match(text, place, end)):
            return _character(entity), entity.end()
        if sign == "<" and (link := AUTOLINK.match(text, place, end)):
            self.links.append(link[1] if ":" in link[1] else f"mailto:{link[1]}")
            return link[1], link.end()
        return sign, place + 1

    def _bracket(self, text: str, place: int, end: int) -> tuple[str, int]:
        """A citation, words in another language, a link, a picture, the mark of a note, or a bracket."""
        picture = text[place] == "!"
        start = place + picture
        if not picture and (citation := CITATION.match(text, start, end)) and KEY.search(citation[1]):
            self.citations.append(citation[1])
            return CITED, citation.end()
        if self._closers is None:
            self._closers = closers(text)
        close = self._closers.get(start, end)
        if close >= end:
            return text[place], place + 1
        if not picture and (attributes := ATTRIBUTES.match(text, close + 1, end)):
            self.languages.append(attributes[1] or "")
            return self.read(text, start + 1, close), attributes.end()
        address, after = self._address(text, start, close, end)
        if address is not None:
            if picture:
                inner = Inlines(self.addresses)
                self.pictures.append((inner.read(text, start + 1, close), address))
                return "", after
            self.links.append(address.target)
            return self.read(text, start + 1, close), after
        if note := NOTE.match(text, start, end):
            self.notes.append(note[1])
            return text[place:start] + MARKED, note.end()
        return text[place], place + 1

    def _address(self, text: str, start: int, close: int, end: int) -> tuple[Address | None, int]:
        if target := TARGET.match(text, close + 1, end):
            title = target[3] or target[4] or target[5] or ""
            return Address(unescaped(target[1] or target[2] or ""), unescaped(title)), target.end()
        label, after = text[start + 1 : close], close + 1
        if reference := LABEL.match(text, close + 1, end):
            label, after = reference[1] or label, reference.end()
        return self.addresses.get(label_of(label)), after


def closers(text: str) -> dict[int, int]:
    """Where each bracket of a text is closed; brackets in code, escapes and addresses are passed over."""
    found: dict[int, int] = {}
    opened: list[int] = []
    place, end = 0, len(text)
    while bracket := BRACKET.search(text, place):
        place = bracket.end()
        match bracket[0]:
            case "\\":
                place += 1
            case "`":
                place = _code(text, bracket.start(), end)[1]
            case "<":
                link = AUTOLINK.match(text, bracket.start())
                place = link.end() if link else place
            case "[":
                opened.append(bracket.start())
            case _:
                if opened:
                    found[opened.pop()] = bracket.start()
    return found


def label_of(text: str) -> str:
    """The label of an address in the form in which labels are compared (CommonMark 0.31, 4.7)."""
    return " ".join(text.split()).casefold().upper()


def unescaped(text: str) -> str:
    """A text with its escapes and entities turned into what they stand for."""
    return re.sub(rf"{ESCAPE.pattern}|{ENTITY.pattern}", _plain, text)


def _plain(found: re.Match[str]) -> str:
    if found[1]:
        return found[1]
    entity = ENTITY.match(found[0])
    return _character(entity) if entity else found[0]


def _character(entity: re.Match[str]) -> str:
    if entity[3]:
        return html5.get(f"{entity[3]};", entity[0])
    code = int(entity[1], 16) if entity[1] else int(entity[2])
    return chr(code) if 0 < code < 0x110000 and not 0xD800 <= code < 0xE000 else "\ufffd"


def _code(text: str, place: int, end: int) -> tuple[str, int]:
    """The characters of a code span; without an end, only its marks."""
    after = place
    while after < end and text[after] == "`":
        after += 1
    marks = text[place:after]
    close = re.compile(rf"(?<!`){marks}(?!`)").search(text, after, end)
    if close is None:
        return marks, after
    words = text[after : close.start()]
    if words.strip() and words[0] in " \n" and words[-1] in " \n":
        words = words[1:-1]
    return words, close.end()
