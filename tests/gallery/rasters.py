"""Finished files as pictures of their pages, by programs that are not ours: poppler, LibreOffice, Chromium."""

import os
import subprocess
import tempfile
import zipfile
from collections.abc import Iterator
from pathlib import Path

RESOLUTION = 90  # dots per inch
SCREENS = {"phone": (390, 1400), "tablet": (820, 1800)}  # CSS pixels
CHROMIUM = (
    "chromium",
    "--headless",
    "--no-sandbox",
    "--disable-gpu",
    "--hide-scrollbars",
    "--force-color-profile=srgb",
)


def pages_of(file: Path, folder: Path) -> list[Path]:
    """The pictures of a file, in page order; the file's suffix says how they are made."""
    match file.suffix:
        case ".pdf":
            return _pdf(file, folder)
        case ".docx":
            return _pdf(_word_as_pdf(file, folder), folder)
        case ".epub":
            return list(_ebook(file, folder))
        case other:
            raise ValueError(f"no pictures are made of {other} files")


def first_page(file: Path, folder: Path) -> Path:
    """The picture of the first page of a PDF."""
    target = folder / file.stem
    subprocess.run(["pdftoppm", "-r", str(RESOLUTION), "-singlefile", "-png", file, target], check=True)
    return target.with_suffix(".png")


def _pdf(file: Path, folder: Path) -> list[Path]:
    prefix = folder / f"{file.stem}-{file.suffix[1:]}"
    subprocess.run(["pdftoppm", "-r", str(RESOLUTION), "-png", file, prefix], check=True)
    return sorted(folder.glob(f"{prefix.name}-*.png"))


def _word_as_pdf(file: Path, folder: Path) -> Path:
    with tempfile.TemporaryDirectory() as profile:
        command = [
            "soffice",
            f"-env:UserInstallation=file://{profile}",
            "--headless",
            "--convert-to",
            "pdf:writer_pdf_Export",
            "--outdir",
            profile,
        ]
        subprocess.run([*command, file], check=True, capture_output=True)
        target = folder / f"{file.stem}-word.pdf"
        (Path(profile) / f"{file.stem}.pdf").replace(target)
    return target


def _ebook(file: Path, folder: Path) -> Iterator[Path]:
    """Each document of the book on a small and on a larger screen."""
    with tempfile.TemporaryDirectory() as name:
        with zipfile.ZipFile(file) as archive:
            archive.extractall(name)
        for page in sorted(Path(name).rglob("*.xhtml")):
            for screen, (width, height) in SCREENS.items():
                target = folder / f"{file.stem}-epub-{page.stem}-{screen}.png"
                window = f"--window-size={width},{height}"
                command = [*CHROMIUM, window, f"--screenshot={target}", page.as_uri()]
                subprocess.run(command, check=True, capture_output=True, env=_quiet())
                yield target


def _quiet() -> dict[str, str]:
    return {**os.environ, "DBUS_SESSION_BUS_ADDRESS": "disabled:"}
