"""Where a layout bans underlines, none runs through the tails of the letters."""

from collections.abc import Iterator

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.verify.evidence import Evidence
from glossary_publish.verify.inspection import LineSeen
from glossary_publish.verify.printed import text_lines, worst_of_parts


def check(evidence: Evidence) -> Iterator[Diagnostic]:
    """Underlined words in a layout that has none."""
    return worst_of_parts(evidence, "words-underlined", _underlined(evidence))


def _underlined(evidence: Evidence) -> Iterator[tuple[float, LineSeen, str]]:
    if not evidence.layout.minima.underlines:
        for line in text_lines(evidence.inspection):
            if line.underlined:
                yield 1, line, "has underlined words, which the layout bans"
