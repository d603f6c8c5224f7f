"""SVG by an allow-list: shapes, paths, texts, gradients; no script, no address, no entity, no endless drawing."""

import re
from collections.abc import Iterator

from lxml import etree

SVG = "http://www.w3.org/2000/svg"
XML = "http://www.w3.org/XML/1998/namespace"
ELEMENTS = frozenset(
    "svg g defs symbol use title desc metadata path rect circle ellipse line polyline polygon text tspan "
    "linearGradient radialGradient stop clipPath mask pattern marker style switch".split()
)
MOST_ELEMENTS = 20_000
MOST_REFERENCES = 1_000
DEEPEST = 64
LARGEST = 2 * 1024 * 1024
LONGEST_SIDE = 20_000.0
NUMBER = r"[-+]?(?:[0-9]+\.?[0-9]*|\.[0-9]+)(?:[eE][-+]?[0-9]{1,2})?"
LENGTH = re.compile(rf"({NUMBER})(px|pt|pc|mm|cm|in|q)?", re.IGNORECASE)
# CSS 2.2, 4.3.2: absolute lengths in pixels
PIXELS = {
    "": 1.0,
    "px": 1.0,
    "pt": 4 / 3,
    "pc": 16.0,
    "mm": 96 / 25.4,
    "cm": 96 / 2.54,
    "in": 96.0,
    "q": 96 / 101.6,
}
LOCAL_URL = re.compile(r"url\(\s*(['\"]?)#([\w.-]+)\1\s*\)")
ADDRESS = re.compile(r"url\s*\(|\\|expression|javascript:|image-set|src\s*\(", re.IGNORECASE)
GRADIENTS = ("linearGradient", "radialGradient")


class UnsafeSvg(Exception):
    """A drawing that may not be published; says what is wrong with it."""


def svg_size(data: bytes) -> tuple[int, int]:
    """Width and height of a drawing in pixels; raises `UnsafeSvg`."""
    root = _parse(data)
    if any(isinstance(before, etree._ProcessingInstruction) for before in root.itersiblings(preceding=True)):
        raise UnsafeSvg("a processing instruction stands before it")
    for count, element in enumerate(root.iter(), 1):
        if count > MOST_ELEMENTS:
            raise UnsafeSvg(f"it has more than {MOST_ELEMENTS:,} elements")
        _check(element)
    _check_references(root)
    return _size(root)


def _parse(data: bytes) -> etree._Element:
    if len(data) > LARGEST:
        raise UnsafeSvg(f"it has {len(data):,} bytes; at most {LARGEST:,} are read")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise UnsafeSvg(f"it is no XML: {error.msg}") from None
    if root.getroottree().docinfo.doctype or root.getroottree().docinfo.internalDTD is not None:
        raise UnsafeSvg("it has a DOCTYPE")
    if root.tag != f"{{{SVG}}}svg":
        raise UnsafeSvg("its root is no svg element")
    return root


def _check(element: etree._Element) -> None:
    if isinstance(element, etree._Comment):
        return
    if not isinstance(element.tag, str):
        raise UnsafeSvg("it holds a processing instruction or an entity")
    name = etree.QName(element)
    if name.namespace != SVG:
        if any(etree.QName(parent).localname == "metadata" for parent in element.iterancestors()):
            return
        raise UnsafeSvg(f"it holds the foreign element {name.localname}")
    if name.localname not in ELEMENTS:
        raise UnsafeSvg(f"it holds the element {name.localname}")
    if name.localname == "style" and _loads(element.text or "", "@"):
        raise UnsafeSvg("its style sheet loads something")
    for key, value in element.attrib.items():
        _check_attribute(str(key), str(value))


def _check_attribute(key: str, value: str) -> None:
    name = etree.QName(key)
    if name.localname.lower().startswith("on") and name.namespace is None:
        raise UnsafeSvg(f"it has the event handler {name.localname}")
    if name.localname == "href" and not value.startswith("#"):
        raise UnsafeSvg(f"it refers to {value!r}")
    if key == f"{{{XML}}}base":
        raise UnsafeSvg("it says where its addresses begin")
    if name.namespace is None and name.localname != "href" and _loads(value):
        raise UnsafeSvg(f"its attribute {name.localname} loads something")


def _loads(style: str, *more: str) -> bool:
    """Whether a style names anything but places in the drawing itself."""
    rest = LOCAL_URL.sub("", style)
    return ADDRESS.search(rest) is not None or any(mark in rest for mark in more)


def _check_references(root: etree._Element) -> None:
    """Refuse references in circles and drawings that grow beyond measure; each counts all that it brings along."""
    targets = {str(element.get("id")): element for element in root.iter(etree.Element) if element.get("id")}
    for sheet in root.iter(f"{{{SVG}}}style"):
        for match in LOCAL_URL.finditer(sheet.text or ""):
            if match[2] not in targets or etree.QName(targets[match[2]]).localname not in GRADIENTS:
                raise UnsafeSvg(f"its style sheet refers to #{match[2]}, which is no gradient")
    cost: dict[str, int] = {}

    def expanded(name: str, open_ones: tuple[str, ...]) -> int:
        if name in open_ones or len(open_ones) > DEEPEST:
            raise UnsafeSvg(f"what refers to #{name} goes round in circles")
        if name not in cost:
            below = _references(targets[name]) if name in targets else ()
            cost[name] = 1 + sum(expanded(inner, (*open_ones, name)) for inner in below)
            _refuse_growth(cost[name])
        return cost[name]

    _refuse_growth(sum(expanded(name, ()) for name in _references(root)))


def _references(element: etree._Element) -> Iterator[str]:
    """The ids that an element and all within it refer to."""
    for inner in element.iter(etree.Element):
        for key, value in inner.attrib.items():
            if etree.QName(key).localname == "href":
                yield str(value).removeprefix("#")
            else:
                yield from (match[2] for match in LOCAL_URL.finditer(str(value)))


def _refuse_growth(count: int) -> None:
    if count > MOST_REFERENCES:
        raise UnsafeSvg(f"its references expand to more than {MOST_REFERENCES:,}")


def _size(root: etree._Element) -> tuple[int, int]:
    box = re.split(r"[\s,]+", str(root.get("viewBox", "")).strip())
    sides = [_length(root.get("width")), _length(root.get("height"))]
    if box != [""]:
        if len(box) != 4 or not all(re.fullmatch(NUMBER, part) for part in box):
            raise UnsafeSvg(f"its viewBox {root.get('viewBox')!r} is not four numbers")
        sides = [side or float(part) for side, part in zip(sides, box[2:], strict=True)]
        if any(abs(float(part)) > LONGEST_SIDE for part in box) or min(map(float, box[2:])) <= 0:
            raise UnsafeSvg(f"its viewBox {root.get('viewBox')!r} is out of measure")
    if not all(1 <= side <= LONGEST_SIDE for side in sides):
        raise UnsafeSvg("it has no usable width and height")
    return round(sides[0]), round(sides[1])


def _length(value: str | bytes | None) -> float:
    match = LENGTH.fullmatch(str(value or "").strip())
    return float(match[1]) * PIXELS[(match[2] or "").lower()] if match else 0.0
