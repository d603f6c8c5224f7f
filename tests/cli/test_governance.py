"""What is not to be handed out, from outside: day by day, in every layout, whatever SOURCE_DATE_EPOCH says."""

import json
import shutil
import subprocess
from pathlib import Path

import pytest

from glossary_publish.build.trial import SAMPLE
from glossary_publish.layout import layout_names, load_layout
from glossary_publish.workspace import DiskWorkspace
from tests.cli.conftest import ARTICLE, Project, environment, files_of
from tests.support.listed import is_list, listed

DUE = "2026-06-01"
BEFORE, AFTER = "2026-05-31", "2026-06-02"
EPOCHS = ("", "0", "4102444800")


def all_layouts() -> dict[str, str]:
    """Every layout of the project, with its format."""
    workspace = DiskWorkspace(Path(__file__).resolve().parents[2])
    return {name: load_layout(workspace, name).format for name in layout_names(workspace)}


def run(project: Project, *arguments: str, epoch: str = "") -> "subprocess.CompletedProcess[str]":
    """Run a command with a date for builds in its environment."""
    variables = {**environment(), **({"SOURCE_DATE_EPOCH": epoch} if epoch else {})}
    return subprocess.run(
        project.command(*arguments),
        cwd=project.root,
        env=variables,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def finished(project: Project) -> list[str]:
    """Every finished file, without the lists and the pages on which the others are found."""
    return sorted(name for name in project.files if not name.endswith((".json", ".html")))


def in_earnest(project: Project) -> Project:
    """The sample as a glossary of a clinic, with a review that is due."""
    project.edit("content/glossary.toml", "sample = true", "sample = false")
    project.edit(ARTICLE, "  sample: true", f"  on: 2024-06-01\n  due: {DUE}")
    return project


@pytest.fixture(scope="module")
def everywhere(tmp_path_factory: pytest.TempPathFactory) -> Project:
    """A project that was built in every layout on the day before the review was due."""
    root = tmp_path_factory.mktemp("everywhere") / "project"
    shutil.copytree(SAMPLE, root)
    project = in_earnest(Project(root))
    names = json.dumps(list(all_layouts()))
    project.edit("content/glossary.toml", '["handout", "ebook", "word"]', names)
    ended = run(project, "build", "--as-of", BEFORE)
    assert ended.returncode == 0, ended.stderr
    assert "warning[review-due-soon]: the review of trial is due on 2026-06-01" in ended.stderr
    return project


def copy_of(project: Project, to: Path) -> Project:
    shutil.copytree(project.root, to)
    return Project(to)


# --- reviews -----------------------------------------------------------------------------------------


def test_before_the_due_day_every_layout_is_made_and_current(everywhere: Project) -> None:
    layouts = {row["layout"] for row in listed(everywhere.files)}
    assert layouts == set(all_layouts())
    for day in (BEFORE, DUE):
        ended = run(everywhere, "verify", "--as-of", day)
        assert ended.returncode == 0, ended.stdout
        assert {line.split("  ")[0] for line in ended.stdout.splitlines()} == {"current"}


@pytest.mark.parametrize("epoch", EPOCHS)
def test_after_the_due_day_only_word_drafts_are_made(everywhere: Project, tmp_path: Path, epoch: str) -> None:
    formats = all_layouts()
    ended = run(everywhere, "build", "--as-of", AFTER, "--out", str(tmp_path), "--json", epoch=epoch)
    assert ended.returncode == 1
    rows = json.loads(ended.stdout)["editions"]
    assert {row["layout"]: row["made"] for row in rows} == {
        name: format == "docx" for name, format in formats.items()
    }
    assert {found["code"] for row in rows if not row["made"] for found in row["diagnostics"]} == {
        "review-overdue"
    }
    assert ended.stderr.count("error[review-overdue]: the review of trial was due on 2026-06-01: no PDF") == 1
    assert f"--> {ARTICLE}:12:3" in ended.stderr
    assert all(path.suffix in (".docx", ".json", ".html") for path in tmp_path.rglob("*") if path.is_file())


@pytest.mark.parametrize("epoch", EPOCHS)
def test_after_the_due_day_every_file_and_its_code_are_overdue(everywhere: Project, epoch: str) -> None:
    ended = run(everywhere, "verify", "--as-of", AFTER, epoch=epoch)
    assert ended.returncode == 1
    page, *lines = ended.stdout.splitlines()
    assert page == "current  dist/index.html"
    assert len(lines) == len(finished(everywhere))
    assert all(line.startswith("review overdue  ") and f"due on {DUE}" in line for line in lines)
    (code,) = {row["code"] for row in listed(everywhere.files)}
    looked_up = run(everywhere, "verify", code.lower(), "--as-of", AFTER, epoch=epoch)
    assert looked_up.returncode == 1
    assert looked_up.stdout.startswith(f"review overdue  {code}: trial, version 1.0")


def test_the_check_finds_it_before_a_build_does(everywhere: Project) -> None:
    assert run(everywhere, "check", "--as-of", DUE).returncode == 0
    late = run(everywhere, "check", "--as-of", AFTER, "--output-format", "concise")
    assert late.returncode == 1
    assert f"{ARTICLE}:12:3: error[review-overdue]" in late.stdout


def test_in_a_sample_every_layout_is_made_and_the_review_is_a_warning(
    everywhere: Project, tmp_path: Path
) -> None:
    project = copy_of(everywhere, tmp_path / "project")
    project.edit("content/glossary.toml", "sample = false", "sample = true")
    ended = run(project, "build", "--as-of", AFTER)
    assert ended.returncode == 0
    assert "warning[review-overdue]" in ended.stderr
    assert (
        ended.stderr.splitlines()[-1]
        == f"{len(all_layouts())} of {len(all_layouts())} editions made and proven"
    )


@pytest.mark.parametrize("epoch", EPOCHS)
def test_neither_the_day_nor_the_epoch_stands_in_a_file(
    everywhere: Project, tmp_path: Path, epoch: str
) -> None:
    ended = run(everywhere, "build", "--as-of", "2024-01-01", "--out", str(tmp_path / "out"), epoch=epoch)
    assert ended.returncode == 0
    files = files_of(tmp_path / "out")
    assert files == everywhere.files
    assert {row["valid_until"] for row in listed(files)} == {DUE}
    assert not [name for name, data in files.items() if is_list(name) and b"2024-01-01" in data]


# --- approvals ---------------------------------------------------------------------------------------


def approve(project: Project, *arguments: str) -> "subprocess.CompletedProcess[str]":
    return run(project, "approve", *arguments, "--as-of", BEFORE)


def test_one_changed_character_after_an_approval_stops_every_layout_but_the_draft(
    everywhere: Project, tmp_path: Path
) -> None:
    project = copy_of(everywhere, tmp_path / "project")
    ended = approve(project, "trial", "--by", "Dr. Example", "--on", "2026-05-01")
    assert ended.returncode == 0
    assert ended.stdout.startswith("trial, version 1.0, is approved by Dr. Example on 2026-05-01 (")
    assert run(project, "build", "--as-of", BEFORE).returncode == 0
    project.edit(ARTICLE, "Another item", "Another itam")
    for epoch in EPOCHS:
        void = run(project, "build", "--as-of", BEFORE, "--json", epoch=epoch)
        assert void.returncode == 1
        rows = json.loads(void.stdout)["editions"]
        made = {row["layout"] for row in rows if row["made"] or row["current"]}
        assert made == {name for name, format in all_layouts().items() if format == "docx"}
        message = "trial was changed after Dr. Example approved it on 2026-05-01: the approval is void"
        assert void.stderr.count(f"error[approval-void]: {message}") == 1
    assert run(project, "check", "--as-of", BEFORE).returncode == 1
    assert approve(project, "trial", "--by", "Dr. Example", "--on", "2026-05-02").returncode == 0
    assert run(project, "build", "--as-of", BEFORE).returncode == 0


def test_undoing_the_change_makes_the_approval_hold_again(project: Project) -> None:
    in_earnest(project)
    assert approve(project, "trial", "--by", "A", "--on", "2026-05-01").returncode == 0
    project.edit(ARTICLE, "Another item", "Another itam")
    assert run(project, "check", "--as-of", BEFORE).returncode == 1
    project.edit(ARTICLE, "Another itam", "Another item")
    assert run(project, "check", "--as-of", BEFORE).returncode == 0


def test_an_approval_makes_no_edition_stale(copy_of_built: Project) -> None:
    assert approve(copy_of_built, "trial", "--by", "A", "--on", "2026-05-01").returncode == 0
    assert run(copy_of_built, "verify").returncode == 0


@pytest.mark.parametrize(
    ("arguments", "code", "exit_code"),
    [
        (("trail", "--by", "A", "--on", "2026-05-01"), "unknown-article", 2),
        (("trial", "--by", "A", "--on", "2026-05-01", "--language", "es"), "unknown-article", 2),
        (("trial", "--by", " ", "--on", "2026-05-01"), "wrong-approver", 2),
        (("trial", "--by", "A\u202eB", "--on", "2026-05-01"), "wrong-approver", 2),
        (("trial", "--by", "A", "--on", "2026-06-01"), "approval-in-future", 2),
    ],
)
def test_an_approval_that_cannot_be_meant_is_refused_and_writes_nothing(
    project: Project, arguments: tuple[str, ...], code: str, exit_code: int
) -> None:
    ended = approve(project, *arguments)
    assert ended.returncode == exit_code
    assert f"error[{code}]" in ended.stderr
    assert "  help: " in ended.stderr
    assert not (project.root / "content/approvals.toml").exists()


def test_an_article_with_faults_cannot_be_approved(project: Project) -> None:
    project.edit(ARTICLE, "[@bordin1979]", "[@nobody1900]")
    ended = approve(project, "trial", "--by", "A", "--on", "2026-05-01")
    assert ended.returncode == 1
    assert "error[missing-reference]" in ended.stderr


def test_a_file_of_approvals_that_cannot_be_written_is_told_and_stays(project: Project) -> None:
    assert approve(project, "trial", "--by", "A", "--on", "2026-05-01").returncode == 0
    before = (project.root / "content/approvals.toml").read_bytes()
    (project.root / "content/.approvals.toml.gpub-unfinished").mkdir()
    ended = approve(project, "trial", "--by", "B", "--on", "2026-05-01")
    assert ended.returncode == 3
    assert "error[cannot-write]" in ended.stderr
    assert "then approve again" in ended.stderr
    assert (project.root / "content/approvals.toml").read_bytes() == before


def test_several_articles_are_approved_at_once_or_none(project: Project) -> None:
    project.add("other")
    assert approve(project, "trial", "gone", "--by", "A", "--on", "2026-05-01").returncode == 2
    assert not (project.root / "content/approvals.toml").exists()
    assert approve(project, "trial", "other", "--by", "A", "--on", "2026-05-01").returncode == 0
    assert (project.root / "content/approvals.toml").read_text("utf-8").count("\n[") == 2


# --- withdrawal --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("lines", "verb", "told"),
    [
        ("status: withdrawn", "withdrawn", "withdrawn"),
        ("superseded_by: other", "superseded", "superseded by other"),
        ("status: withdrawn\nsuperseded_by: other", "withdrawn", "withdrawn"),
    ],
)
def test_a_withdrawn_article_leaves_dist_and_can_be_recalled(
    everywhere: Project, tmp_path: Path, lines: str, verb: str, told: str
) -> None:
    project = copy_of(everywhere, tmp_path / "project")
    project.add("other")
    before = finished(project)
    (project.root / "dist/trial/notes.txt").write_text("somebody's")
    (tmp_path / "from-a-mail.pdf").write_bytes(project.files["trial/trial.pdf"])
    (code,) = {row["code"] for row in listed(project.files)}
    project.edit(ARTICLE, "key_points:", f"{lines}\nkey_points:")
    ended = run(project, "build", "other", "--format", "epub", "--as-of", BEFORE)
    assert ended.returncode == 0, ended.stderr
    removed = [line for line in ended.stderr.splitlines() if line.startswith("removed ")]
    assert removed == [
        f"removed dist/{name}: trial is {verb} (edition code {code}, version 1.0)" for name in before
    ]
    assert finished(project) == ["other/other.epub", "trial/notes.txt"]
    for asked in (code, str(tmp_path / "from-a-mail.pdf")):
        verdict = run(project, "verify", asked, "--as-of", BEFORE)
        assert verdict.returncode == 1
        assert verdict.stdout.startswith(f"{told}  {asked}")
    told_rows = run(project, "editions", "--article", "trial", "--as-of", BEFORE)
    assert told_rows.returncode == 0
    assert [line.split("  ")[0] for line in told_rows.stdout.splitlines()] == [told] * len(before)
    assert [line.split()[-1] for line in told_rows.stdout.splitlines()] == before


