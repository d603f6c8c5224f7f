"""Writing finished files: whole or not at all, and one build at a time in one folder.

A file is written beside its place, forced to the disk and renamed over the old one; then the folder is forced
to the disk too. Whoever looks at any moment, also after a power cut, finds the old bytes or the new ones.
"""

import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from glossary_publish.diagnostics import EnvironmentFault, PublishError, Span, fault

UNFINISHED = ".gpub-unfinished"
PATIENCE = 0.05  # seconds between two looks at a folder that another build holds


def write_file(root: Path, name: str, data: bytes) -> None:
    """Put a file at `root/name` in one step; raises `EnvironmentFault` naming it, and the old file stays."""
    path = root / name
    unfinished = path.with_name(f".{path.name}{UNFINISHED}")
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _refuse_a_way_out(root, path)
        try:
            _write_through(unfinished, data)
            unfinished.replace(path)
        finally:
            with suppress(OSError):
                unfinished.unlink()
        _sync_folder(path.parent)
    except OSError as error:
        raise cannot_write(path, error) from error


def clear_unfinished(root: Path, folders: Iterable[str]) -> None:
    """Remove what a killed build left half-written in these folders; call it while holding `root`.

    A folder that is a link is left alone: what it leads to is not ours.
    """
    for folder in {root, *(root / name for name in folders if not (root / name).is_symlink())}:
        for orphan in folder.glob(f".*{UNFINISHED}"):
            with suppress(OSError):
                orphan.unlink()


@contextmanager
def holding(root: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Keep other builds out of a folder, which is made if it is missing.

    `waiting` is called once if another build is in it. The lock is on the folder itself and ends with its
    process, so that none is left behind.
    Windows knows no such lock: there two builds in one folder are not kept apart.
    """
    try:
        root.mkdir(parents=True, exist_ok=True)
        if sys.platform == "win32":
            yield
            return
        descriptor = os.open(root, os.O_RDONLY)
    except OSError as error:
        raise cannot_write(root, error) from error
    try:
        _lock(descriptor, waiting)
        yield
    finally:
        os.close(descriptor)


def cannot_write(path: Path, error: OSError) -> PublishError:
    """The error for a path that cannot be written, with what would help."""
    reason = error.strerror or str(error)
    help = "free some space, or choose another folder with --out"
    if isinstance(error, PermissionError) or "read-only" in reason.lower():
        help = "make the folder writable, or choose another one with --out"
    message = f"{path} cannot be written: {reason[:1].lower()}{reason[1:]}"
    return fault(EnvironmentFault, "cannot-write", message, Span(str(path)), help)


def _write_through(path: Path, data: bytes) -> None:
    with path.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _sync_folder(folder: Path) -> None:
    if sys.platform == "win32":
        return  # folders cannot be opened there
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _refuse_a_way_out(root: Path, path: Path) -> None:
    if not path.parent.resolve().is_relative_to(root.resolve()):
        message = f"{path.parent} is a link that leads out of {root}"
        help = "remove the link: finished files are written inside the output folder only"
        raise fault(EnvironmentFault, "output-outside-folder", message, Span(str(path.parent)), help)


def _lock(descriptor: int, waiting: Callable[[], None]) -> None:
    import fcntl

    told = False
    while True:
        try:
            fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
            return
        except BlockingIOError:
            if not told:
                waiting()
                told = True
            time.sleep(PATIENCE)
