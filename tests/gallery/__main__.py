"""`make gallery`: builds every layout on every paper, judges the PDFs, and writes pictures of all pages to gallery/.

It also draws the picture of all layouts that docs/layouts.md shows.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from html import escape
from pathlib import Path

import click

from glossary_publish.layout import layout_names
from glossary_publish.workspace import DiskWorkspace, tool_folder
from tests.gallery.overview import overview
from tests.gallery.rasters import pages_of
from tests.gallery.sheets import contact_sheet
from tests.validators import pdf

GALLERY = Path("gallery")
OVERVIEW = Path("docs/pictures/layouts.png")
TINTS = ("colour", "grey")
SHOWN = ("therapeutic-alliance", "working-alliance-inventory")  # in every layout, and for every clinic
PAPERS = ("letter", "a4")
USUAL = ("handout", "ebook", "word")
SUFFIXES = {".pdf", ".epub", ".docx"}


def main() -> int:
    """Make the gallery anew; returns the exit code of the build, 1 if a PDF is found wanting, or 0."""
    shutil.rmtree(GALLERY, ignore_errors=True)
    project = GALLERY / "project"
    shutil.copytree("content", project / "content")
    settings = project / "content" / "glossary.toml"
    before = settings.read_text("utf-8").partition("[[editions]]")[0]
    settings.write_text(before + "\n".join(_rows(project)), "utf-8")
    build = [sys.executable, "-m", "glossary_publish", "build", "--project", str(project)]
    code = subprocess.run(build, check=False).returncode
    if code:
        return code
    dist = project / "dist"
    files = sorted(path for path in dist.rglob("*") if path.suffix in SUFFIXES)
    found = pdf.validate(file for file in files if file.suffix == ".pdf" and not _to_fold(file))
    for finding in found:
        click.echo(finding, err=True)
    with ThreadPoolExecutor(2) as threads:
        sheets = [sheet for made in threads.map(lambda file: _sheets(file, dist), files) for sheet in made]
    _index(sheets)
    overview(dist, OVERVIEW)
    click.echo(f"{len(files)} files, {len(sheets)} sheets: {GALLERY / 'index.html'}")
    return 1 if found else 0


def _rows(project: Path) -> Iterable[str]:
    """The usual editions of all articles; some articles in every layout and language, for each clinic on its paper."""
    layouts = [*USUAL, *(name for name in layout_names(DiskWorkspace(tool_folder())) if name not in USUAL)]
    languages = sorted({"en", *(path.name.split(".")[1] for path in project.glob("content/articles/*.*.md"))})
    clinics = sorted(path.parent.name for path in project.glob("content/clinics/*/clinic.toml"))
    yield from ("[[editions]]", f"layouts = {list(USUAL)}", f"papers = {list(PAPERS)}")
    for of_clinics in ([], clinics):
        yield from ("[[editions]]", f"articles = {list(SHOWN)}", f"languages = {languages}")
        yield f"layouts = {layouts}"
        yield f"clinics = {of_clinics}" if of_clinics else f"papers = {list(PAPERS)}"
    yield ""


def _to_fold(file: Path) -> bool:
    """Whether a file holds the sheets of a booklet, which claim nothing."""
    return file.stem.endswith("-sheets")


def _sheets(file: Path, dist: Path) -> list[Path]:
    name = "-".join([*file.relative_to(dist).parts[:-2], file.stem, file.suffix[1:]])
    folder = GALLERY / "pages" / name
    folder.mkdir(parents=True)
    pages = pages_of(file, folder)
    sheets = [GALLERY / f"{name}-{tint}.png" for tint in TINTS]
    for tint, sheet in zip(TINTS, sheets, strict=True):
        contact_sheet(pages, sheet, grey=tint == "grey")
    return sheets


def _index(sheets: Sequence[Path]) -> None:
    figures = "\n".join(
        f'<figure><figcaption>{escape(sheet.stem)}</figcaption><img src="{sheet.name}" alt="" width="900"></figure>'
        for sheet in sheets
    )
    page = (
        f'<!DOCTYPE html>\n<html lang="en"><meta charset="utf-8"><title>Gallery</title>\n{figures}\n</html>\n'
    )
    (GALLERY / "index.html").write_text(page, "utf-8")


if __name__ == "__main__":
    sys.exit(main())
