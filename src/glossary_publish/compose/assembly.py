"""From an article and a layout to the publication that every format has to show."""

import uuid
from collections.abc import Iterable, Iterator, Sequence
from functools import lru_cache
from itertools import takewhile

from glossary_publish.article import Article, Figure
from glossary_publish.compose.furniture import furniture, words
from glossary_publish.compose.parts import parts_of
from glossary_publish.compose.prepared import RECENT, Prepared, prepared
from glossary_publish.direction import direction
from glossary_publish.glossary.articles import FOLDER
from glossary_publish.glossary.clinics import Clinic
from glossary_publish.glossary.model import Glossary
from glossary_publish.layout import Layout
from glossary_publish.publication import Chapter, Image, Metadata, Part, Publication, sha256

CHAPTER = frozenset(("body", "notes"))  # what is an article's own text, and not put around it


def compose(glossary: Glossary, article: Article, layout: Layout) -> Publication:
    """Compose an article for a layout; raises `PublishError` with what is in the way."""
    made = prepared(glossary, article)
    parts, clinic = list(parts_of(made, layout)), glossary.clinic
    front, own, back = _split(parts)
    return Publication(
        metadata=_metadata(made),
        front=front,
        chapters=(Chapter(article.slug, article.title, own),) if own else (),
        back=back,
        furniture=furniture(made, layout),
        images=(*made.images, *_logo(clinic, parts)),
        words=tuple(words(made)),
        sources=made.sources,
        left_out=tuple(_left_out(made)),
        clinic=clinic.slug if clinic else "",
    )


def _split(parts: Sequence[Part]) -> tuple[tuple[Part, ...], tuple[Part, ...], tuple[Part, ...]]:
    """What stands before the article's own text, that text, and what stands after it."""
    front = tuple(takewhile(lambda part: part.id not in CHAPTER, parts))
    rest = parts[len(front) :]
    own = tuple(takewhile(lambda part: part.id in CHAPTER, rest))
    return front, own, tuple(rest[len(own) :])


def _left_out(made: Prepared) -> Iterator[str]:
    """The files of articles of which no edition can be made: nobody names those, or their translations, as related."""
    sound = _sound(made.glossary)
    yield from (path for path, _ in made.sources if path.startswith(f"{FOLDER}/") and path not in sound)


@lru_cache(maxsize=8)
def _sound(glossary: Glossary) -> frozenset[str]:
    """The files of all articles of which editions can be made."""
    return frozenset(article.path for article in glossary.articles)


def _logo(clinic: Clinic | None, parts: Iterable[Part]) -> Iterator[Image]:
    """The logo of the clinic, where a part shows it: a file that is no sheet carries none."""
    shown = (block.path for part in parts for block in part.blocks if isinstance(block, Figure))
    if clinic and clinic.logo and clinic.logo.path in shown:
        yield clinic.logo


@lru_cache(maxsize=RECENT)
def _metadata(made: Prepared) -> Metadata:
    glossary, article = made.glossary, made.article
    return Metadata(
        slug=article.slug,
        language=article.language,
        direction=direction(article.language),
        title=article.title,
        term=article.term,
        description=article.description,
        category=article.category,
        publisher=glossary.publisher,
        reviewer=article.reviewed.by,
        licence=glossary.licence,
        licence_url=glossary.licence_url,
        version=article.version,
        updated=article.updated,
        review_due=article.reviewed.due,
        identifier=identifier(glossary, article),
        address=made.address(article),
        code=made.code,
        source_hash=sha256(article.source),
        keywords=tuple(line.text for line in article.also_known_as),
    )


def identifier(glossary: Glossary, article: Article) -> str:
    """A name for the article in its language that no edition, layout or version changes (RFC 9562, 5.5)."""
    name = f"{glossary.site or glossary.title}/{article.slug}"
    if article.language != glossary.language:
        name += f"/{article.language}"
    return uuid.uuid5(uuid.NAMESPACE_URL, name).urn
