"""What editions are made from: layouts loaded once, publications composed, and what both of them read."""

from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from glossary_publish.article import Article
from glossary_publish.build.plan import Edition, Row, all_editions
from glossary_publish.build.worker import Parcel
from glossary_publish.compose import compose
from glossary_publish.diagnostics import Report
from glossary_publish.glossary import Glossary, load_glossary
from glossary_publish.layout import Layout, load_layout
from glossary_publish.publication import Publication, sha256
from glossary_publish.workspace import DiskWorkspace


@dataclass(frozen=True, slots=True)
class LoadedLayout:
    """A layout on one paper, with the files that it was read from, packed for the workers."""

    layout: Layout
    reads: dict[str, str]
    parcel: Parcel


class Material:
    """A project, read once for one build. `found` holds what was found while reading."""

    def __init__(self, project: Path) -> None:
        self.project = project
        self.found = Report()
        self.glossary: Glossary = load_glossary(DiskWorkspace(project), self.found)
        self._layouts: dict[tuple[str, str], LoadedLayout] = {}
        self._articles = {(article.slug, article.language): article for article in self.glossary.articles}

    @property
    def languages(self) -> frozenset[str]:
        """All languages that an article is written in."""
        return frozenset(language for _, language in self._articles)

    @property
    def usual_languages(self) -> frozenset[str]:
        """The languages of which editions are made when none is asked for."""
        own = (self.glossary.language,)
        return frozenset(language for row in self.glossary.editions for language in row.languages or own)

    def language_of(self, path: str) -> str:
        """The language of an article that could not be read, by the name of its file."""
        return PurePosixPath(path).name.removesuffix(".md").partition(".")[2] or self.glossary.language

    def editions(self, asked: Collection[str] = ()) -> tuple[Edition, ...]:
        """All editions that the glossary asks for; in rows that name no languages, also those in languages asked for."""
        rows: tuple[Row, ...] = tuple(self.glossary.editions)
        layouts = {name: self.layout(name).layout for row in rows for name in row.layouts}
        own = self.glossary
        return all_editions(rows, self._articles, layouts, own.language, own.paper, asked)

    def article(self, edition: Edition) -> Article:
        """The article of an edition."""
        return self._articles[edition.slug, edition.language]

    def layout(self, name: str, paper: str = "") -> LoadedLayout:
        """A layout, loaded once; each with a workspace of its own, which records what it read."""
        if (name, paper) not in self._layouts:
            workspace = DiskWorkspace(self.project)
            layout = load_layout(workspace, name, paper)
            reads = dict(workspace.reads)
            loaded = LoadedLayout(layout, reads, Parcel.of(f"{name} on {layout.paper}", layout))
            self._layouts[name, paper] = self._layouts[name, layout.paper] = loaded
        return self._layouts[name, paper]

    def compose(self, edition: Edition) -> Publication:
        """The publication of an edition; raises `PublishError`."""
        layout = self.layout(edition.layout, edition.paper).layout
        return compose(self.glossary, self.article(edition), layout)

    def reads(self, edition: Edition, publication: Publication) -> dict[str, str]:
        """Every file that an edition depends on, with the SHA-256 of what it held when it was read."""
        sources = {path: sha256(data) for path, data in publication.sources}
        return sources | self.layout(edition.layout, edition.paper).reads
