"""The traps of YAML: which one a line fell into, and the line as it should be written."""

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING

from glossary_publish.diagnostics import Report, Span

if TYPE_CHECKING:
    from ruamel.yaml.error import YAMLError

ENTRY = re.compile(
    r"""(?P<lead>\ *(?:-\ +)*)            # indentation and dashes of a list
        (?:(?P<key>[^\s"'\[{#&*!|>%@`:][^:"'\[{]*?)\ *:(?:\ +|$))?   # a key
        (?P<value>.*)""",
    re.VERBOSE,
)
QUOTED = re.compile(r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*')\ *(?:\ \#.*)?""", re.VERBOSE)
BLOCK_SCALAR = re.compile(r"[|>][-+0-9]{0,2} *(?: #.*)?")
FLOW = re.compile(r"[\[{].*[\]}] *(?: #.*)?")
UNSPACED = re.compile(r"[a-z_]+:(?!//)\S")
KEY = re.compile(r"[a-z][\w-]*|[A-Z]+")  # a sentence in a list begins with a capital letter, or has a space
LONGEST = 2_000  # characters of a line that is looked at
CLOSERS = {"[": "]", "{": "}"}
SPECIAL = "@`%*&!|>?]},[{#"


@dataclass(frozen=True, slots=True)
class Trap:
    """A trap on one line: its code, what happens, where (0-based), and the line as it should be."""

    code: str
    message: str
    column: int
    end: int
    line: str


@dataclass(frozen=True, slots=True)
class _Entry:
    """A line taken apart: whether it has a key or a dash, its value, and where that begins."""

    led: bool
    value: str
    start: int


def trap_of(line: str) -> Trap | None:
    """The trap that a line of YAML fell into, if any; only for text that does not parse."""
    entry = _entry(line)
    if entry is None or (entry.value[0] == "#" and not entry.led):
        return None
    value, start = entry.value, entry.start
    fixed = line[:start] + quoted(value)
    if value[0] in "\"'":
        if QUOTED.fullmatch(value):
            return None
        message = "the value begins with a quotation mark, and YAML reads no further than its partner"
        return Trap("leading-quote", message, start, start + len(value), fixed)
    if BLOCK_SCALAR.fullmatch(value) or FLOW.fullmatch(value):
        return None
    if value[0] in CLOSERS and CLOSERS[value[0]] not in value:
        message = f"the {value[0]!r} that opens here is not closed on its line"
        return Trap("special-character", message, start, start + 1, line + CLOSERS[value[0]])
    if value[0] in SPECIAL or value == "-" or value.startswith("- "):
        message = f"no plain value may begin with {value[0]!r}"
        return Trap("special-character", message, start, start + 1, fixed)
    glued = UNSPACED.match(value)
    if glued and not entry.led:
        end = start + glued.end() - 1
        return Trap("missing-space", "no space follows the colon", start, end, f"{line[:end]} {line[end:]}")
    colon = re.search(r":(?= |$)", value)
    if colon and entry.led:
        column = start + colon.start()
        return Trap("unquoted-colon", COLON, column, column + 1, fixed)
    return None


def _entry(line: str) -> _Entry | None:
    """A line with a value, taken apart; the first words of a sentence in a list are no key."""
    match = ENTRY.fullmatch(line) if len(line) <= LONGEST else None
    if match is None or not match["value"].strip():
        return None
    listed, key = bool(match["lead"].strip()), match["key"]
    if listed and key and not KEY.fullmatch(key):
        return _Entry(True, line[match.start("key") :].rstrip(), match.start("key"))
    return _Entry(bool(key) or listed, match["value"].rstrip(), match.start("value"))


def quoted(value: str) -> str:
    """A value in the quotation marks that change it least."""
    if '"' not in value and "\\" not in value:
        return f'"{value}"'
    if "'" not in value:
        return f"'{value}'"
    return '"' + value.replace("\\", "\\\\").replace('"', '\\"') + '"'


def corrected(line: str) -> str:
    """Help that prints a line with its value in quotation marks; empty when it has no key or no value."""
    entry = _entry(line)
    if entry is None or not entry.led:
        return ""
    return f"write: {(line[: entry.start] + quoted(entry.value)).strip()}"


def explain(error: "YAMLError", lines: list[str], path: str, first_line: int, report: Report) -> None:
    """Report why the text does not parse: the trap at that place or the nearest one above, else the parser's words.

    A quotation mark that is never closed is noticed far below the line that is to be mended.
    """
    mark = getattr(error, "problem_mark", None)
    last = min(mark.line if mark else 0, len(lines) - 1)
    column = mark.column + 1 if mark else 1
    here = Span(path, first_line + last, column, column + 1)
    words = getattr(error, "problem", None) or str(error)
    if words.startswith("mapping values") and not trap_of(lines[last]):
        report.error("unquoted-colon", COLON, here, "put the whole value in quotation marks")
        return
    for number in range(last, -1, -1):
        if trap := trap_of(lines[number]):
            span = Span(path, first_line + number, trap.column + 1, trap.end + 1)
            report.error(trap.code, trap.message, span, f"write: {trap.line.strip()}")
            return
    report.error("malformed-yaml", words, here, HELP)


COLON = "a colon inside a value begins a new key"
HELP = "write `key: value`, indent the items of a list alike, and put prose in quotation marks"
