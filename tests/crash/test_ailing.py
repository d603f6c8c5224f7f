"""Renderers that hang, spin, eat memory, crash or leak: one diagnostic each, the other editions made, no process left."""

import os
import re
import signal
import time
from pathlib import Path

import pytest

from tests.bad_inputs.project import (
    ARTICLE,
    ARTICLES,
    GOOD,
    Project,
    expect_calm,
    expect_whole,
    files_of,
    living,
    sample,
    wait_for_none,
)
from tests.crash.ailing import ILLS, PROCESSOR, WALL

MODULE = "tests.crash.ailing"
EPUB = ("--format", "epub")
TOLD = {
    "hangs": ("renderer-too-slow", rf"it took more than {WALL:g} s"),
    "spins": ("renderer-too-slow", rf"it took more than ({PROCESSOR} s of processor time|{WALL:g} s)"),
    "eats": ("renderer-died", r"it needed more than 1 GiB of memory"),
    "crashes": ("renderer-died", r"its process ended with SIGSEGV"),
    "aborts": ("renderer-died", r"its process ended with SIGABRT"),
    "is-killed": ("renderer-died", r"its process ended with SIGKILL"),
    "ends": ("renderer-died", r"its process ended with code 0"),
}


def test_each_renderer_that_fails_is_one_diagnostic_and_all_other_editions_are_made(tmp_path: Path) -> None:
    project = sample(tmp_path / "project", *ILLS)
    assert project.build(*EPUB).code == 0
    before = files_of(project.dist)
    for slug in (*GOOD, *ILLS):
        project.edit(f"{ARTICLES}/{slug}.md", "Another item", "A changed item")
    ended = project.build(*EPUB, "--jobs", "2", module=MODULE)
    expect_calm(ended)
    expect_whole(project.dist)
    assert ended.code == 1
    told = {one.place.rpartition("/")[2].partition(".")[0]: one for one in ended.errors}
    assert len(ended.errors) == len(told) == len(TOLD)
    for slug, (code, words) in TOLD.items():
        assert (told[slug].code, bool(re.search(words, told[slug].message))) == (code, True), told[slug]
    after = files_of(project.dist)
    for slug in ILLS:
        assert (after[f"{slug}/{slug}.epub"] == before[f"{slug}/{slug}.epub"]) == (slug in TOLD)
    made = len(GOOD) + len(ILLS) - len(TOLD)
    assert f"{made} of {len(GOOD) + len(ILLS)} editions made and proven, {len(TOLD)} failed" in ended.words


@pytest.mark.parametrize("whole_group", [False, True])
def test_a_build_that_is_killed_while_a_renderer_hangs_leaves_no_process(
    tmp_path: Path, whole_group: bool
) -> None:
    project = Project(sample(tmp_path / "project", "hangs").root)
    project.write(f"{ARTICLES}/hangs.md", ARTICLE)
    process = project.start("hangs", *EPUB, module=MODULE)
    deadline = time.monotonic() + 30
    while len(living(process.pid)) < 2 and time.monotonic() < deadline:
        time.sleep(0.02)
    time.sleep(1.0)
    (os.killpg if whole_group else os.kill)(process.pid, signal.SIGKILL)
    process.communicate(timeout=30)
    wait_for_none(process.pid, 1.0)
