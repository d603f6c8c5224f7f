"""Worker processes: bounded, watched, replaced."""

import os
import time
from collections.abc import Callable, Iterator
from concurrent.futures import CancelledError, Executor, Future
from functools import partial
from pathlib import Path

import pytest

from glossary_publish.build.limits import Limits
from glossary_publish.build.worker import Parcel
from glossary_publish.build.workers import Preparation, WorkerDied, Workers, WorkerTooSlow, nothing
from tests.build import work

ANY = Preparation(frozenset(), nothing)
SMALL = Limits(memory=1024**3, processor=2, wall=4.0)


@pytest.fixture
def two() -> Iterator[Workers]:
    with Workers(2, [ANY], SMALL) as workers:
        yield workers


def test_it_is_a_standard_executor(two: Workers) -> None:
    assert isinstance(two, Executor)
    assert list(two.map(work.double, range(20))) == [2 * number for number in range(20)]


def test_work_is_done_in_other_processes_side_by_side(two: Workers) -> None:
    first, second = two.submit(work.who, 0.3), two.submit(work.who, 0.3)
    assert len({first.result(), second.result(), os.getpid()}) == 3


@pytest.mark.parametrize(
    ("bad", "manner"),
    [(work.die, "SIGKILL"), (work.crash, "SIGSEGV"), (work.leave, "code 7")],
)
def test_a_process_that_dies_fails_its_own_work_only(
    two: Workers, bad: Callable[[], None], manner: str
) -> None:
    before = [two.submit(work.double, number) for number in range(4)]
    dead = two.submit(bad)
    after = [two.submit(work.double, number) for number in range(4)]
    with pytest.raises(WorkerDied, match=manner):
        dead.result()
    assert [future.result() for future in [*before, *after]] == [0, 2, 4, 6] * 2


def test_as_many_deaths_as_there_are_workers_leave_as_many_workers(two: Workers) -> None:
    deaths = [two.submit(work.die) for _ in range(3)]
    assert all(isinstance(death.exception(), WorkerDied) for death in deaths)
    first, second = two.submit(work.who, 0.5), two.submit(work.who, 0.5)
    assert first.result() != second.result()


def test_work_that_hangs_is_ended_at_the_wall_clock_limit() -> None:
    with Workers(1, [ANY], Limits(wall=1.0)) as workers:
        hanging, next_one = workers.submit(work.hang), workers.submit(work.double, 4)
        with pytest.raises(WorkerTooSlow, match="more than 1 s"):
            hanging.result()
        assert next_one.result() == 8


def test_work_that_spins_is_ended_at_the_processor_limit() -> None:
    with Workers(1, [ANY], Limits(processor=1, wall=60.0)) as workers:
        spinning, next_one = workers.submit(work.spin), workers.submit(work.double, 4)
        with pytest.raises(WorkerTooSlow, match="1 s of processor time"):
            spinning.result()
        assert next_one.result() == 8


def test_the_processor_limit_counts_for_each_piece_of_work_anew() -> None:
    with Workers(1, [ANY], Limits(processor=1, wall=60.0)) as workers:
        assert workers.submit(work.double, 1).result() == 2
        for _ in range(2):
            assert isinstance(workers.submit(work.spin).exception(), WorkerTooSlow)
        assert workers.submit(work.double, 2).result() == 4


def test_work_that_eats_memory_fails_at_the_limit_and_the_machine_does_not() -> None:
    with Workers(1, [ANY], Limits(memory=1024**3, wall=30.0)) as workers:
        eating, next_one = workers.submit(work.eat), workers.submit(work.double, 4)
        with pytest.raises(WorkerDied, match="more than 1 GiB of memory"):
            eating.result()
        assert next_one.result() == 8


def test_an_exception_comes_back_with_the_traceback_of_the_worker(two: Workers) -> None:
    error = two.submit(work.fail, "no good").exception()
    assert isinstance(error, ValueError)
    assert str(error) == "no good"
    assert "in fail" in error.__notes__[0]


def test_an_exception_that_cannot_cross_comes_back_as_its_words(two: Workers) -> None:
    error = two.submit(work.fail_strangely).exception()
    assert isinstance(error, RuntimeError)
    assert str(error) == "Local: from afar"


def test_arguments_that_cannot_cross_fail_the_work_and_not_the_worker(two: Workers) -> None:
    assert two.submit(work.length, lambda: None).exception() is not None
    assert two.submit(work.double, 3).result() == 6


def test_a_parcel_arrives_as_the_value_in_it_however_often_it_is_sent() -> None:
    with Workers(1, [ANY], SMALL) as workers:
        parcel = Parcel.of("large", bytes(3_000_000))
        assert [workers.submit(work.length, parcel).result() for _ in range(3)] == [3_000_000] * 3
        workers.submit(work.die).exception()
        assert workers.submit(work.length, parcel).result() == 3_000_000


def test_work_waits_for_the_worker_that_prepares_for_it() -> None:
    slow = Preparation(frozenset({"heavy"}), work.slow_import)
    with Workers(2, [slow, ANY], SMALL) as workers:
        heavy = workers.submit_kind("heavy", work.who)
        light = workers.submit_kind("light", work.who)
        assert light.result() != heavy.result()


