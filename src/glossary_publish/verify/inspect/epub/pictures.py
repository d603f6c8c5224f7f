"""The image files of a book: there, of the right kind, without words of their own but the cover's."""

from collections.abc import Iterator, Sequence

from lxml import etree

from glossary_publish.verify.inspect.epub.package import Package, resolve
from glossary_publish.verify.inspect.epub.page import H, Page
from glossary_publish.verify.inspect.markup import parse_xml
from glossary_publish.verify.inspection import Fault
from glossary_publish.verify.normal import normal

SVG_TYPE = "image/svg+xml"
SVG = "{http://www.w3.org/2000/svg}"
XLINK = "{http://www.w3.org/1999/xlink}href"
SIGNS = {
    "image/png": (b"\x89PNG\r\n\x1a\n",),
    "image/jpeg": (b"\xff\xd8\xff",),
    "image/gif": (b"GIF87a", b"GIF89a"),
    "image/webp": (b"RIFF",),
}
ACTIVE = frozenset(
    f"{SVG}{name}" for name in ("script", "foreignObject", "animate", "set", "handler", "iframe")
)


def picture_faults(package: Package, pages: Sequence[Page]) -> Iterator[Fault]:
    """Pictures that are not in the book, that are not what they say, or that do something."""
    for page in pages:
        for picture in page.root.iter(f"{H}img"):
            file = package.file(resolve(page.place, picture.get("src") or ""))
            if file is None or not file.media_type.startswith("image/"):
                message = f"the picture {picture.get('src')!r} is not in the book"
                yield Fault("missing-resource", message, page.name)
    for file in package.manifest:
        data = package.files.get(file.place, b"")
        if file.media_type in SIGNS and not data.startswith(SIGNS[file.media_type]):
            yield Fault("damaged-picture", f"{file.place} is no {file.media_type}")
        elif file.media_type == SVG_TYPE:
            yield from _svg_faults(parse_xml(data, file.place), file.place)


def _svg_faults(root: etree._Element, place: str) -> Iterator[Fault]:
    for element in root.iter(etree.Element):
        if element.tag in ACTIVE or any(name.startswith("on") for name in element.attrib):
            yield Fault("active-content", f"{etree.QName(element).localname} in a drawing", place)
        for name in ("href", XLINK):
            if not (element.get(name) or "#").startswith(("#", "data:image/")):
                yield Fault("foreign-resource", f"a drawing loads {element.get(name)!r}", place)


def cover_lines(package: Package, pages: Sequence[Page]) -> Iterator[str]:
    """What the drawing on the cover says: its title, and its words from top to bottom."""
    for page in pages:
        for picture in page.root.iter(f"{H}img"):
            place = resolve(page.place, picture.get("src") or "")
            file = package.file(place)
            if (
                picture.get("role") == "doc-cover"
                and file
                and file.media_type == SVG_TYPE
                and place in package.files
            ):
                root = parse_xml(package.files[place], place)
                yield normal("".join(root.findtext(f"{SVG}title") or ""))
                yield normal(" ".join("".join(text.itertext()) for text in root.iter(f"{SVG}text")))
