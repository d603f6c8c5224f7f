"""PDF objects and how they are written (ISO 32000-1, 7.2 and 7.3): a strict reader of bytes."""

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple, TypeAlias

DEPTH = 64  # arrays and dictionaries inside each other; honest files stay under 10


class MalformedPdf(Exception):
    """The bytes are not the PDF that they say they are; the message names the first thing that is wrong."""


class Name(str):
    """A PDF name, without its slash."""

    __slots__ = ()


class Ref(NamedTuple):
    """A reference to an indirect object."""

    number: int
    generation: int


@dataclass(frozen=True, slots=True)
class Stream:
    """A stream: its dictionary and its bytes as they stand in the file."""

    table: "Table"
    raw: bytes


Object: TypeAlias = (
    "bool | int | float | Name | bytes | Ref | list[Object] | dict[str, Object] | Stream | None"
)
Table: TypeAlias = "dict[str, Object]"

DELIMITED = rb"(?![^\0\t\n\f\r ()<>\[\]{}/%])"
TOKEN = re.compile(
    rb"(?:[\0\t\n\f\r ]|%[^\r\n]*)*"
    rb"(?:/(?P<name>[^\0\t\n\f\r ()<>\[\]{}/%]*)"
    rb"|(?P<ref>(?P<number>\d{1,10})[\0\t\n\f\r ]+(?P<generation>\d{1,5})[\0\t\n\f\r ]+R" + DELIMITED + rb")"
    rb"|(?P<integer>[+-]?\d{1,18}" + DELIMITED + rb")"
    rb"|(?P<real>[+-]?(?:\d{1,18}\.\d{0,18}|\.\d{1,18})" + DELIMITED + rb")"
    rb"|(?P<open><<|\[)|(?P<close>>>|\])"
    rb"|\((?P<plain>[^()\\\r]*)\)"
    rb"|<(?P<hex>[0-9A-Fa-f\0\t\n\f\r ]*)>"
    rb"|(?P<string>\()"
    rb"|(?P<word>true|false|null)" + DELIMITED + rb")"
)
# No possessive repetition of a group: Python before 3.11.5 matches too much with it when the group backtracks.
QUOTED = rb"\([^()\\\r]*+(?:\\[()\\][^()\\\r]*+)*\)"  # its escapes stand for the character after them
PLAIN = rb"/[A-Za-z0-9-]++|\d{1,10} \d{1,5} R|\d{1,18}(?=[ \n/>])|" + QUOTED
INNER = rb"<<(?:[ \n]*/[A-Za-z0-9]++[ \n]*(?:" + PLAIN + rb"))*[ \n]*>>"
ARRAY = rb"\[(?:[R0-9. \n]++|/[A-Za-z0-9-]++(?=[ \n\]])|" + INNER + rb")*\]"
# A dictionary in which others are plain: most structure elements, marks, links and bookmarks.
VALUES = PLAIN + rb"|" + ARRAY + rb"|" + INNER
FLAT = re.compile(rb"[ \n]*<<((?:[ \n]*/[A-Za-z0-9]++[ \n]*(?:" + VALUES + rb"))*)[ \n]*>>")
ENTRY = re.compile(
    rb"/([A-Za-z0-9]+)[ \n]*(?:/([A-Za-z0-9-]+)|(\d+) (\d+) R|(\d+)"
    rb"|(" + ARRAY + rb")|(" + QUOTED + rb")|(" + INNER + rb"))"
)
LINKS = re.compile(
    rb"(?:(\d{1,10}) (\d{1,5}) R|(\d{1,18})|(\d{1,18}\.\d{0,18}|\.\d{1,18}))(?=[ \n/<]|\Z)"
    rb"|/([A-Za-z0-9-]+)|(" + INNER + rb")|([^ \n])"
)
ESCAPED_NAME = re.compile(rb"#([0-9A-Fa-f]{2})")
ESCAPED = re.compile(rb"\\(.)")
STRING_PIECE = re.compile(rb"[^()\\\r]+|\\(?:[0-7]{1,3}|\r\n|[\s\S])|\r\n?|[()]")
ESCAPES = {
    b"n": b"\n",
    b"r": b"\r",
    b"t": b"\t",
    b"b": b"\b",
    b"f": b"\f",
    b"\n": b"",
    b"\r": b"",
    b"\r\n": b"",
}
CLOSES = {b">>": b"<<", b"]": b"["}
WORDS: dict[bytes, bool | None] = {b"true": True, b"false": False, b"null": None}


def read_object(data: bytes, position: int) -> tuple[Object, int]:
    """Read one object; returns it and the position after it. Raises `MalformedPdf`."""
    flat = FLAT.match(data, position)
    if flat is not None:
        return _flat_table(flat[1], flat.end()), flat.end()
    stack: list[list[Object]] = []
    kinds: list[bytes] = []
    while True:
        match = TOKEN.match(data, position)
        if match is None:
            raise MalformedPdf(f"no object at byte {position}")
        position = match.end()
        value: Object
        match match.lastgroup:
            case "name":
                value = name(match["name"])
            case "ref":
                value = _ref(match["number"], match["generation"])
            case "integer":
                value = int(match["integer"])
            case "open":
                if len(stack) > DEPTH:
                    raise MalformedPdf(f"objects stand inside each other more than {DEPTH} deep")
                stack.append([])
                kinds.append(match["open"])
                continue
            case "close":
                if not stack or CLOSES[match["close"]] != kinds.pop():
                    raise MalformedPdf(f"{match['close']!r} at byte {position} closes nothing")
                items = stack.pop()
                value = items if match["close"] == b"]" else _table(items, position)
            case "string":
                value, position = _string(data, position)
            case _:
                value = _scalar(match)
        if not stack:
            return value, position
        stack[-1].append(value)


