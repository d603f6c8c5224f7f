"""What editions are made from: layouts loaded once, publications composed, and what both of them read."""

from dataclasses import dataclass
from pathlib import Path

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

    def editions(self) -> tuple[Edition, ...]:
        """All editions that the glossary asks for."""
        rows: tuple[Row, ...] = tuple(self.glossary.editions)
        layouts = {name: self.layout(name).layout for row in rows for name in row.layouts}
        return all_editions(rows, self._articles, layouts, self.glossary.language, self.glossary.paper)

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
