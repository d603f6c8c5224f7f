"""Contents, landmarks, and their twin for older readers: they say the same, and lead to what they say."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from lxml import etree

from glossary_publish.verify.inspect.epub.package import OPF, Package, resolve
from glossary_publish.verify.inspect.epub.page import EPUB_TYPE, H, Page
from glossary_publish.verify.inspect.epub.spoken import Listener
from glossary_publish.verify.inspect.epub.targets import Targets
from glossary_publish.verify.inspect.markup import parse_xml, text_of
from glossary_publish.verify.inspection import Fault
from glossary_publish.verify.normal import normal

NCX = "{http://www.daisy.org/z3986/2005/ncx/}"
NCX_TYPE = "application/x-dtbncx+xml"
HEADINGS = frozenset(f"{H}h{level}" for level in range(1, 7))


@dataclass(frozen=True, slots=True)
class Entry:
    """A line of the contents: its depth, its words, and where it leads (`path in the archive#anchor`)."""

    depth: int
    text: str
    target: str


def read_navigation(page: Page, listener: Listener, targets: Targets) -> tuple[Entry, ...]:
    """The contents; what else is in the navigation document is a line outside the text."""
    entries: list[Entry] = []
    for nav in page.root.iter(f"{H}nav"):
        types = (nav.get(EPUB_TYPE) or "").split()
        found = list(_entries(nav.findall(f"{H}ol"), page, 1))
        if "toc" in types:
            entries += found
            _paint(nav, listener)
        for heading in nav.iter(*HEADINGS):
            listener.heard.furniture.append(text_of(heading))
        if "toc" not in types:
            listener.heard.furniture += (entry.text for entry in found)
        for entry in found:
            place, _, anchor = entry.target.partition("#")
            if place not in targets.places or (anchor and anchor not in targets.places[place]):
                message = f"the entry {entry.text!r} leads to {entry.target!r}, which is not there"
                listener.heard.faults.append(Fault("broken-link", message, page.name))
    listener.heard.faults += _astray(page, entries, targets)
    return tuple(entries)


def _entries(lists: Iterable[etree._Element], page: Page, depth: int) -> Iterator[Entry]:
    for item in (item for one in lists for item in one.iterchildren(f"{H}li")):
        for label in item.iterchildren(f"{H}a", f"{H}span"):
            path, _, anchor = (label.get("href") or "").partition("#")
            place = resolve(page.place, path)
            yield Entry(depth, text_of(label), f"{place}#{anchor}" if anchor else place)
        yield from _entries(item.iterchildren(f"{H}ol"), page, depth + 1)


def _paint(nav: etree._Element, listener: Listener) -> None:
    for element in nav.iter(etree.Element):
        listener.paint(element.text or " ", element)


def _astray(page: Page, entries: Iterable[Entry], targets: Targets) -> Iterator[Fault]:
    """Entries of the contents that do not lead to the heading that they name."""
    for entry in entries:
        place, _, anchor = entry.target.partition("#")
        element = targets.places.get(place, {}).get(anchor)
        if element is not None and (element.tag not in HEADINGS or _heading(element) != entry.text):
            yield Fault("contents-lead-astray", f"the entry {entry.text!r} leads to {anchor!r}", page.name)


def _heading(element: etree._Element) -> str:
    """The words of a heading without its note marks."""
    said = element.xpath(".//text()[not(ancestor::*[@role='doc-noteref'])]")
    return normal("".join(said))


def read_ncx(package: Package, entries: tuple[Entry, ...], listener: Listener) -> None:
    """The contents for readers of EPUB 2 (OPF 2.0.1, 2.4.1) say what the contents say."""
    for file in package.manifest:
        if file.media_type != NCX_TYPE or file.place not in package.files:
            continue
        root = parse_xml(package.files[file.place], file.place)
        found = tuple(_points(root.iterfind(f"{NCX}navMap/{NCX}navPoint"), file.place, 1))
        if found != entries:
            listener.heard.faults.append(
                Fault("contents-disagree", "the NCX differs from the contents", file.place)
            )
        uid = root.find(f"{NCX}head/{NCX}meta[@name='dtb:uid']")
        if uid is None or uid.get("content") != package.said("dc:identifier"):
            listener.heard.faults.append(Fault("contents-disagree", "the NCX is of another book", file.place))
        titles = [*root.iter(f"{NCX}docTitle"), *root.iter(f"{NCX}docAuthor")]
        listener.heard.furniture += map(text_of, titles)


def _points(points: Iterable[etree._Element], base: str, depth: int) -> Iterator[Entry]:
    for point in points:
        content, label = point.find(f"{NCX}content"), point.find(f"{NCX}navLabel")
        source = "" if content is None else content.get("src") or ""
        path, _, anchor = source.partition("#")
        place = resolve(base, path)
        text = "" if label is None else text_of(label)
        yield Entry(depth, text, f"{place}#{anchor}" if anchor else place)
        yield from _points(point.iterfind(f"{NCX}navPoint"), base, depth + 1)


def guide_lines(package: Package) -> Iterator[str]:
    """The titles in the guide of EPUB 2."""
    for reference in package.root.iterfind(f"{OPF}guide/{OPF}reference"):
        yield normal(reference.get("title") or "")
