"""How much one piece of work may take before its process is ended, and how much a process before it is replaced."""

import os
import signal
import sys
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import FunctionType
from typing import ParamSpec, TypeVar

Given = ParamSpec("Given")
Result = TypeVar("Result")

GIBIBYTE = 1024**3
MEBIBYTE = 1024**2
PR_SET_PDEATHSIG = 1  # prctl(2), <linux/prctl.h>
# How much the GNU C library keeps and takes at once: mallopt(3), M_TRIM_THRESHOLD, M_TOP_PAD and M_MMAP_THRESHOLD.
KEPT = {-1: GIBIBYTE, -2: 64 * MEBIBYTE, -3: GIBIBYTE}
ROOM = 70_000  # places of eight bytes: a little more than half of a mebibyte, so that nearly as much is left of it


@dataclass(frozen=True, slots=True)
class Limits:
    """Address space in bytes, processor time and wall-clock time in seconds, each for one piece of work.

    `resident` is the memory in bytes that a process may still hold when its work is done.
    """

    memory: int = 2 * GIBIBYTE
    processor: int = 60
    wall: float = 120.0
    resident: int = 320 * MEBIBYTE


def resident() -> int:
    """How much of the machine's memory this process holds, in bytes; 0 where the system does not tell."""
    if sys.platform == "win32":
        return 0
    import resource

    with suppress(OSError):
        return int(Path("/proc/self/statm").read_bytes().split()[1]) * resource.getpagesize()
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return peak if sys.platform == "darwin" else peak * 1024  # getrusage(2): macOS counts bytes


def end_with_parent(parent: int) -> None:
    """Have the system end this process when the thread that started it ends, even in the midst of work.

    See prctl(2), PR_SET_PDEATHSIG. Systems without it end when they next look for work.
    """
    if sys.platform == "linux":
        import ctypes

        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGKILL)
        if os.getppid() != parent:  # it had ended before
            os._exit(1)


def limit_memory(limits: Limits) -> None:
    """Bound the address space of this process for good: an allocation beyond it fails.

    Systems without resource limits (Windows) keep only the wall-clock limit, which the parent watches.
    """
    if sys.platform != "win32":
        import resource

        _, hard = resource.getrlimit(resource.RLIMIT_AS)
        resource.setrlimit(resource.RLIMIT_AS, (_at_most(limits.memory, hard), hard))
        resource.setrlimit(resource.RLIMIT_CORE, (0, 0))  # a crash leaves one diagnostic and no dump


def keep_memory() -> None:
    """Have this process keep the memory that it frees: the next piece of work needs as much again.

    To give it back and take it again costs a fiftieth of the time. Other C libraries go on as they do.
    """
    if sys.platform == "linux":
        import ctypes

        library = ctypes.CDLL(None)
        if hasattr(library, "mallopt"):
            for parameter, size in KEPT.items():
                library.mallopt(parameter, size)


def give_back_memory() -> None:
    """Give the system what this process keeps and does not use, so that it holds no more than its largest work of late.

    See malloc_trim(3): also what lies between pieces that are in use. Other C libraries go on as they do.
    """
    if sys.platform == "linux":
        import ctypes

        library = ctypes.CDLL(None)
        if hasattr(library, "malloc_trim"):
            library.malloc_trim(0)


def with_room(function: Callable[Given, Result]) -> Callable[Given, Result]:
    """The same function, within which calls find room on one large piece of the interpreter's stack.

    CPython takes its stack from the system in pieces of 16 KiB and gives each back with the last call on it
    (Python/pystate.c, `push_chunk`): a loop at the edge of two takes and gives back one with every call. A frame that
    does not fit gets a piece of twice its size, or nearly; its own part of that is never touched. An error that passes
    through the function needs as much memory for its trace.
    """
    if isinstance(function, FunctionType):
        function.__code__ = function.__code__.replace(co_stacksize=ROOM)
    return function


def limit_processor(limits: Limits) -> None:
    """Bound the processor time of the next piece of work: the limit of a process counts from its start."""
    if sys.platform != "win32":
        import resource

        used = resource.getrusage(resource.RUSAGE_SELF)
        _, hard = resource.getrlimit(resource.RLIMIT_CPU)
        soft = int(used.ru_utime + used.ru_stime) + 1 + limits.processor
        resource.setrlimit(resource.RLIMIT_CPU, (_at_most(soft, hard), hard))


def _at_most(wanted: int, hard: int) -> int:
    import resource

    return wanted if hard == resource.RLIM_INFINITY else min(wanted, hard)
