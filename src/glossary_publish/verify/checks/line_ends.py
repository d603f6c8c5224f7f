"""Where a layout bans hyphenation, no word is parted at the end of a line."""

from collections.abc import Iterator
from itertools import pairwise

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.verify.evidence import Evidence
from glossary_publish.verify.inspection import LineSeen
from glossary_publish.verify.normal import squeezed
from glossary_publish.verify.printed import text_lines, worst_of_parts

HYPHENS = "-\u2010\u2011"


def check(evidence: Evidence) -> Iterator[Diagnostic]:
    """Words with a hyphen at a line end that they do not have in their source."""
    return worst_of_parts(evidence, "word-parted", _parted(evidence))


def _parted(evidence: Evidence) -> Iterator[tuple[float, LineSeen, str]]:
    if evidence.layout.minima.hyphens:
        return
    meant = evidence.meant
    for line, following in pairwise(text_lines(evidence.inspection)):
        if line.item == following.item in meant and line.text[-1] in HYPHENS:
            source = squeezed(meant[line.item].item.text)
            before, after = squeezed(line.text).split()[-1], squeezed(following.text)
            with_hyphen = before[-8:] + after[:8]
            if with_hyphen not in source:
                yield 1, line, f"parts a word, whose other half is {after[:12]!r}"
