"""Citations and references lead to each other, and so do note marks and notes."""

from collections.abc import Iterator, Mapping, Sequence, Set
from typing import TypeAlias

from lxml import etree

from glossary_publish.verify.inspect.epub.page import H, Page
from glossary_publish.verify.inspect.epub.targets import Targets
from glossary_publish.verify.inspection import Fault

REFERENCE = "reference-"
SOURCES = (REFERENCE, "note-")
MARK = "note-mark-"
Callers: TypeAlias = Mapping[str, Set[etree._Element]]
DASHES = ("-", "–")  # `2–5` leads to 2 and 5, and stands for those between them too


def backlink_faults(pages: Sequence[Page], targets: Targets) -> Iterator[Fault]:
    """Ways back that are missing, or that lead to a place which does not lead here."""
    callers = _callers(pages)
    for page in pages:
        if not page.root.xpath("boolean(//*[@role='doc-backlink'])"):
            continue
        for entry in page.root.iter(f"{H}li"):
            id = entry.get("id") or ""
            if id.startswith(SOURCES) and not id.startswith(MARK):
                yield from _faults(callers, page, entry, targets)


def _faults(callers: Callers, page: Page, entry: etree._Element, targets: Targets) -> Iterator[Fault]:
    id = entry.get("id") or ""
    back = [link.get("href") or "" for link in entry.xpath(".//*[@role='doc-backlink']")]
    places = [targets.element(page.place, href) for href in back]
    for href, place in zip(back, places, strict=True):
        if place is None:
            yield Fault("broken-link", f"a way back leads to {href!r}, which is not there", page.name)
        elif all(id not in _led_to(link) for link in place.iter(f"{H}a")):
            yield Fault(
                "way-back-astray",
                f"the way back from {id} leads to {href}, which does not lead to it",
                page.name,
            )
    named = len(callers.get(id, ()))
    if len(set(back)) != len(back) or named != len(back):
        yield Fault(
            "way-back-astray", f"{id} is named {named} times and has {len(back)} ways back", page.name
        )


def _callers(pages: Sequence[Page]) -> Callers:
    """The citations and note marks that lead to each place."""
    found: dict[str, set[etree._Element]] = {}
    for page in pages:
        for link in page.root.iter(f"{H}a"):
            for id in _led_to(link):
                found.setdefault(id, set()).add(_holder(link))
    return found


def _led_to(link: etree._Element) -> list[str]:
    """The place that a link leads to, and what stands between it and the next link in a range of references."""
    found, after = [_anchor(link)], link.getnext()
    if after is not None and (link.tail or "").strip() in DASHES:
        first, last = (anchor.removeprefix(REFERENCE) for anchor in (found[0], _anchor(after)))
        if first.isdecimal() and last.isdecimal():
            found += [f"{REFERENCE}{number}" for number in range(int(first) + 1, int(last))]
    return found


def _holder(mark: etree._Element) -> etree._Element:
    """What the way back leads to: the mark itself, or the citation that it is in."""
    parent = mark.getparent()
    return mark if mark.get("id") or parent is None else parent


def _anchor(link: etree._Element) -> str:
    return (link.get("href") or "").partition("#")[2]
