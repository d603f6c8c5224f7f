"""The command line as a user calls it: in a process of its own, without a terminal."""

import subprocess
import sys
from pathlib import Path

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
