"""Characters that no article may hold: what no reader sees, what no file format can carry, what turns text around."""

import re
import unicodedata

from glossary_publish.diagnostics import Report, Span

RIGHT_TO_LEFT = frozenset("ar arc ckb dv fa he ks ku ps sd syr ug ur yi".split())

CLOSERS = {"\u202a": "\u202c", "\u202b": "\u202c", "\u202d": "\u202c", "\u202e": "\u202c"} | dict.fromkeys(
    "\u2066\u2067\u2068", "\u2069"
)
DIRECTION_MARKS = "\u061c\u200e\u200f"  # they open nothing and need no closer
DIRECTION = frozenset([*CLOSERS, *CLOSERS.values(), *DIRECTION_MARKS])
JOINERS = "\u200c\u200d"  # zero-width (non-)joiner: spelling in many scripts, hidden dirt in Latin ones
FIRST_JOINING_SCRIPT = "\u0590"  # Latin, Greek, Cyrillic and Armenian stand before it
PLACES_SHOWN = 20  # a file of nothing but such characters needs no longer list

SUSPECT = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f"  # controls; U+0085 would be a line end for some readers and not for others
    "\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\u3164"
    "\ud800-\uf8ff\ufdd0-\ufdef\ufeff\uffa0\ufff0-\uffff"
    "\U0001fffe\U0001ffff\U0002fffe-\U0002ffff\U0003fffe\U0003ffff\U000e0000-\U0010ffff]"
)


def check_characters(text: str, path: str, first_line: int, report: Report, language: str = "en") -> bool:
    """Report each character of `text` that may not stand there; whether there was none."""
    if text.isascii() and not SUSPECT.search(text):
        return True
    unassigned = "".join(c for c in set(text) if c > "\x7f" and unicodedata.category(c) == "Cn")
    pattern = re.compile(f"{SUSPECT.pattern}|[{re.escape(unassigned)}]") if unassigned else SUSPECT
    if not pattern.search(text):
        return True
    found = Report()
    for number, line in enumerate(text.split("\n"), first_line):
        for match in pattern.finditer(line):
            fault = fault_of(line, match.start(), language)
            if fault and len(found.diagnostics) < PLACES_SHOWN:
                _report(fault, match[0], Span(path, number, match.start() + 1, match.end() + 1), found)
    report.extend(found)
    return not found.failed


def fault_of(line: str, index: int, language: str) -> str:
    """The code of what is wrong with one character of a line; empty when it may stand there."""
    character = line[index]
    if character in DIRECTION:
        right_to_left = language.partition("-")[0].lower() in RIGHT_TO_LEFT
        return "" if right_to_left and balanced(line) else "direction-control"
    if character in JOINERS:
        return "" if index and line[index - 1] >= FIRST_JOINING_SCRIPT else "invisible-character"
    if character == "\N{REPLACEMENT CHARACTER}":
        return "damaged-character"
    category = unicodedata.category(character)
    if category in ("Cc", "Cs", "Co", "Cn", "Zl", "Zp"):
        return "" if character in "\t\n" else "forbidden-character"
    return "invisible-character" if SUSPECT.match(character) else ""


def balanced(line: str) -> bool:
    """Whether every embedding, override and isolate of a line is closed in the order in which they were opened."""
    open_ones: list[str] = []
    for character in line:
        if closer := CLOSERS.get(character):
            open_ones.append(closer)
        elif character in "\u202c\u2069" and (not open_ones or open_ones.pop() != character):
            return False
    return not open_ones


def name_of(character: str) -> str:
    """Code point and name, as in `U+200B ZERO WIDTH SPACE`."""
    return f"U+{ord(character):04X} {unicodedata.name(character, '')}".rstrip()


def check_decoded(text: str, span: Span, report: Report, language: str = "en") -> bool:
    """The same check for text that was written as an escape (`&#x200b;`, `\\u200b`) and stands at `span`."""
    for index, character in enumerate(text):
        fault = fault_of(text, index, language)
        if fault:
            _report(fault, character, span, report)
            return False
    return True


HELP = {
    "direction-control": "delete it: it makes a text read otherwise than it is stored; in an article in a "
    "right-to-left language, close it on the same line",
    "invisible-character": "delete it: nobody sees it, and it breaks search and copying",
    "damaged-character": "put the right character back: it was lost when the text was saved or converted",
    "forbidden-character": "delete it or type the character that is meant",
}


def _report(code: str, character: str, span: Span, report: Report) -> None:
    report.error(code, f"{name_of(character)} may not stand in a text", span, HELP[code])
