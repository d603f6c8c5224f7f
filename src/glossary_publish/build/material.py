"""What editions are made from: layouts loaded once, publications composed, and what both of them read."""

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence, Set
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import islice
from pathlib import Path, PurePosixPath

from glossary_publish.article import Article
from glossary_publish.bibliography.style import Answers
from glossary_publish.build.choices import choices, entries_again
from glossary_publish.build.plan import Edition, Selection, all_editions, layouts_of
from glossary_publish.build.worker import Parcel
from glossary_publish.compose import compose, prepare_next
from glossary_publish.diagnostics import Diagnostic, Report
from glossary_publish.glossary import EditionRow, Glossary, load_glossary
from glossary_publish.glossary.articles import FOLDER as ARTICLES
from glossary_publish.glossary.articles import article_paths, slug_of
from glossary_publish.glossary.clinics.dressing import dressed
from glossary_publish.glossary.clinics.model import FOLDER
from glossary_publish.glossary.clinics.reading import clinic_slugs
from glossary_publish.glossary.memory import Once, plainly
from glossary_publish.glossary.references import REFERENCES
from glossary_publish.glossary.settings import called
from glossary_publish.layout import Layout, layout_names, load_layout
from glossary_publish.publication import Publication, sha256
from glossary_publish.same import Same
from glossary_publish.workspace import DiskWorkspace

LAYOUTS = "layouts/"
FONTS = f"{LAYOUTS}fonts/"
AHEAD = 16  # articles for which something is done at once


@dataclass(frozen=True, slots=True)
class LoadedLayout:
    """A layout on one paper, with the files that it was read from, packed for the workers."""

    layout: Layout
    reads: dict[str, str]
    parcel: Parcel


