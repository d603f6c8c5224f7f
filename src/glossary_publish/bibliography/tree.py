"""XML of citation styles and their terms, as the trees that the engine takes."""

from functools import lru_cache
from typing import Any

from lxml import etree

NAMESPACE = "{http://purl.org/net/xbiblio/csl}"
XML = "{http://www.w3.org/XML/1998/namespace}"
TEXT = ("term", "single", "multiple")  # may be empty, and then say that nothing is printed
KEPT = ("id", "title")  # what the engine wants to know of `info`


@lru_cache(maxsize=32)
def root_of(data: bytes) -> etree._Element:
    """The root element of an XML file; raises `etree.XMLSyntaxError`. No entity is expanded, nothing is fetched."""
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, remove_comments=True, remove_pis=True
    )
    return etree.fromstring(data, parser)


def tree(element: etree._Element) -> dict[str, Any]:
    """An element as name, attributes and children."""
    name = name_of(element)
    children: list[Any] = [tree(child) for child in element if name != "info" or name_of(child) in KEPT]
    if not children and (element.text or name in TEXT):
        children = [element.text or ""]
    attributes = {str(key).replace(XML, "xml:"): value for key, value in element.attrib.items()}
    return {"name": name, "attrs": attributes, "children": children}


def name_of(element: etree._Element) -> str:
    """The name of an element without its namespace."""
    return str(element.tag).rpartition("}")[2]
