"""A preview of the trial article in a process of its own, as a user starts it."""

import contextlib
import http.client
import json
import os
import shutil
import signal
import subprocess
import sys
import threading
from collections.abc import Generator, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from glossary_publish.build.trial import SAMPLE
from tests.cli.conftest import ARTICLE, Project, environment

PATIENCE = 120.0


@dataclass
class Preview:
    """A running preview; `address` is what it printed, `said` what it says on its standard error stream."""

    project: Project
    process: "subprocess.Popen[str]"
    address: str
    said: list[str] = field(default_factory=list)

    @property
    def port(self) -> int:
        """Where it listens."""
        return int(self.address.rstrip("/").rpartition(":")[2])

    @property
    def article(self) -> Path:
        """The article that it shows."""
        return self.project.root / ARTICLE

    def get(self, path: str = "/", method: str = "GET", **headers: str) -> tuple[int, dict[str, str], bytes]:
        """Status, headers and body of one answer."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        with contextlib.closing(connection):
            connection.request(
                method, path, headers={key.replace("_", "-"): value for key, value in headers.items()}
            )
            answer = connection.getresponse()
            return answer.status, {key.lower(): value for key, value in answer.getheaders()}, answer.read()

    def states(self) -> Generator[dict[str, Any], None, None]:
        """What the page is told, one state after the other."""
        connection = http.client.HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)
        with contextlib.closing(connection):
            connection.request("GET", "/events")
            answer = connection.getresponse()
            assert answer.status == 200
            while line := answer.readline():
                if line.startswith(b"data: "):
                    yield json.loads(line.removeprefix(b"data: "))

    def settled(self) -> dict[str, Any]:
        """The first state in which nothing is being made."""
        with contextlib.closing(self.states()) as states:
            return next(state for state in states if not state["making"])

    def end(self, how: signal.Signals = signal.SIGINT) -> int:
        """End it, and return its exit code."""
        self.process.send_signal(how)
        return self.process.wait(PATIENCE)


@contextlib.contextmanager
def started(
    project: Project, *options: str, scratch: Path | None = None, module: str = "glossary_publish"
) -> Iterator[Preview]:
    """A preview of the trial article, until the end of the block; temporary files of it go to `scratch`."""
    command = [sys.executable, "-m", module, "preview", "trial", "--no-browser", *options]
    own = {"TMPDIR": str(scratch)} if scratch else {}
    process = subprocess.Popen(
        command,
        cwd=project.root,
        env=environment() | own,
        stdin=subprocess.DEVNULL,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert process.stdout is not None
    assert process.stderr is not None
    said: list[str] = []
    listener = threading.Thread(target=said.extend, args=(process.stderr,))
    listener.start()
    try:
        address = process.stdout.readline().strip()
        assert address, "".join(said)
        yield Preview(project, process, address, said)
    finally:
        if process.poll() is None:
            process.send_signal(signal.SIGINT)
        process.wait(PATIENCE)
        listener.join()
        process.stdout.close()
        process.stderr.close()


@pytest.fixture
def project(tmp_path: Path) -> Project:
    """A project of its own for every test."""
    shutil.copytree(SAMPLE, tmp_path / "project")
    return Project(tmp_path / "project")


@pytest.fixture
def preview(project: Project) -> Iterator[Preview]:
    """A preview of a project of its own."""
    with started(project) as running:
        yield running


@pytest.fixture(scope="module")
def lasting(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Preview]:
    """A preview for tests that change nothing."""
    root = tmp_path_factory.mktemp("lasting") / "project"
    shutil.copytree(SAMPLE, root)
    with started(Project(root)) as running:
        running.settled()
        yield running


def descendants(process: int) -> set[int]:
    """The processes below one."""
    found = set()
    for folder in Path("/proc").iterdir():
        if folder.name.isdigit():
            with contextlib.suppress(OSError):
                parent = int((folder / "stat").read_text("utf-8").rpartition(")")[2].split()[1])
                if parent == process:
                    found |= {int(folder.name), *descendants(int(folder.name))}
    return found


def is_alive(process: int) -> bool:
    """Whether a process is there and has not ended."""
    try:
        os.kill(process, 0)
        return "State:\tZ" not in Path(f"/proc/{process}/status").read_text("utf-8")
    except OSError:
        return False
