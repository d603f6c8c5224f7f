"""Which editions there are: the glossary's `[[editions]]`, narrowed by what was asked for."""

from collections.abc import Collection, Iterable, Mapping, Sequence, Set
from dataclasses import dataclass
from types import MappingProxyType
from typing import Protocol

from glossary_publish.diagnostics import Diagnostic, Severity, Span, UsageError, fault
from glossary_publish.formats import FORMATS
from glossary_publish.layout import Layout

CLINICS = "clinics"  # the folder of their files; no article of that name has files in it


class Row(Protocol):
    """A table of `[[editions]]`. An empty list means all articles, the default paper, the language of the glossary."""

    @property
    def articles(self) -> Sequence[str]:
        """The slugs of articles."""
        ...

    @property
    def layouts(self) -> Sequence[str]:
        """The names of layouts, at least one."""
        ...

    @property
    def papers(self) -> Sequence[str]:
        """The names of papers."""
        ...

    @property
    def languages(self) -> Sequence[str]:
        """Language tags."""
        ...

    @property
    def clinics(self) -> Sequence[str]:
        """The slugs of clinics; a row that names some is for their sheets alone."""
        ...


class Clinic(Protocol):
    """What a plan has to know of a clinic."""

    @property
    def slug(self) -> str:
        """Its name."""
        ...

    @property
    def paper(self) -> str:
        """The paper that it prints on."""
        ...

    @property
    def layouts(self) -> Sequence[str]:
        """What it prints where a row does not say."""
        ...

    def layout_called(self, name: str) -> str:
        """The layout that a name means to it."""
        ...


@dataclass(frozen=True, slots=True)
class Edition:
    """One file to make: an article in a language on a layout and paper, for a clinic or for nobody in particular.

    `path` is relative to the output.
    """

    slug: str
    language: str
    layout: str
    paper: str
    format: str
    path: str
    clinic: str = ""


@dataclass(frozen=True, slots=True)
class Selection:
    """What was asked for; an empty tuple asks for everything."""

    slugs: tuple[str, ...] = ()
    formats: tuple[str, ...] = ()
    layouts: tuple[str, ...] = ()
    papers: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    clinics: tuple[str, ...] = ()

    def takes(self, edition: Edition) -> bool:
        """Whether an edition was asked for."""
        pairs = (
            (self.slugs, edition.slug),
            (self.formats, edition.format),
            (self.layouts, edition.layout),
            (self.papers, edition.paper),
            (self.languages, edition.language),
            (self.clinics, edition.clinic),
        )
        return all(not wanted or value in wanted for wanted, value in pairs)


@dataclass(frozen=True, slots=True)
class Defaults:
    """What file names leave out: the first layout of a format, the usual paper, the language."""

    layouts: Mapping[str, str]
    paper: str
    language: str


def all_editions(
    rows: Sequence[Row],
    articles: Iterable[tuple[str, str]],
    layouts: Mapping[str, Layout],
    language: str,
    paper: str,
    asked: Collection[str] = (),
    clinics: Mapping[str, Clinic] = MappingProxyType({}),
) -> tuple[Edition, ...]:
    """Every edition of the glossary, by article and then in the order of the rows.

    `articles` are (slug, language) pairs, `layouts` all that the rows name, and the rest the glossary's own.
    Rows that name no languages make that of the glossary, and those that are `asked` for. Clinics that a row names
    and that are none of `clinics` are left out: they have faults.
    Raises `UsageError` for a row whose papers its layouts lack, and for two editions with one name.
    """
    first = _first_layouts(rows, layouts, clinics)
    defaults, usual = Defaults(first, paper, language), {language, *asked}
    found = [
        _edition(slug, spoken, layouts[name], paper, clinic, defaults)
        for slug, spoken in sorted(articles)
        for row in rows
        if (not row.articles or slug in row.articles) and spoken in (row.languages or usual)
        for clinic in _clinics(row, clinics)
        for name in layouts_of(row, clinic)
        for paper in _papers(row, layouts[name], clinic, defaults)
    ]
    _refuse_one_name_twice(found)
    return tuple(dict.fromkeys(found))


def layouts_of(row: Row, clinic: Clinic | None) -> Sequence[str]:
    """The layouts of a row, in the sense that a clinic gives to their names; without any, those of the clinic."""
    if clinic is None:
        return row.layouts
    return tuple(dict.fromkeys(map(clinic.layout_called, row.layouts or clinic.layouts)))


def _clinics(row: Row, clinics: Mapping[str, Clinic]) -> Sequence[Clinic | None]:
    return [clinics[slug] for slug in row.clinics if slug in clinics] if row.clinics else [None]


