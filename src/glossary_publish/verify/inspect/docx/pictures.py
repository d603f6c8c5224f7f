"""Pictures in the text: what they say to who does not see them, and whether there is something to see (20.4)."""

from collections import Counter
from collections.abc import Iterator

from lxml import etree

from glossary_publish.verify.inspect.docx.package import Package
from glossary_publish.verify.inspect.docx.wordml import PIC, WP, A, R, integer, unknown, unknown_attribute
from glossary_publish.verify.inspection import Fault
from glossary_publish.verify.normal import normal

SVG = "{http://schemas.microsoft.com/office/drawing/2016/SVG/main}"
SMALLEST = 114_300  # English metric units: an eighth of an inch
LARGEST = 20_116_800  # 22 inches, what Word can have on a page
# Everything that a picture is made of; a filter, a crop or a link could hide it or lead elsewhere.
INLINE = {
    f"{WP}extent": "cx cy",
    f"{WP}effectExtent": "l t r b",
    f"{WP}docPr": "id name descr",
    f"{WP}cNvGraphicFramePr": "",
    f"{A}graphicFrameLocks": "noChangeAspect",
    f"{A}graphic": "",
    f"{A}graphicData": "uri",
    f"{PIC}pic": "",
    f"{PIC}nvPicPr": "",
    f"{PIC}cNvPr": "id name descr",
    f"{PIC}cNvPicPr": "",
    f"{A}picLocks": "noChangeAspect noChangeArrowheads",
    f"{PIC}blipFill": "",
    f"{A}blip": f"{R}embed cstate",
    f"{A}extLst": "",
    f"{A}ext": "uri cx cy",
    f"{SVG}svgBlip": f"{R}embed",
    f"{A}stretch": "",
    f"{A}fillRect": "",
    f"{PIC}spPr": "bwMode",
    f"{A}xfrm": "",
    f"{A}off": "x y",
    f"{A}prstGeom": "prst",
    f"{A}avLst": "",
}
NEEDED = (
    *(f"{WP}extent", f"{WP}docPr", f"{A}graphic", f"{A}graphicData", f"{PIC}pic", f"{PIC}blipFill"),
    *(f"{A}blip", f"{A}stretch", f"{A}fillRect", f"{PIC}spPr", f"{A}xfrm", f"{A}ext", f"{A}prstGeom"),
)
INLINE_ATTRIBUTES = frozenset(("distT", "distB", "distL", "distR"))


def read_drawing(drawing: etree._Element, package: Package, part: str, place: str) -> tuple[str, list[Fault]]:
    """The alternative text of a picture, and what is wrong with it."""
    faults = list[Fault]()
    inline = drawing.find(f"{WP}inline")
    if inline is None or len(drawing) != 1 or not set(inline.attrib) <= INLINE_ATTRIBUTES:
        faults += unknown(drawing, place)
        inline = next(drawing.iterchildren(), drawing) if inline is None else inline
    for element in inline.iterdescendants():
        allowed = INLINE.get(str(element.tag))
        if allowed is None:
            faults += unknown(element, place)
        else:
            strange = sorted(set(element.attrib) - set(allowed.split()))
            faults += (unknown_attribute(element, name, place) for name in strange)
    properties = inline.find(f"{WP}docPr")
    alt = normal(properties.get("descr") or "") if properties is not None else ""
    if not alt:
        faults.append(Fault("drawing-without-words", "a picture has no alternative text", place))
    faults += _shape_faults(inline, place)
    faults += _size_faults(inline, place)
    faults += _image_faults(inline, package, part, place)
    return alt, faults


def _shape_faults(inline: etree._Element, place: str) -> Iterator[Fault]:
    """A picture is one image in one rectangle."""
    tags = Counter(str(element.tag) for element in inline.iterdescendants())
    for tag in NEEDED:
        if not tags[tag]:
            yield Fault("drawing-without-image", f"a drawing has no {etree.QName(tag).localname}", place)
    for tag, times in tags.items():
        if times > 1 and tag != f"{A}ext":
            yield Fault("unknown-markup", f"a drawing has {times} of {etree.QName(tag).localname}", place)
    shapes = [shape.get("prst") for shape in inline.iter(f"{A}prstGeom")]
    kinds = [data.get("uri") for data in inline.iter(f"{A}graphicData")]
    if any(shape != "rect" for shape in shapes) or any(kind != PIC.strip("{}") for kind in kinds):
        yield Fault("unknown-markup", f"a drawing is cut to {shapes}, or shows {kinds}", place)


def _size_faults(inline: etree._Element, place: str) -> Iterator[Fault]:
    extents = [*inline.iterchildren(f"{WP}extent"), *inline.iterfind(f".//{A}xfrm/{A}ext")]
    sizes = [(integer(extent.get("cx")), integer(extent.get("cy"))) for extent in extents]
    if any(not SMALLEST <= side <= LARGEST for size in sizes for side in size):
        yield Fault("drawing-out-of-sight", "a picture is too small to be seen, or larger than a page", place)


def _image_faults(inline: etree._Element, package: Package, part: str, place: str) -> Iterator[Fault]:
    images = [blip.get(f"{R}embed") or "" for blip in inline.iter(f"{A}blip", f"{SVG}svgBlip")]
    for id in images:
        arrow = package.arrow(part, id, "image")
        if arrow is None or arrow.target not in package.files:
            yield Fault(
                "drawing-without-image", f"a drawing shows the image {id!r}, which is not there", place
            )
