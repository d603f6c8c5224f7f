"""Values that YAML reads otherwise than they look: cut at `#`, split at commas, or run on over the next key."""

import re
from bisect import bisect_right

from ruamel.yaml.events import ScalarEvent

from glossary_publish.diagnostics import Report, Span
from glossary_publish.read.yaml.traps import corrected


def report_cuts(
    lines: list[str], scalars: list[tuple[ScalarEvent, int]], path: str, first_line: int, report: Report
) -> None:
    """Report every `#` that ends a value and looks like a part of it.

    A comment after a value stands two spaces away from it and has a space after its `#`; a comment on a line of
    its own is not indented like the second line of the value above.
    """
    numbers = [number for number, line in enumerate(lines) if "#" in line]
    if not numbers:
        return
    starts = [(event.start_mark.line, event.start_mark.column) for event, _ in scalars]
    for number in numbers:
        found = _comment(lines[number], number, scalars, starts)
        if found is None:
            continue
        column, (event, owner) = found
        if event.style or not event.value:
            continue
        text = lines[number]
        before = text[:column]
        if before.strip():
            loose = event.end_mark.line == number and not before[event.end_mark.column :].strip()
            if not loose or (before.endswith("  ") and text[column + 1 : column + 2] in ("", " ", "#")):
                continue
            help = f"{_whole(text)}; or put two spaces before the # and one after it if it is a comment"
        elif column > owner and event.start_mark.column > owner:
            help = "put the value in quotation marks, or move the comment above it"
        else:
            continue
        span = Span(path, first_line + number, column + 1, len(text.rstrip()) + 1)
        report.error("unquoted-hash", "YAML cuts the value before this #", span, help)


def _whole(line: str) -> str:
    return corrected(line) or "put the value in quotation marks"


def _comment(
    line: str, number: int, scalars: list[tuple[ScalarEvent, int]], starts: list[tuple[int, int]]
) -> tuple[int, tuple[ScalarEvent, int]] | None:
    """Where the comment of a line begins, and the value that stands before it."""
    for match in re.finditer(r"(?<!\S)#", line):
        index = bisect_right(starts, (number, match.start())) - 1
        if index < 0:
            return None
        event, owner = scalars[index]
        end = event.end_mark
        if (number, match.start()) >= (end.line, end.column):
            return match.start(), (event, owner)
    return None
