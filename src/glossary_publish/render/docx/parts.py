"""The one door to python-docx: its packaging layer writes content types and relationships, our module the zip."""

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from docx.opc.packuri import PackURI
from docx.opc.part import Part
from docx.package import Package

from glossary_publish.render.docx.relations import Relation
from glossary_publish.render.package import write_package


@dataclass(frozen=True, slots=True)
class File:
    """A part of the package: its place, its content type, its bytes and what it refers to."""

    name: str
    content_type: str
    data: bytes
    relations: tuple[Relation, ...] = ()


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
    buffer = io.BytesIO()
    container.save(buffer)
    # The archive of python-docx carries the clock: only what is in it is kept.
    with zipfile.ZipFile(buffer) as archive:
        return write_package([(name, archive.read(name)) for name in archive.namelist()])
