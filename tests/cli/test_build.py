"""`build`, from outside."""

import json
import os
import signal
import subprocess
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, Project, environment, files_of
from tests.support.listed import is_list, listed

FILES = ["trial/trial.docx", "trial/trial.epub", "trial/trial.pdf"]


def test_a_bare_build_makes_every_edition_and_the_manifest(built: Project) -> None:
    assert sorted(name for name in built.files if not is_list(name)) == ["index.html", *FILES]
    assert [row["path"] for row in listed(built.files)] == FILES


def test_a_build_leaves_nothing_among_the_temporary_files(
    project: Project, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "temporary").mkdir()
    monkeypatch.setenv("TMPDIR", str(tmp_path / "temporary"))
    assert project.run("build").returncode == 0
    assert list((tmp_path / "temporary").iterdir()) == []


def test_results_stand_on_the_output_and_messages_on_the_error_stream(project: Project) -> None:
    ended = project.run("build", "--format", "epub", "--as-of", "2026-01-01")
    assert ended.returncode == 0
    assert ended.stdout.splitlines() == ["dist/trial/trial.epub"]
    assert ended.stderr.splitlines()[-1] == "1 of 1 editions made and proven"


def test_the_bytes_and_the_manifest_are_the_same_whatever_surrounds_the_build(
    built: Project, tmp_path: Path
) -> None:
    variations = {
        "TZ": "Asia/Kathmandu",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "7",
        "SOURCE_DATE_EPOCH": "1",
        "HOME": str(tmp_path),
    }
    out = tmp_path / "out"
    command = built.command("--project", str(built.root), "build", "--jobs", "1", "--out", str(out))
    previous = os.umask(0o077)
    try:
        ended = subprocess.run(command, cwd=tmp_path, env={**environment(), **variations}, check=False)
    finally:
        os.umask(previous)
    assert ended.returncode == 0
    assert files_of(out) == built.files


def test_json_tells_of_every_edition_and_nothing_else_stands_on_the_output(project: Project) -> None:
    project.add("second")
    project.edit("content/articles/second.md", "[@bordin1979]", "[@nobody1900]")
    ended = project.run("build", "--json", "--format", "epub")
    assert ended.returncode == 1
    document = json.loads(ended.stdout)
    assert document["schema"] == "glossary-publish/build/1"
    assert {row["path"]: row["made"] for row in document["editions"]}["trial/trial.epub"]


def test_one_bad_article_does_not_stop_the_others_and_keeps_its_old_files(project: Project) -> None:
    project.add("second")
    assert project.run("build", "--format", "epub").returncode == 0
    before = project.files
    project.edit("content/articles/second.md", "[@bordin1979]", "[@nobody1900]")
    project.edit(ARTICLE, "Another item", "A changed item")
    ended = project.run("build", "--format", "epub")
    assert ended.returncode == 1
    assert "nobody1900" in ended.stderr
    assert "content/articles/second.md:" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert project.files["second/second.epub"] == before["second/second.epub"]
    assert project.files["trial/trial.epub"] != before["trial/trial.epub"]


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["trail"], "unknown-article"),
        (["--language", "fr"], "nothing-matched"),
        (["--layout", "poster"], "nothing-matched"),
    ],
)
def test_asking_for_what_is_not_there_ends_with_2_and_makes_nothing(
    project: Project, arguments: list[str], code: str
) -> None:
    ended = project.run("build", *arguments)
    assert ended.returncode == 2
    assert f"error[{code}]" in ended.stderr
    assert not (project.root / "dist").exists()


def test_a_folder_that_cannot_be_written_ends_with_3_and_names_the_path(project: Project) -> None:
    (project.root / "dist").write_text("a file stands where the folder should be")
    ended = project.run("build", "--format", "epub")
    assert ended.returncode == 3
    assert "error[cannot-write]" in ended.stderr
    assert str(project.root / "dist") in ended.stderr
    assert "Traceback" not in ended.stderr


def test_an_overdue_review_is_a_warning_that_the_day_decides(project: Project) -> None:
    project.edit(ARTICLE, "  sample: true", "  sample: true\n  on: 2024-01-01\n  due: 2026-01-01")
    early = project.run("build", "--format", "epub", "--as-of", "2026-01-01")
    late = project.run("build", "--format", "epub", "--as-of", "2026-01-02")
    assert (early.returncode, late.returncode) == (0, 0)
    assert "review-overdue" not in early.stderr
    assert "warning[review-overdue]: the review of trial was due on 2026-01-01" in late.stderr


@pytest.fixture
def heard() -> Iterator[None]:
    """What a shell starts in the background ignores Ctrl-C, and so would all that the tests start."""
    before = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, before)


@pytest.mark.usefixtures("heard")
def test_ctrl_c_ends_with_130_and_leaves_no_process_and_no_half_written_file(project: Project) -> None:
    for number in range(12):
        project.add(f"copy-{number}")
    process = subprocess.Popen(
        project.command("build"),
        cwd=project.root,
        env=environment(),
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        start_new_session=True,
    )
    deadline = time.monotonic() + 60
    while not (project.root / "dist").exists() and time.monotonic() < deadline:
        time.sleep(0.02)
    os.killpg(process.pid, signal.SIGINT)
    _, errors = process.communicate(timeout=30)
    assert process.returncode == 130
    assert errors.decode().splitlines()[-1] == "interrupted"
    assert b"Traceback" not in errors
    assert not [name for name in project.files if "unfinished" in name]
    deadline = time.monotonic() + 5
    while _alive(process.pid) and time.monotonic() < deadline:
        time.sleep(0.02)
    assert not _alive(process.pid)


def _alive(group: int) -> bool:
    """Whether a process of a group is left."""
    try:
        os.killpg(group, 0)
    except ProcessLookupError:
        return False
    return True
