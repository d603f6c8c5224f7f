"""Workers that grow are replaced between two pieces of work, and those whose parent is killed end with it."""

import os
import signal
import subprocess
import sys
import tempfile
import time
from concurrent.futures import Future
from contextlib import suppress
from pathlib import Path

import pytest

from glossary_publish.build.limits import MEBIBYTE, Limits, resident
from glossary_publish.build.scratch import PREFIX, Scratch
from glossary_publish.build.workers import Preparation, Workers, nothing
from tests.build import work
from tests.support.house.sources import ROOT

ANY = Preparation(frozenset(), nothing)
MODEST = Limits(resident=160 * MEBIBYTE)


def test_a_worker_that_has_grown_is_replaced_before_its_next_work() -> None:
    with Workers(1, [ANY], MODEST) as workers:
        first = workers.submit(work.who).result()
        assert workers.submit(work.who).result() == first
        grown, _ = workers.submit(work.grow, 200).result()
        assert grown == first
        assert workers.submit(work.who).result() != first


def test_memory_that_leaks_stays_flat_and_no_work_is_lost() -> None:
    with Workers(2, [ANY], MODEST) as workers:
        done = list(workers.map(work.grow, [30] * 20))
    assert len(done) == 20
    assert len({process for process, _ in done}) > 2
    assert max(held for _, held in done) <= MODEST.resident + 31 * MEBIBYTE


def test_work_that_fails_while_it_grows_fails_for_its_own_reason() -> None:
    with Workers(1, [ANY], MODEST) as workers:
        before = workers.submit(work.who).result()
        assert isinstance(workers.submit(work.grow_and_fail, 200).exception(), ValueError)
        assert workers.submit(work.who).result() != before


def test_a_successor_is_prepared_as_its_predecessor_was() -> None:
    prepared = Preparation(frozenset({"heavy"}), nothing)
    with Workers(2, [prepared, ANY], MODEST) as workers:
        workers.submit_kind("heavy", work.grow, 200).result()
        after = workers.submit_kind("heavy", work.who).result()
        assert workers.submit_kind("heavy", work.who).result() == after


def test_memory_is_measured_in_bytes_of_this_process() -> None:
    before = resident()
    block = b"x" * (100 * MEBIBYTE)
    assert 90 * MEBIBYTE < resident() - before < 110 * MEBIBYTE
    assert len(block) == 100 * MEBIBYTE


def test_workers_started_from_a_thread_live_on_when_the_thread_has_ended() -> None:
    from threading import Thread

    started: list[Workers] = []
    thread = Thread(target=lambda: started.append(Workers(1, [ANY])))
    thread.start()
    thread.join()
    with started[0] as workers:
        slow: Future[int] = workers.submit(work.who, 0.5)
        assert slow.result() == workers.submit(work.who).result()


HANGS = """
import os, signal, sys, time
from glossary_publish.build.workers import Preparation, Workers, nothing
from tests.build import work
if __name__ == "__main__":
    workers = Workers(2, [Preparation(frozenset(), nothing)])
    print(workers.submit(work.who, 0.2).result(), workers.submit(work.who, 0.2).result(), flush=True)
    print(workers.submit(work.litter).result(), flush=True)
    hanging = [workers.submit(work.hang) for _ in range(2)]
    while not all(future.running() for future in hanging):
        time.sleep(0.01)
    os.kill(os.getpid(), signal.SIGKILL)
"""


def test_workers_end_at_once_when_their_parent_is_killed_and_the_next_ones_clear_up_after_them(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    program, temporary = tmp_path / "hangs.py", tmp_path / "temporary"
    program.write_text(HANGS, "utf-8")
    temporary.mkdir()
    path = os.pathsep.join([str(ROOT / "src"), str(ROOT)])
    ended = subprocess.run(
        [sys.executable, str(program)],
        env={**os.environ, "PYTHONPATH": path, "TMPDIR": str(temporary)},
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
    )
    assert ended.returncode == -signal.SIGKILL, ended.stderr
    processes, left = ended.stdout.splitlines()
    _expect_gone(*map(int, processes.split()))
    assert Path(left).is_dir()
    monkeypatch.setattr(tempfile, "tempdir", str(temporary))
    Scratch().remove()
    assert list(temporary.iterdir()) == []


def _expect_gone(*processes: int) -> None:
    deadline = time.monotonic() + 5
    for process in processes:
        with suppress(ProcessLookupError):
            while True:
                os.kill(process, 0)
                assert time.monotonic() < deadline, f"process {process} lives on without its parent"
                time.sleep(0.02)


def test_folders_that_are_in_use_or_somebody_elses_are_not_cleared(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    (tmp_path / "glossary-publish-other").mkdir()
    (tmp_path / f"{PREFIX}file").touch()
    (tmp_path / f"{PREFIX}link").symlink_to(tmp_path / "glossary-publish-other")
    (tmp_path / "glossary-publish-other" / "kept").touch()
    in_use = Scratch()
    other = Scratch()
    assert Path(in_use.path).is_dir()
    other.remove()
    in_use.remove()
    assert sorted(path.name for path in tmp_path.iterdir()) == [
        "glossary-publish-other",
        f"{PREFIX}file",
        f"{PREFIX}link",
    ]
    assert (tmp_path / "glossary-publish-other" / "kept").is_file()
