"""What the package document says about the book."""

from collections.abc import Iterator
from datetime import UTC, datetime, time

from glossary_publish.publication import Metadata, Publication
from glossary_publish.render.epub.accessibility import accessibility
from glossary_publish.render.epub.opf import Meta, Package

PREFIX = "glossary"
TERMS = "urn:x-glossary-publish:terms:"


def package(publication: Publication, cover: str, guide: tuple[tuple[str, str, str], ...]) -> Package:
    """The package document; `cover` is the manifest id of the picture for book shelves."""
    metadata = publication.metadata
    return Package(
        identifier=metadata.identifier,
        language=metadata.language,
        direction=metadata.direction,
        modified=datetime.combine(metadata.updated, time(), UTC),  # the source decides, never the clock
        metadata=(*_dublin_core(metadata), *accessibility(publication), *_own_terms(metadata)),
        prefixes=((PREFIX, TERMS),),
        cover=cover,
        guide=guide,
    )


def _dublin_core(metadata: Metadata) -> Iterator[Meta]:
    values = (
        ("dc:title", metadata.title),
        ("dc:language", metadata.language),
        ("dc:creator", metadata.publisher),  # no person signs an article: its publisher answers for it
        ("dc:publisher", metadata.publisher),
        ("dc:description", metadata.description),
        ("dc:date", metadata.updated.isoformat()),
        *(("dc:subject", subject) for subject in (metadata.category, metadata.term, *metadata.keywords)),
        ("dc:source", metadata.address),
        ("dc:rights", metadata.licence),
        ("dcterms:license", metadata.licence_url),
    )
    yield from (Meta(name, value) for name, value in values if value)


def _own_terms(metadata: Metadata) -> Iterator[Meta]:
    terms = {
        "slug": metadata.slug,
        "version": metadata.version,
        "reviewer": metadata.reviewer,
        "review-due": metadata.review_due.isoformat() if metadata.review_due else "",
        "source-hash": metadata.source_hash,
        "code": metadata.code,
    }
    yield from (Meta(f"{PREFIX}:{name}", value) for name, value in terms.items() if value)
