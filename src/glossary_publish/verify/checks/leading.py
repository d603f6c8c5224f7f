"""Lines stand far enough apart for the eye to find the next one."""

from collections.abc import Iterator
from itertools import pairwise

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.verify.evidence import Evidence
from glossary_publish.verify.inspection import LineSeen
from glossary_publish.verify.printed import text_lines, worst_of_parts

ROUNDING = 0.01


def check(evidence: Evidence) -> Iterator[Diagnostic]:
    """Lines of one paragraph that stand closer than the layout promises."""
    return worst_of_parts(evidence, "lines-too-close", _close(evidence, evidence.layout.minima.leading))


def _close(evidence: Evidence, least: float) -> Iterator[tuple[float, LineSeen, str]]:
    """Lines over the next one; a line that is nothing but a number may be a raised note mark, and is not compared."""
    for line, following in pairwise(text_lines(evidence.inspection) if least else ()):
        if (line.item, line.page) == (following.item, following.page) and not following.text.isdigit():
            ratio = (following.baseline - line.baseline) / max(line.size, following.size)
            if ratio + ROUNDING < least:
                told = f"stands {ratio:.2f} times its size above the next line, at least {least:g} are needed"
                yield -ratio, line, told
