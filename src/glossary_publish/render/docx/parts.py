"""The one door to python-docx: its packaging layer writes content types and relationships, our module the zip.

The archive that python-docx would write carries the clock, so that it never comes to one.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.pkgwriter import PackageWriter
from docx.package import Package

from glossary_publish.render.docx.relations import Relation
from glossary_publish.render.package import write_package

# What drafts of one layout have in common with many others, if not with all.
SHARED = frozenset(
    (
        "[Content_Types].xml",
        "_rels/.rels",
        "docProps/app.xml",
        "word/fontTable.xml",
        "word/header1.xml",
        "word/numbering.xml",
        "word/styles.xml",
        "word/theme/theme1.xml",
    )
)


@dataclass(frozen=True, slots=True)
class File:
    """A part of the package: its place, its content type, its bytes and what it refers to."""

    name: str
    content_type: str
    data: bytes
    relations: tuple[Relation, ...] = ()


class _Shelf:
    """Stands where python-docx expects a zip archive, and keeps what it writes."""

    def __init__(self) -> None:
        self.files: list[tuple[str, bytes]] = []

    def write(self, place: PackURI, data: bytes) -> None:
        self.files.append((place.membername, data))


def package(files: Sequence[File], root: Sequence[Relation]) -> bytes:
    """Pack the parts; `root` are the relationships of the package itself."""
    container = Package()
    parts = {file.name: Part(PackURI(file.name), file.content_type, file.data, container) for file in files}
    for relation in root:
        container.load_rel(relation.type, parts[relation.target], relation.id)
    for file in files:
        for relation in file.relations:
            target = relation.target if relation.external else parts[relation.target]
            parts[file.name].load_rel(relation.type, target, relation.id, relation.external)
    shelf, reached = _Shelf(), container.parts
    writer: Any = PackageWriter  # python-docx types it for its own archive alone
    writer._write_content_types_stream(shelf, reached)
    writer._write_pkg_rels(shelf, container.rels)
    writer._write_parts(shelf, reached)
    return write_package(shelf.files, shared=SHARED)
