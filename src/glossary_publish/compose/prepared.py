"""What every edition of an article is composed from, whatever its layout."""

from collections.abc import Collection, Iterator
from dataclasses import dataclass, replace
from functools import lru_cache

from glossary_publish.article import Article, Figure, ReferenceEntry, Text
from glossary_publish.bibliography.formatting import FormattedEntry
from glossary_publish.compose.boilerplate import boilerplate_of
from glossary_publish.compose.citing import CitedText, cited_text, format_next
from glossary_publish.compose.edition_code import edition_code, said
from glossary_publish.compose.wording import Wording
from glossary_publish.diagnostics import PublishError, Span, fault
from glossary_publish.glossary.clinics import Clinic
from glossary_publish.glossary.languages import broader
from glossary_publish.glossary.model import Boilerplate, Glossary
from glossary_publish.glossary.strings import string_paths
from glossary_publish.glossary.walking import blocks_within
from glossary_publish.publication import Image
from glossary_publish.same import Same

RECENT = 4  # articles come one after the other, each with all of its layouts
KINDS, REFERENCES, SETTINGS = "content/kinds.toml", "content/references.yaml", "content/glossary.toml"


@dataclass(frozen=True, slots=True, eq=False)
class Prepared:
    """An article with its texts chosen, its citations formatted and its files gathered."""

    glossary: Glossary
    article: Article
    wording: Wording
    boilerplate: tuple[Boilerplate, ...]
    text: CitedText
    references: tuple[ReferenceEntry, ...]
    related: tuple[Article, ...]
    images: tuple[Image, ...]
    sources: tuple[tuple[str, bytes], ...]
    code: str
    original: Article | None = None

    def address(self, article: Article) -> str:
        """The web address of an article; empty without a site."""
        return f"{self.glossary.site}/{article.slug}" if self.glossary.site else ""

    @property
    def edition_address(self) -> str:
        """The address of the article with the code of this edition, which leads to the same page; empty without a site."""
        address = self.address(self.article)
        return f"{address}?{self.code}" if address else ""


def prepared(glossary: Glossary, article: Article) -> Prepared:
    """Prepare an article once for all of its layouts; raises `PublishError`."""
    return _prepared(Same(glossary), Same(article))


def prepare_next(glossary: Glossary, articles: Collection[Article]) -> None:
    """Do for some articles at once what takes less time so; what is wrong is told when one is composed."""
    for language in dict.fromkeys(article.language for article in articles):
        spoken = (article for article in articles if article.language == language)
        format_next(spoken, glossary.styles[language], glossary.references)


@lru_cache(maxsize=RECENT)
def _prepared(same_glossary: Same[Glossary], same_article: Same[Article]) -> Prepared:
    glossary, article = same_glossary.value, same_article.value
    language = article.language
    wording = Wording(glossary.strings[language], string_paths(language, glossary.sources), language)
    boilerplate = boilerplate_of(glossary, article)
    text = cited_text(article, glossary.styles[language], glossary.references, glossary.site)
    related = [glossary.article(line.text, language) for line in article.related]
    blocks = [*article.blocks, *(block for note in article.notes for block in note.blocks)]
    figures = [block.path for block in blocks_within(blocks) if isinstance(block, Figure)]
    made = Prepared(
        glossary=glossary,
        article=article,
        wording=wording,
        boilerplate=boilerplate,
        text=text,
        references=tuple(_reference(glossary, wording, text, entry, language) for entry in text.references),
        related=tuple(one for one in related if one is not None),
        images=tuple(glossary.images[path] for path in dict.fromkeys(figures)),
        sources=(),
        code="",
        original=glossary.article(article.slug, glossary.language) if article.translates else None,
    )
    return replace(
        made, sources=tuple(sorted(_sources(made))), code=edition_code(glossary.title, _pieces(made))
    )


