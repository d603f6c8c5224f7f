"""The folder for what workers leave among the temporary files.

It goes when they end. A parent that is killed cannot see to that: its lock on the folder ends with it and with its
workers, and the next ones clear whatever folder nobody holds.
"""

import os
import shutil
import sys
import tempfile
from contextlib import suppress
from pathlib import Path

PREFIX = "glossary-publish-workers-"


class Scratch:
    """A folder that is ours until it is removed, or until this process and its workers are gone."""

    def __init__(self) -> None:
        _clear_left()
        claimed = None
        while claimed is None:
            folder = tempfile.mkdtemp(prefix=PREFIX)
            claimed = _claimed(folder)
        self.path = folder
        self._claim = claimed

    def remove(self) -> None:
        """Remove the folder with all that is in it."""
        shutil.rmtree(self.path, ignore_errors=True)
        if self._claim >= 0:
            os.close(self._claim)


def _clear_left() -> None:
    """Remove the folders of this user that nobody holds. Without locks (Windows) they are left to the system."""
    if sys.platform == "win32":
        return
    with suppress(OSError), os.scandir(tempfile.gettempdir()) as entries:
        left = [Path(entry.path) for entry in entries if entry.name.startswith(PREFIX)]
        for folder in left:
            with suppress(OSError):
                if folder.lstat().st_uid == os.getuid():
                    claim = _claimed(str(folder))
                    if claim is not None:
                        shutil.rmtree(folder, ignore_errors=True)
                        os.close(claim)


def _claimed(folder: str) -> int | None:
    """A descriptor that holds a folder; none if somebody else holds it, or removed it in between."""
    if sys.platform == "win32":
        return -1
    import fcntl

    try:
        claim = os.open(folder, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW)
    except OSError:
        return None
    try:
        fcntl.flock(claim, fcntl.LOCK_EX | fcntl.LOCK_NB)
        if os.fstat(claim).st_ino == Path(folder).lstat().st_ino:
            return claim
    except OSError:  # another process clears it: that takes it for one that was left
        pass
    os.close(claim)
    return None
