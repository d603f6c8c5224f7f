"""What the manifest says of an edition that does not depend on how its file turns out."""

from typing import Any

from glossary_publish.article import Article
from glossary_publish.build.plan import Edition
from glossary_publish.publication import Publication


def identity_of(edition: Edition) -> dict[str, Any]:
    """The fields of an entry that tell which edition it is."""
    return {
        "slug": edition.slug,
        "layout": edition.layout,
        "paper": edition.paper,
        "language": edition.language,
        "format": edition.format,
        "clinic": edition.clinic,
    }


def said_by(publication: Publication, article: Article) -> dict[str, Any]:
    """The fields of an entry that tell what an edition of an article says."""
    metadata = publication.metadata
    return {
        "version": metadata.version,
        "code": metadata.code,
        "source_hash": metadata.source_hash,
        "valid_until": metadata.review_due.isoformat() if metadata.review_due else "",
        "topic": {
            "title": metadata.title,
            "term": metadata.term,
            "also_known_as": "\n".join(" ".join(name.text.split()) for name in article.also_known_as),
            "category": metadata.category,
            "updated": metadata.updated.isoformat(),
        },
    }
