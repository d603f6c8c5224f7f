"""A printer without colours, or a copier, takes nothing away: contrast holds in grey, and no colour is asked for in vain."""

from collections.abc import Iterator

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.verify.evidence import Evidence
from glossary_publish.verify.inspection import LineSeen
from glossary_publish.verify.printed import LAYOUT, worst_of_parts

SHADE = 0.005  # of a contrast ratio, which is told with two decimals


def check(evidence: Evidence) -> Iterator[Diagnostic]:
    """Lines that are faint once colours are grey, and colours in a layout of greys."""
    minima = evidence.layout.minima
    yield from worst_of_parts(evidence, "faint-in-grey", _faint(evidence, minima.grey))
    for number, page in enumerate(evidence.inspection.pages, 1):
        if page.coloured and not minima.colours:
            message = f"page {number} has a colour that is no grey"
            yield evidence.difference("colour-among-greys", message, "", help=LAYOUT)


def _faint(evidence: Evidence, least: float) -> Iterator[tuple[float, LineSeen, str]]:
    for line in evidence.inspection.lines:
        if line.grey + SHADE < least:
            told = f"has a contrast of {line.grey:g} to 1 in grey, at least {least:g} is needed"
            yield -line.grey, line, told
