"""`make gallery`: builds every edition on every paper and writes pictures of all pages to gallery/."""

import shutil
import subprocess
import sys
from collections.abc import Iterable
from concurrent.futures import ThreadPoolExecutor
from html import escape
from pathlib import Path

import click

from tests.gallery.rasters import pages_of
from tests.gallery.sheets import contact_sheet

GALLERY = Path("gallery")
TINTS = ("colour", "grey")


def main() -> int:
    """Make the gallery anew; returns the exit code of the build, or 0."""
    shutil.rmtree(GALLERY, ignore_errors=True)
    project = GALLERY / "project"
    shutil.copytree("content", project / "content")
    settings = project / "content" / "glossary.toml"
    settings.write_text(settings.read_text("utf-8") + 'papers = ["letter", "a4"]\n', "utf-8")
    build = [sys.executable, "-m", "glossary_publish", "build", "--project", str(project)]
    code = subprocess.run(build, check=False).returncode
    if code:
        return code
    files = sorted(
        path for path in (project / "dist").rglob("*") if path.suffix in {".pdf", ".epub", ".docx"}
    )
    with ThreadPoolExecutor(2) as threads:
        sheets = [sheet for made in threads.map(_sheets, files) for sheet in made]
    _index(sheets)
    click.echo(f"{len(files)} editions, {len(sheets)} sheets: {GALLERY / 'index.html'}")
    return 0


def _sheets(file: Path) -> list[Path]:
    folder = GALLERY / "pages" / f"{file.stem}-{file.suffix[1:]}"
    folder.mkdir(parents=True)
    pages = pages_of(file, folder)
    sheets = [GALLERY / f"{file.stem}-{file.suffix[1:]}-{tint}.png" for tint in TINTS]
    for tint, sheet in zip(TINTS, sheets, strict=True):
        contact_sheet(pages, sheet, grey=tint == "grey")
    return sheets


def _index(sheets: Iterable[Path]) -> None:
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
