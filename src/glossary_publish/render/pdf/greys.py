"""Pictures without colours, for layouts of greys: as light as a printer without colours would make them."""

import io
import re
from xml.etree import ElementTree

import PIL.Image
import PIL.ImageColor

from glossary_publish.publication import Image

DRAWING = "image/svg+xml"
COLOURS = ("fill", "stroke", "stop-color", "flood-color", "lighting-color", "color")
DECLARED = re.compile(rf"({'|'.join(COLOURS)})(\s*:\s*)([^;{{}}]+)")  # in a style


def greyed(image: Image) -> bytes:
    """The picture in greys; one that cannot be read is left as it is, and WeasyPrint will tell of it."""
    try:
        return _drawing(image.data) if image.media_type == DRAWING else _photograph(image.data)
    except (OSError, SyntaxError, ValueError):  # Pillow raises all three, and ParseError is a SyntaxError
        return image.data


def _photograph(data: bytes) -> bytes:
    with PIL.Image.open(io.BytesIO(data)) as picture:
        buffer = io.BytesIO()
        picture.convert("LA" if picture.has_transparency_data else "L").save(buffer, "PNG")
        return buffer.getvalue()


def _drawing(data: bytes) -> bytes:
    root = ElementTree.fromstring(data)  # noqa: S314  it passed the list of what a drawing may hold
    for element in root.iter():
        for name in COLOURS:
            if name in element.attrib:
                element.set(name, _grey(element.attrib[name]))
        if "style" in element.attrib:
            element.set("style", _styled(element.attrib["style"]))
        if element.tag.rpartition("}")[2] == "style":
            element.text = _styled(element.text or "")
    return ElementTree.tostring(root)


def _styled(rules: str) -> str:
    return DECLARED.sub(lambda found: found[1] + found[2] + _grey(found[3]), rules)


def _grey(colour: str) -> str:
    """A colour as grey; what is none, such as `none` or `url(#shade)`, stays."""
    try:
        red, green, blue, *_ = PIL.ImageColor.getrgb(colour.strip())
    except ValueError:
        return colour
    light = round((red * 299 + green * 587 + blue * 114) / 1000)  # ITU-R BT.601, as Pillow does it
    return f"#{light:02x}{light:02x}{light:02x}"
