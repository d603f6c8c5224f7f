"""`verify`, from outside, on what a build writes beside its editions: pages for finding sheets, and sheets to fold."""

import json
import shutil
from pathlib import Path

import pytest

from tests.cli.conftest import Project
from tests.support.house.sources import ROOT

PAGE = "dist/index.html"
SHEETS = "dist/trial/trial_booklet-sheets.pdf"
NOT_BUILT = "it is not what was built there"


def answers(project: Project, *paths: str) -> dict[str, tuple[str, str]]:
    """What is said of each file, and why, by its path in the project."""
    ended = project.run("verify", "--json", *paths)
    rows = json.loads(ended.stdout)["files"]
    assert ended.returncode == int(any(row["status"] != "current" for row in rows)), ended.stderr
    return {Path(row["path"]).as_posix(): (row["status"], row["reason"]) for row in rows}


@pytest.fixture(scope="module")
def folded(built: Project, tmp_path_factory: pytest.TempPathFactory) -> Project:
    """The built project with a booklet."""
    root = tmp_path_factory.mktemp("folded") / "project"
    shutil.copytree(built.root, root)
    project = Project(root)
    ended = project.run("build", "--layout", "booklet")
    assert ended.returncode == 0, ended.stderr
    return project


def test_all_that_a_build_wrote_is_current(folded: Project) -> None:
    found = answers(folded)
    assert {PAGE, SHEETS, "dist/trial/trial_booklet.pdf", "dist/trial/trial.epub"} <= found.keys()
    assert {status for status, _ in found.values()} == {"current"}


@pytest.mark.parametrize("path", [PAGE, SHEETS])
def test_pages_and_sheets_are_known_by_name_and_by_their_bytes_elsewhere(folded: Project, path: str) -> None:
    copy = f"copy{Path(path).suffix}"
    shutil.copy(folded.root / path, folded.root / copy)
    assert {status for status, _ in answers(folded, path, copy).values()} == {"current"}


@pytest.mark.parametrize("path", [PAGE, SHEETS, "dist/trial/trial.docx"])
def test_what_was_put_in_the_place_of_a_built_file_is_altered(copy_of_folded: Project, path: str) -> None:
    (copy_of_folded.root / path).write_bytes(b"Something else.")
    assert answers(copy_of_folded, path) == {path: ("altered", NOT_BUILT)}
    (copy_of_folded.root / path).unlink()
    assert answers(copy_of_folded)[path] == ("altered", "the manifest lists it, and it is gone")


def test_a_page_that_nobody_built_is_not_ours(folded: Project) -> None:
    (folded.root / "other.html").write_text("<!doctype html>", "utf-8")
    assert answers(folded, "other.html") == {"other.html": ("not ours", "it is no format of ours")}


def test_a_mended_label_leaves_printed_sheets_current_and_a_mended_word_does_not(
    copy_of_built: Project,
) -> None:
    def build() -> str:
        ended = copy_of_built.run("build")
        assert ended.returncode == 0, ended.stderr
        rows = json.loads(copy_of_built.run("editions", "--json").stdout)["editions"]
        (code,) = {row["code"] for row in rows if row["status"] == "current"}
        return str(code)

    printed, strings = build(), "layouts/strings/en.toml"
    words = (ROOT / strings).read_text("utf-8")
    (copy_of_built.root / strings).parent.mkdir(parents=True)
    (copy_of_built.root / strings).write_text(words.replace('"Key points"', '"Main points"'), "utf-8")
    assert build() == printed
    assert answers(copy_of_built, printed)[printed][0] == "current"
    copy_of_built.edit("content/articles/trial.md", "Another item", "A changed item")
    assert build() != printed
    assert answers(copy_of_built, printed)[printed][0] == "superseded by"


@pytest.fixture
def copy_of_folded(folded: Project, tmp_path: Path) -> Project:
    """A copy of it, to change."""
    shutil.copytree(folded.root, tmp_path / "project")
    return Project(tmp_path / "project")
