"""The plain YAML that most files are made of, read line by line in a tenth of the time that a parser of all YAML takes.

Plain are keys and dashes at the beginning of lines, values of one line, flow style of single words, and comments that
have a line of their own. Whatever else stands in a text makes the whole of it the parser's, also each fault: what is
read here has none.
"""

import re
import unicodedata
from collections.abc import Iterator
from typing import NamedTuple

from glossary_publish.diagnostics import Span
from glossary_publish.read.yaml.tree import Mapping, Node, Scalar, Sequence, Tree

KEY = re.compile(r"([A-Za-z][A-Za-z0-9_-]*):(?: (?=\S)(.+))?")
QUOTED = re.compile(r"""\"[^"\\]+\"|'[^']+'""")  # without escapes
# In flow style, words without a sign that could have a meaning there.
FLOW = re.compile(r"(?P<key>[A-Za-z][A-Za-z0-9-]*: )|(?P<word>\w[\w.'-]*(?: [\w.'-]+)*)|(?P<sign>[][{}]|, )")
INDICATORS = frozenset("-?:,[]{}#&*!|>'\"%@`")  # no plain value begins with one (YAML 1.2, 7.3.3)
DEEPEST = 9


class _NotPlain(Exception):
    """The text needs the parser."""


class _Line(NamedTuple):
    number: int
    indent: int
    text: str


def read_plain(text: str, path: str, first_line: int) -> Tree | None:
    """The mapping of a plain text, as the parser reads it; None for every other text."""
    lines = text.split("\n")
    if not all(map(str.isprintable, lines)):  # other ends of lines among them
        return None
    try:
        return _Reader(list(_lines(lines)), path, first_line).document()
    except _NotPlain:
        return None


def _lines(lines: list[str]) -> Iterator[_Line]:
    """The lines that say something, and a last one that ends every value."""
    indent = 0
    for number, line in enumerate(lines):
        text = line.lstrip(" ")
        if "#" in text:
            # One further to the right than what stands above it may be meant as a part of that.
            if not text.startswith("#") or len(line) - len(text) > indent:
                raise _NotPlain
        elif text:
            indent = len(line) - len(text)
            yield _Line(number, indent, text)
    yield _Line(len(lines), -1, "")


