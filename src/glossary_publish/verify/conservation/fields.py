"""The values of YAML by their keys, read without a YAML library: as much of the language as sources may use."""

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

DEEPEST = 200  # columns; sources are far from it, and refused before
KEY = re.compile(r"""("(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|[^\s#"'\[{][^:#]*?)\ *:(?=\ |$)""", re.VERBOSE)
COMMENT = re.compile(r"(?:^|\s)#.*$")
QUOTED = re.compile(r"""\s*(?:"((?:[^"\\]|\\.)*)"|'((?:[^']|'')*)')""", re.DOTALL)
FLOW_WORD = re.compile(r"""\s*([^\s,\[\]{}"'][^,\[\]{}]*?)\s*(?=[,\[\]{}]|:\s)""", re.DOTALL)
BLOCK = re.compile(r"[|>][-+0-9]*\s*(?:#.*)?$")
ESCAPE = re.compile(r"\\(?:x(..)|u(.{4})|U(.{8})|(\n\s*)|(.))", re.DOTALL)
ESCAPES = {
    "n": "\n",
    "t": "\t",
    "r": "\r",
    "0": "\0",
    "_": "\u00a0",
    "N": "\u0085",
    "L": "\u2028",
    "P": "\u2029",
}


@dataclass(frozen=True, slots=True)
class Value:
    """A scalar and the line on which it begins."""

    text: str
    line: int


Fields = Mapping[
    str, Sequence[Value]
]  # by key, inner keys after a dot; the items of a list stand side by side


def read_fields(lines: Sequence[str], first_line: int) -> Fields:
    """The values of some lines of YAML."""
    reader = _Reader(lines, first_line)
    reader.node(0, "")
    return reader.fields


def read_some_fields(lines: Sequence[str], first_line: int, keys: Collection[str]) -> Fields:
    """The values of some keys, without a look at those of the others: only at the margin a key can begin or end."""
    blocks: list[tuple[int, list[str]]] = []  # with the number of their first line
    wanted = False
    for number, line in enumerate(lines, first_line):
        if line and line[0] not in " -#":
            key = KEY.match(line)
            wanted = key is not None and key[1].strip("\"'") in keys
            if wanted:
                blocks.append((number, []))
        if wanted:
            blocks[-1][1].append(line)
    found: dict[str, list[Value]] = {}
    for number, block in blocks:
        for path, values in read_fields(block, number).items():
            found.setdefault(path, []).extend(values)
    return found


def value_of(fields: Fields, key: str) -> str:
    """The only value of a key; empty when it is not there."""
    values = fields.get(key, ())
    return " ".join(values[0].text.split()) if values else ""


def values_of(fields: Fields, key: str) -> list[str]:
    """All values of a key."""
    return [" ".join(value.text.split()) for value in fields.get(key, ())]


class _Reader:
    def __init__(self, lines: Sequence[str], first_line: int) -> None:
        self._lines = [line.rstrip() for line in lines]
        self._first = first_line
        self._at = 0
        self.fields: dict[str, list[Value]] = {}

    def node(self, indent: int, path: str) -> None:
        """The entries and items at an indentation, until a line stands further out."""
        while (line := self._next()) is not None and _indent(line) >= indent:
            here = _indent(line)
            text = line[here:]
            if text == "-" or text.startswith("- "):
                self._item(here, path)
            elif key := KEY.match(text):
                name = key[1].strip("\"'")
                self._at_value(here, here + key.end(), _inner(path, name))
            else:
                self._scalar(here - 1, here, path)

    def _next(self) -> str | None:
        """The next line that says something."""
        while self._at < len(self._lines):
            line = self._lines[self._at]
            if line.strip() and not line.lstrip().startswith("#"):
                return line
            self._at += 1
        return None

    def _item(self, dash: int, path: str) -> None:
        """What stands after a dash is indented as if the dash were a space."""
        line = self._lines[self._at]
        text = line[dash + 1 :].lstrip()
        column = len(line) - len(text)
        if (
            text
            and not text.startswith("#")
            and (text.startswith("- ") or KEY.match(text))
            and column < DEEPEST
        ):
            self._lines[self._at] = " " * column + text
            self.node(column, path)
        else:
            self._at_value(dash, column, path)

    def _at_value(self, indent: int, column: int, path: str) -> None:
        """The value that begins in a column, of a key or dash that stands at `indent`."""
        rest = self._lines[self._at][column:].strip()
        if rest and not rest.startswith("#"):
            self._scalar(indent, column, path)
            return
        self._at += 1
        line = self._next()
        if line is None:
            return
        inner = _indent(line)
        if inner > indent or (inner == indent and line.lstrip().startswith("-")):
            if inner == indent:
                while (line := self._next()) and _indent(line) == indent and line[indent:].startswith("-"):
                    self._item(indent, path)
            else:
                self.node(inner, path)

    def _scalar(self, indent: int, column: int, path: str) -> None:
        """A scalar or a list in brackets; lines that are indented further than `indent` belong to it."""
        line, start = self._first + self._at, self._at
        first = self._lines[start][column:].strip()
        self._at += 1
        while self._at < len(self._lines):
            further = self._lines[self._at]
            if further.strip() and _indent(further) <= indent:
                break
            self._at += 1
        below = self._lines[start + 1 : self._at]
        if BLOCK.match(first):
            self._add(path, "\n".join(piece.strip() for piece in below), line)
        elif first[0] in "\"'":
            self._add(path, _unquoted("\n".join((first, *below))), line)
        elif first[0] in "[{":
            self._flow("\n".join((first, *below)), path, line)
        else:
            plain = (COMMENT.sub("", piece).strip() for piece in (first, *below))
            self._add(path, " ".join(filter(None, plain)), line)

    def _flow(self, text: str, path: str, line: int) -> None:
        """Lists and mappings in brackets, at any depth."""
        paths, place, name = [path], 1, ""
        while place < len(text) and paths:
            if quoted := QUOTED.match(text, place):
                word, place = _unquoted(quoted[0].strip()), quoted.end()
            elif plain := FLOW_WORD.match(text, place):
                word, place = plain[1], plain.end()
            else:
                if text[place] in "[{":
                    paths.append(_inner(paths[-1], name))
                    name = ""
                elif text[place] in "]}":
                    paths.pop()
                elif text[place] == ",":
                    name = ""
                place += 1
                continue
            if colon := re.compile(r"\s*:(?=\s)").match(text, place):
                name, place = word, colon.end()
            else:
                here = line + text.count("\n", 0, place - len(word))
                self._add(_inner(paths[-1], name), word, here)
                name = ""

    def _add(self, path: str, text: str, line: int) -> None:
        self.fields.setdefault(path, []).append(Value(text, line))


def _inner(path: str, name: str) -> str:
    """The path of a key below another one."""
    return ".".join(filter(None, (path, name)))


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _unquoted(text: str) -> str:
    """What stands between quotation marks; nothing after the second one is read."""
    quoted = QUOTED.match(text)
    if quoted is None:
        return text
    if quoted[2] is not None:
        return quoted[2].replace("''", "'")
    return ESCAPE.sub(_escaped, quoted[1])


def _escaped(found: re.Match[str]) -> str:
    code = found[1] or found[2] or found[3]
    if code:
        return chr(int(code, 16))
    if found[4]:
        return ""
    return ESCAPES.get(found[5], found[5])
