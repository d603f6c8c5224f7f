"""`make gallery`: builds every layout on every paper, judges the PDFs, and writes pictures of all pages to gallery/.

It also writes docs/gallery.md with its pictures, and draws the picture of all layouts that docs/layouts.md shows.
"""

import shutil
import subprocess
import sys
from collections.abc import Iterable, Iterator, Sequence
from concurrent.futures import ThreadPoolExecutor
from html import escape
from pathlib import Path

import click

from tests.gallery import page
from tests.gallery.judging import judged
from tests.gallery.matrix import (
    LANGUAGES,
    PAPERS,
    TO_FOLD,
    every_sheet,
    lay_out,
    printed_layouts,
    row,
    rows,
    sheets_in,
    translated,
)
from tests.gallery.overview import overview
from tests.gallery.rasters import pages_of
from tests.gallery.sheets import contact_sheet
from tests.support.clinics import clinic_slugs
from tests.validators import Finding, pdf

GALLERY = Path("gallery")
OVERVIEW = Path("docs/pictures/layouts.png")
TINTS = ("colour", "grey")
LONGEST = "therapeutic-alliance"  # in every layout too
USUAL = ("handout", "ebook", "word")
SUFFIXES = {".pdf", ".epub", ".docx"}


def main() -> int:
    """Make the gallery anew; 1 if an edition is not made, not proven or found wanting, else 0."""
    shutil.rmtree(GALLERY, ignore_errors=True)
    project = lay_out(GALLERY / "project", [*_rows(), *rows(every_sheet())])
    dist, alone = project / "dist", project / "alone"
    failed = _build(project, dist, jobs=2) | _build(project, alone, jobs=1, only=clinic_slugs())
    files = sorted(path for path in dist.rglob("*") if path.suffix in SUFFIXES)
    sheets = {sheet: file for sheet, file in sheets_in(dist).items() if sheet.slug in translated()}
    found = [*judged(sheets), *_different(dist / "clinics", alone / "clinics")]
    found += pdf.validate(_others(files, sheets.values()))
    for finding in found:
        click.echo(finding, err=True)
    click.echo(
        f"{len(sheets)} of {len(every_sheet())} sheets of clinics made and judged: {len(found)} findings"
    )
    if not failed:
        overview(dist, OVERVIEW)
        page.write(sheets)
    with ThreadPoolExecutor(2) as threads:
        pictures = [sheet for made in threads.map(lambda file: _sheets(file, dist), files) for sheet in made]
    _index(pictures)
    click.echo(f"{len(files)} files, {len(pictures)} contact sheets: {GALLERY / 'index.html'}")
    return 1 if failed or found else 0


def _rows() -> Iterator[str]:
    """The usual editions of all articles, some in every layout and language, and what clinics have beside sheets."""
    layouts = [*printed_layouts(), *(name for name in USUAL if name not in printed_layouts())]
    yield row(layouts=USUAL, papers=PAPERS)
    yield row(articles=[LONGEST, *translated()], languages=LANGUAGES, layouts=layouts, papers=PAPERS)
    yield row(articles=translated(), languages=LANGUAGES, layouts=USUAL, clinics=clinic_slugs())
    yield row(articles=[LONGEST], layouts=layouts, clinics=clinic_slugs())


def _build(project: Path, out: Path, *, jobs: int, only: Iterable[str] = ()) -> int:
    command = [
        sys.executable,
        "-m",
        "glossary_publish",
        "build",
        "--project",
        str(project),
        "--out",
        str(out),
    ]
    clinics = [f"--clinic={slug}" for slug in only]
    formats = ["--format=pdf"] if clinics else []
    return subprocess.run([*command, f"--jobs={jobs}", *clinics, *formats], check=False).returncode


def _different(folder: Path, other: Path) -> Iterator[Finding]:
    """Sheets that two workers made otherwise than one did."""
    made, again = (
        {path.relative_to(where): path for path in where.rglob("*.pdf")} for where in (folder, other)
    )
    for name in sorted({*made, *again}):
        if name not in made or name not in again or made[name].read_bytes() != again[name].read_bytes():
            yield Finding(str(name), "other-bytes", "one worker and two workers do not make the same file")


def _others(files: Iterable[Path], judged: Iterable[Path]) -> list[Path]:
    """The other PDFs that claim something."""
    known = {*judged}
    return [
        file
        for file in files
        if file.suffix == ".pdf" and file not in known and not file.name.endswith(TO_FOLD)
    ]


def _sheets(file: Path, dist: Path) -> list[Path]:
    name = "-".join([*file.relative_to(dist).parts[:-2], file.stem, file.suffix[1:]])
    folder = GALLERY / "pages" / name
    folder.mkdir(parents=True)
    pages = pages_of(file, folder)
    sheets = [GALLERY / f"{name}-{tint}.png" for tint in TINTS]
    for tint, sheet in zip(TINTS, sheets, strict=True):
        contact_sheet(pages, sheet, grey=tint == "grey")
    shutil.rmtree(folder)
    return sheets


def _index(sheets: Sequence[Path]) -> None:
    figures = "\n".join(
        f'<figure><figcaption>{escape(sheet.stem)}</figcaption><img src="{sheet.name}" alt="" width="900" loading="lazy">'
        "</figure>"
        for sheet in sheets
    )
    page = (
        f'<!DOCTYPE html>\n<html lang="en"><meta charset="utf-8"><title>Gallery</title>\n{figures}\n</html>\n'
    )
    (GALLERY / "index.html").write_text(page, "utf-8")


if __name__ == "__main__":
    sys.exit(main())
