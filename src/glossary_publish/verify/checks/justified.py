"""Where a layout bans justified type, the spaces between words are as wide as their font has them."""

from collections.abc import Iterator

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.verify.evidence import Evidence
from glossary_publish.verify.inspection import LineSeen
from glossary_publish.verify.printed import text_lines, worst_of_parts

WIDER = 1.05  # what rounding may do to a space


def check(evidence: Evidence) -> Iterator[Diagnostic]:
    """Lines that are stretched to a length."""
    return worst_of_parts(evidence, "lines-justified", _stretched(evidence))


def _stretched(evidence: Evidence) -> Iterator[tuple[float, LineSeen, str]]:
    if not evidence.layout.minima.justified:
        for line in text_lines(evidence.inspection):
            if line.stretch > WIDER:
                yield line.stretch, line, f"has spaces of {line.stretch:.2f} times their width"
