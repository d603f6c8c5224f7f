"""Builds are killed at random moments: final names hold old or new files, and the next build makes all as a clean one."""

import os
import signal
import time
from collections import Counter
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from random import Random

from tests.bad_inputs.project import wait_for_none
from tests.crash.glossary import (
    SELECTIONS,
    Formats,
    Known,
    differing,
    expect_converged,
    expect_old_or_new,
    options,
    side_by_side,
)
from tests.support.campaign import Campaign

KILLS = 1000
AT_ONCE = 2.0  # seconds within which no process of a killed build may be left
ATTEMPTS = 4  # at one kill: a machine that is quick now was perhaps slow when it was measured
ENDED = "had ended"
NOTHING = "\n0 of "  # editions were made, all being current
SPAN = 0.2  # seconds that a build goes on writing after its first file, about


@dataclass(frozen=True, slots=True)
class Kill:
    """One build and the moment of its end: `share` of its time, or of the span after its first write."""

    number: int
    formats: Formats
    jobs: int
    group: bool
    writing: bool
    empty: bool
    share: float


def _drawn(random: Random, number: int) -> Kill:
    (formats,) = random.choices(SELECTIONS, weights=(85, 12, 3))
    jobs, share = random.randint(1, 3), random.random()
    group, writing, empty = (random.random() < chance for chance in (0.5, 0.5, 0.2))
    return Kill(number, formats, jobs, group, writing, empty, share)


def test_builds_that_are_killed_at_random_leave_old_or_new_files_and_the_next_ones_make_all(
    glossary: Known, campaign: Campaign, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    random = campaign.random("kills")
    kills = [_drawn(random, number) for number in range(campaign.count(KILLS))]
    phases = Counter(side_by_side(kills, lambda kill: _hit(kill, glossary, tmp_path / str(kill.number))))
    groups = sum(kill.group for kill in kills)
    tell(
        f"kills: {len(kills)} builds killed ({len(kills) - groups} alone, {groups} with their group): "
        + ", ".join(f"{count} {phase}" for phase, count in sorted(phases.items()))
        + f"; 0 corrupt files, 0 processes left, {len(kills)} converged"
    )
    assert phases["with some files made"] + phases["before the first file"] > 0


def _hit(kill: Kill, glossary: Known, folder: Path) -> str:
    """Kill a build; where it had ended before, another one sooner. When the last one ended."""
    phase = ENDED
    for attempt in range(ATTEMPTS):
        if phase == ENDED:
            sooner = replace(kill, share=kill.share / 2**attempt)
            phase = _killed(sooner, glossary, folder / str(attempt))
    return phase


def _tries(path: Path) -> bool:
    """Whether a file is that with which the standard library finds out whether a temporary folder can be written to."""
    return path.is_file() and len(path.name) == 8 and path.read_bytes() in (b"", b"blat")


def _killed(kill: Kill, glossary: Known, folder: Path) -> str:
    old, new = ({} if kill.empty else glossary.old[kill.formats]), glossary.new[kill.formats]
    project = glossary.begun(folder / "project", kill.formats, empty=kill.empty)
    temporary = folder / "temporary"
    temporary.mkdir()
    wrapped = ("env", f"TMPDIR={temporary}")
    process = project.start(*options(kill.formats), "--jobs", str(kill.jobs), wrapped=wrapped)
    if kill.writing:
        _wait_for_write(project.dist, lambda: process.poll() is not None)
        time.sleep(kill.share * SPAN)
    else:
        time.sleep(kill.share * glossary.seconds[kill.formats])
    with suppress(ProcessLookupError):
        (os.killpg if kill.group else os.kill)(process.pid, signal.SIGKILL)
    _, errors = process.communicate(timeout=60)
    assert process.returncode in (-signal.SIGKILL, 0), errors
    wait_for_none(process.pid, AT_ONCE)
    changed = differing(old, expect_old_or_new(project.dist, old, new)) if project.dist.exists() else set()
    again = project.build(*options(kill.formats), "--jobs", "1", wrapped=wrapped)
    expect_converged(again, project.dist, new)
    if NOTHING not in again.words:  # the first to need workers clears what other workers left
        assert [one for one in temporary.iterdir() if not _tries(one)] == []
    if process.returncode == 0:
        return ENDED
    return _phase(len(changed), len(glossary.new[kill.formats]))


def _phase(changed: int, all_files: int) -> str:
    if not changed:
        return "before the first file"
    return "with some files made" if changed < all_files else "with all files made"


def _wait_for_write(dist: Path, ended: Callable[[], bool]) -> None:
    """Wait until a build has begun to write."""
    before = _stamps(dist)
    while _stamps(dist) == before and not ended():
        time.sleep(0.001)


def _stamps(dist: Path) -> dict[str, int]:
    found = dict[str, int]()
    for folder in (dist, dist / "first", dist / "second"):
        with suppress(OSError), os.scandir(folder) as entries:
            found |= {entry.path: entry.inode() for entry in entries}
    return found
