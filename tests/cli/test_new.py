"""`new article` and `new clinic`: what they write is checked first, and nothing is overwritten."""

import os
import pty
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.cli.conftest import Project, environment, files_of
from tests.support.command import TODAY, run
from tests.support.house.sources import ROOT

LOGO = ROOT / "content/clinics/example-clinic-north/logo.svg"
CLINIC = ["--name", "Riverside", "--address", "3 Quay", "--phone", "Appointments", "555-0160"]


def test_a_new_article_has_marked_places_that_the_check_names(project: Project) -> None:
    ended = project.run("new", "article", "panic", "--title", "Panic: a # 'word'", "--as-of", TODAY)
    assert (ended.returncode, ended.stdout) == (0, "content/articles/panic.md\n"), ended.stderr
    text = (project.root / "content/articles/panic.md").read_text("utf-8")
    assert "title: \"Panic: a # 'word'\"\n" in text
    assert f"updated: {TODAY}\n" in text
    checked = project.run("check", "content/articles/panic.md", "--output-format", "concise")
    lines = [line for line in checked.stdout.splitlines() if "error" in line]
    assert checked.returncode == 1
    assert all("error[place-to-fill] here is a place to fill in: [fill in: " in line for line in lines)
    marked = [number for number, line in enumerate(text.split("\n"), 1) if "[fill in: " in line]
    assert sorted(int(line.split(":")[1]) for line in lines) == marked


def test_an_article_is_made_once_its_places_are_filled(project: Project) -> None:
    words = "One sentence that says in some fifteen words or more what this very short article is about."
    project.run("new", "article", "panic", "--title", "Panic", "--description", words, "--by", "A Team")
    file = project.root / "content/articles/panic.md"
    text = file.read_text("utf-8")
    while "[fill in: " in text:
        before, _, after = text.partition("[fill in: ")
        text = f"{before}Words{after.partition(']')[2]}"
    file.write_text(text, "utf-8")
    assert project.run("check", "content/articles/panic.md").returncode == 0
    built = project.run("build", "panic", "--format", "docx")
    assert built.returncode == 0, built.stderr


def test_a_clinic_is_written_as_it_was_said_and_checks_clean(project: Project) -> None:
    ended = project.run(
        *("new", "clinic", "riverside", *CLINIC, "--hours", 'Mon "to" Fri', "--logo", str(LOGO)),
        *("--language-help", "Ask us.", "--feedback", "a@riverside.example.org", "--colour", "#00594c"),
        *("--layout", "handout", "--layout", "large-print", "--large-print", "large-print-us"),
        *("--write-in", "notes"),
    )
    assert ended.returncode == 0, ended.stderr
    folder = project.root / "content/clinics/riverside"
    assert (folder / "logo.svg").read_bytes() == LOGO.read_bytes()
    assert (folder / "clinic.toml").read_text("utf-8") == (
        'name = "Riverside"\naddress = ["3 Quay"]\nhours = "Mon \\"to\\" Fri"\nlanguage_help = "Ask us."\n'
        'feedback = "a@riverside.example.org"\nlayouts = ["handout", "large-print"]\n'
        'large_print = "large-print-us"\nwrite_in = ["notes"]\nlogo = "logo.svg"\ncolour = "#00594c"\n\n'
        '[[phones]]\nlabel = "Appointments"\nnumber = "555-0160"\n'
    )
    assert project.run("check", "content/clinics").returncode == 0


def answered(project: Project, *arguments: str, answers: str) -> "subprocess.CompletedProcess[bytes]":
    """A command that is run on a terminal on which somebody types."""
    ours, theirs = pty.openpty()
    try:
        os.write(ours, answers.encode())
        return subprocess.run(
            project.command(*arguments),
            cwd=project.root,
            env=environment(),
            stdin=theirs,
            capture_output=True,
            check=False,
        )
    finally:
        os.close(ours)
        os.close(theirs)


def test_what_was_not_said_is_asked_for_on_a_terminal(project: Project) -> None:
    ended = answered(
        project, "new", "clinic", "riverside", answers="Riverside\n3 Quay\n555-0160\nAppointments\n"
    )
    assert ended.returncode == 0, ended.stderr
    text = (project.root / "content/clinics/riverside/clinic.toml").read_text("utf-8")
    assert 'label = "Appointments"\nnumber = "555-0160"\n' in text
    assert answered(project, "new", "article", "panic", answers="Panic\n").returncode == 0
    assert 'title: "Panic"\n' in (project.root / "content/articles/panic.md").read_text("utf-8")


