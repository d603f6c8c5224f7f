"""Pieces of work that behave badly, for the tests of the worker processes."""

import os
import signal
import tempfile
import time

from glossary_publish.build.limits import MEBIBYTE, resident


def double(number: int) -> int:
    """Well-behaved work."""
    return 2 * number


def length(data: bytes) -> int:
    """Takes a large value."""
    return len(data)


def who(seconds: float = 0.0) -> int:
    """The process that does the work."""
    time.sleep(seconds)
    return os.getpid()


class Circle:
    """Refers to itself: only a search for garbage frees it. `there` counts all of them."""

    there = 0

    def __init__(self) -> None:
        self.itself = self
        Circle.there += 1

    def __del__(self) -> None:
        Circle.there -= 1


def run_in_circles() -> int:
    """Leaves something that refers to itself."""
    Circle()
    return circles()


def circles() -> int:
    """How many such things there are."""
    return Circle.there


def die() -> None:
    """The process is killed from outside."""
    os.kill(os.getpid(), signal.SIGKILL)


def crash() -> None:
    """The process dies as of a fault in native code."""
    os.kill(os.getpid(), signal.SIGSEGV)


def leave() -> None:
    """The process ends in the middle."""
    os._exit(7)


def litter() -> str:
    """Leaves a folder among the temporary files."""
    return tempfile.mkdtemp()


def hang() -> None:
    """Sleeps for ever, without using the processor."""
    time.sleep(3600)


def spin() -> None:
    """Uses the processor for ever."""
    while True:
        pass


def eat() -> int:
    """Takes memory until there is none."""
    pieces = []
    while True:
        pieces.append(bytearray(64 * 1024 * 1024))


KEPT: list[bytes] = []


def grow(mebibytes: int) -> tuple[int, int]:
    """Keeps memory that nobody frees; tells the process and how much it holds."""
    KEPT.append(b"x" * (mebibytes * MEBIBYTE))
    return os.getpid(), resident()


def grow_and_fail(mebibytes: int) -> None:
    """Keeps memory and raises."""
    grow(mebibytes)
    raise ValueError("grown")


def fail(message: str) -> None:
    """Raises."""
    raise ValueError(message)


def fail_strangely() -> None:
    """Raises what cannot cross to another process."""

    class Local(Exception):
        pass

    raise Local("from afar")


def crash_at_import() -> None:
    """A preparation that takes the process down."""
    os._exit(9)


def slow_import() -> None:
    """A preparation that takes a while."""
    time.sleep(0.4)


class Unwelcome:
    """Crosses to no other process."""

    def __reduce__(self) -> tuple[object, tuple[str]]:
        return refuse, ("it does not travel",)


def refuse(message: str) -> None:
    """What unpickling `Unwelcome` calls."""
    raise ImportError(message)
