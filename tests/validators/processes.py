"""Running programs of others, as many at a time as there are processors."""

import os
import subprocess
from collections.abc import Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path
from shutil import which

from tests.validators import ValidatorMissing

PATIENCE = 300.0  # seconds that one program may take


def program(name: str) -> Path:
    """A program of the system; raises `ValidatorMissing` when it is not there."""
    found = which(name)
    if found is None:
        raise ValidatorMissing(
            f"{name} is missing: run `make validators`, or install what packages.debian names"
        )
    return Path(found)


def run_all(
    commands: Iterable[Sequence[str | Path]], home: Path, variables: Mapping[str, str] | None = None
) -> list["subprocess.CompletedProcess[str]"]:
    """Run commands and wait for all of them; their results in the order given.

    What they keep between runs goes to `home`: nothing of the user's own settings has a say.
    """
    environment = {**os.environ, "HOME": str(home), "XDG_CONFIG_HOME": str(home), **(variables or {})}

    def run(command: Sequence[str | Path]) -> "subprocess.CompletedProcess[str]":
        return subprocess.run(
            command,
            stdin=subprocess.DEVNULL,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            env=environment,
            cwd=home,
            timeout=PATIENCE,
            check=False,
        )

    with ThreadPoolExecutor(os.cpu_count() or 1) as pool:
        return list(pool.map(run, commands))


def broke_down(ended: "subprocess.CompletedProcess[str]") -> RuntimeError:
    """The error for a validator that gave no verdict."""
    said = f"{ended.stdout}{ended.stderr}".strip()[-2000:]
    return RuntimeError(f"{ended.args[0]} gave no verdict (exit code {ended.returncode}): {said}")
