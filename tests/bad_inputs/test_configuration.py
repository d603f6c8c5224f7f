"""Bad configuration, end to end: one diagnostic, exit code 2, and every finished file stays as it was."""

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.bad_inputs.configuration import CASES, Case
from tests.bad_inputs.project import (
    ARTICLES,
    GOOD,
    SETTINGS,
    Project,
    expect_calm,
    files_of,
    restored,
    sample,
    unmarked,
)

QUICK = ("--jobs", "1", "--format", "epub")  # nothing is made: no worker has to get ready for it


@pytest.fixture(scope="module")
def built(tmp_path_factory: pytest.TempPathFactory) -> Project:
    project = sample(tmp_path_factory.mktemp("configuration") / "project")
    ended = project.build("--format", "epub")
    assert ended.code == 0, ended.errors
    return project


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_bad_configuration_is_told_once_and_stops_the_build_before_it_begins(
    built: Project, case: Case
) -> None:
    before, place = files_of(built.dist), case.place
    with restored(built, *case.files):
        for path, made in case.files.items():
            text = made(built) if callable(made) else made
            if isinstance(text, str):
                text, marked = unmarked(text, path)
                place = marked if marked != path else place
            built.write(path, text) if text else built.remove(path)
        ended = built.build(*QUICK)
    expect_calm(ended)
    assert [(one.code, one.place) for one in ended.errors] == [(case.code, place)]
    assert ended.code == 2
    assert files_of(built.dist) == before


def test_without_settings_there_is_no_project(built: Project) -> None:
    with restored(built, SETTINGS):
        built.remove(SETTINGS)
        ended = built.build(*QUICK)
    expect_calm(ended)
    assert ([one.code for one in ended.errors], ended.code) == (["no-project"], 2)


@pytest.mark.parametrize("make", [os.mkfifo, Path.mkdir, lambda path: path.symlink_to("/etc/passwd")])
def test_what_is_no_file_in_the_place_of_a_file_of_a_layout_is_told(
    built: Project, make: Callable[[Path], object]
) -> None:
    path = "layouts/ebook/layout.toml"
    (built.root / path).parent.mkdir(parents=True)
    make(built.root / path)
    ended = built.build(*QUICK)
    built.remove("layouts/ebook")
    expect_calm(ended)
    assert len(ended.errors) == 1
    assert ended.errors[0].code in ("not-a-file", "path-outside-project", "wrong-setting")
    assert ended.code == 2


def test_two_layouts_that_would_give_one_name_are_told(built: Project) -> None:
    rows = 'layouts = ["handout", "ebook", "word"]'
    with restored(built, SETTINGS, *(f"{ARTICLES}/{name}.md" for name in ("first_a4",))):
        built.edit(SETTINGS, rows, 'layouts = ["handout", "a4"]\npapers = ["letter", "a4"]')
        for file in (Path(__file__).parents[2] / "layouts/handout").iterdir():
            built.write(f"layouts/a4/{file.name}", file.read_bytes())
        ended = built.build()
        built.remove("layouts/a4")
    expect_calm(ended)
    assert ([one.code for one in ended.errors], ended.code) == (["editions-with-one-name"], 2)
    assert all(f"{slug}/{slug}.epub" in files_of(built.dist) for slug in GOOD)


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["nobody"], "unknown-article"),
        (["first.md"], "unknown-article"),
        (["../first"], "unknown-article"),
        (["--layout", "poster"], "nothing-matched"),
        (["--paper", "a9"], "nothing-matched"),
        (["--language", "xx"], "nothing-matched"),
        (["--project", "/nowhere"], "no-project"),
    ],
)
def test_asking_for_what_is_not_there_is_wrong_usage(built: Project, arguments: list[str], code: str) -> None:
    ended = built.build(*QUICK[:2], *arguments)
    expect_calm(ended)
    assert ([one.code for one in ended.errors], ended.code) == ([code], 2)


@pytest.mark.parametrize(
    "arguments", [["--format", "odt"], ["--jobs", "0"], ["--as-of", "2025-02-30"], ["--nonsense"]]
)
def test_what_the_command_does_not_know_is_wrong_usage(built: Project, arguments: list[str]) -> None:
    ended = built.build(*arguments)
    assert ended.code == 2
    assert "Traceback" not in ended.words
    assert "Usage:" in ended.words
