"""Material for builds without a project: the publication of every construct under several names."""

from collections.abc import Collection, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any

from glossary_publish.article import Article, Review
from glossary_publish.build.making import Made, NotMade, tools
from glossary_publish.build.material import LoadedLayout, Material
from glossary_publish.build.plan import Edition, Selection, all_editions
from glossary_publish.build.worker import Parcel
from glossary_publish.diagnostics import Diagnostic, PublishError, Report, Severity, Span
from glossary_publish.layout import Layout, Minima, PartSpec
from glossary_publish.publication import Publication, sha256
from tests.build import work
from tests.support.publications import every_construct

SETTINGS = b'title = "Sample"'


@dataclass(frozen=True)
class SampleRow:
    """A row of `[[editions]]`."""

    layouts: tuple[str, ...]
    articles: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    clinics: tuple[str, ...] = ()


def layout(name: str, format: str, *papers: str) -> Layout:
    """A layout that says no more than the plan needs."""
    paper = papers[0] if papers else ""
    parts = (PartSpec("body"),)
    return Layout(name, format, name.title(), paper, papers, parts, (), Minima(9, 4.5), {}, {}, {}, ())


LAYOUTS = {
    "handout": layout("handout", "pdf", "letter", "a4"),
    "ebook": layout("ebook", "epub"),
    "word": layout("word", "docx", "letter", "a4"),
    "large": layout("large", "pdf", "letter", "a4"),
}


@dataclass
class SampleMaterial(Material):
    """Articles by slug; `broken` ones do not compose, and those that are `gone` say in which way."""

    slugs: tuple[str, ...] = ("alpha", "beta")
    broken: tuple[str, ...] = ()
    gone: tuple[tuple[str, dict[str, str]], ...] = ()
    project: Path = Path()
    found: Report = field(default_factory=Report)
    rows: tuple[SampleRow, ...] = (SampleRow(("handout", "ebook", "word")),)
    _hashes: dict[tuple[str, bytes], str] = field(default_factory=dict)

    @property
    def sound(self) -> Set[tuple[str, str]]:
        return {(slug, "en") for slug in self.slugs}

    @property
    def present(self) -> frozenset[tuple[str, str]]:
        return frozenset(self.sound)

    def choices(self, edition: Edition) -> dict[str, str]:
        return {}

    def entries_again(self, before: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
        return {}, {}

    @property
    def all_reads(self) -> Iterator[tuple[str, str]]:
        return iter(())

    @property
    def languages(self) -> frozenset[str]:
        return frozenset({"en"})

    @property
    def usual_languages(self) -> frozenset[str]:
        return frozenset({"en"})

    def language_of(self, path: str) -> str:
        return "en"

    @property
    def all_slugs(self) -> frozenset[str]:
        return frozenset(self.slugs)

    @property
    def layout_names(self) -> tuple[str, ...]:
        return tuple(LAYOUTS)

    @property
    def withdrawn(self) -> Mapping[tuple[str, str], Article]:
        return {(slug, "en"): article(slug, **changes) for slug, changes in self.gone}

    @property
    def clinics(self) -> frozenset[str]:
        return frozenset()

    @property
    def clinic_slugs(self) -> tuple[str, ...]:
        return ()

    def called(self, selection: Selection) -> Selection:
        return selection

    def is_meant(self, edition: Edition, names: Sequence[str]) -> bool:
        return True

    def editions(
        self,
        asked: Collection[str] = (),
        clinics: Collection[str] = (),
        layouts: Collection[str] = (),
        papers: Sequence[str] = (),
    ) -> tuple[Edition, ...]:
        return all_editions(self.rows, [(slug, "en") for slug in self.slugs], LAYOUTS, "en", "letter")

    def article(self, edition: Edition) -> Article:
        return article(edition.slug)

    def layout(self, name: str, paper: str = "", clinic: str = "") -> LoadedLayout:
        reads = {"content/glossary.toml": sha256(SETTINGS)}
        return LoadedLayout(LAYOUTS[name], reads, Parcel.of(name, LAYOUTS[name]))

    def in_turn(self, editions: Collection[Edition]) -> Iterator[Edition]:
        """As they are: nothing is done for many at once."""
        return iter(editions)

    def compose(self, edition: Edition) -> Publication:
        if edition.slug in self.broken:
            place = Span(self.article(edition).path, 3, 1)
            raise PublishError([Diagnostic("missing-boilerplate", Severity.ERROR, "no crisis notice", place)])
        publication = every_construct()
        return replace(publication, metadata=replace(publication.metadata, slug=edition.slug))


def article(slug: str, **changes: Any) -> Article:
    """An article of which only the name and the dates matter."""
    publication = every_construct()
    values: dict[str, Any] = dict.fromkeys(Article.__slots__, ())
    values |= {"slug": slug, "language": "en", "path": f"content/articles/{slug}.md", "source": b"source"}
    values |= {
        "title": slug,
        "term": slug,
        "updated": publication.metadata.updated,
        "reviewed": Review("Nobody"),
    }
    return Article(**(values | changes))


def made(publication: Publication, layout: Layout) -> Made | NotMade:
    """Stands for rendering: the bytes tell what they were made of."""
    data = f"{publication.metadata.slug} as {layout.format}".encode()
    note = Diagnostic("a-note", Severity.NOTE, "worth knowing", format=layout.format)
    return Made(data, (note,), tools(layout.format))


def made_with_sheets(publication: Publication, layout: Layout) -> Made | NotMade:
    """The same for a layout that has sheets to fold."""
    whole = made(publication, layout)
    if not isinstance(whole, Made) or layout.format != "pdf":
        return whole
    return replace(whole, sheets=f"sheets of {publication.metadata.slug}".encode())


def prepared(layout: Layout, direction: str) -> None:
    """Stands for preparing."""
    assert (layout.format, direction) == ("pdf", "ltr")


def nothing_beforehand(layout: Layout, direction: str) -> None:
    """In place of preparing for a layout."""


def made_badly(publication: Publication, layout: Layout) -> Made | NotMade:
    """The same, but the ebook of alpha does what it should not."""
    if (publication.metadata.slug, layout.format) == ("alpha", "epub"):
        work.die()
    if (publication.metadata.slug, layout.format) == ("alpha", "docx"):
        work.hang()
    if (publication.metadata.slug, layout.format) == ("alpha", "pdf"):
        raise KeyError("unforeseen")
    return made(publication, layout)


def made_unproven(publication: Publication, layout: Layout) -> Made | NotMade:
    """The same, but the proof of every Word document fails and PDF lacks a library."""
    found = Diagnostic("text-differs", Severity.ERROR, "a word is missing", part="body", format=layout.format)
    if layout.format == "docx":
        return NotMade((found,), 1)
    if layout.format == "pdf":
        return NotMade((replace(found, code="missing-native-library"),), 3)
    return made(publication, layout)
