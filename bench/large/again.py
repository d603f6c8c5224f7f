"""A build of what was built before: nothing changed, and one article edited."""

import os
import re
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from statistics import median

from bench.large.extent import Extent
from bench.ours import SUFFIXES, build, fresh_build
from bench.pairs import Figure

# Lines of `python -X importtime`, also those of processes that were forked.
IMPORTED = re.compile(
    r"\|\s*(weasyprint|docx|ebooklib|pypdfium2|glossary_publish\.(?:render|verify\.inspect)\.\w+)$",
    re.MULTILINE,
)


@dataclass(frozen=True, slots=True)
class Spent:
    """What one build took, in seconds and megabytes, and how many editions it wrote."""

    seconds: float
    megabytes: float
    written: int


def again_rows(folder: Path, extent: Extent, nothing: float, edited: float) -> Iterator[Figure]:
    """`nothing` and `edited` are the seconds that a build may take, at most and as the median."""
    articles = extent.glossary(folder)
    fresh_build(folder, len(articles), "--jobs", "2")()
    name = f"{len(articles)} articles, nothing changed"
    _spend(folder)  # the first time, the machine has files of the program and of the project to read
    spent = [_spend(folder) for _ in range(extent.rounds)]
    yield Figure(name, median(one.seconds for one in spent), "s", nothing)
    yield Figure(f"{name}: memory", max(one.megabytes for one in spent), "MB", 1024)
    yield Figure(f"{name}: editions written", max(one.written for one in spent), "", 0)
    yield Figure(f"{name}: renderers imported", _renderers(folder), "", 0)
    name = f"{len(articles)} articles, one of them edited"
    spent = [_edit_and_spend(folder, articles[number % len(articles)]) for number in range(extent.rounds)]
    yield Figure(name, median(one.seconds for one in spent), "s", edited)
    yield Figure(f"{name}: editions written", max(one.written for one in spent), "", len(SUFFIXES))


def _edit_and_spend(folder: Path, article: Path) -> Spent:
    with article.open("a") as file:
        file.write("\nA sentence of the sample is added at the end.\n")
    return _spend(folder)


def _spend(folder: Path) -> Spent:
    """Build as a user would who has changed something, or nothing."""
    before = editions_in(folder / "ours")
    start = time.perf_counter()
    process = subprocess.Popen(
        build(folder, folder / "ours"), stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    )
    _, status, used = os.wait4(process.pid, 0)
    seconds = time.perf_counter() - start
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        raise RuntimeError(f"the build ended with {process.returncode}")
    after = editions_in(folder / "ours")
    written = sum(before.get(path) != mark for path, mark in after.items())
    return Spent(seconds, used.ru_maxrss / 1024, written)


def editions_in(out: Path) -> Mapping[Path, tuple[int, int]]:
    """The editions in a folder, each with a mark that changes when it is written anew."""
    files = [path for path in out.rglob("*") if path.suffix.removeprefix(".") in SUFFIXES]
    return {path: (stat.st_ino, stat.st_mtime_ns) for path in files if (stat := path.stat())}


def _renderers(folder: Path) -> int:
    """How many modules a build imports that make or read finished files."""
    command = [
        sys.executable,
        "-X",
        "importtime",
        "-m",
        "glossary_publish",
        *build(folder, folder / "ours")[1:],
    ]
    ended = subprocess.run(command, check=True, capture_output=True, text=True)
    return len(set(IMPORTED.findall(ended.stderr)))
