"""A folder of small files in the project, each whole or as good as not there.

A file begins with the hash of the rest and of the tools that wrote it: one that is torn, changed or of another
version is not read. None is forced to the disk; what a power cut takes is made again. Where the project cannot be
written to, nothing is kept.
"""

from contextlib import suppress
from hashlib import sha256
from pathlib import Path

from glossary_publish.build.cache.tree import Unusual, data_of

FOLDER = ".glossary-publish-cache"
SIZE = sha256().digest_size
UNFINISHED = ".unfinished"
# See https://bford.info/cachedir/: programs that copy or search a disk leave such a folder out.
MARKS = {
    "CACHEDIR.TAG": b"Signature: 8a477f597d28d172789f06886806bc55\n",
    ".gitignore": b"*\n",
}


class Shelf:
    """Files by name. `stamp` tells one version of the tools from another; without `kept` none is written."""

    def __init__(self, project: Path, stamp: str, kept: bool = True) -> None:
        self.folder = project / FOLDER
        self._stamp = stamp.encode()
        self._kept = kept
        self._begun = False

    def get(self, name: str) -> bytes | None:
        """What a file holds; none if it cannot be trusted."""
        try:
            data = data_of(f"{self.folder}/{name}")
        except Unusual:
            return None
        return data[SIZE:] if data[:SIZE] == self._mark(name, data[SIZE:]) else None

    def put(self, name: str, data: bytes) -> None:
        """Keep something, in one step, if it can be kept."""
        if self._kept:
            with suppress(OSError):
                self._begin()
                self._write(name, self._mark(name, data) + data)

    def _mark(self, name: str, data: bytes) -> bytes:
        found = sha256(b"%s\0%s\0" % (self._stamp, name.encode()))
        found.update(data)
        return found.digest()

    def _begin(self) -> None:
        if not self._begun:
            self.folder.mkdir(exist_ok=True)
            for left in self.folder.glob(
                f"*{UNFINISHED}"
            ):  # by a build that was killed; one at work does without
                left.unlink(missing_ok=True)
            for name, data in MARKS.items():
                if not (self.folder / name).exists():
                    self._write(name, data)
            self._begun = True

    def _write(self, name: str, data: bytes) -> None:
        """Write beside the place and rename. What another build is writing at this moment is left to that one."""
        unfinished = self.folder / f"{name}{UNFINISHED}"
        with unfinished.open("xb") as file:
            try:
                file.write(data)
                file.flush()
                unfinished.replace(self.folder / name)
            except BaseException:
                with suppress(OSError):
                    unfinished.unlink()
                raise
