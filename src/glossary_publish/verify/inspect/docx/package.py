"""The package: which parts a document has, of which type, and how they hang together (ECMA-376, Part 2)."""

import posixpath
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from glossary_publish.verify.inspect.markup import parse_xml
from glossary_publish.verify.inspect.zip_gate import Part, UnreadableFile
from glossary_publish.verify.inspection import Fault

TYPES_PART = "[Content_Types].xml"
CT = "{http://schemas.openxmlformats.org/package/2006/content-types}"
RELS = "{http://schemas.openxmlformats.org/package/2006/relationships}"
OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
PACKAGE = "http://schemas.openxmlformats.org/package/2006/relationships/metadata/"
RELS_TYPE = "application/vnd.openxmlformats-package.relationships+xml"
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml."
PICTURES = {
    "image/png": b"\x89PNG\r\n\x1a\n",
    "image/jpeg": b"\xff\xd8\xff",
    "image/svg+xml": b"",
}
# The kinds of relationships that an edition uses, and the content types of what they lead to.
KINDS = {
    f"{OFFICE}officeDocument": ("document", (f"{WORD}document.main+xml",)),
    f"{PACKAGE}core-properties": ("core", ("application/vnd.openxmlformats-package.core-properties+xml",)),
    f"{OFFICE}extended-properties": (
        "app",
        ("application/vnd.openxmlformats-officedocument.extended-properties+xml",),
    ),
    f"{OFFICE}custom-properties": (
        "custom",
        ("application/vnd.openxmlformats-officedocument.custom-properties+xml",),
    ),
    f"{OFFICE}styles": ("styles", (f"{WORD}styles+xml",)),
    f"{OFFICE}numbering": ("numbering", (f"{WORD}numbering+xml",)),
    f"{OFFICE}settings": ("settings", (f"{WORD}settings+xml",)),
    f"{OFFICE}fontTable": ("fontTable", (f"{WORD}fontTable+xml",)),
    f"{OFFICE}theme": ("theme", ("application/vnd.openxmlformats-officedocument.theme+xml",)),
    f"{OFFICE}footnotes": ("footnotes", (f"{WORD}footnotes+xml",)),
    f"{OFFICE}header": ("header", (f"{WORD}header+xml",)),
    f"{OFFICE}footer": ("footer", (f"{WORD}footer+xml",)),
    f"{OFFICE}image": ("image", tuple(PICTURES)),
    f"{OFFICE}hyperlink": ("hyperlink", ()),
}
MANY = frozenset(("header", "footer", "image", "hyperlink"))
# What may hang on the package, on the document and on other parts.
ON_PACKAGE = frozenset(("document", "core", "app", "custom"))
ON_OTHERS = frozenset(("image", "hyperlink"))


@dataclass(frozen=True, slots=True)
class Relationship:
    """An arrow from one part to another, or to an address outside."""

    id: str
    kind: str
    target: str
    external: bool


@dataclass(frozen=True, slots=True)
class Package:
    """The parts by name, their roots when they are XML, and the arrows that leave each part by id."""

    files: Mapping[str, bytes]
    types: Mapping[str, str]
    arrows: Mapping[str, Mapping[str, Relationship]]
    faults: tuple[Fault, ...]
    document: str

    def part(self, kind: str, source: str | None = None) -> str:
        """The name of the part of a kind that hangs on the document, or on another part; or nothing."""
        arrows = self.arrows.get(self.document if source is None else source, {}).values()
        return next((one.target for one in arrows if one.kind == kind and one.target in self.files), "")

    def root(self, name: str) -> etree._Element | None:
        """The root of an XML part; None when there is no such part."""
        return read_part(self.files[name], name) if name in self.files else None

    def arrow(self, source: str, id: str, kind: str) -> Relationship | None:
        """An arrow of a kind by its id."""
        found = self.arrows.get(source, {}).get(id)
        return found if found and found.kind == kind else None


def read_part(data: bytes, name: str) -> etree._Element:
    """The root of an XML part without comments; raises `UnreadableFile`."""
    root = parse_xml(data, name)
    if b"<?" in data.lstrip()[2:]:
        for node in root.xpath("//processing-instruction()"):
            raise UnreadableFile(f"{name} has the instruction {node.target!r}")
    return root


