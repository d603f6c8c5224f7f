"""Reading again what was read before: a remembered value carries the reads that made it, and replays them.

Whoever reads a project once calls plainly. Whoever reads it again and again, as a preview and builds do, pays for what
was changed.
"""

from collections.abc import Callable, Hashable
from dataclasses import dataclass
from typing import Any, Protocol, TypeVar

from glossary_publish.diagnostics import Diagnostic, PublishError, Report
from glossary_publish.workspace import Workspace

Value = TypeVar("Value")


class Once(Protocol):
    """Calls what reads a part of a project; what it finds goes into the report among the arguments, if there is one."""

    def __call__(self, read: Callable[..., Value], workspace: Workspace, /, *arguments: object) -> Value:
        """The value, from files as they are now."""
        ...


def plainly(read: Callable[..., Value], workspace: Workspace, /, *arguments: object) -> Value:
    """Read it."""
    return read(workspace, *arguments)


@dataclass(frozen=True, slots=True)
class Known:
    """A value with the arguments and the reads that it came from, and what was found while it was read."""

    arguments: tuple[object, ...]
    reads: dict[str, str]
    value: Any
    diagnostics: tuple[Diagnostic, ...]


class Store(Protocol):
    """Where values are kept, by reader and names: a dictionary, or what outlives a process."""

    def get(self, key: tuple[Hashable, ...], /) -> Known | None:
        """What is kept under a key."""
        ...

    def __setitem__(self, key: tuple[Hashable, ...], known: Known, /) -> None:
        """Keep it in place of what was there."""
        ...


class Memory:
    """Remembers the last value of each reader for each name that it was given; values must not be changed."""

    def __init__(self, store: Store | None = None) -> None:
        self._known: Store = {} if store is None else store

    def __call__(self, read: Callable[..., Value], workspace: Workspace, /, *arguments: object) -> Value:
        """What was read before if every file that was read holds what it held; else it is read."""
        report = next((one for one in arguments if isinstance(one, Report)), Report())
        others = tuple(one for one in arguments if not isinstance(one, Report))
        key = (read, *(one for one in others if isinstance(one, str)))
        known = self._known.get(key)
        if known is None or known.arguments != others or not _unchanged(known.reads, workspace):
            noting, found = _Noting(workspace), Report()
            given = (found if isinstance(one, Report) else one for one in arguments)
            try:
                value = read(noting, *given)
            except PublishError:
                report.extend(found)
                raise
            known = self._known[key] = Known(others, noting.noted, value, tuple(found))
        report.extend(known.diagnostics)
        remembered: Value = known.value
        return remembered


class _Noting:
    """A workspace that notes what is read through it."""

    def __init__(self, workspace: Workspace) -> None:
        self.noted: dict[str, str] = {}
        self.reads = workspace.reads
        self._workspace = workspace

    def read(self, path: str) -> bytes:
        try:
            return self._workspace.read(path)
        finally:
            self._note(path)

    def names(self, folder: str) -> tuple[str, ...]:
        names = self._workspace.names(folder)
        self._note(folder.rstrip("/") + "/")
        return names

    def _note(self, path: str) -> None:
        self.noted[path] = self.reads.get(path, "")  # what cannot be read at all is none of the reads


def _unchanged(reads: dict[str, str], workspace: Workspace) -> bool:
    return all(_state(workspace, path) == found for path, found in reads.items())


def _state(workspace: Workspace, path: str) -> str | None:
    """What is read there now; none for what cannot be read, which is to be told anew."""
    try:
        if path.endswith("/"):
            workspace.names(path)
        else:
            workspace.read(path)
    except FileNotFoundError:
        pass
    except PublishError:
        return None
    return workspace.reads[path]