def test_a_changed_file_of_a_withdrawn_article_is_not_removed(copy_of_built: Project) -> None:
    path = copy_of_built.root / "dist/trial/trial.docx"
    path.write_bytes(b"somebody's work")
    copy_of_built.edit(ARTICLE, "key_points:", "status: withdrawn\nkey_points:")
    ended = run(copy_of_built, "build")
    assert ended.returncode == 1
    assert "error[withdrawn-file-changed]" in ended.stderr
    assert path.read_bytes() == b"somebody's work"
    assert finished(copy_of_built) == ["trial/trial.docx"]


# --- the list ----------------------------------------------------------------------------------------


def test_what_was_published_is_listed_also_after_it_was_made_anew(copy_of_built: Project) -> None:
    in_earnest(copy_of_built)
    assert run(copy_of_built, "build", "--as-of", BEFORE).returncode == 0
    document = json.loads(run(copy_of_built, "editions", "--json", "--as-of", BEFORE).stdout)
    assert document["schema"] == "glossary-publish/editions/1"
    statuses = [row["status"] for row in document["editions"]]
    assert (statuses.count("current"), statuses.count("superseded by")) == (3, 3)
    codes = {row["code"] for row in document["editions"] if row["status"] == "current"}
    assert {row["successor"] for row in document["editions"] if row["successor"]} == codes
    overdue = run(copy_of_built, "editions", "--overdue", "--as-of", AFTER)
    assert overdue.returncode == 0
    assert len(overdue.stdout.splitlines()) == 3
    assert overdue.stderr.splitlines()[-1] == "1 overdue text in 3 files"
    none = run(copy_of_built, "editions", "--overdue", "--as-of", BEFORE)
    assert (none.returncode, none.stdout) == (0, "")


def test_listing_what_is_not_there_is_wrong_usage(project: Project, built: Project) -> None:
    assert run(project, "editions").returncode == 2
    ended = run(built, "editions", "--article", "gone")
    assert ended.returncode == 2
    assert "error[nothing-matched]" in ended.stderr


def test_a_code_that_nobody_made_is_not_ours(built: Project) -> None:
    ended = run(built, "verify", "T-222222")
    assert ended.returncode == 1
    assert ended.stdout == "not ours  T-222222: no edition has this code\n"


def test_the_address_in_the_qr_code_is_as_good_as_the_code(built: Project) -> None:
    code = listed(built.files)[0]["code"]
    ended = run(built, "verify", f"https://example.org/trial/trial?{code}")
    assert (ended.returncode, ended.stdout) == (0, f"current  {code}: trial, version 1.0\n")


def test_a_code_is_answered_from_the_sources_alone(built: Project, project: Project) -> None:
    code = listed(built.files)[0]["code"]
    ended = run(project, "verify", code)
    assert ended.returncode == 0
    assert ended.stdout == f"current  {code}: trial, version 1.0: the sources say so, no manifest knows it\n"
