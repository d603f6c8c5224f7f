"""A Word draft of every construct, opened."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from typing import Any

import pytest
from lxml import etree

from glossary_publish.diagnostics import Report
from glossary_publish.layout import Layout, load_layout
from glossary_publish.publication import Publication
from glossary_publish.render.docx import render
from glossary_publish.workspace import MemoryWorkspace
from tests.support.publications import every_construct

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
R = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
NAMESPACES = {
    "w": W[1:-1],
    "r": R[1:-1],
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
    "asvg": "http://schemas.microsoft.com/office/drawing/2016/SVG/main",
    "rel": "http://schemas.openxmlformats.org/package/2006/relationships",
    "dc": "http://purl.org/dc/elements/1.1/",
    "cp": "http://schemas.openxmlformats.org/package/2006/metadata/core-properties",
    "dcterms": "http://purl.org/dc/terms/",
    "p": "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties",
}
DOCUMENT = "word/document.xml"
NOTES = "word/footnotes.xml"


@dataclass(frozen=True)
class Draft:
    """The files of a Word document by their place in the package."""

    data: bytes

    @cached_property
    def files(self) -> dict[str, bytes]:
        with zipfile.ZipFile(io.BytesIO(self.data)) as archive:
            return {name: archive.read(name) for name in archive.namelist()}

    @cached_property
    def trees(self) -> dict[str, etree._Element]:
        """The files that are XML, read strictly."""
        return {
            name: etree.fromstring(data)
            for name, data in self.files.items()
            if name.endswith((".xml", ".rels"))
        }

    def find(self, path: str, name: str = DOCUMENT) -> list[etree._Element]:
        """The elements of a file that an XPath finds."""
        return list(self._found(path, name))

    def values(self, path: str, name: str = DOCUMENT) -> list[str]:
        """The values of the attributes that an XPath finds, or the texts of its elements."""
        return [str(node) if isinstance(node, str) else text(node) for node in self._found(path, name)]

    def _found(self, path: str, name: str) -> list[Any]:
        found = self.trees[name].xpath(path, namespaces=NAMESPACES)
        assert isinstance(found, list)
        return found

    def styled(self, style: str, name: str = DOCUMENT) -> list[str]:
        """The texts of the paragraphs of a style."""
        return self.values(f"//w:p[w:pPr/w:pStyle/@w:val='{style}']", name)

    def style_of(self, words: str, name: str = DOCUMENT) -> str:
        """The style of the one paragraph that says this."""
        (paragraph,) = [one for one in self.find("//w:p", name) if text(one) == words]
        return str(paragraph.xpath("string(w:pPr/w:pStyle/@w:val)", namespaces=NAMESPACES))

    def number_of(self, words: str, name: str = DOCUMENT) -> tuple[str, str]:
        """The list and the level of the one paragraph that says this; empty for none."""
        (paragraph,) = [one for one in self.find("//w:p", name) if text(one) == words]
        properties = "string(w:pPr/w:numPr/w:{}/@w:val)"
        return tuple(
            paragraph.xpath(properties.format(key), namespaces=NAMESPACES) for key in ("numId", "ilvl")
        )

    def style(self, id: str) -> etree._Element:
        """A style by its id."""
        (found,) = self.find(f"//w:style[@w:styleId='{id}']", "word/styles.xml")
        return found

    def address(self, id: str, name: str = DOCUMENT) -> str:
        """Where a relationship of a part leads."""
        folder, _, file = name.rpartition("/")
        (target,) = self.values(f"//rel:Relationship[@Id='{id}']/@Target", f"{folder}/_rels/{file}.rels")
        return target


def text(element: etree._Element) -> str:
    """The characters of an element: tabs are tabs, breaks are line ends."""
    signs = {f"{W}tab": "\t", f"{W}br": "\n"}
    return "".join(signs.get(str(node.tag), node.text or "") for node in element.iter(f"{W}t", *signs))


Make = Callable[..., Draft]


@pytest.fixture(scope="session")
def layout() -> Layout:
    return load_layout(MemoryWorkspace({}), "word")


@pytest.fixture(scope="session")
def make(layout: Layout) -> Make:
    """Renders a publication and opens the draft; any diagnostic is a failure."""

    def opened(publication: Publication, other: Layout | None = None) -> Draft:
        report = Report()
        data = render(publication, other or layout, report)
        assert list(report) == []
        return Draft(data)

    return opened


@pytest.fixture(scope="session")
def draft(make: Make) -> Draft:
    return make(every_construct(native_notes=True, qr=False))
