"""The logo of a clinic is seen, and no larger than its layout has room for."""

from collections.abc import Iterator

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.verify.evidence import Evidence
from glossary_publish.verify.inspection import Kind
from glossary_publish.verify.normal import normal
from glossary_publish.verify.printed import LAYOUT, MILLIMETRE

FAINTEST = 230  # of 255 shades of grey: what a printer leaves white
ROUNDING = 0.25  # millimetres
HELP = "save the logo anew, dark on a white or clear ground"


def check(evidence: Evidence) -> Iterator[Diagnostic]:
    """Logos of which nothing is seen on paper, and those that were not scaled."""
    if evidence.inspection.format != "pdf":
        return
    for one in evidence.expected:
        if one.part != "letterhead" or one.item.kind is not Kind.FIGURE:
            continue
        alt, room = normal(one.item.alt), evidence.layout.options["letterhead"]
        seen = [picture for picture in evidence.inspection.pictures if normal(picture.alt) == alt]
        if not seen or min(picture.darkest for picture in seen) > FAINTEST:
            message = "nothing of the logo is seen on white paper"
            yield evidence.difference("logo-not-seen", message, one.part, one.span, HELP)
        for picture in seen:
            width = (picture.right - picture.left) / MILLIMETRE
            height = (picture.low - picture.top) / MILLIMETRE
            if width > room["logo_width"] + ROUNDING or height > room["logo_height"] + ROUNDING:
                message = (
                    f"the logo is {width:.0f} by {height:.0f} mm, "
                    f"and there is room for {room['logo_width']:g} by {room['logo_height']:g}"
                )
                yield evidence.difference("logo-too-large", message, one.part, one.span, LAYOUT)