def test_work_goes_to_any_worker_when_the_prepared_one_is_busy() -> None:
    prepared = Preparation(frozenset({"heavy"}), nothing)
    with Workers(2, [prepared, ANY], SMALL) as workers:
        first = workers.submit_kind("heavy", work.who, 1.0)
        second = workers.submit_kind("heavy", work.who)
        start = time.monotonic()
        assert second.result() != first.result()
        assert time.monotonic() - start < 3.0


def test_work_waits_for_a_worker_that_prepares_further() -> None:
    prepared = Preparation(frozenset({"heavy"}), nothing)
    with Workers(2, [prepared, ANY], SMALL) as workers:
        preparing = workers.prepare_kind("heavy", work.who, 0.5)
        heavy, light = workers.submit_kind("heavy", work.who), workers.submit_kind("light", work.who)
        assert heavy.result() == preparing.result() != light.result()


def _note(done: list[str], kind: str, _: Future[int]) -> None:
    done.append(kind)


def test_a_worker_first_does_what_it_was_prepared_for() -> None:
    done: list[str] = []
    with Workers(1, [Preparation(frozenset({"heavy"}), nothing)], SMALL) as workers:
        workers.submit(work.who, 0.3)
        for kind in ("light", "heavy", "light", "heavy"):
            workers.submit_kind(kind, work.who).add_done_callback(partial(_note, done, kind))
    assert done == ["heavy", "heavy", "light", "light"]


def test_a_worker_goes_on_with_what_it_knows() -> None:
    done: list[str] = []
    with Workers(1, [Preparation(frozenset({"heavy"}), nothing)], SMALL) as workers:
        workers.submit(work.who, 0.3)
        for subject, kind in (("a", "light"), ("b", "heavy"), ("c", "heavy"), ("b", "light"), ("a", "heavy")):
            future = workers.submit_about(subject, kind, work.who)
            future.add_done_callback(partial(_note, done, f"{subject} {kind}"))
    assert done == ["b heavy", "b light", "c heavy", "a heavy", "a light"]


def test_a_worker_leaves_what_another_one_knows_until_nothing_else_is_there(two: Workers) -> None:
    busy = [two.submit(work.who, 0.3) for _ in range(2)]
    first, again = (two.submit_about("a", "", work.who, 0.5) for _ in range(2))
    other, others = (two.submit_about("b", "", work.who, 0.5) for _ in range(2))
    assert len({future.result() for future in busy}) == 2
    assert first.result() == again.result() != other.result() == others.result()
    alone, helped = (two.submit_about("c", "", work.who, 0.5) for _ in range(2))
    assert alone.result() != helped.result()


def test_what_one_piece_of_work_leaves_in_circles_is_gone_before_the_next() -> None:
    with Workers(1, [ANY], SMALL) as workers:
        assert workers.submit(work.run_in_circles).result() == 1
        assert workers.submit(work.circles).result() == 0


def test_a_preparation_that_kills_its_worker_is_left_out_the_second_time() -> None:
    with Workers(1, [Preparation(frozenset(), work.crash_at_import)], SMALL) as workers:
        assert workers.submit(work.double, 5).result() == 10


def test_work_that_waits_is_cancelled_and_work_that_runs_is_killed_on_demand() -> None:
    workers = Workers(1, [ANY], SMALL)
    running = workers.submit(work.hang)
    while not running.running():
        time.sleep(0.01)
    waiting = workers.submit(work.double, 1)
    start = time.monotonic()
    workers.shutdown(cancel_futures=True)
    assert time.monotonic() - start < 3.0
    assert isinstance(running.exception(), WorkerTooSlow)
    with pytest.raises(CancelledError):
        waiting.result()


def test_no_process_outlives_its_executor() -> None:
    with Workers(2, [ANY], SMALL) as workers:
        processes = {workers.submit(work.who, 0.2).result() for _ in range(4)}
    for process in processes:
        with pytest.raises(ProcessLookupError):
            os.kill(process, 0)


def test_an_executor_that_has_ended_takes_no_work() -> None:
    workers = Workers(1, [ANY], SMALL)
    workers.shutdown()
    with pytest.raises(RuntimeError, match="told to end"):
        workers.submit(work.double, 1)


def test_arguments_that_cannot_be_unpacked_fail_the_work_and_not_the_worker() -> None:
    with Workers(1, [ANY], SMALL) as workers:
        process = workers.submit(work.who).result()
        error = workers.submit(work.length, work.Unwelcome()).exception()
        assert isinstance(error, ImportError)
        assert workers.submit(work.who).result() == process


def test_what_workers_leave_among_the_temporary_files_goes_with_them() -> None:
    with Workers(2, [ANY], SMALL) as workers:
        left = Path(workers.submit(work.litter).result())
        assert left.is_dir()
    assert not left.exists()
    assert not left.parent.exists()
    assert left.parent.name.startswith("glossary-publish-")


def test_what_a_killed_worker_and_its_successor_leave_goes_too() -> None:
    with Workers(1, [ANY], SMALL) as workers:
        first = Path(workers.submit(work.litter).result())
        with pytest.raises(WorkerDied):
            workers.submit(work.die).result()
        second = Path(workers.submit(work.litter).result())
    assert not first.exists()
    assert not second.exists()
