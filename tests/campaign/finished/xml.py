"""A package of XML documents, changed through the DOM of the standard library, which `verify` does not use."""

import io
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any
from xml.dom.minidom import Document, Element, Node, Text, parseString

from glossary_publish.publication import Publication
from glossary_publish.verify.expected import expected_items
from tests.campaign.finished.mutant import Finished


def entries(data: bytes) -> dict[str, bytes]:
    """The files of a package in their order."""
    with zipfile.ZipFile(io.BytesIO(data)) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def packed(files: dict[str, bytes]) -> bytes:
    """A package of these files; a first `mimetype` is stored as it is."""
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in files.items():
            method = zipfile.ZIP_STORED if name == "mimetype" else zipfile.ZIP_DEFLATED
            archive.writestr(zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0)), data, method)
    return buffer.getvalue()


def changed(finished: Finished, name: str, change: Callable[[Document], None]) -> bytes:
    """The package with one document changed."""
    files = entries(finished.data)
    document = parse(files[name])
    change(document)
    files[name] = document.toxml(encoding="utf-8")
    return packed(files)


def parse(data: bytes) -> Document:
    """A document of ours as a DOM."""
    return parseString(data)


def parent(node: Node) -> Any:
    """What a node is in: there always is something, which the types of the DOM do not know."""
    return node.parentNode


def root(node: Node) -> Any:
    """The document that a node is in."""
    return node.ownerDocument


def make(beside: Element, tag: str) -> Element:
    """A new element of the same document."""
    made: Element = root(beside).createElement(tag)
    return made


def elements(node: Node, *tags: str) -> Iterator[Element]:
    """The elements of some tags in document order, or all."""
    for child in node.childNodes:
        if isinstance(child, Element):
            if not tags or child.tagName in tags:
                yield child
            yield from elements(child, *tags)


def texts(node: Node) -> Iterator[Text]:
    """All text nodes in document order."""
    for child in node.childNodes:
        if isinstance(child, Text):
            yield child
        yield from texts(child)


def words_of(node: Node) -> str:
    """The text inside a node, without spaces."""
    return squeezed("".join(text.data for text in texts(node)))


def squeezed(text: str) -> str:
    """A text without white space."""
    return "".join(text.split())


def ancestor(node: Node, tags: tuple[str, ...]) -> Element | None:
    """The nearest element of some tags around a node."""
    found = node.parentNode
    while isinstance(found, Element):
        if found.tagName in tags:
            return found
        found = found.parentNode
    return None


@dataclass(frozen=True)
class Owners:
    """Which part a text belongs to."""

    by_part: tuple[tuple[str, str], ...]

    def of(self, text: str) -> str:
        """The part that holds a text; empty when it is short, in none, or in several."""
        wanted = squeezed(text)
        if len(wanted) < 3:
            return ""
        found = {part for part, words in self.by_part if wanted in words}
        return found.pop() if len(found) == 1 else ""


def owners(publication: Publication, format: str) -> Owners:
    """The texts of each part of a publication."""
    rows: dict[str, str] = {}
    for one in expected_items(publication, format):
        rows[one.part] = rows.get(one.part, "") + squeezed(one.item.text)
    return Owners(tuple(rows.items()))
