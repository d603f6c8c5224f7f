"""Somebody saves files while a build runs: what it made of the old ones is not taken for what the new ones give."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path
from random import Random

from tests.bad_inputs.project import ARTICLES, GOOD, REFERENCES, SECONDS, Project, expect_calm
from tests.crash.glossary import Known, expect_converged, options, put, side_by_side
from tests.support.campaign import Campaign
from tests.support.house.sources import ROOT
from tests.support.listed import files_in

ROUNDS = 40
FORMATS = ("epub",)
NOTICE, STYLE = "content/boilerplate/trial-disclaimer.en.md", "layouts/ebook/style.css"
EDITED = (*(f"{ARTICLES}/{slug}.md" for slug in GOOD), REFERENCES, NOTICE, STYLE)


@dataclass(frozen=True, slots=True)
class Round:
    """Which files are saved at which shares of the time of a build, and whether some are saved as they were before."""

    number: int
    empty: bool
    jobs: int
    saves: tuple[tuple[float, str], ...]
    undone: bool


def _drawn(random: Random, number: int) -> Round:
    moments = sorted(random.uniform(0.0, 1.1) for _ in range(random.randint(1, 4)))
    saves = tuple((moment, random.choice(EDITED)) for moment in moments)
    return Round(number, random.random() < 0.2, random.randint(1, 2), saves, random.random() < 0.25)


def test_files_that_are_saved_while_a_build_runs_are_in_what_the_next_one_leaves(
    glossary: Known, campaign: Campaign, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    random = campaign.random("edited meanwhile")
    rounds = [_drawn(random, number) for number in range(campaign.count(ROUNDS))]
    stale = sum(side_by_side(rounds, lambda one: _edited(one, glossary, tmp_path / str(one.number))))
    tell(
        f"edited meanwhile: {len(rounds)} builds, {sum(len(one.saves) for one in rounds)} files saved while they ran; "
        f"{stale} left something for the next one, {len(rounds)} converged"
    )


def _edited(one: Round, glossary: Known, folder: Path) -> bool:
    """Whether the build that came after had something to make."""
    project = glossary.begun(folder / "project", FORMATS, empty=one.empty)
    project.write(STYLE, (ROOT / STYLE).read_bytes())
    before = {path: (project.root / path).read_bytes() for path in EDITED}
    start = time.monotonic()
    build = project.start(*options(FORMATS), "--jobs", str(one.jobs))
    for index, (moment, path) in enumerate(one.saves):
        time.sleep(max(0.0, moment * glossary.seconds[FORMATS] - (time.monotonic() - start)))
        _save(project, path, before[path] + _addition(path, index))
    if one.undone:
        for path, data in before.items():
            _save(project, path, data)
    _, errors = build.communicate(timeout=SECONDS)
    assert build.returncode == 0, errors
    again = project.build(*options(FORMATS), "--jobs", "1")
    expect_calm(again)
    expect_converged(again, project.dist, _clean(project, folder / "clean"))
    last = project.build(*options(FORMATS), "--jobs", "1")
    assert f"0 of {len(GOOD)} editions made" in last.words, last.words
    return f"0 of {len(GOOD)} editions made" not in again.words


def _clean(project: Project, root: Path) -> dict[str, bytes]:
    """What a build makes of these sources where none was before."""
    sources = files_in(project.root)
    put(root, {name: sources[name] for name in sources if name.startswith(("content/", "layouts/"))})
    ended = Project(root).build(*options(FORMATS), "--jobs", "1")
    assert ended.code == 0, ended.words
    return files_in(Project(root).dist)


def _addition(path: str, number: int) -> bytes:
    match Path(path).suffix:
        case ".css":
            return f"\n/* {number} */\n".encode()
        case ".yaml":
            return f"# {number}\n".encode()
        case _:
            return f"\nMore of it: {number}.\n".encode()


def _save(project: Project, path: str, data: bytes) -> None:
    """As editors do: the new file is put in the place of the old one in one step."""
    beside = project.root / f"saved-{Path(path).name}"
    beside.write_bytes(data)
    beside.replace(project.root / path)
