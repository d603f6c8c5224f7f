"""Hearing of changes below the folders that an edition comes from."""

import asyncio
from collections.abc import AsyncIterator, Collection
from pathlib import Path

from watchfiles import awatch

from glossary_publish.diagnostics import EnvironmentFault, fault

FOLDERS = ("content", "layouts")
REST = 20  # milliseconds without a change after which those before belong together: an editor saves in steps
LONGEST = 300  # milliseconds after which changes are told although there are more
TICK = 1000  # milliseconds after which the folders themselves are looked at


async def changes(root: Path, ended: asyncio.Event) -> AsyncIterator[Collection[str]]:
    """The paths in a project of files that were changed together, until the end.

    Each time that watching begins, and with it at the start, there is one round without any: what was changed before
    nobody heard. A folder that is put in the place of another one, as version control does, is watched anew.
    """
    while not ended.is_set():
        before = _state(root)
        fresh = True
        async for paths in _heard([root / name for name in before], ended):
            if paths or fresh:
                yield _named(root, paths)
            fresh = False
            if _state(root) != before:
                break


async def _heard(folders: Collection[Path], ended: asyncio.Event) -> AsyncIterator[Collection[Path]]:
    """What was changed together, and nothing each time that there is time to look at the folders."""
    try:
        async for found in awatch(
            *folders,
            debounce=LONGEST,
            step=REST,
            stop_event=ended,
            rust_timeout=TICK,
            yield_on_timeout=True,
        ):
            yield {Path(path) for _, path in found}
    except FileNotFoundError:
        await asyncio.sleep(TICK / 1000)  # one of them went this moment: what is there now is looked at again
    except OSError as error:
        message = f"changes of files cannot be heard of: {error}"
        help = "set WATCHFILES_FORCE_POLLING=true in the environment, then the files are looked at in turn"
        raise fault(EnvironmentFault, "cannot-watch", message, help=help) from error


def _named(root: Path, paths: Collection[Path]) -> Collection[str]:
    """The files by their paths in the project; those that an editor wrote meanwhile and took away are left out."""
    there = {path for path in paths if path.exists()}
    return sorted(
        (path.relative_to(root) if path.is_relative_to(root) else path).as_posix() for path in there or paths
    )


def _state(root: Path) -> dict[str, tuple[int, int]]:
    """The folders that are there, and which they are."""
    found = {}
    for name in FOLDERS:
        folder = root / name
        if folder.is_dir():
            status = folder.stat()
            found[name] = (status.st_dev, status.st_ino)
    return found
