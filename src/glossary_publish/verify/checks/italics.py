"""Where a layout bans italics, no letter is slanted: many who see badly cannot read them."""

from collections.abc import Iterator

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.verify.evidence import Evidence
from glossary_publish.verify.inspection import LineSeen
from glossary_publish.verify.printed import worst_of_parts


def check(evidence: Evidence) -> Iterator[Diagnostic]:
    """Slanted type in a layout that has none."""
    return worst_of_parts(evidence, "slanted-type", _slanted(evidence))


def _slanted(evidence: Evidence) -> Iterator[tuple[float, LineSeen, str]]:
    if not evidence.layout.minima.italics:
        for line in evidence.inspection.lines:
            if line.slanted:
                yield 1, line, "has slanted type, which the layout bans"
