"""Rules of the structure tree that readers depend on (ISO 14289-1; ISO 32000-1, 14.7 and 14.8)."""

from collections.abc import Iterable, Iterator, Sequence

from glossary_publish.verify.inspect.pdf.document import Document
from glossary_publish.verify.inspect.pdf.links import name_tree
from glossary_publish.verify.inspect.pdf.objects import Ref, text
from glossary_publish.verify.inspect.pdf.structure import STANDARD, Element, StructureReader
from glossary_publish.verify.inspection import Fault, Item, Kind

KIDS = {  # tables 333 to 338: what may stand directly inside
    "L": {"LI", "Caption"},
    "LI": {"Lbl", "LBody"},
    "Table": {"TR", "THead", "TBody", "TFoot", "Caption"},
    "THead": {"TR"},
    "TBody": {"TR"},
    "TFoot": {"TR"},
    "TR": {"TH", "TD"},
}
PARENTS = {
    "LI": {"L"},
    "LBody": {"LI"},
    "TR": {"Table", "THead", "TBody", "TFoot"},
    "TH": {"TR"},
    "TD": {"TR"},
    "THead": {"Table"},
    "TBody": {"Table"},
    "TFoot": {"Table"},
}
SCOPES = ("Row", "Column", "Both")


def tree_faults(document: Document, reader: StructureReader, elements: Sequence[Element]) -> Iterator[Fault]:
    """What is wrong with the tree, whatever the pages hold."""
    marks = document.table(document.catalog.get("MarkInfo"))
    if document.resolve(marks.get("Marked")) is not True or not elements:
        yield Fault("untagged-pdf", "the file has no structure tree, or does not say that it is tagged")
    for number in reader.repeated:
        yield Fault("element-twice", f"the element of object {number} stands in the structure tree twice")
    for element in elements:
        yield from _element_faults(element)
    yield from _id_faults(document, reader, elements)
    yield from _parent_faults(document, reader, elements)


def _element_faults(element: Element) -> Iterator[Fault]:
    role = element.role
    if role not in STANDARD:
        yield Fault("unknown-element", f"an element has the type {element.tag}")
    parent = element.parent.role if element.parent else ""
    if parent not in PARENTS.get(role, {parent}):
        yield Fault("misplaced-element", f"a {role} stands in a {parent}")
    strangers = sorted({kid.role for kid in element.elements} - KIDS[role]) if role in KIDS else []
    for stranger in strangers:
        yield Fault("misplaced-element", f"a {stranger} stands directly in a {role}")
    if role == "Figure" and not (element.alt or element.actual):
        yield Fault("figure-without-alternative", "a figure has no alternative text")
    if role == "Note" and not element.id:
        yield Fault("note-without-id", "a note has no id")
    if role == "TH" and element.attributes.get("Scope") not in SCOPES:
        yield Fault(
            "header-cell-without-scope", "a header cell does not say whether it heads a row or a column"
        )
    if role == "Table":
        yield from _table_faults(element)


def _table_faults(table: Element) -> Iterator[Fault]:
    rows = [element for element in table.walk() if element.role == "TR"]
    if not any(cell.role == "TH" for row in rows for cell in row.elements):
        yield Fault("table-without-header", "a table has no header cell")
    lengths = {sum(_span(cell) for cell in row.elements) for row in rows}
    if len(lengths) > 1:
        yield Fault("uneven-table", f"the rows of a table have {sorted(lengths)} cells")


def _span(cell: Element) -> int:
    span = cell.attributes.get("ColSpan", 1)
    return span if isinstance(span, int) else 1


def _id_faults(document: Document, reader: StructureReader, elements: Iterable[Element]) -> Iterator[Fault]:
    """Every id once, and in the IDTree, through which readers find headers and notes (14.7.2)."""
    found: dict[str, Element] = {}
    for element in elements:
        if element.id and element.id in found:
            yield Fault(
                "duplicate-id", f"two elements have the id {element.id}: the second is a {element.role}"
            )
        elif element.id:
            found[element.id] = element
    if "IDTree" not in reader.root_table:
        if found:
            yield Fault("missing-id-tree", f"{len(found)} elements have an id and the file has no IDTree")
        return
    tree = {text(key): value for key, value in name_tree(document, reader.root_table["IDTree"]).items()}
    for name, element in found.items():
        value = tree.pop(name, None)
        if not isinstance(value, Ref) or value.number != element.number:
            yield Fault("id-not-in-tree", f"the id {name} of a {element.role} is not in the IDTree")
    for name in tree:
        yield Fault("dead-id", f"the IDTree has {name}, which no element of the tree carries")


def _parent_faults(
    document: Document, reader: StructureReader, elements: Iterable[Element]
) -> Iterator[Fault]:
    root = document.catalog.get("StructTreeRoot")
    for element in elements:
        if element.number < 0 or element.parent is None:
            continue
        said = reader.parents.get(element.number)
        own = (
            element.parent.number
            if element.parent.number >= 0
            else root.number
            if isinstance(root, Ref)
            else -1
        )
        if not isinstance(said, Ref) or said.number != own:
            yield Fault("broken-parent", f"a {element.role} says that it stands elsewhere than it does")


def heading_faults(items: Iterable[Item]) -> Iterator[Fault]:
    """Headings go down one level at a time, from 1."""
    level = 0
    for item in items:
        if item.kind is Kind.HEADING:
            if item.level > level + 1:
                yield Fault(
                    "skipped-heading-level",
                    f"the heading {item.text!r} of level {item.level} follows level {level}",
                )
            level = item.level
