"""The outside world, seen through one door: files of the project and of the tool's own layouts. Every read is recorded."""

import errno
import os
import stat
from io import FileIO
from pathlib import Path
from typing import Protocol

from glossary_publish.diagnostics import EnvironmentFault, PublishError, Span, fault
from glossary_publish.publication import sha256

LARGEST_FILE = 32 * 1024 * 1024
ABSENT = "absent"
NOT_THERE = (errno.ENOENT, errno.ENOTDIR, errno.ELOOP)  # the last one for a folder that is a link to itself


class Workspace(Protocol):
    """Files by project-relative POSIX path. `reads` maps each path asked for to what was found there.

    The value is the SHA-256 of the bytes, or of the sorted names of a folder, or `absent`: "not there" is a read too.
    """

    reads: dict[str, str]

    def read(self, path: str) -> bytes:
        """The bytes of a file; raises `FileNotFoundError` when nothing is there."""
        ...

    def names(self, folder: str) -> tuple[str, ...]:
        """The sorted names in a folder, folders with a trailing slash; empty when there is no such folder."""
        ...


def text_of(workspace: Workspace, path: str) -> str:
    """A UTF-8 file with its byte order mark and carriage returns removed.

    Raises `PublishError` (`not-utf-8`) at the line and column of the first bad byte.
    """
    return decode(workspace.read(path), path)


def decode(data: bytes, path: str) -> str:
    """The bytes of a file as `text_of` gives them, for those who keep the bytes too."""
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start]
        line = before.count(b"\n") + 1
        column = len(before.rpartition(b"\n")[2].decode("utf-8", "replace")) + 1
        message = f"byte 0x{data[error.start]:02x} is not UTF-8 text"
        raise fault(
            PublishError, "not-utf-8", message, Span(path, line, column), "save the file as UTF-8"
        ) from error
    return text.replace("\r\n", "\n").replace("\r", "\n")


class DiskWorkspace:
    """A project folder; what it lacks under `layouts/` comes from the layouts that the tool brings along."""

    def __init__(self, root: Path, own: Path | None = None) -> None:
        self.root = root.resolve()
        self.own = (own or tool_folder()).resolve()
        self.reads: dict[str, str] = {}
        self._folders: dict[str, str] = {}

    def read(self, path: str) -> bytes:
        try:
            file, status = self._file(path)
            self._refuse_what_is_not_a_file(path, status.st_mode, status.st_size)
            with FileIO(file) as opened:
                data = opened.readall()
        except (FileNotFoundError, NotADirectoryError):
            self.reads[path] = ABSENT
            raise FileNotFoundError(path) from None
        except OSError as error:
            message = f"{path} cannot be read: {error.strerror}"
            raise fault(EnvironmentFault, "unreadable-file", message, Span(path)) from error
        self.reads[path] = sha256(data)
        return data

    def names(self, folder: str) -> tuple[str, ...]:
        found: set[str] = set()
        for root in self._roots(folder):
            place = root / folder
            if place.is_dir():
                with os.scandir(place) as entries:
                    found.update(_decodable(entry.name) + "/" * _is_folder(entry) for entry in entries)
        names = tuple(sorted(found))
        self.reads[folder.rstrip("/") + "/"] = sha256("\n".join(names).encode()) if names else ABSENT
        return names

    def _roots(self, path: str) -> tuple[Path, ...]:
        return (self.root, self.own) if f"{path}/".startswith("layouts/") else (self.root,)

    def _file(self, path: str) -> tuple[str, os.stat_result]:
        """The real path of a file and what it is; no object of `pathlib` is made: many thousand files are read."""
        if path.startswith("/") or ".." in path.split("/") or "\0" in path:
            raise _outside(path)
        folder, _, name = path.rpartition("/")
        for root in self._roots(path):
            file = f"{self._folder(root, folder, path)}{os.sep}{name}"
            try:
                status = os.lstat(file)
                if stat.S_ISLNK(status.st_mode):
                    file = _followed(root, path, path)
                    status = os.lstat(file)
            except OSError as error:
                if error.errno in NOT_THERE:
                    continue
                raise
            if stat.S_ISLNK(status.st_mode):  # its own name is all that was found at its end
                raise _no_file(path, "is a link that leads to itself")
            return file, status
        raise FileNotFoundError(path)

    def _folder(self, root: Path, folder: str, asked: str) -> str:
        """The real path of a folder, which is looked for once: thousands of files lie in one."""
        place = f"{root}{os.sep}{folder}"
        if place not in self._folders:
            self._folders[place] = _followed(root, folder, asked)
        return self._folders[place]

    @staticmethod
    def _refuse_what_is_not_a_file(path: str, mode: int, size: int) -> None:
        if not stat.S_ISREG(mode):
            raise _no_file(path, "is not a regular file")
        if size > LARGEST_FILE:
            message = f"{path} has {size:,} bytes; at most {LARGEST_FILE:,} are read"
            raise fault(PublishError, "file-too-large", message, Span(path), "make the file smaller")


class MemoryWorkspace:
    """A project that exists in memory only, for tests; layouts come from the tool's own folder."""

    def __init__(self, files: dict[str, bytes | str]) -> None:
        self.files = {path: data.encode() if isinstance(data, str) else data for path, data in files.items()}
        self.reads: dict[str, str] = {}
        self._own = DiskWorkspace(tool_folder())

    def read(self, path: str) -> bytes:
        if path not in self.files and path.startswith("layouts/"):
            data = self._own.read(path)
        elif path in self.files:
            data = self.files[path]
        else:
            self.reads[path] = ABSENT
            raise FileNotFoundError(path)
        self.reads[path] = sha256(data)
        return data

    def names(self, folder: str) -> tuple[str, ...]:
        prefix = folder.rstrip("/") + "/"
        below = [path.removeprefix(prefix) for path in self.files if path.startswith(prefix)]
        found = {name.partition("/")[0] + "/" * ("/" in name) for name in below}
        if prefix.startswith("layouts/"):
            found.update(self._own.names(folder))
        names = tuple(sorted(found))
        self.reads[prefix] = sha256("\n".join(names).encode()) if names else ABSENT
        return names


def tool_folder() -> Path:
    """The folder that holds the tool's own `layouts/`: in the package when installed, else the checkout."""
    package = Path(__file__).resolve().parent
    return package if (package / "layouts").is_dir() else package.parents[1]


def _followed(root: Path, path: str, asked: str) -> str:
    """The real path of what lies at the end of all links; raises `PublishError` where that is not in the project."""
    found = os.path.realpath(f"{root}{os.sep}{path}")
    if not f"{found}{os.sep}".startswith(f"{root}{os.sep}"):
        raise _outside(asked)
    return found


def _is_folder(entry: "os.DirEntry[str]") -> bool:
    try:
        return entry.is_dir()
    except OSError as error:
        if error.errno in NOT_THERE:
            return False
        raise


def _decodable(name: str) -> str:
    """A name as text; bytes that are none stand as escapes, so that a message can show them."""
    return name.encode("utf-8", "backslashreplace").decode()


def _no_file(path: str, why: str) -> PublishError:
    return fault(PublishError, "not-a-file", f"{path} {why}", Span(path), "put a plain file there")


def _outside(path: str) -> PublishError:
    message = f"{path} leads out of the project"
    return fault(
        PublishError, "path-outside-project", message, Span(path), "keep every file inside the project folder"
    )
