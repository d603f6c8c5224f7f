"""The links of a PDF and the places they lead to (ISO 32000-1, 12.3.2 and 12.5.6.5)."""

from collections.abc import Iterable, Iterator
from typing import Any

import pydyf

from glossary_publish.render.pdf.painting import placed

PRINTED = 4  # the annotation flag that PDF/A asks for (ISO 19005-3, 6.3.2)


def add_links(pdf: Any, document: Any, root: Any) -> None:
    """Add the links of every page with their descriptions, and the names that they lead to."""
    targets = {element.get("id"): element for element in root.iter() if element.get("id")}
    for page, entry in zip(document.pages, _pages(pdf), strict=True):
        annotations = [_annotation(link, page, targets) for link in page.links]
        for annotation in annotations:
            pdf.add_object(annotation)
        if annotations:
            entry["Annots"] = pydyf.Array([annotation.reference for annotation in annotations])
    names = pydyf.Array()
    for name, destination in sorted(destinations(pdf, document).items()):
        names.extend((name, destination))
    pdf.catalog.setdefault("Names", pydyf.Dictionary())["Dests"] = pydyf.Dictionary({"Names": names})


def _annotation(link: Any, page: Any, targets: dict[str, Any]) -> Any:
    kind, target, (left, top, right, low), box = link
    annotation = pydyf.Dictionary(
        {
            "Type": "/Annot",
            "Subtype": "/Link",
            "Rect": pydyf.Array([*placed(page, left, low), *placed(page, right, top)]),
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


def destinations(pdf: Any, document: Any) -> dict[bytes, Any]:
    """Where each anchor is, by its name as a PDF string: the first place counts."""
    found: dict[bytes, Any] = {}
    for page, reference in zip(document.pages, pdf.page_references, strict=True):
        for name, (left, top, *_) in page.anchors.items():
            where = [reference, "/XYZ", *placed(page, left, top), 0]
            found.setdefault(pydyf.String(name).data, pydyf.Array(where))
    return found


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
