"""The image files of a document: of the kind that they say, and without a will of their own."""

from collections.abc import Iterator

from lxml import etree

from glossary_publish.verify.inspect.docx.package import PICTURES, Package
from glossary_publish.verify.inspect.markup import parse_xml
from glossary_publish.verify.inspection import Fault

SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}href"
SVG_TYPE = "image/svg+xml"
ACTIVE = frozenset(f"{SVG}{name}" for name in "script foreignObject animate set handler iframe".split())


def image_faults(package: Package) -> Iterator[Fault]:
    """Images that are damaged, or that do or load something."""
    for name, type in package.types.items():
        if type == SVG_TYPE:
            yield from _drawing_faults(parse_xml(package.files[name], name), name)
        elif type in PICTURES and not package.files[name].startswith(PICTURES[type]):
            yield Fault("damaged-media", f"{name} is no {type}")


def _drawing_faults(root: etree._Element, place: str) -> Iterator[Fault]:
    if root.tag != f"{SVG}svg":
        yield Fault("damaged-media", f"{place} is no {SVG_TYPE}")
    for element in root.iter(etree.Element):
        loaded = (element.get(name) or "#" for name in ("href", XLINK))
        acts = element.tag in ACTIVE or any(str(name).startswith("on") for name in element.attrib)
        if acts or not all(target.startswith(("#", "data:image/")) for target in loaded):
            yield Fault(
                "damaged-media",
                f"{etree.QName(element).localname} in a drawing does or loads something",
                place,
            )
