"""Lines are not so long that the eye loses the way back to the next one."""

from collections import defaultdict
from collections.abc import Iterable, Iterator
from itertools import pairwise
from statistics import median

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.verify.evidence import Evidence
from glossary_publish.verify.inspection import LineSeen
from glossary_publish.verify.printed import LAYOUT, text_lines

ENOUGH = 5  # lines of a part: the letters of fewer may be narrow by chance
PROSE = 0.6  # of the characters of a line: letters; the others are signs or digits


def check(evidence: Evidence) -> Iterator[Diagnostic]:
    """Parts whose full lines have more characters than the layout promises."""
    most = evidence.layout.minima.measure
    if not most:
        return
    meant, lengths = evidence.meant, defaultdict[str, list[int]](list)
    for line in _full(text_lines(evidence.inspection)):
        if line.item in meant:
            lengths[meant[line.item].part].append(len(line.text))
    for part, found in lengths.items():
        if len(found) >= ENOUGH and median(found) > most:
            message = f"its lines have {median(found):g} characters, at most {most:g} are easy to read"
            yield evidence.difference("lines-too-long", message, part, help=LAYOUT)


def _full(lines: Iterable[LineSeen]) -> Iterator[LineSeen]:
    """Lines of prose that the next one of their paragraph follows."""
    for line, following in pairwise(lines):
        prose = sum(map(str.isalpha, line.text)) >= PROSE * len(line.text)
        if prose and line.item == following.item:
            yield line