def _reference(
    glossary: Glossary, wording: Wording, text: CitedText, entry: FormattedEntry, language: str
) -> ReferenceEntry:
    """A formatted reference with the kind of its source at its end."""
    kind = wording.text("kind-of-source", kind=_kind(glossary, entry, language))
    children = (*entry.children, Text(f" {kind}"))
    cited_at, span = text.cited_at.get(entry.key, ()), glossary.references[entry.key].span
    return ReferenceEntry(entry.key, entry.number, entry.anchor, children, cited_at, span)


def _kind(glossary: Glossary, entry: FormattedEntry, language: str) -> str:
    """What kind of source a reference is, in a language; raises `PublishError` if there is no word for it."""
    kind = glossary.references[entry.key].kind
    labels = glossary.kinds[kind].labels
    label = next((labels[tag] for tag in broader(language) if tag in labels), None)
    if label is None:
        message = f"the kind {kind!r} has no label in {language}"
        help = f'add labels.{language} = "…" to it'
        raise fault(PublishError, "missing-kind-label", message, Span(KINDS), help)
    return label


def _sources(made: Prepared) -> Iterator[tuple[str, bytes]]:
    """Every file that decides what an edition of the article says."""
    glossary, article = made.glossary, made.article
    style = glossary.styles[article.language]
    shared = {SETTINGS, *made.wording.paths}
    if made.references:
        shared |= {KINDS, REFERENCES, *style.paths}
    # The terms of related articles are printed. One that was left out for its faults counts too: it may be mended.
    # So does the original of a translation: what it says decides whether the translation may be printed.
    names = [f"{line.text}{ending}.md" for line in article.related for ending in ("", f".{article.language}")]
    names += [f"{article.slug}.md"] if article.translates else []
    shared |= {f"content/articles/{name}" for name in names}
    yield article.path, article.source
    yield from ((text.path, text.source) for text in made.boilerplate)
    yield from ((image.path, image.data) for image in made.images)
    if clinic := glossary.clinic:
        yield from clinic.sources
        yield from ((image.path, image.data) for image in [clinic.logo] if image)
    order = _order(glossary)
    there = sorted(order.keys() & shared, key=order.__getitem__)
    yield from ((path, glossary.sources[path]) for path in there)


@lru_cache(maxsize=8)
def _order(glossary: Glossary) -> dict[str, int]:
    """The places of all files in the order in which they were read."""
    return {path: place for place, path in enumerate(glossary.sources)}


def _pieces(made: Prepared) -> Iterator[bytes]:
    """What the parts of an edition say of this article, and nothing that stands there for every article.

    Words of `layouts/strings/`, style sheets, terms of other articles and looks of clinics say nothing of the text.
    """
    glossary, article, original = made.glossary, made.article, made.original
    yield said([article.slug, article.language, article.version, article.updated, article.reviewed])
    yield said([article.title, article.term, article.description, article.category])
    lists = article.also_known_as, article.key_points, article.actions, article.questions_to_ask
    yield said([[line.text for line in lines] for lines in (*lists, article.related)])
    yield said([made.text.body, made.text.notes])
    yield from (image.data for image in made.images)
    yield said(sorted(_of_boilerplate(Same(text)) for text in made.boilerplate))
    yield said(
        [
            [entry.number, entry.children, _kind(glossary, entry, article.language)]
            for entry in made.text.references
        ]
    )
    yield said(
        [glossary.publisher, glossary.licence, glossary.licence_url, glossary.sample, made.address(article)]
    )
    yield said([original.title, original.version] if original else [])
    yield said(_of_clinic(glossary.clinic, article.language) if glossary.clinic else [])


@lru_cache(maxsize=64)
def _of_boilerplate(same: Same[Boilerplate]) -> list[str]:
    text = same.value
    return [text.heading, text.callout, text.short, said(text.blocks).decode()]


def _of_clinic(clinic: Clinic, language: str) -> list[object]:
    """The words of a letterhead, so that a sheet with an old telephone number can be told from one with the new."""
    spoken = clinic.hours, clinic.language_help
    numbers = [[*phone.label.in_language(language), phone.number] for phone in clinic.phones]
    others = [wording.in_language(language) if wording else () for wording in spoken]
    return [clinic.name, clinic.address, numbers, others, clinic.website, clinic.feedback]
