"""Writing finished files: whole or not at all, and one build at a time in one folder.

A file is written beside its place, forced to the disk and renamed over the old one; then its folder is forced to the
disk too, and each one in which a folder had to be made for it. Whoever looks at any moment, also after a power cut,
finds the old bytes or the new ones.
"""

import errno
import os
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path, PurePosixPath

from glossary_publish.diagnostics import EnvironmentFault, PublishError, Span, fault

UNFINISHED = ".gpub-unfinished"
CLINICS = "clinics"  # in this folder the finished files lie one deeper
LISTS = ".d"  # ends the name of a folder with lists of finished files, which lie as those do
FOLDER = os.O_RDONLY | getattr(os, "O_DIRECTORY", 0)
PATIENCE = 0.05  # seconds between two looks at a folder that another build holds


def write_file(root: Path, name: str, data: bytes) -> None:
    """Put a file at `root/name` in one step; raises `EnvironmentFault` naming it, and the old file stays."""
    path = root / name
    try:
        if sys.platform == "win32":  # where folders cannot be opened
            path.parent.mkdir(parents=True, exist_ok=True)
            _refuse_a_way_out(root, path.parent)
            _put(path, data)
        else:
            with _opened(root, PurePosixPath(name).parent.parts) as (folder, changed):
                _put(Path(path.name), data, folder)
                for one in changed:
                    os.fsync(one)
    except OSError as error:
        raise cannot_write(path, error) from error


def clear_unfinished(root: Path, folders: Iterable[str]) -> None:
    """Remove what a killed build left half-written, in these folders and wherever else a build writes.

    Call it while holding `root`. A folder that is a link is left alone: what it leads to is not ours.
    """
    below = _folders_in(root)
    places = {str(root), *below}
    for hall in (str(root), *(folder for folder in below if folder.endswith(LISTS))):
        for clinic in _folders_in(f"{hall}/{CLINICS}"):
            places |= {clinic, *_folders_in(clinic)}
    others = {f"{root}/{name}" for name in folders} - places
    for place in (*places, *(other for other in others if not Path(other).is_symlink())):
        with suppress(OSError), os.scandir(place) as entries:
            for entry in entries:
                if entry.name.endswith(UNFINISHED) and entry.name.startswith("."):
                    Path(entry.path).unlink()


@contextmanager
def holding(root: Path, waiting: Callable[[], None]) -> Iterator[None]:
    """Keep other builds out of a folder, which is made if it is missing; a fault of the disk in it is told as such.

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
    except OSError as error:  # of any look at what is in the folder
        place = Path(os.fsdecode(error.filename)) if isinstance(error.filename, str | bytes) else None
        if place is None or not place.is_relative_to(root):
            raise
        raise cannot_write(place, error) from error
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


def _put(path: Path, data: bytes, folder: int | None = None) -> None:
    """Write beside the place, force to the disk, rename; the path may be one within an open folder."""
    unfinished = path.with_name(f".{path.name}{UNFINISHED}")
    try:
        with open(_created(unfinished, folder), "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        os.replace(unfinished, path, src_dir_fd=folder, dst_dir_fd=folder)
    except BaseException:
        with suppress(OSError):
            os.unlink(unfinished, dir_fd=folder)
        raise


def _created(path: Path, folder: int | None) -> int:
    """A descriptor of a new file; what lies in its place, be it a link to elsewhere, is removed and not written to."""
    flags = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
    try:
        return os.open(path, flags, 0o666, dir_fd=folder)
    except FileExistsError:
        os.unlink(path, dir_fd=folder)
        return os.open(path, flags, 0o666, dir_fd=folder)


@contextmanager
def _opened(root: Path, names: Iterable[str]) -> Iterator[tuple[int, list[int]]]:
    """A folder below `root`, made where it is missing, and the folders that a file in it changes, all open.

    Each is opened within the one above it and none through a link, so that no path has to be resolved.
    """
    held: list[int] = []
    changed: list[int] = []
    try:
        try:
            held.append(os.open(root, FOLDER))
        except FileNotFoundError:
            root.mkdir(parents=True, exist_ok=True)
            held.append(os.open(root, FOLDER))
        place = root
        for name in names:
            place = place / name
            try:
                below = _within(held[-1], name, root, place)
            except FileNotFoundError:
                os.mkdir(name, dir_fd=held[-1])
                changed.append(held[-1])
                below = _within(held[-1], name, root, place)
            held.append(below)
        yield held[-1], [held[-1], *reversed(changed)]
    finally:
        for one in held:
            os.close(one)


def _within(folder: int, name: str, root: Path, place: Path) -> int:
    """A folder within an open one. A link is followed if it stays in `root`."""
    try:
        if name != os.pardir:
            return os.open(name, FOLDER | os.O_NOFOLLOW, dir_fd=folder)
    except OSError as error:
        if error.errno not in (errno.ELOOP, errno.ENOTDIR):
            raise
    _refuse_a_way_out(root, place)
    return os.open(name, FOLDER, dir_fd=folder)


def _refuse_a_way_out(root: Path, folder: Path) -> None:
    if not folder.resolve().is_relative_to(root.resolve()):
        message = f"{folder} is a link that leads out of {root}"
        help = "remove the link: finished files are written inside the output folder only"
        raise fault(EnvironmentFault, "output-outside-folder", message, Span(str(folder)), help)


def _folders_in(root: str | Path) -> list[str]:
    """The folders directly below one; links are none."""
    with suppress(OSError), os.scandir(root) as entries:
        return [entry.path for entry in entries if entry.is_dir(follow_symlinks=False)]
    return []


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
