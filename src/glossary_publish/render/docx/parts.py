"""The one door to python-docx: its packaging layer writes content types and relationships, our module the zip."""

from collections.abc import Sequence
from dataclasses import dataclass

from docx.opc.package import OpcPackage
from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.opc.pkgwriter import PackageWriter

from glossary_publish.render.docx.relations import Relation
from glossary_publish.render.package import write_package


@dataclass(frozen=True, slots=True)
class File:
    """A part of the package: its place, its content type, its bytes and what it refers to."""

    name: str
    content_type: str
    data: bytes
    relations: tuple[Relation, ...] = ()


class _Shelf:
    """Stands where python-docx expects a zip archive, and keeps what it writes: its own archive carries the clock."""

    def __init__(self) -> None:
        self.files: list[tuple[str, bytes]] = []

    def write(self, name: PackURI, data: str | bytes) -> None:
        self.files.append((name.membername, data.encode() if isinstance(data, str) else data))


def package(files: Sequence[File], root: Sequence[Relation]) -> bytes:
    """Pack the parts; `root` are the relationships of the package itself."""
    container = OpcPackage()
    parts = {file.name: Part(PackURI(file.name), file.content_type, file.data, container) for file in files}
    for relation in root:
        container.rels.add_relationship(relation.type, parts[relation.target], relation.id)
    for file in files:
        for relation in file.relations:
            target = relation.target if relation.external else parts[relation.target]
            parts[file.name].load_rel(relation.type, target, relation.id, relation.external)
    shelf = _Shelf()
    PackageWriter._write_content_types_stream(shelf, list(parts.values()))
    PackageWriter._write_pkg_rels(shelf, container.rels)
    PackageWriter._write_parts(shelf, list(parts.values()))
    return write_package(shelf.files)
