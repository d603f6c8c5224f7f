"""What a file says of itself: XMP, with which the document information must agree (ISO 32000-1, 14.3)."""

import re
from collections.abc import Iterator

from lxml import etree

from glossary_publish.verify.inspect.pdf.document import Document
from glossary_publish.verify.inspect.pdf.objects import MalformedPdf, Stream
from glossary_publish.verify.inspect.pdf.words import normal
from glossary_publish.verify.inspection import Fault

RDF = "http://www.w3.org/1999/02/22-rdf-syntax-ns#"
DC = "http://purl.org/dc/elements/1.1/"
PDF = "http://ns.adobe.com/pdf/1.3/"
XMP = "http://ns.adobe.com/xap/1.0/"
STANDARD = frozenset((RDF, DC, PDF, XMP))
LIMIT = 2**20
DUBLIN_CORE = ("title", "language", "identifier", "description", "publisher")
CUSTOM = {
    "reviewer": "reviewer",
    "licence": "licence",
    "version": "version",
    "updated": "updated",
    "slug": "slug",
    "sourceHash": "source_hash",
    "source_hash": "source_hash",
    "code": "code",
    "direction": "direction",
}
TWINS = (  # where both say a thing, they say the same (ISO 19005-3, 6.6.3)
    ("Title", DC, "title"),
    ("Author", DC, "creator"),
    ("Subject", DC, "description"),
    ("Keywords", PDF, "Keywords"),
    ("Creator", XMP, "CreatorTool"),
    ("Producer", PDF, "Producer"),
    ("CreationDate", XMP, "CreateDate"),
    ("ModDate", XMP, "ModifyDate"),
)


def read_metadata(document: Document, faults: list[Fault]) -> dict[str, str]:
    """The metadata by the keys of an `Inspection`."""
    stream = document.resolve(document.catalog.get("Metadata"))
    if not isinstance(stream, Stream):
        faults.append(Fault("missing-metadata", "the file has no XMP metadata"))
        return {}
    properties = dict(_properties(document.decoded(stream)))
    _compare(document, properties, faults)
    found = {name: "; ".join(properties[DC, name]) for name in DUBLIN_CORE if (DC, name) in properties}
    for (space, name), values in properties.items():
        if space not in STANDARD and name in CUSTOM:
            found[CUSTOM[name]] = "; ".join(values)
    language = document.string(document.catalog.get("Lang"))
    if found.setdefault("language", language) != language:
        message = (
            f"the XMP metadata say the language is {found['language']}, the catalog {language or 'nothing'}"
        )
        faults.append(Fault("metadata-disagree", message))
    return {key: normal(value).replace("\n", " ") for key, value in found.items()}


def _properties(data: bytes) -> Iterator[tuple[tuple[str, str], list[str]]]:
    """The properties of the RDF blocks by name space and name, each with its values."""
    if len(data) > LIMIT or b"<!" in data:
        raise MalformedPdf("the XMP metadata are too large or declare a document type")
    parser = etree.XMLParser(resolve_entities=False, no_network=True, huge_tree=False, remove_comments=True)
    try:
        root = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        raise MalformedPdf(f"the XMP metadata are no XML: {error}") from error
    seen: set[tuple[str, str]] = set()
    for description in root.iter(f"{{{RDF}}}Description"):
        parent = description.getparent()
        if parent is None or parent.tag != f"{{{RDF}}}RDF":
            continue
        simple = [
            (name, [value])
            for name, value in description.attrib.items()
            if not str(name).startswith(f"{{{RDF}}}")
        ]
        for name, values in [
            *simple,
            *((child.tag, _values(child)) for child in description if isinstance(child.tag, str)),
        ]:
            qualified = etree.QName(name)
            key = (qualified.namespace or "", qualified.localname)
            if key in seen:
                raise MalformedPdf(f"the XMP metadata say {key[1]} twice")
            seen.add(key)
            yield key, [str(value) for value in values]


def _values(element: etree._Element) -> list[str]:
    """The text of a property, or of each item of its list; of alternatives in languages the default one."""
    items = [item for item in element.iter(f"{{{RDF}}}li") if item.getparent() is not None]
    if not items:
        return [element.text or ""]
    if element[0].tag == f"{{{RDF}}}Alt":
        items = items[:1]
    return [item.text or "" for item in items]


def _compare(document: Document, properties: dict[tuple[str, str], list[str]], faults: list[Fault]) -> None:
    information = document.table(document.trailer.get("Info"))
    for key, space, name in TWINS:
        said = document.string(information.get(key))
        twin = ", ".join(properties.get((space, name), ()))
        if said and _comparable(key, said) != _comparable(key, twin):
            faults.append(
                Fault("metadata-disagree", f"{key} is {said!r} in the document information, {twin!r} in XMP")
            )


def _comparable(key: str, value: str) -> str:
    """Dates are written in two ways; lists with commas or semicolons."""
    if key in ("CreationDate", "ModDate"):
        digits = re.sub(r"\D", "", value.split("+", maxsplit=1)[0].split("Z", maxsplit=1)[0])
        return digits.ljust(14, "0") if len(digits) >= 8 else digits
    return normal(value.replace(";", ",")).replace("\n", " ")
