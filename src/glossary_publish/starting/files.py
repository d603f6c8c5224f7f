"""Files that the tool begins for its user: all of them or none, and never in the place of another one."""

import os
from collections.abc import Iterator, Mapping
from contextlib import suppress
from dataclasses import replace
from pathlib import Path, PurePosixPath

from glossary_publish.build.writing import write_file
from glossary_publish.diagnostics import (
    Diagnostic,
    EnvironmentFault,
    PublishError,
    Report,
    Severity,
    Span,
    UsageError,
    fault,
)
from glossary_publish.glossary.loading import load_glossary
from glossary_publish.publication import sha256
from glossary_publish.workspace import DiskWorkspace

HELP = "free some space and make the folder writable, then try again"


class Overlay:
    """A project as it would be with some files that are not written yet."""

    def __init__(self, root: Path, files: Mapping[str, bytes]) -> None:
        self.files = files
        self._disk = DiskWorkspace(root)
        self.reads = self._disk.reads

    def read(self, path: str) -> bytes:
        """The new file, or else the one on the disk."""
        if path not in self.files:
            return self._disk.read(path)
        self.reads[path] = sha256(self.files[path])
        return self.files[path]

    def names(self, folder: str) -> tuple[str, ...]:
        """The names on the disk and the new ones."""
        prefix = folder.rstrip("/") + "/"
        below = [path.removeprefix(prefix) for path in self.files if path.startswith(prefix)]
        new = {name.partition("/")[0] + "/" * ("/" in name) for name in below}
        return tuple(sorted(new.union(self._disk.names(folder))))


def found_in(root: Path, files: Mapping[str, bytes]) -> Iterator[Diagnostic]:
    """What a check would say of some files if they were written."""
    report = Report()
    load_glossary(Overlay(root, files), report)
    yield from (found for found in report if found.span and found.span.path in files)


def refuse_faults(root: Path, files: Mapping[str, bytes], allowed: str = "") -> None:
    """Raise `UsageError` with every error of files that are not written yet, but for one code that is expected."""
    errors = [found for found in found_in(root, files) if found.severity is Severity.ERROR]
    if wrong := [found for found in errors if found.code != allowed]:
        raise UsageError(replace(found, span=None) for found in wrong)


def refuse_what_is_there(root: Path, paths: Mapping[str, bytes]) -> None:
    """Raise `UsageError` for each file that is there already and holds something else."""
    there = [path for path, data in paths.items() if _differs(root / path, data)]
    if there:
        help = "take another name, or move away what is there: nothing is overwritten"
        raise UsageError(
            Diagnostic("already-there", Severity.ERROR, f"{path} is there already", Span(path), help)
            for path in there
        )


def write_new(root: Path, files: Mapping[str, bytes]) -> None:
    """Write new files; if one cannot be written, those before it are taken away again."""
    refuse_what_is_there(root, files)
    written: list[str] = []
    try:
        for path, data in files.items():
            if not os.path.lexists(root / path):
                written.append(path)
                write_file(root, path, data)
    except PublishError as error:
        for path in reversed(written):
            with suppress(OSError):
                (root / path).unlink()
            _remove_empty(root, PurePosixPath(path).parent)
        raise _not_written(error) from error


def write_result(file: Path, data: bytes) -> None:
    """Write a file in one step, also in the place of an older one."""
    try:
        write_file(file.parent, file.name, data)
    except PublishError as error:
        raise _not_written(error) from error


def _not_written(error: PublishError) -> PublishError:
    return EnvironmentFault(replace(found, help=HELP) for found in error.diagnostics)


def read_file(named: Path) -> bytes:
    """A file that the user named, wherever it lies."""
    try:
        return DiskWorkspace(named.parent).read(named.name)
    except FileNotFoundError as error:
        help = "name a file that is there"
        raise fault(UsageError, "no-such-file", f"there is no file {named}", help=help) from error


def _differs(path: Path, data: bytes) -> bool:
    if not os.path.lexists(path):
        return False
    try:
        return path.is_symlink() or path.read_bytes() != data
    except OSError:
        return True


def _remove_empty(root: Path, folder: PurePosixPath) -> None:
    with suppress(OSError):
        while folder.parts:
            (root / folder).rmdir()
            folder = folder.parent
