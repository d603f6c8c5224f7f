"""XML from outside: no entities, no network, bounded size and depth."""

from lxml import etree

from glossary_publish.verify.inspect.zip_gate import UnreadableFile
from glossary_publish.verify.normal import normal

DEEPEST = 200
MOST_TAGS = 4_000_000
HTML_DOCTYPE = b"<!DOCTYPE html>"
_TOO_DEEP = etree.XPath("boolean(" + "/*" * (DEEPEST + 1) + ")")


def parse_xml(data: bytes, name: str, *, html: bool = False) -> etree._Element:
    """The root of a well-formed document; raises `UnreadableFile`.

    Document types are refused, but for the bare one of XHTML: entities could pull in files or grow without
    end, and a reader that skips them loses their text.
    """
    if data.count(b"<") > MOST_TAGS:
        raise UnreadableFile(f"{name} has more than {MOST_TAGS:,} tags")
    parser = etree.XMLParser(
        resolve_entities=False, load_dtd=False, no_network=True, huge_tree=False, remove_comments=True
    )
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        raise UnreadableFile(f"{name} is no well-formed XML: {error}") from error
    document = root.getroottree().docinfo
    plain = html and data.count(b"<!DOCTYPE") == data.count(HTML_DOCTYPE) == 1
    if document.internalDTD is not None and not plain:
        raise UnreadableFile(f"{name} declares a document type")
    if _TOO_DEEP(root):
        raise UnreadableFile(f"{name} is nested more than {DEEPEST} deep")
    return root


def text_of(element: etree._Element) -> str:
    """All the words in an element, in normal form."""
    return normal("".join(element.itertext()))
