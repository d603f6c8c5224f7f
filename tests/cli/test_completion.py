"""`completion`: each shell gets a script, and the script gets its answers."""

import os
import re
import subprocess
import sys
from pathlib import Path

import pytest

from glossary_publish.cli.completion import SHELLS, VARIABLE
from tests.cli.conftest import environment
from tests.support.command import run
from tests.support.house.sources import ROOT


def script(shell: str, folder: Path) -> str:
    ended = run("completion", shell, folder=folder)
    assert (ended.returncode, ended.stderr) == (0, "")
    return ended.stdout


@pytest.mark.parametrize("shell", SHELLS)
def test_each_shell_gets_a_script_for_both_names(shell: str, tmp_path: Path) -> None:
    text = script(shell, tmp_path)
    assert VARIABLE in text
    assert re.search(r"\bgpub\b", text)
    assert "glossary-publish" in text


def test_a_shell_that_is_not_known_is_refused(tmp_path: Path) -> None:
    ended = run("completion", "tcsh", folder=tmp_path)
    assert ended.returncode == 2
    assert "'tcsh' is not one of" in ended.stderr


def asked(words: str, place: int, folder: Path = ROOT) -> list[str]:
    """What the program answers to a script."""
    ended = subprocess.run(
        [sys.executable, "-m", "glossary_publish"],
        cwd=folder,
        env={**environment(), VARIABLE: "bash_complete", "COMP_WORDS": words, "COMP_CWORD": str(place)},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.stderr == ""
    return ended.stdout.split()


def test_commands_and_options_are_completed() -> None:
    assert asked("glossary-publish new cl", 2) == ["plain,clinic"]
    assert asked("gpub bui", 1) == ["plain,build"]
    assert asked("glossary-publish build --la", 2) == ["plain,--layout", "plain,--language"]


def test_names_of_the_project_are_completed(tmp_path: Path) -> None:
    assert asked("gpub build work", 2) == ["plain,working-alliance-inventory"]
    assert asked("gpub approve sess", 2) == ["plain,session-rating-scale"]
    assert asked("gpub preview x --clinic example-clinic-n", 4) == ["plain,example-clinic-north"]
    assert asked("gpub build --layout book", 3) == ["plain,booklet"]
    project = f"gpub --project {ROOT} build sess"
    assert asked(project, 4, tmp_path) == ["plain,session-rating-scale"]
    assert asked("gpub build sess", 2, tmp_path) == []
    assert asked("gpub build --layout book", 3, tmp_path) == ["plain,booklet"]


def test_bash_completes_with_the_script(tmp_path: Path) -> None:
    program = tmp_path / "gpub"
    program.write_text(f'#!/bin/sh\nexec "{sys.executable}" -m glossary_publish "$@"\n')
    program.chmod(0o755)
    lines = script("bash", tmp_path) + (
        "\nCOMP_WORDS=(gpub pre)\nCOMP_CWORD=1\n_gpub_completion gpub pre gpub\necho ${COMPREPLY[@]}\n"
    )
    ended = subprocess.run(
        ["bash", "--norc", "-c", lines],
        env={**environment(), "PATH": f"{tmp_path}{os.pathsep}{os.environ['PATH']}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert ended.stdout.split() == ["preview"], ended.stderr


def test_the_script_for_powershell_speaks_as_that_of_bash_does(tmp_path: Path) -> None:
    text = script("powershell", tmp_path)
    assert text.count("{") == text.count("}")
    assert f"$env:{VARIABLE} = 'bash_complete'" in text
