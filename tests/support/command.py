"""The command line as a user calls it: in a process of its own, without a terminal."""

import os
import shlex
import subprocess
import sys
from pathlib import Path
from tempfile import TemporaryDirectory

TODAY = "2026-01-01"  # no test depends on the clock


def command(*arguments: str | Path) -> list[str]:
    """The words of a command."""
    return [sys.executable, "-m", "glossary_publish", *map(str, arguments)]


def run(*arguments: str | Path, folder: Path) -> "subprocess.CompletedProcess[str]":
    """Run a command in a folder and wait for it."""
    return subprocess.run(
        command(*arguments),
        cwd=folder,
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )


def carry_out(lines: str, folder: Path) -> str:
    """Run lines of a document in a shell that finds the program under its name, and return what they print."""
    with TemporaryDirectory() as programs:
        for name in ("glossary-publish", "gpub"):
            program = Path(programs) / name
            program.write_text(f'#!/bin/sh\nexec {shlex.join(command())} "$@"\n', "utf-8")
            program.chmod(0o755)
        path = os.pathsep.join([programs, os.environ["PATH"]])
        ended = subprocess.run(
            ["sh", "-eu", "-c", lines],
            cwd=folder,
            env={**os.environ, "PATH": path},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
    assert ended.returncode == 0, ended.stderr
    return ended.stdout