class _Reader:
    """Reads lines one after the other; `at` is the next one."""

    def __init__(self, lines: list[_Line], path: str, first_line: int) -> None:
        self.lines = lines
        self.path = path
        self.first_line = first_line
        self.at = 0

    def document(self) -> Mapping:
        """The mapping that all lines make."""
        if self.lines[0].indent:
            raise _NotPlain
        root = self._mapping(0, DEEPEST)
        if self.at < len(self.lines) - 1:
            raise _NotPlain
        return root

    def _mapping(self, indent: int, depth: int) -> Mapping:
        entries: dict[str, tuple[Scalar, Node]] = {}
        start = self.lines[self.at]
        while (line := self.lines[self.at]).indent == indent and not line.text.startswith("- "):
            match = KEY.fullmatch(line.text)
            if match is None or match[1] in entries or not depth:
                raise _NotPlain
            key = Scalar(match[1], self._span(line.number, indent, len(match[1])))
            self.at += 1
            if match[2]:
                value = self._value(match[2], line.number, indent + match.start(2), depth - 1)
            else:
                value = self._below(indent, depth - 1) or Scalar("", key.span)
            entries[match[1]] = (key, value)
        self._closed(indent)
        return Mapping(tuple(entries.values()), self._span(start.number, indent, 0))

    def _below(self, indent: int, depth: int) -> Node | None:
        """What the lines below a key say, if they belong to it: a list may stand as far to the left as the key."""
        line = self.lines[self.at]
        if line.text.startswith("- ") and line.indent >= indent:
            return self._sequence(line.indent, depth)
        return self._mapping(line.indent, depth) if line.indent > indent else None

    def _sequence(self, indent: int, depth: int) -> Sequence:
        items: list[Node] = []
        start = self.lines[self.at]
        while (line := self.lines[self.at]).indent == indent and line.text.startswith("- "):
            text = line.text[2:]
            if not depth or text[:1] in ("", " ") or text.startswith("- "):
                raise _NotPlain
            if KEY.fullmatch(text):
                self.lines[self.at] = _Line(line.number, indent + 2, text)
                items.append(self._mapping(indent + 2, depth - 1))
            else:
                self.at += 1
                items.append(self._value(text, line.number, indent + 2, depth - 1))
                self._closed(indent)
        return Sequence(tuple(items), self._span(start.number, indent, 0))

    def _closed(self, indent: int) -> None:
        """A line further to the right would go on with the value before it."""
        if self.lines[self.at].indent > indent:
            raise _NotPlain

    def _value(self, text: str, number: int, column: int, depth: int) -> Node:
        if text[0] in "[{":
            flow = _Flow(self, text, number, column)
            return flow.whole(depth)
        if text[0] in INDICATORS:
            if not QUOTED.fullmatch(text):
                raise _NotPlain
            return self._scalar(text[1:-1], number, column, len(text))
        if ": " in text or text[-1] in ": ":
            raise _NotPlain
        return self._scalar(text, number, column, len(text))

    def _scalar(self, text: str, number: int, column: int, length: int) -> Scalar:
        return Scalar(unicodedata.normalize("NFC", text), self._span(number, column, length))

    def _span(self, number: int, column: int, length: int) -> Span:
        """The place of so many characters; the beginning of a list or table has none and is told as one."""
        return Span(self.path, self.first_line + number, column + 1, column + 1 + max(length, 1))


class _Flow:
    """Reads what stands in brackets and braces on one line."""

    def __init__(self, reader: _Reader, text: str, number: int, column: int) -> None:
        self.reader = reader
        self.text = text
        self.number = number
        self.column = column
        self.at = 0

    def whole(self, depth: int) -> Node:
        """All of the text."""
        node = self._node(depth, listed=False)
        if self.at < len(self.text):
            raise _NotPlain
        return node

    def _node(self, depth: int, *, listed: bool) -> Node:
        """One value; in a list, words in a row have to be quoted, which the parser tells."""
        start, kind, text = self._next()
        if not depth or kind == "key" or (listed and " " in text):
            raise _NotPlain
        if kind == "word":
            return self.reader._scalar(text, self.number, self.column + start, len(text))
        if text == "[":
            return self._sequence(start, depth - 1)
        if text == "{":
            return self._mapping(start, depth - 1)
        raise _NotPlain

    def _sequence(self, start: int, depth: int) -> Sequence:
        items = [self._node(depth, listed=True)]
        while self._goes_on("]"):
            items.append(self._node(depth, listed=True))
        return Sequence(tuple(items), self.reader._span(self.number, self.column + start, 1))

    def _mapping(self, start: int, depth: int) -> Mapping:
        entries = dict[str, tuple[Scalar, Node]]()
        more = True
        while more:
            place, kind, text = self._next()
            name = text[:-2]
            if kind != "key" or name in entries:
                raise _NotPlain
            key = self.reader._scalar(name, self.number, self.column + place, len(name))
            entries[name] = (key, self._node(depth, listed=False))
            more = self._goes_on("}")
        return Mapping(tuple(entries.values()), self.reader._span(self.number, self.column + start, 1))

    def _goes_on(self, end: str) -> bool:
        _, _, text = self._next()
        if text not in (end, ", "):
            raise _NotPlain
        return text == ", "

    def _next(self) -> tuple[int, str, str]:
        match = FLOW.match(self.text, self.at)
        if match is None or match.lastgroup is None:
            raise _NotPlain
        self.at = match.end()
        return match.start(), match.lastgroup, match[0]
