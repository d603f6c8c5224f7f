"""Worker processes behind the standard `Executor`: bounded, watched, replaced when they die or have grown.

The first workers are forked at once, while the parent is small and has one thread, so that they import what
is heavy while the parent reads and composes. A worker that must be replaced later starts afresh (`spawn`):
forking a process with threads is unsafe.
"""

import multiprocessing
import os
import signal
import sys
import threading
import time
from collections import deque
from collections.abc import Callable, Iterable, Sequence
from concurrent.futures import Executor, Future
from contextlib import suppress
from dataclasses import dataclass, field
from multiprocessing import connection as connections
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from typing import Any, Literal, TypeVar, assert_never

from glossary_publish.build.limits import Limits
from glossary_publish.build.packing import packed
from glossary_publish.build.scratch import Scratch
from glossary_publish.build.worker import (
    Answer,
    OutOfMemory,
    Parcel,
    Raised,
    Ready,
    Reference,
    Returned,
    Work,
    serve,
)

Result = TypeVar("Result")
START = 60.0  # seconds that a worker may take to import what it needs
NEVER = float("inf")
Method = Literal["fork", "spawn"]


class WorkerDied(Exception):
    """The process ended in the middle of its work; the message says how."""


class WorkerTooSlow(Exception):
    """The work took longer than it may; the message says how long."""


@dataclass(frozen=True, slots=True)
class Preparation:
    """What a worker imports at its start, and the kinds of work that it is thereby prepared for."""

    kinds: frozenset[str]
    warm: Callable[[], None]


def nothing() -> None:
    """Prepare for nothing."""


@dataclass(slots=True, eq=False)
class _Task:
    kind: str
    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    keywords: dict[str, Any]
    future: "Future[Any]"
    prepares: bool = False
    subject: str = ""


@dataclass(slots=True, eq=False)
class _Child:
    process: BaseProcess
    connection: Connection
    preparation: Preparation
    kinds: set[str]
    deadline: float
    task: _Task | None = None
    subject: str = ""
    ready: bool = False
    parcels: set[str] = field(default_factory=set)

    @property
    def available(self) -> bool:
        """Whether it does no work, or only prepares for it."""
        return self.task is None or self.task.prepares


