"""Paper that carries a letterhead already has room for it: nothing is printed over it."""

from collections.abc import Iterator

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.verify.evidence import Evidence
from glossary_publish.verify.printed import LAYOUT, MILLIMETRE

ROUNDING = 0.25  # millimetres: a pixel of the raster and a half


def check(evidence: Evidence) -> Iterator[Diagnostic]:
    """Ink on the first page where the paper has its head."""
    room, pages = evidence.layout.brand.preprinted_top, evidence.inspection.pages
    if room and pages and pages[0].white[1] / MILLIMETRE + ROUNDING < room:
        message = (
            f"the first page is printed on from {pages[0].white[1] / MILLIMETRE:.1f} mm, "
            f"and the head of the paper takes {room:g} mm"
        )
        yield evidence.difference("printed-over-letterhead", message, "letterhead", help=LAYOUT)
