"""Citations and references lead to each other, and so do note marks and notes."""

from collections.abc import Iterator, Sequence

from lxml import etree

from glossary_publish.verify.inspect.epub.page import H, Page
from glossary_publish.verify.inspect.epub.targets import Targets
from glossary_publish.verify.inspection import Fault

SOURCES = ("reference-", "note-")
MARK = "note-mark-"


def backlink_faults(pages: Sequence[Page], targets: Targets) -> Iterator[Fault]:
    """Ways back that are missing, or that lead to a place which does not lead here."""
    for page in pages:
        if not page.root.xpath("boolean(//*[@role='doc-backlink'])"):
            continue
        for entry in page.root.iter(f"{H}li"):
            id = entry.get("id") or ""
            if id.startswith(SOURCES) and not id.startswith(MARK):
                yield from _faults(pages, page, entry, targets)


def _faults(pages: Sequence[Page], page: Page, entry: etree._Element, targets: Targets) -> Iterator[Fault]:
    id = entry.get("id")
    back = [link.get("href") or "" for link in entry.xpath(".//*[@role='doc-backlink']")]
    places = [targets.element(page.place, href) for href in back]
    for href, place in zip(back, places, strict=True):
        if place is None:
            yield Fault("broken-link", f"a way back leads to {href!r}, which is not there", page.name)
        elif id not in {_anchor(link) for link in place.iter(f"{H}a")}:
            yield Fault(
                "way-back-astray",
                f"the way back from {id} leads to {href}, which does not lead to it",
                page.name,
            )
    marks = [link for other in pages for link in other.root.iter(f"{H}a") if _anchor(link) == id]
    callers = {_holder(mark) for mark in marks}
    if len(set(back)) != len(back) or len(callers) != len(back):
        yield Fault(
            "way-back-astray", f"{id} is named {len(callers)} times and has {len(back)} ways back", page.name
        )


def _holder(mark: etree._Element) -> etree._Element:
    """What the way back leads to: the mark itself, or the citation that it is in."""
    parent = mark.getparent()
    return mark if mark.get("id") or parent is None else parent


def _anchor(link: etree._Element) -> str:
    return (link.get("href") or "").partition("#")[2]
