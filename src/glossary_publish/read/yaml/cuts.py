"""Values that YAML reads otherwise than they look: cut at `#`, or run on over the next key."""

import re
from bisect import bisect_right
from typing import NamedTuple

from ruamel.yaml.events import ScalarEvent

from glossary_publish.diagnostics import Report, Span
from glossary_publish.read.yaml.traps import corrected, quoted

# A parser takes # for the beginning of a comment after a space, and some do so after a bracket or quotation mark.
NUMBER_SIGN = re.compile(r"(?<![^\s\]}\"'])#")
QUOTE_IT = "put the value in quotation marks"


COMMENTS = "a comment has two spaces before its # and one after it"


class Met(NamedTuple):
    """A scalar, and the column of the key or dash that it belongs to; keys belong to nothing."""

    event: ScalarEvent
    owner: int | None


def report_open_quotes(lines: list[str], met: list[Met], path: str, first_line: int, report: Report) -> None:
    """Report a quotation mark whose partner stands beyond the next key: it swallowed the lines between."""
    for event, owner in met:
        start, end = event.start_mark, event.end_mark
        if owner is None or event.style not in ("'", '"') or start.line == end.line:
            continue
        below = lines[start.line + 1 : end.line + 1]
        if any(line.strip() and len(line) - len(line.lstrip()) <= owner for line in below):
            message = f"the quotation mark that opens here is closed on line {first_line + end.line}"
            span = Span(path, first_line + start.line, start.column + 1, start.column + 2)
            help = corrected(lines[start.line]) or "close it, or indent the lines that belong to the value"
            report.error("unclosed-quote", message, span, help)


def report_cuts(lines: list[str], met: list[Met], path: str, first_line: int, report: Report) -> None:
    """Report every `#` that ends a value and looks like a part of it.

    A comment after a value stands two spaces away from it and has a space after its `#`; a comment on a line of
    its own is not indented like the second line of the value above.
    """
    numbers = [number for number, line in enumerate(lines) if "#" in line]
    starts = [(event.start_mark.line, event.start_mark.column) for event, _ in met] if numbers else []
    for number in numbers:
        line = lines[number]
        column, above = _comment(line, number, met, starts)
        if above is None:
            continue
        if help := _advice(line, number, column, above):
            span = Span(path, first_line + number, column + 1, len(line.rstrip()) + 1)
            report.error(
                "unquoted-hash", "the value ends here: what follows a # is a comment in YAML", span, help
            )


def _advice(line: str, number: int, column: int, above: Met) -> str:
    """What to do about a comment that may be a part of the value before it; empty when it is plainly a comment."""
    before, event = line[:column], above.event
    if not before.strip():
        below = above.owner is not None and not event.style and event.value and event.end_mark.line < number
        inside = below and column > (above.owner or 0)
        return f"{QUOTE_IT}, or move the comment above it" if inside else ""
    if line[column:].lstrip("#")[:1] not in ("", " ") or before[-1] != " ":
        missing = before.rstrip().endswith((":", "-", ",", "[", "{"))
        whole = f"write: {before.strip()} {quoted(line[column:].rstrip())}" if missing else corrected(line)
        return f"{whole or QUOTE_IT}; {COMMENTS}"
    if event.style in ("|", ">") and event.start_mark.line == number:
        return corrected(line) or QUOTE_IT
    plain = above.owner is not None and not event.style and event.value
    ends_here = event.end_mark.line == number and not before[event.end_mark.column :].strip()
    if plain and ends_here and not before.endswith("  "):
        return f"{corrected(line) or QUOTE_IT}; {COMMENTS}"
    return ""


def _comment(line: str, number: int, met: list[Met], starts: list[tuple[int, int]]) -> tuple[int, Met | None]:
    """Where the comment of a line begins, and the value that stands before it."""
    for match in NUMBER_SIGN.finditer(line):
        place = (number, match.start())
        index = bisect_right(starts, place) - 1
        if index < 0:
            return 0, None
        event = met[index].event
        header = event.style in ("|", ">") and event.start_mark.line == number
        if header or place >= (event.end_mark.line, event.end_mark.column):
            return match.start(), met[index]
    return 0, None
