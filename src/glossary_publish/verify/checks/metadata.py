"""The file says of itself what the publication says: title, language, version, dates, source, code."""

from collections.abc import Iterator

from glossary_publish.diagnostics import Diagnostic
from glossary_publish.publication import Metadata
from glossary_publish.verify.evidence import Evidence
from glossary_publish.verify.normal import normal


def check(evidence: Evidence) -> Iterator[Diagnostic]:
    """Each key whose value differs; what a format cannot carry is left out."""
    found = evidence.inspection.metadata
    for key, value in _expected(evidence.publication.metadata).items():
        if key not in evidence.inspection.cannot and normal(found.get(key, "")) != normal(value):
            message = f"expected the {key} {value!r}, found {found.get(key, '')!r}"
            yield evidence.difference("metadata-differs", message, "metadata")


def _expected(metadata: Metadata) -> dict[str, str]:
    return {
        "title": metadata.title,
        "language": metadata.language,
        "identifier": metadata.identifier,
        "description": metadata.description,
        "publisher": metadata.publisher,
        "reviewer": metadata.reviewer,
        "licence": metadata.licence,
        "version": metadata.version,
        "updated": metadata.updated.isoformat(),
        "slug": metadata.slug,
        "source_hash": metadata.source_hash,
        "code": metadata.code,
        "direction": metadata.direction,
    }
