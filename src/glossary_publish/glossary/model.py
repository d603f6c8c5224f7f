"""The glossary as a whole: its settings, its articles, and what all articles share."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import date
from functools import lru_cache

from glossary_publish.article import Article, Block
from glossary_publish.bibliography.reference import Kind, Reference
from glossary_publish.bibliography.style import CitationStyle
from glossary_publish.diagnostics import Span
from glossary_publish.glossary.clinics.model import Clinic
from glossary_publish.glossary.languages import broader
from glossary_publish.publication import Image

ANY = "any"  # a region or an audience that excludes nobody


@dataclass(frozen=True, slots=True)
class EditionRow:
    """A table of `[[editions]]`. Empty means all articles, the default paper, the language of the glossary."""

    articles: tuple[str, ...]
    layouts: tuple[str, ...]
    papers: tuple[str, ...]
    languages: tuple[str, ...]
    clinics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ReadingBudget:
    """A table of `[[reading_budgets]]`: how hard texts for an audience may be to read. 0 means as usual."""

    audience: str
    language: str
    grade: float
    smog: float
    words_per_sentence: float
    longest_sentence: float


@dataclass(frozen=True, slots=True, eq=False)
class Settings:
    """What `content/glossary.toml` says. `site` is a web address without a slash at its end, or empty.

    `large_print` is the layout that `large-print` means, or empty.
    """

    title: str
    publisher: str
    language: str
    region: str
    site: str
    paper: str
    large_print: str
    citation_style: str
    sample: bool
    require_review_dates: bool
    require_approval: bool
    roles: tuple[str, ...]
    licence: str
    licence_url: str
    editions: tuple[EditionRow, ...]
    reading_budgets: tuple[ReadingBudget, ...]
    known_abbreviations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Boilerplate:
    """A text that many articles carry word for word; `short` and `callout` were written by a human too."""

    id: str
    version: str
    role: str
    region: str
    audience: str
    language: str
    approver: str
    heading: str
    callout: str
    short: str
    blocks: tuple[Block, ...]
    path: str
    span: Span
    source: bytes = field(repr=False)

    def serves(self, language: str) -> int:
        """How well an article in a language can carry it: 0 for not at all. English serves British English."""
        tags = broader(language)
        return len(self.language) if self.language in tags else 0


@dataclass(frozen=True, slots=True)
class Approval:
    """Who approved an article in a language, when, and the hash of what was approved."""

    slug: str
    language: str
    version: str
    by: str
    on: date
    content: str
    span: Span


@dataclass(frozen=True, slots=True, eq=False)
class Glossary(Settings):
    """Settings and content. Every article in it is sound: what it names is there.

    `strings` and `styles` are by language, `approvals` by slug and language; of the articles that are `withdrawn`
    no edition is made, and they may have faults. `cited` holds the keys of the references that an article cites or
    lists, by its path. `sources` holds every file that was read, by project-relative path.
    `clinic` is the one that editions are composed for; its region is then that of the glossary.
    """

    articles: tuple[Article, ...]
    withdrawn: tuple[Article, ...]
    approvals: Mapping[tuple[str, str], Approval]
    boilerplate: tuple[Boilerplate, ...]
    references: Mapping[str, Reference]
    kinds: Mapping[str, Kind]
    images: Mapping[str, Image]
    cited: Mapping[str, tuple[str, ...]]
    strings: Mapping[str, Mapping[str, str]]
    styles: Mapping[str, CitationStyle]
    sources: Mapping[str, bytes] = field(repr=False)
    clinics: tuple[Clinic, ...] = ()
    clinic: Clinic | None = None

    def article(self, slug: str, language: str) -> Article | None:
        """An article by its slug, in a language or else in that of the glossary; none if it was left out."""
        index = _by_slug(self)
        return index.get((slug, language)) or index.get((slug, self.language))

    def for_clinic(self, slug: str) -> "Glossary":
        """The glossary as one of its clinics prints it; raises `KeyError` for a clinic that was left out."""
        clinic = {clinic.slug: clinic for clinic in self.clinics}[slug]
        return replace(self, clinic=clinic, region=clinic.region)


@lru_cache(maxsize=8)
def _by_slug(glossary: Glossary) -> dict[tuple[str, str], Article]:
    return {(article.slug, article.language): article for article in glossary.articles}
