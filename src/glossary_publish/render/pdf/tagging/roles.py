"""What each element of the page is to a screen reader (ISO 32000-1, 14.8.4).

An element without a role of its own (`em`, `strong`, `pre`) stands in its parent's: PDF 1.7 has no types for them.
"""

from collections.abc import Callable, Mapping
from typing import Any

from glossary_publish.render.pdf.tagging.tree import Node

PLAIN = {
    "p": "P",
    "blockquote": "BlockQuote",
    "table": "Table",
    "thead": "THead",
    "tbody": "TBody",
    "tr": "TR",
    "td": "TD",
    "figcaption": "Caption",
    "h1": "H1",
    "h2": "H2",
    "h3": "H3",
    "h4": "H4",
    "h5": "H5",
    "h6": "H6",
    "dt": "Lbl",
    "dd": "LBody",
}


def place(element: Any, parent: Node) -> Node:
    """The structure element that the content of an HTML element belongs to, made under its parent's."""
    special = SPECIAL.get(element.tag)
    node = special(element, parent) if special else _plain(element, parent)
    language = element.get("lang", "")
    if language and language != node.spoken:
        if node is parent:
            node = parent.grow("Span")
        node.language = language
    return node


def label(body: Node) -> Node:
    """The label of the list item with this body: the bullet or number before it."""
    item = body
    while item.role != "LI" and item.parent:
        item = item.parent
    found = Node("Lbl", item)
    item.kids.insert(0, found)
    return found


def _plain(element: Any, parent: Node) -> Node:
    role = PLAIN.get(element.tag)
    return parent.grow(role, id=element.get("id", "")) if role else parent


def _section(element: Any, parent: Node) -> Node:
    """A part; the title of one with boilerplate is its stamp."""
    return parent.grow("Sect", title=element.get("data-boilerplate", ""))


def _list(element: Any, parent: Node) -> Node:
    numbering = "Decimal" if element.tag == "ol" else "None" if _has_class(element, "references") else "Disc"
    return parent.grow("L", attributes=f"<</O/List/ListNumbering/{numbering}>>")


def _item(element: Any, parent: Node) -> Node:
    """A list item; one of the notes holds a Note, which carries the id (ISO 14289-1, 7.9)."""
    name = element.get("id", "")
    if name.startswith("note-"):
        return parent.grow("LI").grow("LBody").grow("Note", id=name)
    return parent.grow("LI", id=name).grow("LBody")


def _terms(element: Any, parent: Node) -> Node:
    title = "facts" if _has_class(element, "facts") else ""
    return parent.grow("L", title=title, attributes="<</O/List/ListNumbering/None>>")


def _group(_element: Any, parent: Node) -> Node:
    """The group of a term and its meanings; any other `div` says nothing."""
    return parent.grow("LI") if parent.role == "L" else parent


def _header_cell(element: Any, parent: Node) -> Node:
    scope = "Row" if element.get("scope") == "row" else "Column"
    return parent.grow("TH", id=element.get("id", ""), attributes=f"<</O/Table/Scope/{scope}>>")


def _figure(element: Any, parent: Node) -> Node:
    """Groups a picture with its caption."""
    return parent.grow("Div") if element.find("figcaption") is not None else parent


def _picture(element: Any, parent: Node) -> Node:
    return parent.grow("Figure", alternative=element.get("alt", ""))


def _span(element: Any, parent: Node) -> Node:
    return parent.grow("Reference", id=element.get("id", "")) if _has_class(element, "citation") else parent


def _raised(element: Any, parent: Node) -> Node:
    """The mark of a note is a reference to it; its id is that of the link inside."""
    if not _has_class(element, "note-mark"):
        return parent
    link = element.find("a")
    return parent.grow("Reference", id="" if link is None else link.get("id", ""))


def _link(element: Any, parent: Node) -> Node:
    if parent.role == "Link":
        return parent
    return parent.grow("Link", id="" if parent.role == "Reference" else element.get("id", ""))


def _preformatted(_element: Any, parent: Node) -> Node:
    """Literal lines: a Code element that stands by itself."""
    return parent.grow("Code", attributes="<</O/Layout/Placement/Block>>")


def _code(_element: Any, parent: Node) -> Node:
    return parent if parent.role == "Code" else parent.grow("Code")


def _has_class(element: Any, name: str) -> bool:
    return name in element.get("class", "").split()


SPECIAL: Mapping[str, Callable[[Any, Node], Node]] = {
    "section": _section,
    "ul": _list,
    "ol": _list,
    "li": _item,
    "dl": _terms,
    "div": _group,
    "th": _header_cell,
    "figure": _figure,
    "pre": _preformatted,
    "code": _code,
    "img": _picture,
    "span": _span,
    "sup": _raised,
    "a": _link,
}
