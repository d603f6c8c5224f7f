"""An ebook of every construct, opened."""

import io
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import pytest
from lxml import etree

from glossary_publish.diagnostics import Report
from glossary_publish.layout import Layout, load_layout
from glossary_publish.publication import Publication
from glossary_publish.render.epub import render
from glossary_publish.workspace import MemoryWorkspace
from tests.support.publications import every_construct

NAMESPACES = {
    "h": "http://www.w3.org/1999/xhtml",
    "opf": "http://www.idpf.org/2007/opf",
    "dc": "http://purl.org/dc/elements/1.1/",
    "ncx": "http://www.daisy.org/z3986/2005/ncx/",
    "epub": "http://www.idpf.org/2007/ops",
    "svg": "http://www.w3.org/2000/svg",
}


@dataclass(frozen=True)
class Book:
    """The files of an ebook by their place in the package folder."""

    data: bytes
    files: dict[str, bytes]

    def tree(self, name: str) -> etree._Element:
        """A file as XML, read strictly."""
        return etree.fromstring(self.files[name])

    def find(self, name: str, path: str) -> list[etree._Element]:
        """The elements of a file that an XPath finds."""
        return list[etree._Element](self._find(name, path))

    def texts(self, name: str, path: str) -> list[str]:
        """The text of those elements, or the values of those attributes."""
        found = self._find(name, path)
        return [node if isinstance(node, str) else "".join(node.itertext()) for node in found]

    def _find(self, name: str, path: str) -> list[Any]:
        found = self.tree(name).xpath(path, namespaces=NAMESPACES)
        assert isinstance(found, list)
        return found


@pytest.fixture(scope="session")
def layout() -> Layout:
    return load_layout(MemoryWorkspace({}), "ebook")


@pytest.fixture(scope="session")
def make(layout: Layout) -> Callable[[Publication], Book]:
    """Renders a publication and opens the ebook; any diagnostic is a failure."""

    def opened(publication: Publication) -> Book:
        report = Report()
        data = render(publication, layout, report)
        assert list(report) == []
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            files = {name.removeprefix("EPUB/"): archive.read(name) for name in archive.namelist()}
        return Book(data, files)

    return opened


@pytest.fixture(scope="session")
def book(make: Callable[[Publication], Book]) -> Book:
    return make(every_construct(qr=False))
