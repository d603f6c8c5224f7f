"""Builds of one folder at the same time, one of which is killed, wait for each other; the files are those of one build."""

import signal
import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.bad_inputs.project import GOOD, wait_for_none
from tests.crash.glossary import Known, expect_converged, options
from tests.support.campaign import Campaign

ROUNDS = 40
BUILDS = 5  # of a round, besides the one that is killed
FORMATS = ("epub", "docx")
PARTS = ((), ("first",), ("second",), ("--format", "epub"), ("--format", "docx"))


@dataclass(frozen=True, slots=True)
class Round:
    """What the builds of one round make, in which order they begin, and when one more of them is killed."""

    parts: tuple[tuple[str, ...], ...]
    pauses: tuple[float, ...]
    killed_after: float


def _drawn(random: Random) -> Round:
    """One build makes everything, the others parts of it."""
    parts = [(), *random.choices(PARTS, k=BUILDS - 1)]
    random.shuffle(parts)
    pauses = tuple(random.choice((0.0, 0.0, random.uniform(0, 0.5))) for _ in parts)
    return Round(tuple(parts), pauses, random.uniform(0.0, 1.5))


def test_builds_that_overlap_make_what_one_build_makes(
    glossary: Known, campaign: Campaign, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    random = campaign.random("overlapping builds")
    rounds = [_drawn(random) for _ in range(campaign.count(ROUNDS))]
    waited = sum(_overlapped(one, glossary, tmp_path / str(number)) for number, one in enumerate(rounds))
    builds = len(rounds) * BUILDS
    tell(
        f"overlapping builds: {builds} in {len(rounds)} folders, {waited} of them waited, "
        f"{len(rounds)} more were killed; {len(rounds)} folders are as one build makes them"
    )
    assert waited >= len(rounds)


def _overlapped(one: Round, glossary: Known, folder: Path) -> int:
    """Run the builds of a round; returns how many waited."""
    project = glossary.begun(folder, FORMATS)
    victim = project.start(*options(FORMATS), "--jobs", "1")
    start, builds = time.monotonic(), []
    for part, pause in zip(one.parts, one.pauses, strict=True):
        time.sleep(pause)
        whole = () if "--format" in part else options(FORMATS)
        builds.append(project.start(*part, *whole, "--jobs", "1"))
    time.sleep(max(0.0, one.killed_after - (time.monotonic() - start)))
    victim.send_signal(signal.SIGKILL)
    victim.communicate(timeout=60)
    waited = 0
    for build in builds:
        _, errors = build.communicate(timeout=120)
        assert build.returncode == 0, f"{one}: {errors}"
        waited += "another build is at work in the output folder" in errors
    for build in (victim, *builds):
        wait_for_none(build.pid, 5.0)
    again = project.build(*options(FORMATS), "--jobs", "1")
    assert f"0 of {len(FORMATS) * len(GOOD)} editions made" in again.words, f"{one}: not all was current"
    expect_converged(again, project.dist, glossary.new[FORMATS])
    return waited
