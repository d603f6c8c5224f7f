"""The one door to EbookLib: it writes the container file and the package document, and nothing else.

EbookLib 0.20 would parse our XHTML as HTML and write it anew, so it never sees it: every file is an
`EpubItem` of the manifest whose bytes stay here. What EbookLib leaves out of the package
document is added afterwards.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from ebooklib import epub
from lxml import etree

FOLDER = "EPUB"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"


@dataclass(frozen=True, slots=True)
class Meta:
    """An element of the package metadata: a Dublin Core name (`dc:title`) or the property of a `meta`.

    `refines` names the id of another element, `id` makes this one refinable.
    """

    name: str
    value: str
    id: str = ""
    refines: str = ""


@dataclass(frozen=True, slots=True)
class Resource:
    """A file of the book: its place in the package folder, its bytes, and what the manifest says of it."""

    id: str
    name: str
    media_type: str
    data: bytes
    properties: tuple[str, ...] = ()
    in_spine: bool = False


@dataclass(frozen=True, slots=True)
class Package:
    """What the package document says. `cover` and `guide` serve readers of EPUB 2."""

    identifier: str
    language: str
    direction: str
    modified: datetime
    metadata: tuple[Meta, ...]
    prefixes: tuple[tuple[str, str], ...]
    cover: str
    guide: tuple[tuple[str, str, str], ...]


class _Shelf:
    """Stands where EbookLib expects a zip archive, and keeps what it writes."""

    def __init__(self) -> None:
        self.files: dict[str, bytes] = {}

    def writestr(self, name: str, data: str | bytes) -> None:
        self.files[name] = data.encode() if isinstance(data, str) else data


def package_files(package: Package, resources: Sequence[Resource]) -> list[tuple[str, bytes]]:
    """The files of the book as (name in the archive, bytes), container and package document among them."""
    writer = epub.EpubWriter("", _book(package, resources), {"mtime": package.modified})
    writer.out = shelf = _Shelf()
    writer._write_container()
    writer._write_opf()
    opf = f"{FOLDER}/content.opf"
    shelf.files[opf] = _with_language(shelf.files[opf], package)
    return [*shelf.files.items(), *((f"{FOLDER}/{item.name}", item.data) for item in resources)]


def _book(package: Package, resources: Sequence[Resource]) -> epub.EpubBook:
    book = epub.EpubBook()
    book.metadata = {}  # a random identifier and EbookLib's own name
    book.FOLDER_NAME = FOLDER
    book.add_metadata("DC", "identifier", package.identifier, {"id": book.IDENTIFIER_ID})
    for meta in package.metadata:
        _add(book, meta)
    book.add_metadata(None, "meta", "", {"name": "cover", "content": package.cover})
    for prefix, address in package.prefixes:
        book.add_prefix(prefix, address)
    for resource in resources:
        book.add_item(_item(resource))
    book.spine = [resource.id for resource in resources if resource.in_spine]
    book.direction = package.direction
    book.guide = [{"type": type, "title": title, "href": href} for type, title, href in package.guide]
    return book


def _add(book: epub.EpubBook, meta: Meta) -> None:
    attributes = {"id": meta.id} if meta.id else {}
    if meta.name.startswith("dc:"):
        book.add_metadata("DC", meta.name.removeprefix("dc:"), meta.value, attributes)
        return
    if meta.refines:
        attributes["refines"] = f"#{meta.refines}"
    book.add_metadata(None, "meta", meta.value, {"property": meta.name, **attributes})


def _item(resource: Resource) -> epub.EpubItem:
    if resource.media_type == "application/x-dtbncx+xml":
        # The spine names the NCX for readers of EPUB 2 (OPF 2.0.1, 2.4.1.2); EbookLib knows it by this class.
        return epub.EpubNcx(uid=resource.id, file_name=resource.name)
    item = epub.EpubItem(resource.id, resource.name, resource.media_type)
    item.properties = list(resource.properties)
    return item


def _with_language(data: bytes, package: Package) -> bytes:
    """EPUB Accessibility asks for the language of the package's own text; EbookLib has no option for it."""
    root = etree.fromstring(data, etree.XMLParser(resolve_entities=False, no_network=True))
    root.set(XML_LANG, package.language)
    root.set("dir", package.direction)
    text: bytes = etree.tostring(root, encoding="utf-8", xml_declaration=True)
    return text + b"\n"
