"""After any edit, a build of what is stale leaves the very bytes that a build of everything leaves."""

import shutil
from collections import Counter
from collections.abc import Callable, Iterator
from datetime import date
from importlib import import_module
from pathlib import Path
from unittest import mock

import pytest

from glossary_publish.build.building import Build
from glossary_publish.build.finder.pages import Finder
from glossary_publish.build.governance import Governance
from glossary_publish.build.material import Material
from glossary_publish.build.plan import Selection
from glossary_publish.build.preparing import preparations
from glossary_publish.build.workers import Workers
from glossary_publish.cli.main import main
from glossary_publish.diagnostics import PublishError, Report, Severity
from glossary_publish.workspace import DiskWorkspace
from tests.build.desk import Desk
from tests.build.edits import EDITS
from tests.support.campaign import Campaign
from tests.support.listed import files_in

STEPS = 1000
command = import_module("glossary_publish.cli.build")
TODAY = date(2026, 1, 1)


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(2, preparations()) as workers:
        yield workers


class Crew:
    """The workers of all builds of a test, who start once."""

    begun = True

    def __init__(self, workers: Workers) -> None:
        self.workers = workers

    def __call__(self) -> Workers:
        return self.workers

    def end(self) -> None:
        pass


def built_by_command(project: Path, workers: Workers) -> int:
    """Build as a user does, with all that the project remembers; the exit code."""
    with mock.patch.object(command, "Crew", return_value=Crew(workers)):
        return main(["build", "--project", str(project), "--as-of", TODAY.isoformat()])


def build(project: Path, out: Path, workers: Workers) -> list[str]:
    """Build into a folder, with nothing to remember; the paths of editions that could not be made, or what was wrong."""
    try:
        material = Material(project)
        finder = Finder(DiskWorkspace(project), material.glossary, material.present)
        governance = Governance(material.glossary, TODAY)
        report = Report()
        work = Build(material, out, workers, report, governance=governance, pages=finder)
        outcomes = list(work.make(work.plan(Selection()), lambda: None))
    except PublishError as error:
        return [found.message for found in error.diagnostics]
    failed = [one.edition.path for one in outcomes if not one.sha256]
    return failed + [found.message for found in report if found.severity is Severity.ERROR]


def test_every_build_after_an_edit_leaves_what_a_clean_build_leaves(
    campaign: Campaign, workers: Workers, tmp_path: Path, tell: Callable[[str], None]
) -> None:
    chance = campaign.random("random edits")
    desk = Desk(tmp_path / "project", chance)
    steps, kinds = campaign.count(STEPS), Counter[str]()
    done, compared = ["begun"], 0
    for step in range(steps + 1):
        code = built_by_command(desk.root, workers)
        clean = tmp_path / f"clean-{step}"
        wrong = build(desk.root, clean, workers)
        assert (code != 0) == bool(wrong), (step, done[-3:], code, wrong)
        if wrong:
            desk.undo()
        else:
            compared += 1
            now = {name: data for name, data in files_in(desk.root / "dist").items() if _counts(name)}
            wanted = files_in(clean)
            different = sorted(name for name in {*now, *wanted} if now.get(name) != wanted.get(name))
            assert different == [], (step, done[-3:], different)
            desk.keep()
        shutil.rmtree(clean, ignore_errors=True)
        edit = chance.choice(EDITS)
        done.append(f"{step}: {edit(desk)}")
        kinds[edit.__name__] += step < steps
    tell(
        f"random edits: {steps} of {len(kinds)} kinds, {compared - 1} of them leave a glossary without faults; "
        "0 stale, 0 byte differences"
    )
    assert compared > steps // 2
    assert len(kinds) == len(EDITS) or not campaign.whole


def _counts(name: str) -> bool:
    """Whether a clean build has a file: not what was there before, nor what was kept because it was damaged."""
    return not name.startswith("former.d/") and not name.endswith(".damaged")
