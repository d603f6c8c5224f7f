"""Faults of the system, made by strace(1): at the Nth call of one kind the call fails, or the process dies."""

import re
import shutil
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

CALLS = "write,pwrite64,writev,fsync,fdatasync,rename,renameat,renameat2"
CALL = re.compile(r"^\d+ +(?P<name>[a-z0-9]+)\(", re.MULTILINE)
ERRORS = {"ENOSPC": "no space left on device", "EIO": "input/output error"}
KILLED = "SIGKILL"


@dataclass(frozen=True, slots=True)
class Fault:
    """What happens at the Nth call of one kind that a build makes; it may begin with an empty output folder."""

    call: str
    number: int
    kind: str
    empty: bool

    @property
    def options(self) -> list[str]:
        """What tells strace so. A signal is not delivered where strace itself is told by the kernel's filter."""
        if self.kind == KILLED:
            return ["--inject", f"{self.call}:signal={KILLED}:when={self.number}"]
        return ["--seccomp-bpf", "--inject", f"{self.call}:error={self.kind}:when={self.number}"]


def traced(log: Path, files: Iterable[Path], *options: str) -> list[str]:
    """The words before a command that has its calls on files and their folders written to a log.

    strace knows a file by its path, and a rename by the path that it begins with.
    """
    program = shutil.which("strace")
    assert program, "strace is missing: setup/native-libraries test installs it"
    paths = {place for path in files for place in (path, path.parent)}
    watched = [word for path in sorted(paths) for word in ("--trace-path", str(path))]
    return [program, "-f", "-qq", "-y", "--trace", CALLS, "-o", str(log), *options, *watched]


def calls(log: Path) -> dict[str, int]:
    """How many calls of each kind there were; strace has to be allowed to see them."""
    counts: dict[str, int] = {}
    for found in CALL.finditer(log.read_text("utf-8", "replace")):
        counts[found["name"]] = counts.get(found["name"], 0) + 1
    return counts


def happened(log: Path, fault: Fault) -> bool:
    """Whether a fault was made."""
    if fault.kind == KILLED:
        return calls(log).get(fault.call) == fault.number
    return len(_failed(log)) == 1


def struck(log: Path, folder: str) -> bool:
    """Whether the call that failed was one on a file in a folder of that name."""
    return any(f"/{folder}/" in line for line in _failed(log))


def _failed(log: Path) -> list[str]:
    return [line for line in log.read_text("utf-8", "replace").splitlines() if "(INJECTED)" in line]
