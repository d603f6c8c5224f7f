"""Which files belong to the project: what is set up or made stays out."""

from collections.abc import Iterator
from pathlib import Path

ROOT = Path(__file__).resolve().parents[3]
SOURCE = ROOT / "src/glossary_publish"
ROOMS = (".ci", "bench", "content", "dist", "docs", "layouts", "setup", "src", "tests")
MADE = {"__pycache__", "node_modules", "results"}
BINARY = {".ttf", ".png", ".jpg", ".pdf", ".epub", ".docx", ".gz"}


def project_files() -> list[Path]:
    """Every file of the project, sorted; of dist/ its page only."""
    found = [path for path in ROOT.iterdir() if path.is_file()]
    for room in ROOMS:
        found += _below(ROOT / room)
    return sorted(path for path in found if path.parent != ROOT / "dist" or path.name == "README.md")


def text_files() -> dict[str, str]:
    """The text of every file that is text, by its path from the root."""
    return {name_of(path): path.read_text("utf-8") for path in project_files() if path.suffix not in BINARY}


def python_files(folder: Path = ROOT) -> dict[str, str]:
    """The Python files below a folder that hold anything, by their path from the root."""
    files = [path for path in project_files() if path.suffix == ".py" and path.is_relative_to(folder)]
    return {name_of(path): text for path in files if (text := path.read_text("utf-8"))}


def name_of(path: Path) -> str:
    """The path of a file from the root, as the project calls it."""
    return path.relative_to(ROOT).as_posix()


def _below(folder: Path) -> Iterator[Path]:
    if not folder.is_dir():
        return
    for path in folder.iterdir():
        if path.is_dir() and path.name not in MADE and folder.name != "dist":
            yield from _below(path)
        elif path.is_file():
            yield path