def read_package(parts: tuple[Part, ...]) -> Package:
    """Read types and relationships; raises `UnreadableFile` when there is no document in them."""
    files = {part.name: part.data for part in parts}
    if TYPES_PART not in files:
        raise UnreadableFile(f"{TYPES_PART} is missing: this is no Word document")
    faults: list[Fault] = []
    types = _types(files, faults)
    arrows: dict[str, dict[str, Relationship]] = {}
    queue, main = [""], ""
    for source in queue:
        arrows[source] = _arrows(files, source, faults)
        for arrow in arrows[source].values():
            if not arrow.external and arrow.target in files and arrow.target not in queue:
                queue.append(arrow.target)
            if arrow.kind == "document":
                main = arrow.target
    if main not in files:
        raise UnreadableFile("the package has no main document")
    faults += _faults(files, types, arrows, main)
    return Package(files, types, arrows, tuple(faults), main)


def _types(files: Mapping[str, bytes], faults: list[Fault]) -> dict[str, str]:
    """The content type of every part (Part 2, 10.1.2.4)."""
    defaults: dict[str, str] = {}
    named: dict[str, str] = {}
    for row in read_part(files[TYPES_PART], TYPES_PART):
        table, key = (defaults, "Extension") if row.tag == f"{CT}Default" else (named, "PartName")
        place = (row.get(key) or "").lower() if table is defaults else row.get(key) or ""
        if row.tag not in (f"{CT}Default", f"{CT}Override") or place in table:
            faults.append(Fault("wrong-content-type", f"the list of types says {place!r} twice or oddly"))
        table[place] = row.get("ContentType") or ""
    faults += (
        Fault("wrong-content-type", f"the list of types names {place!r}, which is not there")
        for place in named
        if place.removeprefix("/") not in files or not place.startswith("/")
    )
    found = {}
    for name in files:
        extension = name.rpartition("/")[2].rpartition(".")[2].lower()
        found[name] = named.get(f"/{name}") or defaults.get(extension, "")
        if not found[name] and name != TYPES_PART:
            faults.append(Fault("wrong-content-type", f"{name} has no content type"))
    return found


def rels_name(source: str) -> str:
    """Where the relationships of a part lie; those of the package have the empty name."""
    folder, _, name = source.rpartition("/")
    return posixpath.join(folder, "_rels", f"{name}.rels")


def _arrows(files: Mapping[str, bytes], source: str, faults: list[Fault]) -> dict[str, Relationship]:
    place = rels_name(source)
    found: dict[str, Relationship] = {}
    for row in read_part(files[place], place) if place in files else ():
        id, type, target = row.get("Id") or "", row.get("Type") or "", row.get("Target") or ""
        external = row.get("TargetMode", "Internal") != "Internal"
        kind = KINDS[type][0] if type in KINDS else ""
        if not kind:
            message = f"a relationship leads to {target!r}, which is {type.rpartition('/')[2]!r}"
            faults.append(Fault("unexpected-part", message, place))
        if external != (kind == "hyperlink"):
            way = "outside" if external else "inside"
            faults.append(Fault("foreign-relationship", f"{kind or type!r} leads {way}: {target!r}", place))
        if id in found or not id or row.tag != f"{RELS}Relationship":
            faults.append(Fault("ambiguous-relationship", f"the relationship {id!r} is there twice", place))
        if kind and kind not in MANY and any(one.kind == kind for one in found.values()):
            faults.append(Fault("ambiguous-relationship", f"there are two parts with {kind}", place))
        if not external:
            target = posixpath.normpath(posixpath.join("/", source, "..", target)).lstrip("/")
            if target not in files:
                message = f"a relationship leads to {target!r}, which is not there"
                faults.append(Fault("dangling-relationship", message, place))
        found[id] = Relationship(id, kind, target, external)
    return found


def _faults(
    files: Mapping[str, bytes],
    types: Mapping[str, str],
    arrows: Mapping[str, Mapping[str, Relationship]],
    main: str,
) -> Iterator[Fault]:
    allowed = dict(KINDS.values())
    for source, row in arrows.items():
        for arrow in row.values():
            if (arrow.kind in ON_PACKAGE) != (not source) or (
                arrow.kind not in ON_OTHERS and source not in ("", main)
            ):
                yield Fault("unexpected-part", f"{arrow.target!r} hangs on {source!r}", rels_name(source))
            if arrow.target in files and arrow.kind and types[arrow.target] not in allowed[arrow.kind]:
                message = (
                    f"{arrow.target} is of the type {types[arrow.target]!r}, and is used as {arrow.kind}"
                )
                yield Fault("wrong-content-type", message, source)
    known = {TYPES_PART, *arrows, *(rels_name(source) for source in arrows)}
    for name in files:
        if name not in known:
            yield Fault("unexpected-part", f"nothing leads to {name}")
        elif name.endswith(".rels") and types[name] != RELS_TYPE:
            yield Fault("wrong-content-type", f"{name} is of the type {types[name]!r}")
