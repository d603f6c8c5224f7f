"""A build that follows one after which nothing was changed says the same and reads no article; any change is seen."""

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from glossary_publish.build.cache.shelf import FOLDER
from tests.cli.conftest import ARTICLE, Project, environment

CURRENT = "0 of 3 editions made and proven, 3 current"
READER = "glossary_publish.glossary.loading"
DAY = ("--as-of", "2026-01-01")


@pytest.fixture
def settled(copy_of_built: Project) -> Project:
    """A project of which everything is current, as its last build knows."""
    assert build(copy_of_built)[1] == CURRENT
    return copy_of_built


def build(project: Project, *arguments: str) -> tuple[bool, str, str]:
    """Whether a build read the glossary, its last line, and all that it said."""
    ended = project.run("build", *(arguments or DAY), options=("-X", "importtime"))
    lines = ended.stderr.splitlines()
    said = [line for line in lines if not line.startswith("import time:")]
    return any(line.endswith(READER) for line in lines), "".join(said[-1:]), "\n".join(said)


def test_nothing_is_read_when_nothing_was_changed(settled: Project) -> None:
    before = settled.files
    assert build(settled)[:2] == (False, CURRENT)
    assert settled.files == before


def test_what_was_said_is_said_again(settled: Project) -> None:
    first = build(settled, *DAY, "--force")[2]
    long = build(settled, *DAY)
    assert "note[no-related-articles]" in first
    assert not long[0]
    assert long[2].replace(CURRENT, "") == first.replace("3 of 3 editions made and proven", "")


def another_word(project: Project) -> None:
    project.edit(ARTICLE, "It has a list", "It has one list")


def new_file(project: Project) -> None:
    (project.root / "content/boilerplate/readme.txt").write_text("new")


def empty_folder(project: Project) -> None:
    (project.root / "content/new").mkdir()


def own_layout(project: Project) -> None:
    (project.root / "layouts").mkdir(exist_ok=True)
    (project.root / "layouts/note.txt").write_text("new")


def folder_in_the_way(project: Project) -> None:
    (project.root / "layouts/ebook/layout.toml").mkdir(parents=True)


def link(project: Project) -> None:
    (project.root / "content/link.md").symlink_to(project.root / ARTICLE)


def finished_file(project: Project) -> None:
    file = project.root / "dist/trial/trial.epub"
    file.write_bytes(file.read_bytes() + b"\n")


def no_finished_file(project: Project) -> None:
    (project.root / "dist/trial/trial.pdf").unlink()


def linked_finished_file(project: Project) -> None:
    file = project.root / "dist/trial/trial.docx"
    file.rename(project.root / "elsewhere.docx")
    file.symlink_to(project.root / "elsewhere.docx")


def page(project: Project) -> None:
    file = project.root / "dist/index.html"
    file.write_bytes(file.read_bytes().replace(b"</body>", b"<p>more</p></body>"))


def shard(project: Project) -> None:
    (project.root / "dist/manifest.d/trial.json").write_text("{")


def no_manifest(project: Project) -> None:
    (project.root / "dist/manifest.json").unlink()


def torn_note(project: Project) -> None:
    file = project.root / FOLDER / "last-build"
    file.write_bytes(file.read_bytes()[:-1])


def no_cache(project: Project) -> None:
    for file in (project.root / FOLDER).iterdir():
        file.unlink()


CHANGES = (
    another_word,
    new_file,
    empty_folder,
    own_layout,
    folder_in_the_way,
    link,
    finished_file,
    no_finished_file,
    linked_finished_file,
    page,
    shard,
    no_manifest,
    torn_note,
    no_cache,
)


@pytest.mark.parametrize("change", CHANGES)
def test_any_change_is_looked_into(settled: Project, change: Callable[[Project], None]) -> None:
    change(settled)
    assert build(settled)[0]


def test_a_change_during_a_build_is_seen_by_the_next_one(settled: Project) -> None:
    """A build that read something else than what was there in the beginning remembers nothing."""
    program = (
        "import pathlib, sys\n"
        "from glossary_publish.build.cache import last_build\n"
        "plainly = last_build._hashes\n"
        "def hashes(project):\n"
        "    found = plainly(project)\n"
        "    file = pathlib.Path('content/articles/trial.md')\n"
        "    file.write_text(file.read_text('utf-8').replace('It has a list', 'It has one list'), 'utf-8')\n"
        "    return found\n"
        "last_build._hashes = hashes\n"
        "from glossary_publish.cli.main import main\n"
        "sys.exit(main(['build', '--force', '--as-of', '2026-01-01']))\n"
    )
    ended = subprocess.run([sys.executable, "-c", program], cwd=settled.root, env=environment(), check=False)
    assert ended.returncode == 0
    assert build(settled)[0]


@pytest.mark.parametrize(
    "arguments", [("--format", "epub"), ("--force",), ("--json",), ("--out", "elsewhere")]
)
def test_another_build_is_one_of_its_own(settled: Project, arguments: tuple[str, ...]) -> None:
    assert build(settled, *DAY, *arguments)[0]


def test_a_build_on_a_day_on_which_a_review_is_due_looks_again(settled: Project) -> None:
    settled.edit(ARTICLE, "  sample: true\n", "  sample: true\n  due: 2027-06-01\n")
    assert "review-due-soon" not in build(settled)[2]
    assert not build(settled)[0]
    read, _, said = build(settled, "--as-of", "2027-05-01")
    assert read
    assert "review-due-soon" in said
    read, _, said = build(settled, "--as-of", "2027-05-02")
    assert not read
    assert "review-due-soon" in said
    read, _, said = build(settled, "--as-of", "2027-06-02")
    assert read
    assert "review-overdue" in said


@pytest.mark.parametrize("option", [("--plan",), ("--why", "dist/trial/trial.pdf")])
def test_who_only_asks_writes_nothing(copy_of_built: Project, option: tuple[str, ...]) -> None:
    for file in (copy_of_built.root / FOLDER).iterdir():
        file.unlink()
    build(copy_of_built, *DAY, *option)
    assert list((copy_of_built.root / FOLDER).iterdir()) == []


def test_a_project_that_cannot_be_written_to_is_built_all_the_same(project: Project, tmp_path: Path) -> None:
    (project.root / FOLDER).write_text("somebody's file")
    out = tmp_path / "out"
    assert build(project, "--format", "epub", "--out", str(out), *DAY)[1] == "1 of 1 editions made and proven"
    assert build(project, "--format", "epub", "--out", str(out), *DAY)[1] == (
        "0 of 1 editions made and proven, 1 current"
    )
    assert (project.root / FOLDER).read_text() == "somebody's file"
