"""What a publication says of itself and around its text: metadata, pictures, lines of pages, strings for renderers."""

from collections.abc import Iterator

from glossary_publish.diagnostics import Report, Span
from glossary_publish.publication import Publication, sha256
from glossary_publish.verify.conservation.comparison import HELP
from glossary_publish.verify.conservation.fields import values_of
from glossary_publish.verify.conservation.files import Document, Sources, term_of
from glossary_publish.verify.conservation.said import Saying
from glossary_publish.verify.normal import normal

Claim = tuple[str, str, tuple[str, ...]]  # its name, what is said, and the ways in which it may be said


def check_claims(publication: Publication, say: Saying, report: Report) -> None:
    """Report each claim that no source says."""
    sources, article = say.sources, say.article
    for name, said, ways in _metadata(publication, sources, article):
        if normal(said) not in map(normal, ways):
            message = f"the {name} is {said!r}, and the sources say {ways[0]!r}"
            place = Span(article.path, article.line(name))
            report.error("metadata-not-of-source", message, place, HELP, "metadata")
    for image in publication.images:
        if sources.files.get(image.path) != image.data:
            message = f"the picture {image.path} is not the one that stands there"
            report.error("picture-not-of-source", message, Span(image.path), HELP, "images")
    for name, said, ways in (*_furniture(publication, say), *_words(publication, sources)):
        if said not in ways:
            message = f"{said!r} should be {ways[0]!r}"
            report.error("furniture-not-of-source", message, Span(sources.strings_path), HELP, name)


def _metadata(publication: Publication, sources: Sources, article: Document) -> Iterator[Claim]:
    metadata, licence = publication.metadata, sources.settings.get("licence", {})
    for key in ("title", "description", "category", "version"):
        yield key, str(getattr(metadata, key)), (article.value(key),)
    yield "term", metadata.term, (term_of(article.fields),)
    yield "reviewed.by", metadata.reviewer, (article.value("reviewed.by"),)
    yield "updated", metadata.updated.isoformat(), (article.value("updated"),)
    due = metadata.review_due.isoformat() if metadata.review_due else ""
    yield "reviewed.due", due, (article.value("reviewed.due"),)
    keywords = values_of(article.fields, "also_known_as")
    yield "also_known_as", " / ".join(metadata.keywords), (" / ".join(keywords),)
    yield "publisher", metadata.publisher, (sources.setting("publisher"),)
    yield "licence", metadata.licence, (str(licence.get("name", "")),)
    yield "licence_url", metadata.licence_url, (str(licence.get("url", "")),)
    yield "address", metadata.address, (sources.address(metadata.slug),)
    yield "source_hash", metadata.source_hash, (sha256(sources.files[article.path]),)
    for chapter in publication.chapters:
        yield "title", chapter.title, (article.value("title"),)


def _furniture(publication: Publication, say: Saying) -> Iterator[Claim]:
    article = say.article
    reviews = [say.sources.string("foot-review-due", date=day) for day in say.day("reviewed.due")]
    if not article.value("reviewed.due"):
        reviews = [say.sources.string("foot-not-recorded")]
    for line in publication.furniture:
        values = {"term": term_of(article.fields), "version": article.value("version"), "code": say.code}
        yield line.id, line.text, tuple(say.sources.string(line.id, review=one, **values) for one in reviews)


def _words(publication: Publication, sources: Sources) -> Iterator[Claim]:
    for key, text in publication.words:
        yield key, text, (sources.string(key, glossary=sources.setting("title")),)
