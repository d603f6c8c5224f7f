"""What a fault of the maker could do to an ebook: each mutant by name, with the diagnostic that must name it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from lxml import etree

from tests.verify.inspect.epub.book import Files, one, retype, swap

Change = Callable[[Files], None]


@dataclass(frozen=True, slots=True)
class Mutant:
    """A change to the files of an ebook; `code` and `part` are what one diagnostic of it must carry."""

    name: str
    code: str
    part: str
    change: Change


def rows(table: str) -> Iterator[list[str]]:
    """The cells of a table that is written with a bar between them."""
    for line in table.strip().splitlines():
        yield [cell.strip() for cell in line.split(" | ")]


def swapped(name: str, file: str, old: str, new: str, code: str, part: str = "") -> Mutant:
    """A mutant that replaces some characters of a file."""
    return Mutant(name, code, part, lambda files: swap(files, file, old, new))


def dropped(name: str, file: str, path: str, code: str, part: str = "") -> Mutant:
    """A mutant that leaves an element out, and keeps the words after it."""

    def drop(root: etree._Element) -> None:
        element = one(root, path)
        parent = element.getparent()
        assert parent is not None
        before = element.getprevious()
        if element.tail and before is not None:
            before.tail = (before.tail or "") + element.tail
        elif element.tail:
            parent.text = (parent.text or "") + element.tail
        parent.remove(element)

    return Mutant(name, code, part, lambda files: retype(files, file, drop))


def doubled(name: str, file: str, path: str, code: str, part: str = "") -> Mutant:
    """A mutant that shows an element twice."""

    def double(root: etree._Element) -> None:
        element = one(root, path)
        copy = etree.fromstring(etree.tostring(element, with_tail=False))
        copy.attrib.pop("id", None)
        element.addnext(copy)

    return Mutant(name, code, part, lambda files: retype(files, file, double))


def exchanged(name: str, file: str, path: str, other: str, code: str, part: str = "") -> Mutant:
    """A mutant in which two elements have changed places."""

    def exchange(root: etree._Element) -> None:
        first, second = one(root, path), one(root, other)
        place = etree.Element("place")
        first.addprevious(place)
        second.addprevious(first)
        place.addprevious(second)
        parent = place.getparent()
        assert parent is not None
        parent.remove(place)

    return Mutant(name, code, part, lambda files: retype(files, file, exchange))


def changed(
    name: str, file: str, path: str, key: str, value: str | None, code: str, part: str = ""
) -> Mutant:
    """A mutant in which an attribute has another value, or none."""

    def change(root: etree._Element) -> None:
        element = one(root, path)
        if value is None:
            del element.attrib[key]
        else:
            element.set(key, value)

    return Mutant(name, code, part, lambda files: retype(files, file, change))
