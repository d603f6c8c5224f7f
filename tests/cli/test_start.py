"""Start-up: help costs no more than Click itself, and every failure has its exit code."""

import os
import subprocess
import sys
from importlib import import_module
from pathlib import Path

import pytest

from glossary_publish.cli import main as door
from glossary_publish.cli import new
from glossary_publish.cli.main import TABLE, main
from glossary_publish.diagnostics import EnvironmentFault, PublishError, UsageError, fault

HEAVY = (
    "weasyprint",
    "ebooklib",
    "docx",
    "pydantic",
    "rich",
    "lxml",
    "jinja2",
    "pikepdf",
    "pypdfium2",
    "PIL",
    "starlette",
    "uvicorn",
    "watchfiles",
)


def run(*arguments: str, code: str = "") -> subprocess.CompletedProcess[str]:
    """Run Python with the program's modules at hand."""
    command = [sys.executable, *(["-c", code] if code else ["-m", "glossary_publish"]), *arguments]
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    return subprocess.run(
        command, capture_output=True, text=True, check=False, env=environment, encoding="utf-8"
    )


BELOW = [["new", name, "--help"] for name in new.TABLE]


@pytest.mark.parametrize("arguments", [["--help"], *([name, "--help"] for name in TABLE), *BELOW])
def test_help_imports_nothing_heavy(arguments: list[str]) -> None:
    code = (
        "import sys; from glossary_publish.cli.main import main\n"
        f"result = main({arguments!r})\n"
        f"print('HEAVY', sorted(set({HEAVY!r}) & set(sys.modules)), result)"
    )
    ended = run(code=code)
    assert ended.stdout.splitlines()[-1] == "HEAVY [] 0"
    assert "Usage: glossary-publish" in ended.stdout


def test_every_command_is_listed_with_its_summary_and_can_be_imported() -> None:
    listed = " ".join(run("--help").stdout.split())
    for name, (module, summary) in TABLE.items():
        assert f"{name} {summary}" in listed
        assert import_module(module).command.name


def processor_time(*arguments: str) -> float:
    """Seconds of processor time that a Python program takes."""
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    before = os.times()
    subprocess.run([sys.executable, *arguments], env=environment, check=True, stdout=subprocess.DEVNULL)
    after = os.times()
    return after.children_user + after.children_system - before.children_user - before.children_system


def test_help_takes_at_most_half_as_long_again_as_the_smallest_click_program(tmp_path: Path) -> None:
    smallest = tmp_path / "smallest.py"
    smallest.write_text("import click\n@click.group()\ndef program() -> None: ...\nprogram()\n")
    pairs = [
        (processor_time("-m", "glossary_publish", "--help"), processor_time(str(smallest), "--help"))
        for _ in range(9)
    ]
    ours, theirs = (sorted(times)[len(times) // 2] for times in zip(*pairs, strict=True))
    assert ours <= 1.5 * theirs


def test_the_help_of_every_command_can_be_reached_with_the_short_option() -> None:
    assert main(["build", "-h"]) == 0


def test_the_version_is_printed(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["--version"]) == 0
    assert capsys.readouterr().out == "glossary-publish, version 0.1.0\n"


def test_wrong_usage_ends_with_2(capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["publish"]) == 2
    assert "No such command" in capsys.readouterr().err
    assert main(["build", "--format", "odt"]) == 2


def test_a_folder_without_a_project_ends_with_2(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(tmp_path)
    assert main(["build"]) == 2
    assert main(["--project", str(tmp_path), "check"]) == 2
    captured = capsys.readouterr()
    assert captured.out == ""
    assert captured.err.count("error[no-project]") == 2


@pytest.mark.parametrize(
    ("error", "code"),
    [
        (fault(PublishError, "a-finding", "found"), 1),
        (fault(UsageError, "wrong", "wrong"), 2),
        (fault(EnvironmentFault, "cannot-write", "full"), 3),
        (KeyboardInterrupt(), 130),
    ],
)
def test_every_way_of_failing_has_its_exit_code(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], error: BaseException, code: int
) -> None:
    def fails(*_: object, **__: object) -> None:
        raise error

    monkeypatch.setattr(door.program, "invoke", fails)
    assert main(["layouts"]) == code
    captured = capsys.readouterr()
    assert captured.out == ""
    assert "Traceback" not in captured.err


def test_a_fault_of_the_tool_is_one_line_and_a_file_with_the_traceback(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], tmp_path: Path
) -> None:
    def fails(*_: object, **__: object) -> None:
        secret = "the value of a variable"
        raise KeyError(len(secret))

    monkeypatch.setattr(door.program, "invoke", fails)
    monkeypatch.setattr("tempfile.tempdir", str(tmp_path))
    assert main(["layouts"]) == 70
    (line,) = capsys.readouterr().err.splitlines()
    (file,) = tmp_path.iterdir()
    assert line == f"glossary-publish has a fault (KeyError: 23); please report it with the file {file}"
    text = file.read_text("utf-8")
    assert "Traceback" in text


def test_whoever_stops_reading_the_output_gets_no_complaint() -> None:
    code = "import sys; from glossary_publish.cli.main import main; sys.exit(main(['explain']))"
    environment = {**os.environ, "PYTHONPATH": os.pathsep.join(sys.path)}
    command = f'"{sys.executable}" -c "{code}" | true'
    ended = subprocess.run(
        ["bash", "-c", command], capture_output=True, text=True, env=environment, check=False
    )
    assert ended.stderr == ""


def test_python_m_is_the_same_program() -> None:
    assert run("--version").stdout == "glossary-publish, version 0.1.0\n"
