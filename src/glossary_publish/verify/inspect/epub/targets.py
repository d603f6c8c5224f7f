"""Where links lead: addresses outside, or places in the book as `#anchor`, whatever file they are in."""

from collections.abc import Iterable

from lxml import etree

from glossary_publish.verify.inspect.epub.package import Package, resolve
from glossary_publish.verify.inspect.epub.page import Page
from glossary_publish.verify.inspection import Fault

OUTSIDE = ("http://", "https://", "mailto:", "tel:")


class Targets:
    """The places of all pages."""

    def __init__(self, package: Package, pages: Iterable[Page], faults: list[Fault]) -> None:
        self._package = package
        self._faults = faults
        self.places = {
            page.place: {element.get("id", ""): element for element in page.root.xpath("//*[@id]")}
            for page in pages
        }
        ids = [id for places in self.places.values() for id in places]
        self._unique = len(set(ids)) == len(ids)

    def target(self, page: Page, element: etree._Element) -> str:
        """Where a link leads; a dead one is a fault."""
        href: str = element.get("href", "")
        if href.startswith(OUTSIDE):
            return href
        found = self.element(page.place, href)
        if found is None:
            self._faults.append(
                Fault("broken-link", f"a link leads to {href!r}, which is not there", page.name)
            )
            return href
        return f"#{found.get('id')}" if found.get("id") else href

    def element(self, base: str, href: str) -> etree._Element | None:
        """The element that an address in the book means; of a whole file its root."""
        path, _, anchor = href.partition("#")
        place = resolve(base, path) if path else base
        if place not in self.places or ":" in path:
            return None
        if anchor:
            return self.places[place].get(anchor)
        return next((one.getroottree().getroot() for one in self.places[place].values()), None)
