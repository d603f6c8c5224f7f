"""Every write, fsync and rename of a build fails once, and the build is killed at each: no file is ever half or stale."""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest

from glossary_publish.build.cache import shelf
from glossary_publish.build.cache.shelf import FOLDER
from tests.bad_inputs.project import GOOD, UNFINISHED, Ended, Project, expect_calm, files_of, wait_for_none
from tests.crash.glossary import (
    Known,
    expect_converged,
    expect_old_or_new,
    finished,
    options,
    side_by_side,
)
from tests.crash.strace import ERRORS, KILLED, Fault, calls, happened, struck, traced
from tests.support.campaign import Campaign

FORMATS = ("epub",)


FORMER = ("former.json", *(f"former.d/{slug}.json" for slug in GOOD))


def _files(glossary: Known, project: Project) -> list[Path]:
    """The files that a build may write, under both names: in the output folder, and what the project remembers."""
    files = [project.dist / name for name in (*glossary.new[FORMATS], *FORMER)]
    names = [path.name for path in (glossary.project.root / FOLDER).iterdir()]
    remembered = [project.root / FOLDER / name for name in names]
    return [
        *files,
        *(path.with_name(f".{path.name}{UNFINISHED}") for path in files),
        *remembered,
        *(path.with_name(f"{path.name}{shelf.UNFINISHED}") for path in remembered),
    ]


def _begun(glossary: Known, root: Path, *, empty: bool) -> Project:
    """The changed glossary before its build; with an empty output folder it remembers nothing either."""
    project = glossary.begun(root, FORMATS, empty=empty)
    if empty:
        project.remove(FOLDER)
    return project


@pytest.fixture(scope="module")
def faults(glossary: Known, tmp_path_factory: pytest.TempPathFactory) -> list[Fault]:
    """One of each kind at each call that a build makes on its output folder, old files being there or none."""
    found = []
    for empty in (False, True):
        root = tmp_path_factory.mktemp("traced")
        project = _begun(glossary, root / "project", empty=empty)
        wrapped = traced(root / "log", _files(glossary, project))
        expect_converged(
            project.build(*options(FORMATS), wrapped=wrapped), project.dist, glossary.new[FORMATS]
        )
        counts = calls(root / "log")
        files = len(glossary.new[FORMATS])
        renames = sum(count for name, count in counts.items() if name.startswith("rename"))
        assert renames >= files, f"strace saw {counts}: may it trace here?"
        assert counts.get("fsync", 0) >= 2 * files, f"a file or a folder is not forced to the disk: {counts}"
        assert counts.get("write", 0) >= files
        found += [
            Fault(call, number, kind, empty)
            for call, count in sorted(counts.items())
            for number in range(1, count + 1)
            for kind in (KILLED, *ERRORS)
        ]
    return found


def test_a_fault_at_any_write_fsync_or_rename_leaves_old_or_new_files_and_the_next_build_makes_all(
    glossary: Known,
    faults: list[Fault],
    campaign: Campaign,
    tmp_path: Path,
    tell: Callable[[str], None],
) -> None:
    tried = campaign.slice("injected faults", faults)
    numbered = list(enumerate(tried))
    side_by_side(numbered, lambda one: _broken(one[1], glossary, tmp_path / str(one[0])))
    kinds = Counter(f"{fault.kind} at {fault.call}" for fault in tried)
    words = ", ".join(f"{count} {kind}" for kind, count in sorted(kinds.items()))
    tell(f"faults: {len(tried)} of {len(faults)}: {words}; 0 corrupt files, 0 stale, {len(tried)} converged")


def _broken(fault: Fault, glossary: Known, folder: Path) -> None:
    old, new = ({} if fault.empty else glossary.old[FORMATS]), glossary.new[FORMATS]
    project = _begun(glossary, folder / "project", empty=fault.empty)
    log = folder / "log"
    wrapped = traced(log, _files(glossary, project), *fault.options)
    process = project.start(*options(FORMATS), wrapped=wrapped)
    output, errors = process.communicate(timeout=120)
    wait_for_none(process.pid, 5.0)
    assert happened(log, fault), f"strace made no fault: {log.read_text('utf-8', 'replace')[-2000:]}{errors}"
    files = expect_old_or_new(project.dist, old, new)
    if fault.kind == KILLED:
        assert process.returncode == -9, errors
    elif struck(log, FOLDER):
        expect_converged(Ended(process.returncode, output + errors, ()), project.dist, new)
    else:
        assert process.returncode == 3, f"ended with {process.returncode}: {errors}"
        _expect_told(fault, project, errors)
        made = {line.removeprefix("dist/") for line in output.splitlines()}
        assert {name for name in made if files.get(name) != new[name]} == set()
        assert len(made) + 1 >= len(finished(new)), f"a fault of one file stopped others: {errors}"
    ended = project.build(*options(FORMATS), "--jobs", "1")
    expect_calm(ended)
    expect_converged(ended, project.dist, new)


def _expect_told(fault: Fault, project: Project, errors: str) -> None:
    """The place that could not be written to is told with its reason, and nothing is left beside it."""
    assert "Traceback" not in errors, errors
    told = [line for line in errors.splitlines() if line.startswith("error[cannot-write]: ")]
    assert told, errors
    assert all(str(project.dist) in line and ERRORS[fault.kind] in line for line in told), told
    assert not [name for name in files_of(project.dist) if UNFINISHED in name]
