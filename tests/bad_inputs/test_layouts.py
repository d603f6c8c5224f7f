"""Bad layouts, end to end: each stops its own editions and no other.

All of them are tried in one build, by workers that may take little time and memory.
"""

import json
from dataclasses import dataclass
from typing import Any

import pytest

from tests.bad_inputs.layouts import CASES, Case
from tests.bad_inputs.project import (
    GOOD,
    SETTINGS,
    Ended,
    Project,
    expect_calm,
    expect_kept,
    expect_whole,
    files_of,
    sample,
)

LIMITED = "tests.bad_inputs.limited"


@dataclass(frozen=True, slots=True)
class Broken:
    """What became of a project whose second build met all bad layouts."""

    project: Project
    before: dict[str, bytes]
    ended: Ended

    def edition(self, path: str) -> dict[str, Any]:
        """What is told of an edition."""
        editions: list[dict[str, Any]] = json.loads(self.ended.output)["editions"]
        return next(row for row in editions if row["path"] == path)


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Broken:
    project = sample(tmp_path_factory.mktemp("layouts") / "project")
    names = ", ".join(f'"{case.layout}"' for case in CASES)
    for case in CASES:
        case.write(project)
    rows = f'\n[[editions]]\narticles = ["second"]\nlayouts = [{names}]\n'
    project.write(SETTINGS, project.text(SETTINGS) + rows)
    built = project.build()
    assert built.code == 0, built.errors
    before = files_of(project.dist)
    for slug in GOOD:
        for suffix in ("pdf", "epub", "docx"):
            project.remove(f"dist/{slug}/{slug}.{suffix}")
    for case in CASES:
        case.spoil(project)
    return Broken(project, before, project.build("--json", module=LIMITED))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_bad_layout_stops_its_own_edition(broken: Broken, case: Case) -> None:
    edition = broken.edition(case.path)
    found = edition["diagnostics"]
    assert not edition["made"]
    assert case.codes <= {one["code"] for one in found}
    assert all(one["help"] for one in found)
    if case.exit_code == 2:
        (only,) = found
        line = f":{only['span']['line']}" if only["span"]["line"] else ""
        assert f"{only['span']['path']}{line}" == case.place(broken.project)
    assert files_of(broken.project.dist)[case.path] == broken.before[case.path]


def test_the_layouts_that_come_with_the_tool_go_on(broken: Broken) -> None:
    made = files_of(broken.project.dist)
    wanted = [f"{slug}/{slug}.{suffix}" for slug in GOOD for suffix in ("docx", "epub", "pdf")]
    assert {name: made.get(name) == broken.before[name] for name in wanted} == dict.fromkeys(wanted, True)


def test_a_build_with_bad_layouts_ends_calmly_and_leaves_whole_files(broken: Broken) -> None:
    assert broken.ended.code == max(case.exit_code for case in CASES)
    expect_calm(broken.ended)
    expect_whole(broken.project.dist)
    expect_kept(broken.before, broken.project.dist, *GOOD)