class Workers(Executor):
    """As many processes as `count`, prepared in turn as `preparations` say."""

    def __init__(self, count: int, preparations: Sequence[Preparation], limits: Limits | None = None) -> None:
        self.count = count
        self._limits = limits or Limits()
        self._queue: deque[_Task] = deque()
        self._lock = threading.Lock()
        self._closing = False
        self._ear, self._mouth = multiprocessing.Pipe(duplex=False)
        self._children: list[_Child] = []
        # One that is killed cannot clear up after itself: what workers leave behind is removed with this folder.
        self._scratch = Scratch()
        first = [preparations[index % len(preparations)] for index in range(count)]
        if sys.platform == "linux" and threading.active_count() == 1:
            self._start_all(first, "fork")
            first = []
        self._first = (
            first  # a worker ends with the thread that started it: the manager lives as long as they do
        )
        self._manager = threading.Thread(target=self._manage, name="workers", daemon=True)
        self._manager.start()

    def submit(
        self, function: Callable[..., Result], /, *arguments: Any, **keywords: Any
    ) -> "Future[Result]":
        """Have any worker call a function; a `Parcel` among the arguments arrives as the value in it."""
        return self.submit_kind("", function, *arguments, **keywords)

    def submit_kind(
        self, kind: str, function: Callable[..., Result], /, *arguments: Any, **keywords: Any
    ) -> "Future[Result]":
        """The same, by a worker prepared for this kind of work if one is free, starting or preparing."""
        return self._enqueue(_Task(kind, function, arguments, keywords, Future()))

    def submit_about(
        self, subject: str, kind: str, function: Callable[..., Result], /, *arguments: Any
    ) -> "Future[Result]":
        """The same, by the worker that just did other work about the same subject if it is the next to be free.

        It remembers what it found out about it.
        """
        return self._enqueue(_Task(kind, function, arguments, {}, Future(), subject=subject))

    def prepare_kind(self, kind: str, function: Callable[..., object], /, *arguments: Any) -> "Future[Any]":
        """Have one of the workers prepared for a kind of work prepare further; work waits for it."""
        return self._enqueue(_Task(kind, function, arguments, {}, Future(), prepares=True))

    def _enqueue(self, task: _Task) -> "Future[Any]":
        with self._lock:
            if self._closing:
                raise RuntimeError("work was submitted after the workers were told to end")
            self._queue.append(task)
        self._mouth.send(None)
        return task.future

    def shutdown(self, wait: bool = True, *, cancel_futures: bool = False) -> None:
        """End the workers after the work in hand; `cancel_futures` drops what waits and kills what runs."""
        with self._lock:
            self._closing = True
            if cancel_futures:
                while self._queue:
                    self._queue.popleft().future.cancel()
                for child in self._children:
                    child.deadline = 0.0
        with suppress(OSError):
            self._mouth.send(None)
        if wait:
            self._manager.join()

    # --- the manager's thread ------------------------------------------------------------------------

    def _manage(self) -> None:
        try:
            with self._lock:
                self._start_all(self._first, "spawn")
            while self._goes_on():
                with self._lock:
                    self._hand_out()
                    waits = [child.connection for child in self._children]
                    left = min(child.deadline for child in self._children) - time.monotonic()
                ready = connections.wait([self._ear, *waits], None if left == NEVER else max(left, 0.0))
                with self._lock:
                    self._hear(ready)
        except Exception as error:
            self._give_up(error)
        finally:
            self._end()

    def _goes_on(self) -> bool:
        with self._lock:
            idle = all(child.task is None for child in self._children)
            return not (self._closing and not self._queue and idle)

    def _give_up(self, error: Exception) -> None:
        """No process can be had: nobody may wait for ever."""
        with self._lock:
            self._closing = True
            tasks = [*self._queue, *(child.task for child in self._children if child.task)]
            self._queue.clear()
        for task in tasks:
            if not task.future.done():
                task.future.set_exception(WorkerDied(f"no process could be started for it: {error}"))

    def _hear(self, ready: Sequence[object]) -> None:
        if self._ear in ready:
            self._ear.recv()
        for child in list(self._children):
            if child.connection in ready:
                self._receive(child)
            elif child.deadline <= time.monotonic():
                self._expire(child)

    def _hand_out(self) -> None:
        """Give each free worker the piece of work that is best for it."""
        for child in self._children:
            if child.task is None and child.ready and (task := self._best(child)):
                self._queue.remove(task)
                self._send(child, task)

    def _best(self, child: _Child) -> _Task | None:
        """The first piece of work about what it did last, else that it was prepared for, else that nobody else was.

        Of those it rather takes one about something that no other worker is at.
        """
        taken = {other.subject for other in self._children if other.task and other.subject}
        suits: dict[str, bool] = {}
        best, least = None, 4  # ranks go from 0 to 3
        for task in self._queue:
            if task.kind not in suits:
                suits[task.kind] = self._suits(task.kind, child)
            if not suits[task.kind]:
                continue
            if task.subject and task.subject == child.subject:
                return task
            rank = 2 * (task.kind not in child.preparation.kinds) + (task.subject in taken)
            if rank < least:
                best, least = task, rank
        return best

    def _suits(self, kind: str, child: _Child) -> bool:
        if not kind or kind in child.kinds:
            return True
        return not any(other.available and kind in other.kinds for other in self._children)

    def _send(self, child: _Child, task: _Task) -> None:
        if not task.future.set_running_or_notify_cancel():
            return
        child.task, child.deadline = task, time.monotonic() + self._limits.wall
        child.kinds.add(task.kind)
        child.subject = task.subject
        parcels = {item.key: item for item in task.arguments if isinstance(item, Parcel)}
        fresh = tuple(parcel for key, parcel in parcels.items() if key not in child.parcels)
        arguments = tuple(
            Reference(item.key) if isinstance(item, Parcel) else item for item in task.arguments
        )
        try:
            child.connection.send_bytes(packed(Work(task.function, arguments, task.keywords, fresh)))
        except OSError:
            self._bury(child)
        except (
            Exception
        ) as error:  # the arguments do not pickle: the caller's fault, and the worker is unharmed
            self._finish(child, error=error)
        else:
            child.parcels.update(parcels)

    def _receive(self, child: _Child) -> None:
        try:
            message = child.connection.recv()
        except (EOFError, OSError):
            self._bury(child)
            return
        match message:
            case Ready():
                child.ready, child.deadline = True, NEVER
            case Answer(outcome, ends):
                self._settle(child, outcome)
                if ends:
                    child.process.join()
                    self._replace(child)

    def _settle(self, child: _Child, outcome: Returned | Raised | OutOfMemory) -> None:
        match outcome:
            case Returned(value):
                self._finish(child, value=value)
            case Raised(error):
                self._finish(child, error=error)
            case OutOfMemory():
                size = f"{self._limits.memory / 1024**3:.3g} GiB"
                self._finish(child, error=WorkerDied(f"it needed more than {size} of memory"))
            case _:
                assert_never(outcome)

    def _finish(self, child: _Child, value: Any = None, error: BaseException | None = None) -> None:
        task, child.task, child.deadline = child.task, None, NEVER
        if task is not None and error is not None:
            task.future.set_exception(error)
        elif task is not None:
            task.future.set_result(value)

    def _bury(self, child: _Child) -> None:
        """The process is gone: its work failed, and another process takes its place."""
        child.process.join()
        code = child.process.exitcode or 0
        error: Exception = WorkerDied(_manner(code))
        if code == -getattr(signal, "SIGXCPU", 0):
            error = WorkerTooSlow(f"it took more than {self._limits.processor:g} s of processor time")
        self._finish(child, error=error)
        self._replace(child)

    def _expire(self, child: _Child) -> None:
        child.process.kill()
        child.process.join()
        self._finish(child, error=WorkerTooSlow(f"it took more than {self._limits.wall:g} s"))
        self._replace(child)

    def _replace(self, child: _Child) -> None:
        """Start another worker. After one that died of its imports it leaves them to the work."""
        child.connection.close()
        self._children.remove(child)
        preparation = child.preparation
        if not child.ready:
            if preparation.warm is nothing:
                raise RuntimeError(_manner(child.process.exitcode or 0))
            preparation = Preparation(preparation.kinds, nothing)
        if not self._closing or self._queue:
            self._children.append(self._start(preparation, "spawn"))

    def _start_all(self, preparations: Iterable[Preparation], method: Method) -> None:
        for preparation in preparations:
            self._children.append(self._start(preparation, method))

    def _start(self, preparation: Preparation, method: Method) -> _Child:
        ours, theirs = multiprocessing.Pipe()
        held = [child.connection for child in self._children] + [ours] if method == "fork" else []
        arguments = (theirs, self._limits, preparation.warm, held, self._scratch.path, os.getpid())
        process = _process(method, arguments)
        process.start()
        theirs.close()
        return _Child(process, ours, preparation, set(preparation.kinds), time.monotonic() + START)

    def _end(self) -> None:
        for child in self._children:
            child.connection.close()
        for child in self._children:
            child.process.join(1.0)
            if child.process.is_alive():
                child.process.kill()
                child.process.join()
        self._mouth.close()
        self._ear.close()
        self._scratch.remove()


def _manner(code: int) -> str:
    """How a process ended, from its exit code."""
    if code >= 0:
        return f"its process ended with code {code}"
    try:
        return f"its process ended with {signal.Signals(-code).name}"
    except ValueError:
        return f"its process ended with signal {-code}"


def _process(method: Method, arguments: tuple[Any, ...]) -> BaseProcess:
    if method == "fork":
        return multiprocessing.get_context("fork").Process(target=serve, args=arguments, daemon=True)
    return multiprocessing.get_context("spawn").Process(target=serve, args=arguments, daemon=True)