def _flat_table(entries: bytes, position: int) -> Table:
    """A dictionary of plain things, and of arrays and dictionaries of these: the quick way for most."""
    table: Table = {}
    found = ENTRY.findall(entries)
    for key, called, number, generation, integer, array, quoted, inner in found:
        value: Object
        if number:
            value = _ref(number, generation)
        elif called:
            value = name(called)
        elif integer:
            value = int(integer)
        elif array:
            value = _flat_array(array[1:-1], position)
        elif quoted:
            value = ESCAPED.sub(rb"\1", quoted[1:-1]) if b"\\" in quoted else quoted[1:-1]
        else:
            value = _flat_table(inner, position)
        table[key.decode()] = value
    if len(table) != len(found):
        raise MalformedPdf(f"the dictionary that ends at byte {position} has a key twice")
    return table


def _flat_array(array: bytes, position: int) -> list[Object]:
    """An array of names, numbers, references and dictionaries of plain things."""
    items: list[Object] = []
    for number, generation, integer, real, called, inner, other in LINKS.findall(array):
        if other:
            raise MalformedPdf(f"an array before byte {position} holds {other!r}")
        if number:
            items.append(_ref(number, generation))
        elif integer:
            items.append(int(integer))
        elif real:
            items.append(float(real))
        else:
            items.append(name(called) if called else _flat_table(inner, position))
    return items


@lru_cache(8192)
def _ref(number: bytes, generation: bytes) -> Ref:
    return Ref(int(number), int(generation))


def _scalar(match: re.Match[bytes]) -> Object:
    match match.lastgroup:
        case "real":
            return float(match["real"])
        case "plain":
            return match["plain"]
        case "hex":
            return hexadecimal(match["hex"])
    return WORDS[match["word"]]


def _table(items: list[Object], position: int) -> Table:
    keys, values = items[::2], items[1::2]
    table = {key: value for key, value in zip(keys, values, strict=False) if isinstance(key, Name)}
    if len(table) != len(keys) or len(keys) != len(values):
        raise MalformedPdf(
            f"the dictionary that ends at byte {position} has a key twice, no value or a key that is no name"
        )
    return {str(key): value for key, value in table.items()}


@lru_cache(4096)
def name(token: bytes) -> Name:
    """The value of a name token; `#2F` stands for a byte (7.3.5)."""
    if b"#" in token:
        token = ESCAPED_NAME.sub(lambda match: bytes([int(match[1], 16)]), token)
    return Name(token.decode("utf-8", "surrogateescape"))


def hexadecimal(token: bytes) -> bytes:
    """The value of a hexadecimal string; a last odd digit counts as if a 0 followed (7.3.4.3)."""
    digits = b"".join(token.replace(b"\0", b" ").split()).decode("ascii")
    return bytes.fromhex(digits + "0" * (len(digits) % 2))


def _string(data: bytes, position: int) -> tuple[bytes, int]:
    """A literal string after its opening parenthesis: nested parentheses and escapes (7.3.4.2)."""
    pieces: list[bytes] = []
    open_ones = 1
    while match := STRING_PIECE.match(data, position):
        piece, position = match[0], match.end()
        if piece == b"(":
            open_ones += 1
        elif piece == b")":
            open_ones -= 1
            if not open_ones:
                return b"".join(pieces), position
        elif piece.startswith(b"\\"):
            piece = _escape(piece[1:])
        elif piece.startswith(b"\r"):
            piece = b"\n"
        pieces.append(piece)
    raise MalformedPdf(f"a string is not closed at byte {position}")


def _escape(code: bytes) -> bytes:
    if code[:1].isdigit() and code[:1] < b"8":
        return bytes([int(code, 8) & 0xFF])
    return ESCAPES.get(code, code)


def text(value: bytes) -> str:
    """A text string (7.9.2.2): UTF-16 or UTF-8 with a byte order mark, else PDFDocEncoding."""
    if value.startswith((b"\xfe\xff", b"\xff\xfe")):
        return value.decode("utf-16", "replace")
    if value.startswith(b"\xef\xbb\xbf"):
        return value[3:].decode("utf-8", "replace")
    return value.decode("latin-1").translate(PDF_DOC)


# ISO 32000-1, annex D.3: where PDFDocEncoding differs from Latin-1.
PDF_DOC = {
    **dict(zip(range(0x18, 0x20), "˘ˇˆ˙˝˛˚˜", strict=True)),
    **dict(zip(range(0x80, 0x9F), "•†‡…—–ƒ⁄‹›−‰„“”‘’‚™ﬁﬂŁŒŠŸŽıłœšž", strict=True)),
    0x9F: "\ufffd",
    0xA0: "€",
}
