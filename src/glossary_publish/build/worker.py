"""The child's side: a process that does one piece of work after the other until its parent hangs up."""

import faulthandler
import gc
import os
import pickle
import signal
import tempfile
import traceback
from collections.abc import Callable, Iterable
from contextlib import suppress
from dataclasses import dataclass
from itertools import count
from multiprocessing.connection import Connection
from typing import Any

from glossary_publish.build.limits import (
    Limits,
    end_with_parent,
    give_back_memory,
    keep_memory,
    limit_memory,
    limit_processor,
    resident,
    with_room,
)

# The objects that one piece of work may make before garbage is searched for in its midst: at its end nearly all are
# garbage, and one search finds them.
LARGE = 500_000
# Pieces of work between two searches for garbage among what was kept of as many of them, and of all of them.
SELDOM, RARELY = 32, 128


@dataclass(frozen=True, slots=True)
class Parcel:
    """A large value that many pieces of work share: it crosses to each worker once, by its `key`."""

    key: str
    data: bytes

    @classmethod
    def of(cls, key: str, value: object) -> "Parcel":
        """Pack a value."""
        return cls(key, pickle.dumps(value, pickle.HIGHEST_PROTOCOL))


@dataclass(frozen=True, slots=True)
class Ready:
    """The worker has imported what it needs and awaits work."""


@dataclass(frozen=True, slots=True)
class Returned:
    """The work was done."""

    value: Any


@dataclass(frozen=True, slots=True)
class Raised:
    """The work raised an exception that the parent is to raise again."""

    error: BaseException


@dataclass(frozen=True, slots=True)
class OutOfMemory:
    """The work needed more memory than it may take."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What became of a piece of work. A worker whose memory is in pieces, or has grown too much, `ends` with it."""

    outcome: Returned | Raised | OutOfMemory
    ends: bool


@dataclass(frozen=True, slots=True)
class Work:
    """A call: `arguments` holds a `Reference` for each parcel, and `parcels` those that this worker lacks."""

    function: Callable[..., Any]
    arguments: tuple[Any, ...]
    keywords: dict[str, Any]
    parcels: tuple[Parcel, ...]


@dataclass(frozen=True, slots=True)
class Reference:
    """Stands for a parcel that the worker has or gets along."""

    key: str


def serve(
    connection: Connection,
    limits: Limits,
    warm: Callable[[], None],
    inherited: Iterable[Connection],
    folder: str,
    parent: int,
) -> None:
    """Do what arrives until the parent closes the connection or is killed, or until this process has grown too much.

    `inherited` are the parent's ends that a forked child holds too: they are closed, so that every child
    sees its parent end. Temporary files go to `folder`, which the parent removes.
    """
    end_with_parent(parent)
    tempfile.tempdir = folder
    for other in inherited:
        other.close()
    faulthandler.disable()  # a crash is one diagnostic of the parent
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # the parent hears Ctrl-C and ends its workers itself
    limit_memory(limits)
    keep_memory()
    gc.disable()
    with suppress(Exception):  # what cannot be imported now is reported by the work that needs it
        warm()
    gc.freeze()
    gc.set_threshold(LARGE)
    gc.enable()
    with suppress(EOFError, OSError):  # the parent has hung up: there is nothing left to do
        connection.send(Ready())
        _answer(connection, limits)


@with_room  # and not what catches errors of the work: where no memory is left, there is none for a trace of such a frame
def _answer(connection: Connection, limits: Limits) -> None:
    unpacked: dict[str, Any] = {}
    for done in count(1):
        message = connection.recv_bytes()
        limit_processor(limits)
        outcome = _do(message, unpacked)
        ends = isinstance(outcome, OutOfMemory) or resident() > limits.resident
        connection.send(Answer(outcome, ends))
        if ends:
            os._exit(0)
        _clear(done)


def _clear(done: int) -> None:
    """Search for garbage after a piece of work: in what is new, and now and then in what was kept of earlier ones."""
    if done == SELDOM:
        gc.collect()
        gc.freeze()  # by now all is imported and prepared: that stays, and no search goes through it again
    elif done % SELDOM:
        gc.collect(0)
    else:
        gc.collect(2 if done % RARELY == 0 else 1)
        give_back_memory()


def _do(message: bytes, unpacked: dict[str, Any]) -> Returned | Raised | OutOfMemory:
    try:
        work: Work = pickle.loads(message)
        for parcel in work.parcels:
            unpacked[parcel.key] = pickle.loads(parcel.data)
        arguments = [unpacked[item.key] if isinstance(item, Reference) else item for item in work.arguments]
        return Returned(work.function(*arguments, **work.keywords))
    except MemoryError:
        return OutOfMemory()
    except Exception as error:
        return Raised(_portable(error))


def _portable(error: Exception) -> BaseException:
    """The exception with its traceback as a note; one that cannot cross becomes a `RuntimeError`."""
    trace = "".join(traceback.format_exception(error))
    try:
        copy: BaseException = pickle.loads(pickle.dumps(error))
    except Exception:
        copy = RuntimeError(f"{type(error).__name__}: {error}")
    copy.add_note(trace)
    return copy
