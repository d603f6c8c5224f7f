"""A small glossary before and after a change, what clean builds make of both, and what holds whatever dies."""

import json
import shutil
import time
from collections.abc import Callable, Iterable, Mapping
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from pathlib import Path
from typing import TypeVar

from tests.bad_inputs.project import ARTICLES, GOOD, UNFINISHED, Ended, Project, files_of, sample

SIDE_BY_SIDE = 2  # trials at a time
FINISHED = (".pdf", ".epub", ".docx")
FORMER = "former."  # begins the names of the lists of what was published before: a clean build has none
Formats = tuple[str, ...]
SELECTIONS: tuple[Formats, ...] = (("epub",), ("epub", "docx"), ("pdf", "epub", "docx"))
Files = Mapping[str, bytes]
Trial = TypeVar("Trial")
Found = TypeVar("Found")


@dataclass(frozen=True, slots=True)
class Known:
    """The glossary after the change; the files of a clean build of each selection before and after, and its seconds."""

    project: Project
    old: Mapping[Formats, Files]
    new: Mapping[Formats, Files]
    seconds: Mapping[Formats, float]

    def begun(self, root: Path, formats: Formats, *, empty: bool = False) -> Project:
        """The changed glossary in a folder of its own, with the old finished files, or none."""
        project = self.project.copy(root)
        if not empty:
            put(project.dist, self.old[formats])
        return project


def known(root: Path) -> Known:
    """Build the glossary before and after the change, each selection into a folder of its own."""
    project = sample(root / "project")
    old, new, seconds = {}, {}, {}
    for formats in SELECTIONS:
        old[formats] = _clean(project, root / f"old-{len(formats)}", formats)
    for slug in GOOD:
        project.edit(f"{ARTICLES}/{slug}.md", "Another item", "A changed item")
    for formats in SELECTIONS:
        start = time.monotonic()
        new[formats] = _clean(project, root / f"new-{len(formats)}", formats)
        seconds[formats] = time.monotonic() - start
        assert differing(old[formats], new[formats]) == finished(new[formats]).keys()
    return Known(project, old, new, seconds)


def _clean(project: Project, out: Path, formats: Formats) -> Files:
    ended = project.build(*options(formats), "--out", str(out))
    assert ended.code == 0, ended.words
    return files_of(out)


def options(formats: Formats) -> list[str]:
    """The options of a build that makes some formats."""
    return [word for format in formats for word in ("--format", format)]


def put(root: Path, files: Files) -> None:
    """Make a folder hold these files and no others."""
    shutil.rmtree(root, ignore_errors=True)
    for name, data in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(data)


def finished(files: Files) -> dict[str, bytes]:
    """The editions among files."""
    return {name: data for name, data in files.items() if name.endswith(FINISHED)}


def differing(before: Files, after: Files) -> set[str]:
    """The editions that are not the same in both."""
    names = finished(before).keys() | finished(after).keys()
    return {name for name in names if before.get(name) != after.get(name)}


def expect_old_or_new(dist: Path, old: Files, new: Files) -> Files:
    """Under each final name are the bytes of before or of after, whole; lists of what is there can be read."""
    files = files_of(dist)
    final = {name: data for name, data in files.items() if UNFINISHED not in name}
    corrupt = [name for name, data in finished(final).items() if data not in (old.get(name), new.get(name))]
    assert not corrupt, f"neither old nor new: {corrupt}"
    assert old.keys() <= final.keys(), "a file that was there is gone"
    for name, data in final.items():
        if name.endswith(".json"):
            json.loads(data)
        elif name.endswith(".html"):
            assert data.endswith(b"</html>\n"), f"{name} is not whole"
    return final


def expect_converged(ended: Ended, dist: Path, new: Files) -> None:
    """A build made what a clean one makes, and left nothing else."""
    assert ended.code == 0, ended.words
    files = {name: data for name, data in files_of(dist).items() if not name.startswith(FORMER)}
    wrong = sorted(name for name in files.keys() | new.keys() if files.get(name) != new.get(name))
    assert not wrong, f"not as a clean build makes them: {wrong}; {ended.words}"


def side_by_side(trials: Iterable[Trial], run: Callable[[Trial], Found]) -> list[Found]:
    """Run trials, some at a time; what fails says in which trial."""

    def told(trial: Trial) -> Found:
        try:
            return run(trial)
        except BaseException as error:
            error.add_note(f"in {trial}")
            raise

    with ThreadPoolExecutor(SIDE_BY_SIDE) as pool:
        futures = [pool.submit(told, trial) for trial in trials]
        try:
            return [future.result() for future in futures]
        finally:
            for future in futures:
                future.cancel()
