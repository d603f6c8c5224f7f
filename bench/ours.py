"""Our own command: makes, proves and writes every edition of a project."""

import shutil
import subprocess
from collections.abc import Callable
from pathlib import Path

from glossary_publish.build.cache.shelf import FOLDER

PROGRAM = ".venv/bin/glossary-publish"
SUFFIXES = ("pdf", "epub", "docx")


def build(project: Path, out: Path, *options: str) -> list[str]:
    """The words of the command."""
    return [PROGRAM, "build", "--project", str(project), "--out", str(out), *options]


def fresh_build(folder: Path, count: int, *options: str) -> Callable[[], None]:
    """A build of `count` articles into a folder that is empty each time; nothing of the one before is remembered."""
    out = folder / "ours"

    def run() -> None:
        shutil.rmtree(out, ignore_errors=True)
        shutil.rmtree(folder / FOLDER, ignore_errors=True)
        subprocess.run(build(folder, out, *options), check=True, capture_output=True)
        made = {suffix: len(list(out.rglob(f"*.{suffix}"))) for suffix in SUFFIXES}
        if made != dict.fromkeys(SUFFIXES, count):
            raise RuntimeError(f"{count} articles were to be made in three formats, and there are {made}")

    return run
