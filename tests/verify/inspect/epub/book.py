"""A rendered ebook of every construct, taken apart, altered with plain means, and judged."""

import io
import zipfile
from collections.abc import Callable, Iterable, Mapping
from functools import cache

from lxml import etree

from glossary_publish.diagnostics import Diagnostic, Report
from glossary_publish.layout import Layout, load_layout
from glossary_publish.publication import Publication
from glossary_publish.render.epub import render
from glossary_publish.verify.inspect.epub import inspect
from glossary_publish.verify.runner import verify
from glossary_publish.workspace import MemoryWorkspace
from tests.support.publications import every_construct

Files = dict[str, bytes]
TEXT, NAV, COVER = "EPUB/text.xhtml", "EPUB/nav.xhtml", "EPUB/cover.xhtml"
DRAWING, NCX, PACKAGE, STYLE = "EPUB/cover.svg", "EPUB/toc.ncx", "EPUB/content.opf", "EPUB/style.css"
CONTAINER = "META-INF/container.xml"
H = "{http://www.w3.org/1999/xhtml}"


@cache
def publication() -> Publication:
    """What the ebook says."""
    return every_construct(native_notes=False, qr=False)


@cache
def layout() -> Layout:
    """How the ebook looks."""
    return load_layout(MemoryWorkspace({}), "ebook")


@cache
def edition() -> bytes:
    """The ebook as it is rendered."""
    report = Report()
    data = render(publication(), layout(), report)
    assert list(report) == []
    return data


def unpacked(data: bytes) -> Files:
    """The files of an ebook."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: Mapping[str, bytes], stored: Iterable[str] = ("mimetype",)) -> bytes:
    """An archive of some files in their order."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            method = zipfile.ZIP_STORED if name in stored else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name), data, method)
    return buffer.getvalue()


def altered(change: Callable[[Files], None]) -> bytes:
    """The ebook after a change to its files."""
    files = unpacked(edition())
    change(files)
    return packed(files)


def swap(files: Files, name: str, old: str, new: str) -> None:
    """Replace some characters of a file; they must be there once."""
    data = files[name].decode()
    assert data.count(old) == 1, f"{old!r} is {data.count(old)} times in {name}"
    files[name] = data.replace(old, new).encode()


def retype(files: Files, name: str, change: Callable[[etree._Element], None]) -> None:
    """Change the tree of an XML file."""
    root = etree.fromstring(files[name])
    change(root)
    files[name] = etree.tostring(root.getroottree(), xml_declaration=True, encoding="utf-8")


def one(root: etree._Element, path: str) -> etree._Element:
    """The only element that an XPath finds; `h:` is XHTML."""
    found = root.xpath(path, namespaces={"h": H[1:-1]})
    assert isinstance(found, list)
    assert len(found) == 1, f"{path} finds {len(found)} elements"
    assert isinstance(found[0], etree._Element)
    return found[0]


def judged(data: bytes) -> list[Diagnostic]:
    """What the checks say of an ebook that should be the one of every construct."""
    report = Report()
    verify(publication(), layout(), inspect(data), report)
    return list(report)
