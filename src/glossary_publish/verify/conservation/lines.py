"""What the lines of a Markdown text begin with (CommonMark 0.31, 4 and 5; tables, notes and definitions beside it)."""

import re

DEEPER = 4  # spaces before a line that is code, or belongs to what stands before it
QUOTE = re.compile(r" {0,3}> ?")
ITEM = re.compile(r"( {0,3})([-+*]|(\d{1,9})([.)]))( +|$)")
START = re.compile(
    r"(?:[ \t]*(?:[-+*>:~]|\d{1,9}[.)])(?=[ \t]))*[ \t]*"
)  # what a line may have before its text
RULE = re.compile(r" {0,3}([-*_])[ \t]*(?:\1[ \t]*){2,}$")
NOTE = re.compile(r" {0,3}\[\^([^\s\[\]]+)\]:[ \t]*")
MEANING = re.compile(r"( *)[:~] +(?=\S)")
HEADING = re.compile(r" {0,3}(#{1,6})(?:[ \t]+|$)")
CLOSING = re.compile(r"(?:^|[ \t]+)#+[ \t]*$")
ATTRIBUTES = re.compile(r"(?:^|\s+)\{[^{}]*\}\s*$")
FENCE = re.compile(r"( {0,3})(`{3,}(?=[^`]*$)|~{3,})")
UNDERLINE = re.compile(r" {0,3}(?:=+|-+)[ \t]*$")
COLUMNS = re.compile(r" {0,3}\|?[ \t]*:?-+:?[ \t]*(?:\|[ \t]*:?-+:?[ \t]*)*\|?[ \t]*$")
BAR = re.compile(r"(?<!\\)\|")
TITLE = r"""(?:"((?:[^"\\]|\\.)*)"|'((?:[^'\\]|\\.)*)'|\(((?:[^()\\]|\\.)*)\))"""
ADDRESS = re.compile(
    rf"\[((?:[^\[\]\\]|\\.)+)\]:\s*(?:<([^<>\n]*)>|(\S+))(?:[ \t]*\n?[ \t]+{TITLE})?[ \t]*(?:\n|$)", re.DOTALL
)


def too_weak(item: re.Match[str]) -> bool:
    """Whether an item may not end a paragraph: it has no words, or a number other than one."""
    return not item[5] or not item.string[item.end() :].strip() or item[3] not in (None, "1")


def indent_of(text: str) -> int:
    """The spaces before a text."""
    return len(text) - len(text.lstrip(" "))


def spread(line: str) -> str:
    """A line with the tabs before its text turned into spaces, those after the signs of lists and quotes too."""
    if "\t" not in line:
        return line
    start = START.match(line)
    end = start.end() if start else 0
    return line[:end].expandtabs(4) + line[end:]


def cells_of(line: str) -> list[str]:
    """The cells of a row."""
    text = line.strip()
    cells = BAR.split(text)
    if text.startswith("|"):
        del cells[0]
    if len(cells) > 1 and not cells[-1].strip():
        del cells[-1]
    return [cell.strip().replace("\\|", "|") for cell in cells]


def heads_table(line: str, below: str) -> bool:
    """Whether a line is the header of a table, by the line below it."""
    plain = "|" in line and COLUMNS.match(below) is not None and ("|" in below or ":" in below)
    return plain and len(cells_of(line)) == len(cells_of(below))
