"""Words keep away from the edges of the paper and from the holes; printers cannot print the outermost millimetres."""

from collections.abc import Iterator

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.verify.evidence import Evidence
from glossary_publish.verify.inspection import Inspection, LineSeen
from glossary_publish.verify.normal import right_to_left
from glossary_publish.verify.printed import LAYOUT, MILLIMETRE, text_lines, worst_of_parts

ROUNDING = 0.25  # millimetres: a pixel of the raster and a half
FOOT = "give the article a shorter term if its page foot has many lines, or change the layout"
SPACE = 0.3  # of the size
SIDES = ("left", "upper", "right", "lower")


def check(evidence: Evidence) -> Iterator[Diagnostic]:
    """Lines that reach into a margin, and pages with ink where a printer prints nothing."""
    minima = evidence.layout.minima
    yield from worst_of_parts(evidence, "text-near-edge", _near(evidence, minima.margin, minima.inner))
    promised = int(minima.pages) or None  # of the pages beyond it is told that they are too many
    for number, page in enumerate(evidence.inspection.pages[:promised], 1):
        for side, white in zip(SIDES, page.white, strict=True):
            space = white / MILLIMETRE
            if space + ROUNDING < minima.safe:
                message = f"page {number} is printed on up to {space:.1f} mm from its {side} edge, {minima.safe:g} are safe"
                help = FOOT if side == "lower" else LAYOUT
                yield evidence.difference("ink-near-edge", message, "", help=help)


def _near(evidence: Evidence, margin: float, inner: float) -> Iterator[tuple[float, LineSeen, str]]:
    """What reaches into the margin on any side, or into the wider one on the side that is bound."""
    for line in text_lines(evidence.inspection) if margin or inner else ():
        spaces = _spaces(evidence.inspection, line)
        if min(spaces.values()) + ROUNDING >= max(margin, inner):
            continue
        # Where words of two directions meet, the space at the end of a line may stand at its other end.
        hanging = SPACE * line.size / MILLIMETRE if right_to_left(line.text) else 0.0
        bound = _bound(line.page, evidence.publication.metadata.direction)
        for side, space in spaces.items():
            least = max(margin, inner) if side == bound else margin
            if space + ROUNDING + hanging < least:
                told = f"is {space:.1f} mm from the {side} edge, at least {least:g} mm are needed"
                yield least - space, line, told


def _spaces(inspection: Inspection, line: LineSeen) -> dict[str, float]:
    page = inspection.pages[line.page - 1]
    points = (line.left, line.top, page.width - line.right, page.height - line.low)
    return {side: space / MILLIMETRE for side, space in zip(SIDES, points, strict=True)}


def _bound(page: int, direction: str) -> str:
    """The side on which a page is held: the first page of a text that runs from left to right lies on the right."""
    return "left" if (page % 2 == 1) == (direction == "ltr") else "right"
