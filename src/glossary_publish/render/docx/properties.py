"""What the file says of itself, in the properties that Word shows and in those of our own."""

from glossary_publish.publication import Metadata


def core(metadata: Metadata) -> list[tuple[str, str]]:
    """The elements of docProps/core.xml (ECMA-376-2, 11): no person signs an article, its publisher answers for it."""
    values = [
        ("dc:title", metadata.title),
        ("dc:subject", metadata.term),
        ("dc:creator", metadata.publisher),
        ("cp:keywords", ", ".join(metadata.keywords)),
        ("dc:description", metadata.description),
        ("cp:lastModifiedBy", metadata.publisher),
        ("cp:category", metadata.category),
        ("dc:identifier", metadata.identifier),
        ("dc:language", metadata.language),
        ("cp:version", metadata.version),
    ]
    return [(name, value) for name, value in values if value]


def custom(metadata: Metadata) -> list[tuple[str, str]]:
    """The properties of docProps/custom.xml, by the names that they have in the publication."""
    values = [
        ("identifier", metadata.identifier),
        ("slug", metadata.slug),
        ("version", metadata.version),
        ("code", metadata.code),
        ("updated", metadata.updated.isoformat()),
        ("review_due", metadata.review_due.isoformat() if metadata.review_due else ""),
        ("reviewer", metadata.reviewer),
        ("publisher", metadata.publisher),
        ("licence", metadata.licence),
        ("licence_url", metadata.licence_url),
        ("address", metadata.address),
        ("direction", metadata.direction),
        ("source_hash", metadata.source_hash),
    ]
    return [(name, value) for name, value in values if value]
