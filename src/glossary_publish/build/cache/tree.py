"""What a folder holds, down to the last file, or nothing where there is something out of the ordinary."""

import os
import stat
import sys
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

from glossary_publish.workspace import LARGEST_FILE

# A pipe is not waited for, and a link is not followed.
PLAINLY = (
    os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
)


class Unusual(Exception):
    """Something that no glossary needs: a link, a device, a huge file, what cannot be read or is not there."""


def files_in(root: Path, folder: str) -> Iterator[tuple[str, bytes]]:
    """Every file in a folder below `root`: its path from there, and what it holds; nothing without the folder.

    Folders in it end with a slash and hold nothing.

    Raises `Unusual`.
    """
    try:
        yield from _below(f"{root}/{folder}", folder)
    except FileNotFoundError:
        return
    except OSError as error:
        raise Unusual(str(error)) from error


def data_of(path: str | Path, largest: int = sys.maxsize) -> bytes:
    """What a plain file holds that has no more than some bytes; raises `Unusual`."""
    try:
        descriptor = os.open(path, PLAINLY)
    except OSError as error:
        raise Unusual(str(error)) from error
    try:
        status = os.fstat(descriptor)
        fits = stat.S_ISREG(status.st_mode) and status.st_size <= largest
        data = os.read(descriptor, status.st_size + 1) if fits else None
    except OSError as error:
        raise Unusual(str(error)) from error
    finally:
        os.close(descriptor)
    if data is None or len(data) != status.st_size:
        raise Unusual(str(path))
    return data


def summed(hashes: Mapping[str, str]) -> str:
    """One hash for the hashes of many files, whatever their order."""
    lines = (f"{found} {os.fsencode(path).hex()}" for path, found in sorted(hashes.items()))
    return sha256("\n".join(lines).encode()).hexdigest()


def _below(place: str, name: str) -> Iterator[tuple[str, bytes]]:
    with os.scandir(place) as entries:
        for entry in entries:
            path = f"{name}/{entry.name}"
            if entry.is_dir(follow_symlinks=False):
                yield f"{path}/", b""  # an empty folder can be a clinic without a file
                yield from _below(entry.path, path)
            else:
                yield path, data_of(entry.path, LARGEST_FILE)