class Material:
    """A project, read once for one build. `found` holds what was found while reading, `workspace` records what was read.

    `once` calls what reads a part of it; one that remembers saves those that read a project again and again their time.
    `answers` keeps what the citation engine makes.
    """

    def __init__(self, project: Path, once: Once = plainly, answers: Answers | None = None) -> None:
        self.project = project
        self.found = Report()
        self.workspace = DiskWorkspace(project)
        self.glossary: Glossary = load_glossary(self.workspace, self.found, once, answers)
        self._once = once
        self._reads = self.workspace.reads
        self._clinics = {clinic.slug: clinic for clinic in self.glossary.clinics}
        self._glossaries = {"": self.glossary}
        self._layouts: dict[tuple[str, str, str], LoadedLayout] = {}
        self._hashes: dict[tuple[str, bytes], str] = {}
        self._choices: dict[tuple[str, str, str], dict[str, str]] = {}
        self._articles = {(article.slug, article.language): article for article in self.glossary.articles}

    @property
    def sound(self) -> Set[tuple[str, str]]:
        """The articles, by slug and language, of which editions can be made."""
        return self._articles.keys()

    @property
    def languages(self) -> frozenset[str]:
        """All languages that an article is written in."""
        return frozenset(language for _, language in self._articles)

    @property
    def usual_languages(self) -> frozenset[str]:
        """The languages of which editions are made when none is asked for."""
        own = (self.glossary.language,)
        return frozenset(language for row in self.glossary.editions for language in row.languages or own)

    @property
    def all_slugs(self) -> frozenset[str]:
        """The articles there are, also those of which no edition can be made."""
        return frozenset(map(slug_of, article_paths(DiskWorkspace(self.project))))

    @property
    def present(self) -> frozenset[tuple[str, str]]:
        """The articles, by slug and language, that nobody took away or withdrew; also those with faults."""
        paths = article_paths(DiskWorkspace(self.project))
        return frozenset((slug_of(path), self.language_of(path)) for path in paths) - self.withdrawn.keys()

    @property
    def layout_names(self) -> tuple[str, ...]:
        """All layouts, also those that the glossary does not use."""
        return layout_names(DiskWorkspace(self.project))

    @property
    def withdrawn(self) -> Mapping[tuple[str, str], Article]:
        """The articles, by slug and language, of which no edition may be about any more."""
        return {(article.slug, article.language): article for article in self.glossary.withdrawn}

    def language_of(self, path: str) -> str:
        """The language of an article that could not be read, by the name of its file."""
        return PurePosixPath(path).name.removesuffix(".md").partition(".")[2] or self.glossary.language

    @property
    def clinics(self) -> frozenset[str]:
        """All clinics that could be read."""
        return frozenset(self._clinics)

    @property
    def clinic_slugs(self) -> tuple[str, ...]:
        """All clinics that there are, also those with faults."""
        return clinic_slugs(DiskWorkspace(self.project))

    def called(self, selection: Selection) -> Selection:
        """What was asked for, with `large-print` as the layouts that it means."""
        clinics = [self._clinics[slug] for slug in selection.clinics if slug in self._clinics]
        meant = {clinic.layout_called(name) for clinic in clinics for name in selection.layouts}
        layouts = meant or {*called(selection.layouts, self.glossary.large_print)}
        return replace(selection, layouts=tuple(sorted(layouts)))

    def is_meant(self, edition: Edition, names: Sequence[str]) -> bool:
        """Whether the layout of an edition is one of some names, each in the sense that its clinic gives to it."""
        clinic = self._clinics.get(edition.clinic)
        meant = map(clinic.layout_called, names) if clinic else called(names, self.glossary.large_print)
        return not names or edition.layout in meant

    def editions(
        self,
        asked: Collection[str] = (),
        clinics: Collection[str] = (),
        layouts: Collection[str] = (),
        papers: Sequence[str] = (),
    ) -> tuple[Edition, ...]:
        """All editions that the glossary asks for; in rows that name no languages, also those in languages asked for.

        A clinic that is asked for and that no row names has the editions of all articles in its own layouts. Of a
        layout that is asked for and that no row names there are those of all articles, on the papers asked for.
        """
        rows = self.glossary.editions
        named = {slug for row in rows for slug in row.clinics}
        rows += tuple(EditionRow((), (), (), (), (slug,)) for slug in sorted({*clinics} - named))
        rows += self._unnamed(rows, clinics, layouts, papers)
        own, known = self.glossary, self._clinics
        names = [name for row in rows if not row.clinics for name in row.layouts]
        for row in rows:
            names += (name for slug in row.clinics if slug in known for name in layouts_of(row, known[slug]))
        layouts = {name: self.layout(name).layout for name in names}
        return all_editions(rows, self._articles, layouts, own.language, own.paper, asked, known)

    def _unnamed(
        self,
        rows: Iterable[EditionRow],
        clinics: Collection[str],
        layouts: Collection[str],
        papers: Sequence[str],
    ) -> tuple[EditionRow, ...]:
        """Rows for the layouts that are there and that no row has for nobody in particular, or for a clinic."""
        there = {*layouts} & {*layout_names(DiskWorkspace(self.project))} if layouts else set[str]()
        found = []
        for slug in sorted(clinics) or [""]:
            clinic = self._clinics.get(slug)
            own = [row for row in rows if (slug in row.clinics if slug else not row.clinics)]
            new = sorted(there.difference(*(layouts_of(row, clinic) for row in own)))
            found += [EditionRow((), tuple(new), tuple(papers), (), (slug,) if slug else ())] if new else []
        return tuple(found)

    def article(self, edition: Edition) -> Article:
        """The article of an edition."""
        return self._articles[edition.slug, edition.language]

    def layout(self, name: str, paper: str = "", clinic: str = "") -> LoadedLayout:
        """A layout, loaded once; each with a workspace of its own, which records what it read.

        For a clinic it is as its sheets wear it; raises `PublishError` if they cannot.
        """
        if (name, paper, clinic) not in self._layouts:
            loaded = self._dressed(name, paper, clinic) if clinic else self._loaded(name, paper)
            self._layouts[name, paper, clinic] = self._layouts[name, loaded.layout.paper, clinic] = loaded
        return self._layouts[name, paper, clinic]

    def _loaded(self, name: str, paper: str) -> LoadedLayout:
        workspace = DiskWorkspace(self.project)
        layout = self._once(load_layout, workspace, name, paper)
        reads = _own_reads(layout, workspace.reads)
        return LoadedLayout(layout, reads, _parcel(layout, reads, layout.paper))

    def _dressed(self, name: str, paper: str, clinic: str) -> LoadedLayout:
        plain = self.layout(name, paper)
        layout = dressed(plain.layout, self._clinics[clinic])
        where = f"{layout.paper} for {clinic} in {layout.brand}"
        return LoadedLayout(layout, plain.reads, _parcel(layout, plain.reads, where))

    def in_turn(self, editions: Collection[Edition]) -> Iterator[Edition]:
        """Editions in their order; what is composed in less time for many articles is done for the next ones at once."""
        coming = iter(dict.fromkeys((edition.slug, edition.language) for edition in editions))
        begun, count = set[tuple[str, str]](), 1  # workers wait for the first one
        for edition in editions:
            if (edition.slug, edition.language) not in begun:
                following = list(islice(coming, count))
                prepare_next(self.glossary, [self._articles[key] for key in following])
                begun.update(following)
                count = min(2 * count, AHEAD)
            yield edition

    def compose(self, edition: Edition) -> Publication:
        """The publication of an edition; raises `PublishError`."""
        layout = self.layout(edition.layout, edition.paper, edition.clinic).layout
        return compose(self._glossary(edition.clinic), self.article(edition), layout)

    def _glossary(self, clinic: str) -> Glossary:
        if clinic not in self._glossaries:
            self._glossaries[clinic] = self.glossary.for_clinic(clinic)
        return self._glossaries[clinic]

    def choices(self, edition: Edition) -> dict[str, str]:
        """The files that an edition is made of where it might be others: a new or a mended one may fit better."""
        key = edition.slug, edition.language, edition.clinic
        if key not in self._choices:
            self._choices[key] = choices(self._glossary(edition.clinic), self.article(edition))
        return self._choices[key]

    def entries_again(self, before: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
        """The entries of references among what was chosen, and what they are now, whether or not they can be printed."""
        return entries_again(self.glossary, before)

    @property
    def all_reads(self) -> Iterator[tuple[str, str]]:
        """All that was read, with what was found there, whatever it was for."""
        yield from self._reads.items()
        for loaded in self._layouts.values():
            yield from loaded.reads.items()

    def reads(
        self, edition: Edition, publication: Publication, told: Iterable[Diagnostic]
    ) -> tuple[dict[str, str], dict[str, str]]:
        """Every file that an edition depends on, with the SHA-256 of what it held when it was read.

        Those below `layouts/`, which come second, are one object for all editions that have the same.
        `told` is what was said while it was made.
        """
        for path, data in publication.sources:
            if (path, data) not in self._hashes:
                self._hashes[path, data] = sha256(data)
        # Of related articles an edition shows no more than the terms, which are among its choices.
        related = {line.text for line in self.article(edition).related} - {edition.slug}
        files = (path for path, _ in publication.sources if path.startswith(f"{ARTICLES}/"))
        needless = {path for path in files if slug_of(path) in related}
        # So are the entries of references that it has, wherever they stand, unless something was said of a place there.
        needless |= {REFERENCES} - {found.span.path for found in told if found.span}
        sources = {
            path: self._hashes[path, data] for path, data in publication.sources if path not in needless
        }
        if edition.clinic:  # a brand that is put beside its file counts too
            folder = f"{FOLDER}/{edition.clinic}/"
            sources |= {path: found for path, found in self._reads.items() if path.startswith(folder)}
        below = tuple((path, found) for path, found in sources.items() if path.startswith(LAYOUTS))
        layout, shared = _parted(below, Same(self.layout(edition.layout, edition.paper).reads))
        return {path: found for path, found in sources.items() if path not in shared} | layout, shared


@lru_cache(maxsize=64)
def _parted(
    below: tuple[tuple[str, str], ...], layout: Same[dict[str, str]]
) -> tuple[dict[str, str], dict[str, str]]:
    """What a layout was read from: what lies elsewhere, and what lies below `layouts/`, with what else lies there."""
    reads = layout.value
    elsewhere = {path: found for path, found in reads.items() if not path.startswith(LAYOUTS)}
    return elsewhere, dict(below) | {path: found for path, found in reads.items() if path not in elsewhere}


def _own_reads(layout: Layout, reads: Mapping[str, str]) -> dict[str, str]:
    """What a layout was read from. Which other layouts there are, and what lies in their folders, is nothing to it."""
    own = {f"layouts/{name}/" for name in (layout.name, *layout.extends)}
    others = {name for name in reads if name.endswith("/") and name.count("/") == 2} - own - {FONTS}
    return {name: found for name, found in reads.items() if name not in others and name != "layouts/"}


def _parcel(layout: Layout, reads: Mapping[str, str], where: str) -> Parcel:
    """A layout, called by what it was read from too: workers may outlive a build, and a layout changes in between."""
    state = sha256("".join(sorted(reads.values())).encode())[:16]
    return Parcel.of(f"{layout.name} ({state}) on {where}", layout)
