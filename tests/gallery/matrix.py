"""The sheets that are judged: every layout, for two clinics, in three languages, on two papers, of two articles."""

import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import product
from pathlib import Path

from glossary_publish.layout import layout_names, load_layout
from glossary_publish.workspace import DiskWorkspace
from tests.support.clinics import clinic_slugs
from tests.support.house.sources import ROOT
from tests.support.listed import listed

ARTICLES = ROOT / "content/articles"
LANGUAGES = ("en", "es", "ar")
PAPERS = ("letter", "a4")
EDITIONS = "[[editions]]"
TO_FOLD = "-sheets.pdf"  # of a booklet: they claim nothing


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet of one clinic."""

    clinic: str
    slug: str
    language: str
    layout: str
    paper: str

    @property
    def source(self) -> Path:
        """The article or translation that it prints."""
        ending = "" if self.language == LANGUAGES[0] else f".{self.language}"
        return ARTICLES / f"{self.slug}{ending}.md"


def printed_layouts() -> list[str]:
    """The layouts for paper, that of a bare build first."""
    workspace = DiskWorkspace(ROOT)
    names = [name for name in layout_names(workspace) if load_layout(workspace, name).format == "pdf"]
    return sorted(names, key=lambda name: (name != "handout", name))


def translated() -> list[str]:
    """The articles that are there in all of the languages."""
    slugs = sorted(path.stem for path in ARTICLES.glob("*.md") if "." not in path.stem)
    others = LANGUAGES[1:]
    return [slug for slug in slugs if all((ARTICLES / f"{slug}.{other}.md").exists() for other in others)]


def every_sheet() -> list[Sheet]:
    """All sheets that are judged, neighbours of different clinics."""
    what = product(translated(), LANGUAGES, printed_layouts(), PAPERS)
    return [Sheet(clinic, *which) for which in what for clinic in clinic_slugs()]


def row(**values: Iterable[str]) -> str:
    """A row of the settings that asks for editions."""
    return "\n".join([EDITIONS, *(f"{key} = {list(value)}" for key, value in values.items()), ""])


def rows(sheets: Iterable[Sheet]) -> list[str]:
    """A row for each sheet."""
    return [
        row(
            articles=[sheet.slug],
            languages=[sheet.language],
            layouts=[sheet.layout],
            papers=[sheet.paper],
            clinics=[sheet.clinic],
        )
        for sheet in sheets
    ]


def lay_out(project: Path, wanted: Iterable[str]) -> Path:
    """The sample glossary in another folder, with other rows of editions."""
    shutil.copytree(ROOT / "content", project / "content")
    settings = project / "content/glossary.toml"
    before = settings.read_text("utf-8").partition(EDITIONS)[0]
    settings.write_text("\n".join([before, *wanted]), "utf-8")
    return project


def sheets_in(folder: Path) -> dict[Sheet, Path]:
    """The finished sheets of clinics, by the manifest beside them."""
    editions = listed(folder)
    return {
        Sheet(one["clinic"], one["slug"], one["language"], one["layout"], one["paper"]): folder / one["path"]
        for one in editions
        if one["clinic"] and one["format"] == "pdf" and not one["path"].endswith(TO_FOLD)
    }
