"""A clinic's logo: a file in its own folder, proven harmless and not blank."""

import io
import posixpath
import re
from dataclasses import replace

from glossary_publish.diagnostics import Report
from glossary_publish.glossary.clinics.values import Found
from glossary_publish.publication import Image
from glossary_publish.read.image import SVG, read_image
from glossary_publish.workspace import Workspace

ELSEWHERE = re.compile(
    r"[a-z][a-z0-9+.-]*:|//", re.IGNORECASE
)  # a scheme (RFC 3986, 3.1), or a host without one
FAINTEST = 230  # of 255 shades of grey: what a printer leaves white
DRAWN = re.compile(rb"<(?:\w+:)?(?:path|rect|circle|ellipse|line|polyline|polygon|text|use)\b")


def read_logo(workspace: Workspace, folder: str, logo: Found, report: Report) -> Image | None:
    """Read a logo; None after errors, which are reported where it is named."""
    if ELSEWHERE.match(logo.text):
        help = "save the logo in the folder of the clinic, and write its file name"
        report.error("logo-elsewhere", f"the logo {logo.text!r} is not a file of the clinic", logo.span, help)
        return None
    path = posixpath.normpath(posixpath.join(folder, logo.text))
    if not path.startswith(f"{folder}/"):
        help = "copy it into the folder of the clinic, and write its file name"
        report.error("logo-elsewhere", f"the logo {logo.text!r} is not in {folder}/", logo.span, help)
        return None
    faults = Report()
    image = read_image(workspace, path, logo.span, faults)
    report.extend(replace(found, span=logo.span) for found in faults)
    if image is not None and _is_blank(image):
        help = "save the logo anew, dark on a white or clear ground"
        report.error("blank-logo", f"{path} shows nothing on white paper", logo.span, help)
        return None
    return image


def _is_blank(image: Image) -> bool:
    """Whether nothing of a picture can be seen on white paper."""
    if image.media_type == SVG:
        return not DRAWN.search(image.data)
    import PIL.Image  # most glossaries have no clinics

    with PIL.Image.open(io.BytesIO(image.data)) as picture:
        picture.thumbnail((400, 400))
        seen = picture.convert("RGBA")
        ground = PIL.Image.new("RGBA", seen.size, (255, 255, 255, 255))
        grey = PIL.Image.alpha_composite(ground, seen).convert("L")
        darkest = next(shade for shade, count in enumerate(grey.histogram()) if count)
    return darkest > FAINTEST
