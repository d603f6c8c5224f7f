"""A sheet of one page has one page: what is too long is told in lines, and type is never made smaller for it."""

from collections.abc import Iterator
from itertools import pairwise
from math import ceil
from statistics import median

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.verify.evidence import Evidence
from glossary_publish.verify.inspection import LineSeen
from glossary_publish.verify.printed import LAYOUT, MILLIMETRE, text_lines

SHORTEN = "shorten the lists at the head of the article, or take a layout with room for all of it"
LEADING = 1.4  # of the size, where there are no two lines to measure


def check(evidence: Evidence) -> Iterator[Diagnostic]:
    """Another number of pages than the layout promises."""
    wanted, found = int(evidence.layout.minima.pages), len(evidence.inspection.pages)
    if not wanted or not found or wanted == found:
        return
    room = "one page" if wanted == 1 else f"{wanted} pages"
    if found < wanted:
        message = f"the file has {found} page{'s' * (found > 1)}, and the layout promises {room}"
        yield evidence.difference("too-few-pages", message, "", help=LAYOUT)
        return
    count = _lines_too_many(evidence, wanted)
    message = f"the text is {count} line{'s' * (count > 1)} too long for {room}"
    first = next((line for line in text_lines(evidence.inspection) if line.page > wanted), None)
    meant = evidence.meant.get(first.item) if first else None
    yield evidence.difference("too-many-pages", message, meant.part if meant else "", None, SHORTEN)


def _lines_too_many(evidence: Evidence, wanted: int) -> int:
    """How many lines of the text have to go: the height of what stands beyond, less the room that is left before it."""
    lines = text_lines(evidence.inspection)
    leading = _leading(lines)
    bottom = float(evidence.layout.options.get("page", {}).get("bottom", 0)) * MILLIMETRE
    foot = evidence.inspection.pages[wanted - 1].height - bottom
    room = foot - max((line.low for line in lines if line.page == wanted), default=foot)
    beyond = 0.0
    for page in range(wanted + 1, len(evidence.inspection.pages) + 1):
        own = [line for line in lines if line.page == page]
        beyond += max((line.low for line in own), default=0) - min((line.top for line in own), default=0)
    return max(1, ceil((beyond - room) / leading))


def _leading(lines: list[LineSeen]) -> float:
    steps = [
        following.baseline - line.baseline
        for line, following in pairwise(lines)
        if (line.item, line.page) == (following.item, following.page) and following.baseline > line.baseline
    ]
    return median(steps) if steps else LEADING * median(line.size for line in lines)