BAD = [
    (["article", "Bad Name", "--title", "x"], 2, "wrong-name"),
    (["article", "../up", "--title", "x"], 2, "wrong-name"),
    (["article", "trial", "--title", "x"], 2, "already-there"),
    (["article", "empty", "--title", " "], 2, "empty-value"),
    (["article", "merged", "--title", "For {{ name }}"], 2, "merge-field"),
    (["article", "raw", "--title", "a\x07b"], 2, "forbidden-character"),
    (["clinic", "Bad", *CLINIC], 2, "wrong-name"),
    (["clinic", "bad", *CLINIC[:-1], "none"], 2, "wrong-setting"),
    (["clinic", "bad", *CLINIC, "--colour", "red"], 2, "wrong-colour"),
    (["clinic", "bad", *CLINIC, "--paper", "a3"], 2, "wrong-setting"),
    (["clinic", "bad", *CLINIC, "--region", "Texas"], 2, "wrong-setting"),
    (["clinic", "bad", *CLINIC, "--website", "riverside"], 2, "wrong-setting"),
    (["clinic", "bad", *CLINIC, "--hours", "for <<Name>>"], 2, "merge-field"),
    (["clinic", "bad", *CLINIC, "--write-in", "poems"], 2, "wrong-setting"),
    (["clinic", "bad", *CLINIC, "--layout", "poster"], 2, "wrong-setting"),
    (["clinic", "bad", *CLINIC, "--logo", "none.svg"], 2, "no-such-file"),
    (["clinic", "bad", *CLINIC, "--logo", "content/glossary.toml"], 2, "unsupported-image"),
]


@pytest.mark.parametrize(("arguments", "exit_code", "code"), BAD)
def test_what_cannot_be_begun_is_told_once_and_nothing_is_written(
    project: Project, arguments: list[str], exit_code: int, code: str
) -> None:
    before = files_of(project.root)
    ended = project.run("new", *arguments)
    assert ended.returncode == exit_code, ended.stderr
    assert next(line for line in ended.stderr.splitlines() if line.startswith("error[")).startswith(
        f"error[{code}]"
    )
    assert ended.stderr.count("error[") == 1
    assert "help:" in ended.stderr
    assert files_of(project.root) == before


@pytest.mark.parametrize(
    ("arguments", "option"),
    [
        (["article", "panic"], "--title"),
        (["clinic", "a"], "--name"),
        (["clinic", "a", *CLINIC[:2]], "--address"),
        (["clinic", "a", *CLINIC[:4]], "--phone"),
    ],
)
def test_nothing_is_asked_where_nobody_can_answer(
    project: Project, arguments: list[str], option: str
) -> None:
    ended = run("new", *arguments, folder=project.root)
    assert ended.returncode == 2
    assert f"Missing option '{option}'" in ended.stderr


def test_a_folder_that_cannot_be_written_is_told_and_keeps_nothing_of_a_clinic(project: Project) -> None:
    (project.root / "content/clinics").mkdir()
    shutil.copy(LOGO, project.root / "content/clinics/riverside")
    ended = project.run("new", "clinic", "riverside", *CLINIC, "--logo", str(LOGO))
    assert ended.returncode != 0
    assert "error[" in ended.stderr
    assert "Traceback" not in ended.stderr
    assert files_of(project.root / "content/clinics") == {"riverside": LOGO.read_bytes()}


def test_a_clinic_that_is_there_is_not_overwritten(project: Project) -> None:
    assert project.run("new", "clinic", "riverside", *CLINIC).returncode == 0
    before = files_of(project.root)
    ended = project.run("new", "clinic", "riverside", *CLINIC, "--hours", "never")
    assert ended.returncode == 2
    assert "error[already-there]" in ended.stderr
    assert files_of(project.root) == before


def test_help_of_the_commands_below_is_light(tmp_path: Path, project: Project) -> None:
    for name in ("article", "clinic"):
        ended = project.run("new", name, "--help")
        assert ended.returncode == 0
        assert f"Usage: glossary-publish new {name}" in ended.stdout
