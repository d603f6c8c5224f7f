"""Where a link leads and where it can be pressed (ISO 32000-1, 12.3.2, 12.5 and 12.6)."""

from dataclasses import dataclass

from glossary_publish.verify.inspect.pdf.document import Document
from glossary_publish.verify.inspect.pdf.objects import MalformedPdf, Name, Object, Ref, Table, text
from glossary_publish.verify.inspect.pdf.painting import Box
from glossary_publish.verify.inspection import Fault

NAMES = 100_000
DEPTH = 32


@dataclass(frozen=True, slots=True)
class Destination:
    """A place to go to: page index, and points from the top of the page (-1 where it is not said)."""

    page: int
    top: float


@dataclass(frozen=True, slots=True)
class LinkArea:
    """A link annotation: where it lies, where it leads (`#name` inside the file), what it says of itself."""

    page: int
    box: Box
    target: str
    contents: str
    struct_parent: int | None


def name_tree(document: Document, value: Object, depth: int = 0) -> dict[bytes, Object]:
    """The entries of a name tree (7.9.6)."""
    node = document.table(value)
    flat = document.array(node.get("Names"))
    entries = {key: item for key, item in zip(flat[::2], flat[1::2], strict=False) if isinstance(key, bytes)}
    kids = document.array(node.get("Kids"))
    if depth > DEPTH or (depth and not flat and not kids) or 2 * len(entries) != len(flat):
        raise MalformedPdf("a name tree is no tree, or has a name twice")
    for kid in kids:
        entries |= name_tree(document, kid, depth + 1)
        if len(entries) > NAMES:
            raise MalformedPdf(f"a name tree has more than {NAMES} names")
    return entries


def destinations(document: Document, pages: list[tuple[int, Table]]) -> dict[str, Destination]:
    """The named destinations."""
    names = document.table(document.catalog.get("Names"))
    places = {number: index for index, (number, _) in enumerate(pages)}
    found = {text(key): item for key, item in name_tree(document, names.get("Dests")).items()}
    found |= document.table(document.catalog.get("Dests"))
    read = {name: destination(document, item, pages, places) for name, item in found.items()}
    return {name: place for name, place in read.items() if place is not None}


def destination(
    document: Document, value: Object, pages: list[tuple[int, Table]], places: dict[int, int]
) -> Destination | None:
    """An explicit destination, or none where it leads to no page of this file."""
    value = document.resolve(value)
    if isinstance(value, dict):
        value = document.resolve(value.get("D"))
    if (
        not isinstance(value, list)
        or not value
        or not isinstance(value[0], Ref)
        or value[0].number not in places
    ):
        return None
    index = places[value[0].number]
    box = document.numbers(pages[index][1].get("CropBox")) or document.numbers(
        pages[index][1].get("MediaBox")
    )
    top = value[3] if len(value) > 3 and value[1] == "XYZ" else None
    return Destination(index, max(box[1::2]) - top if isinstance(top, int | float) else -1.0)


def link_areas(
    document: Document, pages: list[tuple[int, Table]], faults: list[Fault]
) -> dict[int, LinkArea]:
    """The link annotations of all pages by object number; any other annotation is a fault."""
    areas: dict[int, LinkArea] = {}
    for index, (_, page) in enumerate(pages):
        for value in document.array(page.get("Annots")):
            table, place = document.table(value), f"page {index + 1}"
            kind = document.name(table.get("Subtype"))
            if kind != "Link" or not isinstance(value, Ref):
                faults.append(
                    Fault(
                        "foreign-annotation",
                        f"an annotation of the kind {kind or 'none'} lies on the page",
                        place,
                    )
                )
                continue
            if "AP" in table:
                faults.append(Fault("foreign-annotation", "a link paints something of its own", place))
            areas[value.number] = _link_area(document, table, page, index, faults)
    return areas


def _link_area(document: Document, table: Table, page: Table, index: int, faults: list[Fault]) -> LinkArea:
    box = document.numbers(page.get("CropBox")) or document.numbers(page.get("MediaBox"))
    rectangle = document.numbers(table.get("Rect"))
    if len(rectangle) != 4 or len(box) != 4:
        raise MalformedPdf(f"page {index + 1} has a link without a place")
    left, right = sorted(rectangle[::2])
    low, high = sorted(rectangle[1::2])
    origin, top = min(box[::2]), max(box[1::2])
    parent = document.resolve(table.get("StructParent"))
    return LinkArea(
        page=index,
        box=(left - origin, top - high, right - origin, top - low),
        target=_target(document, table, index, faults),
        contents=document.string(table.get("Contents")),
        struct_parent=parent if isinstance(parent, int) else None,
    )


def _target(document: Document, table: Table, index: int, faults: list[Fault]) -> str:
    action = document.table(table.get("A"))
    kind = document.name(action.get("S"))
    if kind == "URI":
        address = document.resolve(action.get("URI"))
        return address.decode("utf-8", "replace") if isinstance(address, bytes) else ""
    if kind not in ("", "GoTo"):
        faults.append(Fault("forbidden-action", f"a link does {kind}", f"page {index + 1}"))
        return ""
    return internal_target(document, action.get("D") if kind else table.get("Dest"))


def internal_target(document: Document, value: Object) -> str:
    """`#name` of a named destination; nothing where the destination has no name."""
    value = document.resolve(value)
    if isinstance(value, Name):
        return f"#{value}"
    return f"#{text(value)}" if isinstance(value, bytes) else ""
