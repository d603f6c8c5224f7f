"""Whether finished files have the bytes that were made.

To read many of them takes long: workers do it, where some are at work anyhow, while the parent does something else.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, Future
from contextlib import suppress
from itertools import chain
from pathlib import Path

from glossary_publish.build.cache.tree import Unusual, data_of
from glossary_publish.build.manifest import Entry
from glossary_publish.build.plan import Edition
from glossary_publish.publication import sha256

AT_ONCE = 1024  # editions of which a worker looks at the files before it is free for something else
Files = tuple[tuple[str, str], ...]


def altered(root: Path, entry: Entry) -> str:
    """What is wrong with the finished file itself; empty if it has the bytes that were made."""
    if _is_whole(f"{root}/{entry.path}", entry.sha256):
        return ""
    if not (root / entry.path).exists():
        return f"{entry.path} is not there"
    return f"{entry.path} is not as it was made"


def damaged(edition: Edition, entries: Mapping[str, Entry], root: Path) -> Iterable[str]:
    """What is wrong with the finished files of an edition themselves; each is read for it."""
    entry = entries.get(edition.path)
    if entry is None:
        return
    files = [entry]
    if entry.sheets:
        if entry.sheets in entries:
            files.append(entries[entry.sheets])
        else:
            yield f"{entry.sheets} is not there"
    yield from filter(None, (altered(root, one) for one in files))


def are_damaged(
    editions: Sequence[Edition], entries: Mapping[str, Entry], root: Path, workers: Executor | None
) -> Iterator[bool]:
    """Whether anything is wrong with the finished files of each edition; workers, if there are any, look at once.

    What they cannot tell is looked at when it is asked for.
    """
    files = [_files(edition, entries) for edition in editions]
    portions = [files[begin : begin + AT_ONCE] for begin in range(0, len(files), AT_ONCE)]
    looks = [_begun(portion, root, workers) for portion in portions]
    told = (
        _told(look) or not_all_whole(str(root), portion)
        for look, portion in zip(looks, portions, strict=True)
    )
    return chain.from_iterable(told)


def not_all_whole(root: str, files: Iterable[Files]) -> list[bool]:
    """For some paths in a folder at a time, each with a hash: whether a file there is missing or has another one."""
    return [not all(_is_whole(f"{root}/{path}", digest) for path, digest in some) for some in files]


def _files(edition: Edition, entries: Mapping[str, Entry]) -> Files:
    """The finished files of an edition; what no manifest knows has no hash, which no file has."""
    entry = entries.get(edition.path)
    paths = filter(None, (entry.path, entry.sheets)) if entry else ()
    return tuple((path, entries[path].sha256 if path in entries else "") for path in paths)


def _begun(files: list[Files], root: Path, workers: Executor | None) -> "Future[list[bool]] | None":
    if workers is not None:
        with suppress(RuntimeError):  # they were told to end
            return workers.submit(not_all_whole, str(root), files)
    return None


def _told(look: "Future[list[bool]] | None") -> list[bool]:
    if look is not None:
        with suppress(Exception):  # that of the worker, which may have died
            return look.result()
    return []


def _is_whole(path: str, digest: str) -> bool:
    try:
        return sha256(data_of(path)) == digest
    except Unusual:
        return False
