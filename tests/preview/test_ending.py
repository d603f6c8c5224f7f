"""A preview from its start to its end: what it refuses to begin, and that it leaves nothing behind."""

import signal
import socket
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.cli.conftest import ARTICLE, Project, environment, files_of
from tests.preview.conftest import PATIENCE, descendants, is_alive, started
from tests.preview.hanging import BEGUN

LIBRARIES = ("starlette", "uvicorn", "watchfiles")


@pytest.mark.parametrize("how", [signal.SIGINT, signal.SIGTERM, signal.SIGHUP])
def test_it_ends_with_130_and_leaves_no_process_and_no_file(
    project: Project, tmp_path: Path, how: signal.Signals
) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    before = files_of(project.root)
    with started(project, scratch=scratch) as running:
        states = running.states()
        while next(states)["making"]:
            pass
        below = descendants(running.process.pid)
        assert below
        assert running.end(how) == 130
    assert [process for process in below if is_alive(process)] == []
    assert files_of(project.root) == before
    assert list(scratch.iterdir()) == []
    assert running.said[-1] == "interrupted\n"
    assert not any("Traceback" in line for line in running.said)


def test_it_ends_at_once_while_it_makes_the_first_pages(project: Project, tmp_path: Path) -> None:
    with started(project, scratch=tmp_path) as running:
        assert running.end() == 130
    assert [path for path in tmp_path.iterdir() if path != project.root] == []


def test_it_ends_at_once_although_its_worker_hangs(project: Project, tmp_path: Path) -> None:
    scratch = tmp_path / "scratch"
    scratch.mkdir()
    with started(project, scratch=scratch, module="tests.preview.stuck") as running:
        end = time.monotonic() + PATIENCE
        while not list(scratch.rglob(BEGUN)):
            assert time.monotonic() < end
            time.sleep(0.05)
        below = descendants(running.process.pid)
        assert running.end() == 130
    assert below
    assert [process for process in below if is_alive(process)] == []
    assert list(scratch.iterdir()) == []


def test_a_port_that_is_given_is_taken_and_one_in_use_is_told(project: Project) -> None:
    with socket.socket() as other:
        other.bind(("127.0.0.1", 0))
        port = other.getsockname()[1]
    with started(project, "--port", str(port)) as running:
        assert running.port == port
        second = project.run("preview", "trial", "--no-browser", "--port", str(port))
    assert (second.returncode, second.stdout) == (3, "")
    assert f"error[port-taken]: port {port} cannot be had: Address already in use" in second.stderr


@pytest.mark.parametrize(
    ("arguments", "code"),
    [
        (["nothing"], "unknown-article"),
        (["trial", "--layout", "ebook"], "nothing-matched"),
        (["trial", "--layout", "word"], "nothing-matched"),
        (["trial", "--paper", "a3"], "nothing-matched"),
        (["trial", "--clinic", "nobody"], "unknown-clinic"),
    ],
)
def test_what_can_never_be_shown_is_wrong_usage_and_nothing_is_served(
    project: Project, arguments: list[str], code: str
) -> None:
    ended = project.run("preview", *arguments, "--no-browser")
    assert (ended.returncode, ended.stdout) == (2, "")
    assert f"error[{code}]" in ended.stderr


def test_the_browser_is_opened_at_the_page_unless_it_is_not_wanted(project: Project, tmp_path: Path) -> None:
    opened = tmp_path / "opened"
    browser = tmp_path / "browser"
    browser.write_text(f'#!/bin/sh\nprintf %s "$1" > {opened}.part && mv {opened}.part {opened}\n', "utf-8")
    browser.chmod(0o755)
    process = subprocess.Popen(
        project.command("preview", "trial"),
        cwd=project.root,
        env=environment() | {"BROWSER": f"{browser} %s"},
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
    )
    assert process.stdout is not None
    address = process.stdout.readline().strip()
    end = time.monotonic() + PATIENCE
    while not opened.exists() and time.monotonic() < end:
        time.sleep(0.05)
    process.send_signal(signal.SIGINT)
    process.communicate(timeout=PATIENCE)
    assert process.returncode == 130
    assert opened.read_text("utf-8") == address


def _run(code: str, project: Project) -> subprocess.CompletedProcess[str]:
    """What becomes of a program in the folder of a project."""
    return subprocess.run(
        [sys.executable, "-c", code],
        cwd=project.root,
        env=environment(),
        capture_output=True,
        text=True,
        check=False,
    )


def test_without_the_extra_one_diagnostic_says_how_to_get_it(project: Project) -> None:
    code = (
        "import sys, importlib.util as util\n"
        "find = util.find_spec\n"
        f"util.find_spec = lambda name, *rest: None if name in {LIBRARIES!r} else find(name, *rest)\n"
        "from glossary_publish.cli.main import main\n"
        "sys.exit(main(['preview', 'trial']))"
    )
    ended = _run(code, project)
    assert (ended.returncode, ended.stdout) == (3, "")
    assert ended.stderr.count("error[") == 1
    assert "error[missing-extra]" in ended.stderr
    assert "pip install 'glossary-publish[preview]'" in ended.stderr


@pytest.mark.parametrize(
    "arguments", [["build"], ["check"], ["preview", "trial", "--png", "x.png"], ["preview", "--help"]]
)
def test_nothing_but_a_preview_in_the_browser_imports_what_serves_it(
    project: Project, arguments: list[str]
) -> None:
    code = (
        "import sys; from glossary_publish.cli.main import main\n"
        f"main({arguments!r})\n"
        f"print('SERVER', sorted(set({LIBRARIES!r}) & set(sys.modules)))"
    )
    ended = _run(code, project)
    assert ended.stdout.splitlines()[-1] == "SERVER []"


def test_the_article_is_left_as_it_is(project: Project) -> None:
    text = (project.root / ARTICLE).read_bytes()
    with started(project) as running:
        running.settled()
    assert (project.root / ARTICLE).read_bytes() == text
