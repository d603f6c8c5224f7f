"""Disks of twenty sizes that are too small or just large enough, and folders that may not be written."""

import os
import shutil
import subprocess
from collections import Counter
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from glossary_publish.build.cache.shelf import FOLDER
from tests.bad_inputs.project import ARTICLES, GOOD, UNFINISHED, Ended, Project, expect_calm, files_of
from tests.crash.glossary import Known, expect_converged, expect_old_or_new, finished, options
from tests.support.campaign import Campaign

SIZES = 20
PAGE = 4096  # bytes by which a disk in memory grows
BLOCK = 512  # bytes by which `ulimit -f` counts
FORMATS = ("epub",)
ALL = ("pdf", "epub", "docx")


def test_a_disk_that_is_full_at_any_size_keeps_old_files_and_names_the_new_ones(
    glossary: Known, campaign: Campaign, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    sizes = [PAGE * pages for pages in range(SIZES)]
    assert max(map(len, finished(glossary.new[ALL]).values())) < sizes[SIZES // 2]
    tried = campaign.slice("full disks", sizes)
    codes = Counter(_filled(size, glossary, tmp_path / str(size)) for size in tried)
    tell(
        f"full disks: {len(tried)} of {SIZES} sizes: {codes[3]} too small, {codes[0]} large enough; "
        f"0 corrupt files, {len(tried)} converged"
    )
    assert codes.keys() <= {0, 3}
    assert (codes[3] and codes[0]) or not campaign.whole


def _filled(free: int, glossary: Known, folder: Path) -> int:
    """Build onto a disk with this many free bytes, then with enough; returns the exit code of the first."""
    old, new = glossary.old[ALL], glossary.new[ALL]
    project = glossary.begun(folder, ALL)
    with _disk(project.dist, free) as (wrapped, grow):
        ended = project.build(*options(ALL), wrapped=wrapped)
        files = expect_old_or_new(project.dist, old, new)
        if ended.code:
            expect_unwritten(ended, project.dist)
            names = {Path(one.place).relative_to(project.dist).as_posix() for one in ended.errors}
            assert {name for name in names if files.get(name) != old.get(name)} == set()
        else:
            expect_converged(ended, project.dist, new)
        assert not [name for name in files_of(project.dist) if UNFINISHED in name]
        grow()
        expect_converged(project.build(*options(ALL)), project.dist, new)
    return ended.code


@pytest.mark.parametrize("pages", [1, 2, 3, 5])
def test_a_disk_that_is_full_of_what_is_remembered_stops_nothing(
    glossary: Known, tmp_path: Path, pages: int
) -> None:
    new = glossary.new[FORMATS]
    project = glossary.begun(tmp_path / "project", FORMATS)
    remembered = project.root / FOLDER
    shutil.rmtree(remembered)
    remembered.mkdir()
    mounted = os.geteuid() == 0 and _mounted(
        "-t", "tmpfs", "-o", f"size={pages * 4}k", "none", str(remembered)
    )
    if not mounted:  # only root can mount one; for others nothing at all can be kept
        remembered.chmod(0o555)
    try:
        for _ in range(2):
            expect_converged(project.build(*options(FORMATS)), project.dist, new)
        project.edit(f"{ARTICLES}/{GOOD[0]}.md", "A changed item", "One more item")
        ended = project.build(*options(FORMATS))
        assert (ended.code, "1 of 2 editions made" in ended.words) == (0, True), ended.words
    finally:
        if mounted:
            subprocess.run(["umount", remembered], check=True)
        else:
            remembered.chmod(0o755)


@contextmanager
def _disk(dist: Path, free: int) -> Iterator[tuple[tuple[str, ...], Callable[[], None]]]:
    """A disk for the finished files with some free bytes; gives what a build is wrapped in, and what enlarges the disk.

    Only root can mount one. For others no file may be larger than this, which fails at the same calls.
    """
    files = files_of(dist)
    if os.geteuid() != 0 or not _mounted("-t", "tmpfs", "-o", "size=8m", "none", str(dist)):
        yield ("sh", "-c", f'ulimit -f {free // BLOCK}; exec "$@"', "sh"), lambda: None
        return
    try:
        for name, data in files.items():
            (dist / name).parent.mkdir(parents=True, exist_ok=True)
            (dist / name).write_bytes(data)
        status = os.statvfs(dist)
        size = (status.f_blocks - status.f_bfree) * status.f_frsize + free // PAGE * PAGE
        assert _mounted("-o", f"remount,size={size // 1024}k", str(dist))
        yield (), lambda: _enlarge(dist)
    finally:
        subprocess.run(["umount", dist], check=True)


def _enlarge(dist: Path) -> None:
    assert _mounted("-o", "remount,size=8m", str(dist))


def _mounted(*options: str) -> bool:
    return subprocess.run(["mount", *options], check=False, capture_output=True).returncode == 0


def expect_unwritten(ended: Ended, dist: Path) -> None:
    """A build says which paths could not be written, and that the machine is at fault."""
    expect_calm(ended)
    assert ended.code == 3, ended.words
    assert {one.code for one in ended.errors} == {"cannot-write"}, ended.words
    assert all(str(dist) in one.message for one in ended.errors), ended.words


def bound() -> tuple[str, ...]:
    """The words before a command that has permissions hold for it, also if root gives it."""
    if os.geteuid() != 0:
        return ()
    assert shutil.which("setpriv"), "setpriv (Debian's util-linux) is missing"
    powers = "-dac_override,-dac_read_search"
    return ("setpriv", f"--inh-caps={powers}", f"--bounding-set={powers}")


@pytest.mark.parametrize("mode", [0o555, 0o000])
@pytest.mark.parametrize("folder", ["", "second"])
def test_a_folder_without_permission_is_named_and_its_files_stay(
    glossary: Known, tmp_path: Path, folder: str, mode: int
) -> None:
    old, new = glossary.old[FORMATS], glossary.new[FORMATS]
    project = glossary.begun(tmp_path / "project", FORMATS)
    place = project.dist / folder
    usual = place.stat().st_mode
    place.chmod(mode)
    try:
        ended = project.build(*options(FORMATS), wrapped=bound())
    finally:
        place.chmod(usual)
    expect_unwritten(ended, project.dist)
    files = expect_old_or_new(project.dist, old, new)
    if not folder and not mode:
        assert files == old
    assert [name for name in old if name.rpartition("/")[0] == folder and files[name] != old[name]] == []
    expect_converged(project.build(*options(FORMATS)), project.dist, new)


def test_an_output_folder_that_may_not_be_made_is_named(glossary: Known, tmp_path: Path) -> None:
    project: Project = glossary.begun(tmp_path / "project", FORMATS, empty=True)
    usual = project.root.stat().st_mode
    project.root.chmod(0o555)
    try:
        ended = project.build(*options(FORMATS), wrapped=bound())
    finally:
        project.root.chmod(usual)
    expect_unwritten(ended, project.dist)
    assert not project.dist.exists()
