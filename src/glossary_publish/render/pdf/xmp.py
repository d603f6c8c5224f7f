"""What a PDF says of itself as XMP (ISO 16684-1), with the claims that it is PDF/UA-1 and PDF/A-3a."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from html import escape

from glossary_publish.publication import Metadata

OWN = "urn:x-glossary-publish:terms:"
PDFUA = "http://www.aiim.org/pdfua/ns/id/"
NAMESPACES = {
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "dc": "http://purl.org/dc/elements/1.1/",
    "xmp": "http://ns.adobe.com/xap/1.0/",
    "xmpRights": "http://ns.adobe.com/xap/1.0/rights/",
    "pdf": "http://ns.adobe.com/pdf/1.3/",
    "pdfaid": "http://www.aiim.org/pdfa/ns/id/",
    "pdfaExtension": "http://www.aiim.org/pdfa/ns/extension/",
    "pdfaSchema": "http://www.aiim.org/pdfa/ns/schema#",
    "pdfaProperty": "http://www.aiim.org/pdfa/ns/property#",
    "pdfuaid": PDFUA,
    "glossary": OWN,
}


@dataclass(frozen=True, slots=True)
class Term:
    """A property that PDF/A does not know: it has to be explained in the file itself (ISO 19005-3, 6.6.2.3)."""

    name: str
    type: str
    description: str


@dataclass(frozen=True, slots=True)
class Schema:
    """A namespace with such properties."""

    title: str
    namespace: str
    prefix: str
    terms: tuple[Term, ...]


SCHEMAS = (
    Schema(
        "PDF/UA identification",
        PDFUA,
        "pdfuaid",
        (Term("part", "Integer", "Part of ISO 14289 that the file follows"),),
    ),
    Schema(
        "Glossary publication",
        OWN,
        "glossary",
        (
            Term("slug", "Text", "Name of the article in its glossary"),
            Term("version", "Text", "Version of the article"),
            Term("updated", "Text", "Day of the last change of the article"),
            Term("reviewer", "Text", "Who reviewed the article"),
            Term("reviewDue", "Text", "Day on which the article has to be reviewed again"),
            Term("licence", "Text", "Licence of the article"),
            Term("sourceHash", "Text", "SHA-256 of the source of the article, which is attached"),
            Term("code", "Text", "Code of the edition, as printed in the page foot"),
            Term("direction", "Text", "Direction of writing: ltr or rtl"),
        ),
    ),
)


def packet(metadata: Metadata, information: dict[str, str], stamp: str) -> bytes:
    """The XMP packet. `information` is the document information, with which it agrees; `stamp` the date in ISO 8601."""
    space = "".join(f' xmlns:{prefix}="{address}"' for prefix, address in NAMESPACES.items())
    body = "\n".join([*_properties(metadata, information, stamp), *_extensions()])
    return (
        '<?xpacket begin="\ufeff" id="W5M0MpCehiHzreSzNTczkc9d"?>\n'
        '<x:xmpmeta xmlns:x="adobe:ns:meta/">\n'
        f'<rdf:RDF xmlns:rdf="{NAMESPACES["rdf"]}">\n'
        f'<rdf:Description rdf:about=""{space}>\n{body}\n</rdf:Description>\n'
        '</rdf:RDF>\n</x:xmpmeta>\n<?xpacket end="r"?>'
    ).encode()


def _properties(metadata: Metadata, information: dict[str, str], stamp: str) -> Iterator[str]:
    yield _simple("pdfaid:part", "3")
    yield _simple("pdfaid:conformance", "A")
    yield _simple("pdfuaid:part", "1")
    yield _alternatives("dc:title", metadata.title)
    yield _list("dc:creator", "Seq", [metadata.publisher])
    yield _alternatives("dc:description", metadata.description)
    yield _list("dc:publisher", "Bag", [metadata.publisher])
    yield _list("dc:language", "Bag", [metadata.language])
    yield _list("dc:subject", "Bag", [metadata.category, metadata.term, *metadata.keywords])
    yield _simple("dc:identifier", metadata.identifier)
    yield _alternatives("dc:rights", metadata.licence)
    if metadata.licence_url:
        yield _simple("xmpRights:WebStatement", metadata.licence_url)
    yield _simple("pdf:Keywords", information["Keywords"])
    yield _simple("pdf:Producer", information["Producer"])
    yield _simple("xmp:CreatorTool", information["Creator"])
    yield from (_simple(f"xmp:{name}", stamp) for name in ("CreateDate", "ModifyDate", "MetadataDate"))
    due = metadata.review_due.isoformat() if metadata.review_due else ""
    values = {
        "slug": metadata.slug,
        "version": metadata.version,
        "updated": metadata.updated.isoformat(),
        "reviewer": metadata.reviewer,
        "reviewDue": due,
        "licence": metadata.licence,
        "sourceHash": metadata.source_hash,
        "code": metadata.code,
        "direction": metadata.direction,
    }
    yield from (_simple(f"glossary:{name}", value) for name, value in values.items() if value)


def _extensions() -> Iterator[str]:
    schemas = "".join(map(_schema, SCHEMAS))
    yield f"<pdfaExtension:schemas><rdf:Bag>{schemas}</rdf:Bag></pdfaExtension:schemas>"


def _schema(schema: Schema) -> str:
    terms = "".join(
        '<rdf:li rdf:parseType="Resource">'
        + _simple("pdfaProperty:name", term.name)
        + _simple("pdfaProperty:valueType", term.type)
        + _simple("pdfaProperty:category", "external" if term.name == "slug" else "internal")
        + _simple("pdfaProperty:description", term.description)
        + "</rdf:li>"
        for term in schema.terms
    )
    return (
        '<rdf:li rdf:parseType="Resource">'
        + _simple("pdfaSchema:schema", schema.title)
        + _simple("pdfaSchema:namespaceURI", schema.namespace)
        + _simple("pdfaSchema:prefix", schema.prefix)
        + f"<pdfaSchema:property><rdf:Seq>{terms}</rdf:Seq></pdfaSchema:property></rdf:li>"
    )


def _simple(name: str, value: str) -> str:
    return f"<{name}>{escape(value, quote=False)}</{name}>"


def _list(name: str, kind: str, values: Iterable[str]) -> str:
    items = "".join(f"<rdf:li>{escape(value, quote=False)}</rdf:li>" for value in values if value)
    return f"<{name}><rdf:{kind}>{items}</rdf:{kind}></{name}>"


def _alternatives(name: str, value: str) -> str:
    """A text that could be there in several languages (ISO 16684-1, 8.2.2.4)."""
    words = escape(value, quote=False)
    return f'<{name}><rdf:Alt><rdf:li xml:lang="x-default">{words}</rdf:li></rdf:Alt></{name}>'
