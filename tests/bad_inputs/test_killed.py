"""Builds that are ended from outside, and renderers that never end: files are whole, and no process stays behind."""

import signal
import time
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.bad_inputs.images import heavy_svg, svg
from tests.bad_inputs.project import (
    ARTICLE,
    ARTICLES,
    GOOD,
    UNFINISHED,
    Project,
    expect_calm,
    expect_whole,
    files_of,
    living,
    sample,
    wait_for_none,
)
from tests.support.campaign import Campaign
from tests.support.listed import is_list

POINTS = 40  # moments at which a build is ended
ENDINGS = {signal.SIGKILL: -9, signal.SIGTERM: -15, signal.SIGINT: 130}
LIMITED = "tests.bad_inputs.limited"
RECORD = "former.d/"  # what was published before: a clean build has none
FIGURE = "## What is tried\n\n![A dot.](images/dot.svg)\n"


@dataclass(frozen=True, slots=True)
class Known:
    """A project that was built twice: before its articles were changed and after, with the time that this took."""

    project: Project
    old: dict[str, bytes]
    new: dict[str, bytes]
    seconds: float


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> Known:
    root = tmp_path_factory.mktemp("killed")
    project = sample(root / "project")
    assert project.build().code == 0
    old = files_of(project.dist)
    for slug in GOOD:
        project.edit(f"{ARTICLES}/{slug}.md", "Another item", "A changed item")
    clean = project.copy(root / "clean")
    clean.remove("dist")
    start = time.monotonic()
    assert clean.build().code == 0
    return Known(project, old, files_of(clean.dist), time.monotonic() - start)


def test_a_build_that_is_ended_leaves_whole_files_and_the_next_one_makes_what_a_clean_one_makes(
    known: Known, campaign: Campaign, tmp_path: Path
) -> None:
    random = campaign.random("ended builds")
    for point in range(campaign.count(POINTS)):
        ending = random.choice(list(ENDINGS))
        project = known.project.copy(tmp_path / str(point))
        process = project.start()
        if ending == signal.SIGINT:  # before it is at work, Python itself answers
            _wait_for_workers(process.pid)
        time.sleep(random.uniform(0.05, 1.0) * known.seconds)
        process.send_signal(ending)
        output, errors = process.communicate(timeout=60)
        assert process.returncode in (ENDINGS[ending], 0), errors
        assert "Traceback" not in output + errors
        wait_for_none(process.pid, 60.0)  # workers end after the edition in hand
        files = files_of(project.dist)
        finished = {  # the lists of what is there are of what was finished; the next build has to make them the same
            name: data
            for name, data in files.items()
            if UNFINISHED not in name and not is_list(name) and not name.endswith("index.html")
        }
        assert all(data in (known.old[name], known.new[name]) for name, data in finished.items())
        assert project.build().code == 0
        assert {
            name: data for name, data in files_of(project.dist).items() if not name.startswith(RECORD)
        } == known.new


def _wait_for_workers(group: int) -> None:
    deadline = time.monotonic() + 30
    while len(living(group)) < 2 and time.monotonic() < deadline:
        time.sleep(0.01)


def test_a_renderer_that_never_ends_is_ended_and_the_others_go_on(tmp_path: Path) -> None:
    project = sample(tmp_path / "project", "heavy")
    project.write(f"{ARTICLES}/heavy.md", ARTICLE.replace("## What is tried\n", FIGURE))
    project.write("content/images/dot.svg", svg())
    assert project.build().code == 0
    before = files_of(project.dist)
    for slug in GOOD:
        project.remove(f"dist/{slug}")
    project.write("content/images/dot.svg", heavy_svg())
    ended = project.build(module=LIMITED)
    expect_calm(ended)
    expect_whole(project.dist)
    assert ended.code == 1
    assert {one.code for one in ended.errors} == {"renderer-too-slow"}
    assert {one.place for one in ended.errors} == {f"{ARTICLES}/heavy.md"}
    after = files_of(project.dist)
    assert after["heavy/heavy.pdf"] == before["heavy/heavy.pdf"]
    assert all(after[name] == data for name, data in before.items() if name.partition("/")[0] in GOOD)
