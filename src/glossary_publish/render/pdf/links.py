"""The links of a PDF, the places they lead to, and the bookmarks (ISO 32000-1, 12.3 and 12.5.6.5)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from itertools import pairwise
from typing import Any

import pydyf

from glossary_publish.render.pdf.painting import placed

HEADINGS = {"h1": 1, "h2": 2, "h3": 3, "h4": 4, "h5": 5, "h6": 6}
PRINTED = 4  # the annotation flag that PDF/A asks for (ISO 19005-3, 6.3.2)


def add_links(pdf: Any, document: Any, root: Any) -> None:
    """Add the links of every page with their descriptions, and the names that they lead to."""
    targets = {element.get("id"): element for element in root.iter() if element.get("id")}
    for page, entry in zip(document.pages, _pages(pdf), strict=True):
        annotations = [_annotation(link, placed(page), targets) for link in page.links]
        for annotation in annotations:
            pdf.add_object(annotation)
        if annotations:
            entry["Annots"] = pydyf.Array([annotation.reference for annotation in annotations])
    names = pydyf.Array()
    for name, destination in sorted(_destinations(pdf, document).items()):
        names.extend((name, destination))
    pdf.catalog.setdefault("Names", pydyf.Dictionary())["Dests"] = pydyf.Dictionary({"Names": names})


def _annotation(link: Any, matrix: Any, targets: dict[str, Any]) -> Any:
    kind, target, (left, top, right, low), box = link
    annotation = pydyf.Dictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": pydyf.Array([*matrix.transform_point(left, low), *matrix.transform_point(right, top)]),
            "Border": pydyf.Array([0, 0, 0]),
            "F": PRINTED,
            "Contents": pydyf.String(_description(box.element, kind, target, targets)),
        }
    )
    if kind == "internal":
        annotation["Dest"] = pydyf.String(target)
    else:
        action = {"Type": "/Action", "S": "/URI", "URI": pydyf.String(target)}
        annotation["A"] = pydyf.Dictionary(action)
    box.link_annotation = annotation  # `tagging.writing` ties it to its structure element
    return annotation


def _description(element: Any, kind: str, target: str, targets: dict[str, Any]) -> str:
    """What a link says of itself (ISO 14289-1, 7.18.5): its label, else what it leads to."""
    if label := element.get("aria-label"):
        return str(label)
    return plain(targets[target]) if kind == "internal" and target in targets else target


def _destinations(pdf: Any, document: Any) -> dict[bytes, Any]:
    """Where each anchor is, by its name as a PDF string: the first place counts."""
    found: dict[bytes, Any] = {}
    for page, reference in zip(document.pages, pdf.page_references, strict=True):
        for name, (left, top, *_) in page.anchors.items():
            where = [reference, "/XYZ", *placed(page).transform_point(left, top), 0]
            found.setdefault(pydyf.String(name).data, pydyf.Array(where))
    return found


# --- bookmarks -----------------------------------------------------------------------------------


@dataclass(slots=True)
class _Bookmark:
    level: int
    entry: Any
    below: "list[_Bookmark]" = field(default_factory=list)


def add_bookmarks(pdf: Any, document: Any, root: Any) -> None:
    """Add the headings as a tree of bookmarks; the words of a heading without its note marks."""
    places = _destinations(pdf, document)
    top = _Bookmark(0, pydyf.Dictionary({"Type": "/Outlines"}))
    path = [top]
    pdf.add_object(top.entry)
    for heading in (element for element in root.iter() if element.tag in HEADINGS):
        destination = places[pydyf.String(heading.get("id")).data]
        entry = pydyf.Dictionary({"Title": pydyf.String(plain(heading)), "Dest": destination})
        pdf.add_object(entry)
        while path[-1].level >= HEADINGS[heading.tag]:
            path.pop()
        bookmark = _Bookmark(HEADINGS[heading.tag], entry)
        path[-1].below.append(bookmark)
        path.append(bookmark)
    _tie(top)
    pdf.catalog["Outlines"] = top.entry.reference


def _tie(bookmark: _Bookmark) -> int:
    """Write who is beside and below whom; gives the number of bookmarks below."""
    below = [one.entry for one in bookmark.below]
    for one, following in pairwise(below):
        one["Next"], following["Prev"] = following.reference, one.reference
    for one in below:
        one["Parent"] = bookmark.entry.reference
    count = len(below) + sum(map(_tie, bookmark.below))
    if below:
        bookmark.entry["First"], bookmark.entry["Last"] = below[0].reference, below[-1].reference
        bookmark.entry["Count"] = count
    return count


def plain(element: Any) -> str:
    """The words of an element; note marks are no words."""
    return " ".join("".join(_words(element)).split())


def _words(element: Any) -> Iterator[str]:
    yield " " if element.tag == "br" else element.text or ""
    for child in element:
        if "note-mark" not in child.get("class", "").split():
            yield from _words(child)
        yield child.tail or ""


def _pages(pdf: Any) -> Iterable[Any]:
    return (item for item in pdf.objects if isinstance(item, dict) and item.get("Type") == "/Page")
