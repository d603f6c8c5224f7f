"""How far a build is: a bar on a terminal, a line for each hundred editions elsewhere, nothing for programs."""

import os
import pty
import re
import subprocess
import sys
import threading
from contextlib import nullcontext
from pathlib import Path

import pytest

from glossary_publish.cli.progress import progress
from tests.cli.conftest import Project, environment

ESCAPES = re.compile(r"\x1b\[[0-9;?]*[A-Za-z]|\r")


def on_terminal(command: list[str], folder: Path, *, results: Path | None = None) -> tuple[int, str]:
    """Run a command on a terminal of its own; its results may go to a file. Returns what the terminal was sent."""
    ours, theirs = pty.openpty()
    shown: list[bytes] = []

    def listen() -> None:
        try:
            while piece := os.read(ours, 65536):
                shown.append(piece)
        except OSError:  # the other end is closed
            pass

    thread = threading.Thread(target=listen)
    thread.start()
    variables = {name: value for name, value in environment().items() if name not in ("CI", "NO_COLOR")}
    with results.open("wb") if results else nullcontext(theirs) as output:
        ended = subprocess.run(
            command,
            cwd=folder,
            env={**variables, "TERM": "xterm-256color", "COLUMNS": "100"},
            stdin=theirs,
            stdout=output,
            stderr=theirs,
            check=False,
        )
    os.close(theirs)
    thread.join(10)
    os.close(ours)
    return ended.returncode, b"".join(shown).decode()


@pytest.fixture(scope="module")
def command(tmp_path_factory: pytest.TempPathFactory) -> list[str]:
    """A program that does what a build does with its progress, in a fraction of the time."""
    path = tmp_path_factory.mktemp("program") / "program.py"
    path.write_text(PROGRAM, "utf-8")
    return [sys.executable, str(path)]


PROGRAM = """
import sys, time
import click
from glossary_publish.cli.progress import progress
total = int(sys.argv[1])
long = "a line that is longer than the terminal is wide, whose words stay together in one line " * 2
with progress(total, "building", quiet="--json" in sys.argv) as step:
    for number in range(total):
        time.sleep(float(sys.argv[2]))
        step()
        if number == 1:
            click.echo("dist/first.epub")
            click.echo(long, err=True)
click.echo(f"rich: {'rich' in sys.modules}", err=True)
"""


def test_a_terminal_shows_a_bar_with_rate_and_time_left_and_whole_lines(
    command: list[str], tmp_path: Path
) -> None:
    code, shown = on_terminal([*command, "8", "0.3"], tmp_path)
    assert code == 0
    plain = ESCAPES.sub("", shown)
    assert re.search(r"building ━+.* [1-7]/8 +[0-9.]+ a (second|minute) +0:00:0\d left", plain), plain
    assert "dist/first.epub\n" in plain
    assert (
        "a line that is longer than the terminal is wide, whose words stay together in one line " * 2
    ) in plain
    assert plain.rstrip().endswith("rich: True")


def test_results_that_go_to_a_file_go_there_though_there_is_a_bar(command: list[str], tmp_path: Path) -> None:
    results = tmp_path / "results"
    code, shown = on_terminal([*command, "3", "0.1"], tmp_path, results=results)
    assert code == 0
    assert results.read_text("utf-8") == "dist/first.epub\n"
    assert "dist/first.epub" not in shown


def test_a_terminal_shows_no_bar_to_programs(command: list[str], tmp_path: Path) -> None:
    code, shown = on_terminal([*command, "3", "0.1", "--json"], tmp_path)
    assert code == 0
    assert "━" not in shown
    assert "rich: False" in shown


def test_elsewhere_there_is_a_line_for_every_hundred_editions(command: list[str], tmp_path: Path) -> None:
    ended = subprocess.run(
        [*command, "250", "0"],
        env=environment(),
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    lines = [line for line in ended.stderr.splitlines() if " of 250 editions" in line]
    assert [line.split(",")[0] for line in lines] == ["100 of 250 editions", "200 of 250 editions"]
    assert all(re.fullmatch(r".*, [0-9.]+ a second, \d+:\d\d left", line) for line in lines), lines
    assert "rich: False" in ended.stderr
    assert ended.stdout == "dist/first.epub\n"


def test_in_continuous_integration_there_are_lines_even_on_a_terminal(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("CI", "true")
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    with progress(101, "building") as step:
        for _ in range(101):
            step()
    assert capsys.readouterr().err.startswith("100 of 101 editions, ")


def test_programs_are_told_nothing(capsys: pytest.CaptureFixture[str]) -> None:
    with progress(300, "building", quiet=True) as step:
        for _ in range(300):
            step()
    assert capsys.readouterr().err == ""


def test_a_build_on_a_terminal_shows_its_bar_and_its_results(project: Project) -> None:
    code, shown = on_terminal(
        project.command("build", "--format", "epub", "--as-of", "2026-01-01"), project.root
    )
    assert code == 0
    plain = ESCAPES.sub("", shown)
    assert re.search(r"building [━╺╸ ]+ 0/1", plain), plain
    assert "dist/trial/trial.epub\n" in plain
    assert plain.rstrip().endswith("1 of 1 editions made and proven")
