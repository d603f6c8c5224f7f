"""A project, read anew for each look at one of its editions; only what was changed is parsed again."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from glossary_publish.build.building import Build
from glossary_publish.build.governance import Governance
from glossary_publish.build.material import Material
from glossary_publish.build.plan import Edition, Selection
from glossary_publish.build.worker import Parcel
from glossary_publish.build.workers import Workers
from glossary_publish.diagnostics import Diagnostic, PublishError, Report, UsageError, fault
from glossary_publish.glossary.memory import Memory
from glossary_publish.layout import Layout
from glossary_publish.publication import Publication, sha256

FORMAT = "pdf"  # the format that has pages


@dataclass(frozen=True, slots=True)
class Composed:
    """An edition that is ready to be made; `others` is how many more were meant, `path` that of its article."""

    edition: Edition
    others: int
    path: str
    publication: Publication
    layout: Layout
    parcel: Parcel
    diagnostics: tuple[Diagnostic, ...]


class Source:
    """Where an edition comes from. `selection` says which one; its languages are those of the glossary if it has none."""

    def __init__(self, root: Path, selection: Selection, today: date, workers: Workers) -> None:
        self.root = root
        self._memory = Memory()
        self._selection = replace(selection, formats=(FORMAT,))
        self._today = today
        self._workers = workers
        self._parcels: dict[str, Parcel] = {}

    def read(self) -> Composed:
        """Read and compose; raises `PublishError` with everything that is in the way."""
        material, report = Material(self.root, self._memory), Report()
        governance = Governance(material.glossary, self._today)
        build = Build(material, self.root, self._workers, report, governance=governance)
        refuse_without_pages(material, self._selection.layouts)
        usual = self._selection.languages or (material.glossary.language,)
        editions = build.plan(replace(self._selection, languages=usual))
        if not editions:
            report.stop_if_failed()
            raise nothing_on_pages(self._selection)
        edition = editions[0]
        article = material.article(edition)
        if stops := governance.stops(article, FORMAT):
            raise PublishError(stops)
        publication = material.compose(edition)
        loaded = material.layout(edition.layout, edition.paper, edition.clinic)
        return Composed(
            edition=edition,
            others=len(editions) - 1,
            path=article.path,
            publication=publication,
            layout=loaded.layout,
            parcel=self._parcel(loaded.parcel),
            diagnostics=tuple(report),
        )

    def _parcel(self, parcel: Parcel) -> Parcel:
        """A layout under a name that no other state of it has: workers keep what they were sent by its name."""
        key = sha256(parcel.data)
        if key not in self._parcels:
            self._parcels = {key: Parcel(key, parcel.data)}
        return self._parcels[key]


def nothing_on_pages(asked: Selection) -> PublishError:
    """The error for a selection of which no edition has pages."""
    names = [*asked.slugs, *asked.layouts, *asked.papers, *asked.clinics]
    message = f"no edition on pages matches {' '.join(names)}"
    return fault(UsageError, "nothing-matched", message, help="name a layout that is a PDF, or none")


def refuse_without_pages(material: Material, layouts: Iterable[str]) -> None:
    """Raise `UsageError` for a layout that is there and has no pages to show."""
    for name in layouts:
        if name in material.layout_names and material.layout(name).layout.format != FORMAT:
            message = (
                f"the layout {name!r} has no pages to show: it makes {material.layout(name).layout.format}"
            )
            raise fault(UsageError, "nothing-matched", message, help="name a layout on paper, or none")
