"""Bad clinics, end to end: each fault is told once at its place, and the sheets of the other clinics are made."""

from dataclasses import dataclass

import pytest

from tests.bad_inputs.clinics import CASES, FOLDER, Case
from tests.bad_inputs.project import (
    MARK,
    SETTINGS,
    Ended,
    Project,
    expect_calm,
    expect_whole,
    files_of,
    sample,
    unmarked,
)
from tests.glossary.clinics.sample import CLINIC, LOGO
from tests.support.listed import is_list

ROW = '\n[[editions]]\narticles = ["first"]\nlayouts = ["handout"]\nclinics = [{names}]\n'


@dataclass(frozen=True, slots=True)
class Broken:
    """What became of a project with one good clinic and all bad ones."""

    project: Project
    ended: Ended


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> Broken:
    project = sample(tmp_path_factory.mktemp("clinics") / "project")
    project.write(f"{FOLDER}/good/clinic.toml", CLINIC)
    project.write(f"{FOLDER}/good/logo.svg", LOGO)
    for case in CASES:
        case.put(project)
    names = ", ".join(f'"{slug}"' for slug in ("good", *(case.slug for case in CASES)))
    settings = project.text(SETTINGS)
    project.write(SETTINGS, settings[: settings.index("[[editions]]")] + ROW.format(names=names))
    return Broken(project, project.build())


def place_of(case: Case) -> str:
    """Where the fault of a case is told."""
    if case.place:
        return f"{case.folder}/{case.place}"
    text = case.text if isinstance(case.text, str) else ""
    return unmarked(text, f"{case.folder}/clinic.toml")[1] if MARK in text else f"{case.folder}/clinic.toml"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_fault_of_a_clinic_is_told_once_at_its_place(broken: Broken, case: Case) -> None:
    told = [(one.code, one.place) for one in broken.ended.errors if f"{case.folder}/" in one.place]
    assert told == [(case.code, place_of(case)), *((code, place_of(case)) for code in case.follows)]


def test_the_sheets_of_the_good_clinic_are_made_and_nothing_else(broken: Broken) -> None:
    expect_calm(broken.ended)
    expect_whole(broken.project.dist)
    assert broken.ended.code == 1
    sheet, pages = "clinics/good/first/first.pdf", ("clinics/good/index.html", "index.html")
    assert sorted(name for name in files_of(broken.project.dist) if not is_list(name)) == [sheet, *pages]
