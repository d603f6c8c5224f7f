"""The package: which files a book has, in which order they are read, and what it says of itself."""

import posixpath
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from urllib.parse import unquote

from lxml import etree

from glossary_publish.verify.inspect.markup import parse_xml, text_of
from glossary_publish.verify.inspect.zip_gate import Part, UnreadableFile
from glossary_publish.verify.inspection import Fault
from glossary_publish.verify.normal import normal

OPF = "{http://www.idpf.org/2007/opf}"
DC = "{http://purl.org/dc/elements/1.1/}"
CONTAINER = "{urn:oasis:names:tc:opendocument:xmlns:container}"
XML_LANG = "{http://www.w3.org/XML/1998/namespace}lang"
XHTML_TYPE = "application/xhtml+xml"
MIMETYPE = b"application/epub+zip"
# What the archive holds besides the files of the manifest (EPUB 3.3, 4.2.2 and 4.2.6.3).
OUTSIDE = frozenset(("mimetype", "META-INF/container.xml"))
ACTIVE = frozenset(("scripted", "remote-resources", "switch"))


@dataclass(frozen=True, slots=True)
class File:
    """A row of the manifest; `place` is its path in the archive."""

    id: str
    place: str
    media_type: str
    properties: frozenset[str]


@dataclass(frozen=True, slots=True)
class Package:
    """The package document. `spine` is what is read, in order; `statements` its metadata by name."""

    place: str
    root: etree._Element
    files: Mapping[str, bytes]
    manifest: tuple[File, ...]
    spine: tuple[File, ...]
    statements: tuple[tuple[str, str], ...]

    @property
    def language(self) -> str:
        """The language of the book."""
        return self.said("dc:language")

    def said(self, name: str) -> str:
        """The value of a statement; several are joined, so that a second one is seen."""
        return "; ".join(value for key, value in self.statements if key == name)

    def file(self, place: str) -> File | None:
        """The row of the manifest for a place in the archive."""
        return next((file for file in self.manifest if file.place == place), None)


def read_package(parts: Sequence[Part], faults: list[Fault]) -> Package:
    """Open the package document; raises `UnreadableFile` where there is none."""
    files = {part.name: part.data for part in parts}
    if not parts or parts[0].name != "mimetype" or not parts[0].stored or parts[0].data != MIMETYPE:
        faults.append(
            Fault("wrong-mimetype", "the first file is not the media type of an EPUB, stored as it is")
        )
    place = _package_place(files)
    root = parse_xml(files[place], place)
    manifest = tuple(_manifest(root, place))
    by_id = {file.id: file for file in manifest}
    rows = [row.get("idref", "") for row in root.iterfind(f"{OPF}spine/{OPF}itemref")]
    spine = tuple(by_id[row] for row in rows if row in by_id)
    package = Package(place, root, files, manifest, spine, tuple(_statements(root)))
    faults += _faults(package, rows)
    return package


def _package_place(files: Mapping[str, bytes]) -> str:
    name = "META-INF/container.xml"
    if name not in files:
        raise UnreadableFile(f"{name} is missing")
    root = parse_xml(files[name], name)
    places: list[str] = [row.get("full-path", "") for row in root.iter(f"{CONTAINER}rootfile")]
    if len(places) != 1 or places[0] not in files:
        raise UnreadableFile(f"{name} names {places}, and one package document is needed")
    return places[0]


def _manifest(root: etree._Element, package: str) -> Iterator[File]:
    for row in root.iterfind(f"{OPF}manifest/{OPF}item"):
        place = resolve(package, row.get("href", ""))
        properties = frozenset((row.get("properties") or "").split())
        yield File(row.get("id", ""), place, row.get("media-type", ""), properties)


def resolve(base: str, href: str) -> str:
    """The path in the archive that a relative address means, seen from a file in it."""
    return str(posixpath.normpath(posixpath.join(posixpath.dirname(base), unquote(href))))


def _statements(root: etree._Element) -> Iterator[tuple[str, str]]:
    unique = root.get("unique-identifier")
    for row in root.iterfind(f"{OPF}metadata/*"):
        text = text_of(row)
        if row.tag == f"{DC}identifier":
            yield ("dc:identifier" if row.get("id") == unique else "other identifier"), text
        elif str(row.tag).startswith(DC):
            yield f"dc:{str(row.tag).removeprefix(DC)}", text
        elif row.tag == f"{OPF}meta" and row.get("property"):
            refined = " of something" if row.get("refines") else ""
            yield f"{row.get('property')}{refined}", text
        elif row.tag == f"{OPF}meta" and row.get("name") == "cover":
            continue
        else:
            yield "unknown statement", normal(f"{row.get('name') or ''} {row.get('content') or ''} {text}")


def _faults(package: Package, spine: Sequence[str]) -> Iterator[Fault]:
    places = [file.place for file in package.manifest]
    for place in places:
        if place not in package.files:
            yield Fault("missing-resource", f"the manifest lists {place}, which is not in the archive")
    for place in sorted(package.files.keys() - set(places) - OUTSIDE - {package.place}):
        yield Fault("unlisted-resource", f"{place} is in the archive and not in the manifest")
    ids = [file.id for file in package.manifest]
    if len(set(ids)) != len(ids) or len(set(places)) != len(places) or "" in ids:
        yield Fault("manifest-ambiguous", "the manifest lists an id or a file twice")
    if len(set(spine)) != len(spine) or not set(spine) <= set(ids):
        yield Fault("spine-broken", "the spine lists a file twice, or one that the manifest does not have")
    for row in package.root.iterfind(f"{OPF}spine/{OPF}itemref"):
        if row.get("linear", "yes") != "yes":
            yield Fault("spine-broken", f"{row.get('idref')} is not part of the reading order")
    read = {file.place for file in package.spine}
    for file in package.manifest:
        if file.media_type == XHTML_TYPE and file.place not in read:
            yield Fault("document-outside-spine", f"{file.place} is never read")
        if file.properties & ACTIVE:
            yield Fault(
                "active-content", f"{file.place} is listed as {', '.join(sorted(file.properties & ACTIVE))}"
            )
    if not any("nav" in file.properties for file in package.manifest):
        yield Fault("missing-navigation", "the book has no navigation document")
    language = package.root.get(XML_LANG)
    if language and language != package.language:
        yield Fault("languages-disagree", f"the package is in {language}, the book in {package.language}")