def narrowed(
    editions: Sequence[Edition], selection: Selection, unread: Sequence[str] = ()
) -> tuple[Edition, ...]:
    """The editions that were asked for; raises `UsageError` (`nothing-matched`) when there is none.

    `unread` names articles that are there and cannot be read: asking for them is no mistake.
    """
    _refuse_unknown_slugs({*(edition.slug for edition in editions), *unread}, selection)
    taken = tuple(edition for edition in editions if selection.takes(edition))
    if not taken and not unread:
        asked = [
            *selection.slugs,
            *selection.formats,
            *selection.layouts,
            *selection.papers,
            *selection.languages,
            *selection.clinics,
        ]
        message = (
            f"no edition of the glossary matches {' '.join(asked)}"
            if asked
            else "the glossary has no editions"
        )
        help = "ask for less, or add the edition to [[editions]] in content/glossary.toml"
        raise fault(UsageError, "nothing-matched", message, help=help)
    return taken


def _first_layouts(
    rows: Sequence[Row], layouts: Mapping[str, Layout], clinics: Mapping[str, Clinic]
) -> dict[str, str]:
    """The first layout of each format."""
    first: dict[str, str] = {}
    for row in rows:
        for clinic in _clinics(row, clinics):
            for name in layouts_of(row, clinic):
                _refuse_unknown_format(layouts[name])
                first.setdefault(layouts[name].format, name)
    return first


def _refuse_unknown_format(layout: Layout) -> None:
    if layout.format not in FORMATS:
        message = f"layout {layout.name!r} is for the format {layout.format!r}, which is not there"
        place, help = Span(f"layouts/{layout.name}/layout.toml"), f"choose one of: {', '.join(FORMATS)}"
        raise fault(UsageError, "broken-layout", message, place, help)


def _asked_papers(row: Row, layout: Layout) -> list[str]:
    return [paper for paper in row.papers if paper in layout.papers]


def _usual_paper(layout: Layout, clinic: Clinic | None, defaults: Defaults) -> str:
    """What is printed on if nobody says otherwise."""
    paper = clinic.paper if clinic else defaults.paper
    return paper if paper in layout.papers else layout.paper


def _papers(row: Row, layout: Layout, clinic: Clinic | None, defaults: Defaults) -> Sequence[str]:
    if not layout.papers:
        return ("",)
    if not row.papers:
        return (_usual_paper(layout, clinic, defaults),)
    if not _asked_papers(row, layout):
        message = f"layout {layout.name!r} has none of the papers {', '.join(row.papers)}"
        raise fault(UsageError, "unknown-paper", message, help=f"choose from: {', '.join(layout.papers)}")
    return _asked_papers(row, layout)


def _edition(
    slug: str, language: str, layout: Layout, paper: str, clinic: Clinic | None, defaults: Defaults
) -> Edition:
    marks = [
        layout.name if defaults.layouts[layout.format] != layout.name else "",
        paper if _usual_paper(layout, clinic, defaults) != paper else "",
        language if defaults.language != language else "",
    ]
    name = "_".join([slug, *filter(None, marks)])
    path, owner = f"{slug}/{name}.{FORMATS[layout.format].suffix}", clinic.slug if clinic else ""
    if owner:
        path = f"{CLINICS}/{owner}/{path}"
    return Edition(slug, language, layout.name, paper, layout.format, path, owner)


def _refuse_one_name_twice(editions: Sequence[Edition]) -> None:
    named: dict[str, Edition] = {}
    for edition in editions:
        other = named.setdefault(edition.path, edition)
        if other != edition:
            message = f"{edition.path} would be both {_words(other)} and {_words(edition)}"
            help = "rename one of the layouts, papers or articles"
            raise fault(UsageError, "editions-with-one-name", message, help=help)


def _words(edition: Edition) -> str:
    return " ".join(
        filter(None, (edition.slug, edition.layout, edition.paper, edition.language, edition.clinic))
    )


def refuse_unknown_clinics(known: Collection[str], selection: Selection) -> None:
    """Raise `UsageError` for a clinic that is not there."""
    _refuse("unknown-clinic", "clinic", selection.clinics, known)


def _refuse_unknown_slugs(known: Set[str], selection: Selection) -> None:
    _refuse("unknown-article", "article", selection.slugs, known)


def _refuse(code: str, what: str, names: Iterable[str], known: Collection[str]) -> None:
    from difflib import get_close_matches

    unknown = []
    for name in names:
        if name not in known:
            close = get_close_matches(name, sorted(known), n=1)
            help = f"did you mean {close[0]}?" if close else f"see content/{what}s/ for the names"
            unknown.append(Diagnostic(code, Severity.ERROR, f"there is no {what} {name!r}", help=help))
    if unknown:
        raise UsageError(unknown)
