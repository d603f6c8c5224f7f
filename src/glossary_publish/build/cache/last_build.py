"""Whether anything at all has changed since the last build: then there is nothing to plan, to read or to compose.

Content decides. A build that leaves everything current notes what it read, what it left and what it said; the next
one compares. Whatever is out of the ordinary counts as a change, and the build finds out the long way.
"""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path

from glossary_publish.build.cache.shelf import Shelf
from glossary_publish.build.cache.tree import Unusual, data_of, files_in, summed
from glossary_publish.build.manifest import EDITIONS, NAME, PAGES, SHARDS, SHARED
from glossary_publish.build.record import FORMER
from glossary_publish.build.told import data_of as data_of_diagnostic
from glossary_publish.build.told import diagnostic_of
from glossary_publish.build.writing import holding
from glossary_publish.diagnostics import Diagnostic
from glossary_publish.publication import sha256
from glossary_publish.workspace import ABSENT, tool_folder

NOTE = "last-build"
LAYOUTS = "layouts"
FOLDERS = ("content", LAYOUTS)
TOOL = "tool:"  # before the paths of files that the tool brings along


@dataclass(frozen=True, slots=True)
class Note:
    """What a build noted: one hash for all that it could read, one for all that it left, and what it said.

    `since` and `before` are the days between which it would do the same; `count` is how many editions are current.
    """

    asked: str
    read: str
    left: str
    since: str
    before: str
    count: int
    told: tuple[Diagnostic, ...]


class LastBuild:
    """The last build of a project, beside one into the folder `out` that is `asked` for in some words on a day."""

    def __init__(self, shelf: Shelf, project: Path, out: Path, asked: object, today: date) -> None:
        self._shelf = shelf
        self._out = out
        self._asked = json.dumps([str(out.resolve()), asked])
        self._today = today.isoformat()
        self._note = _read_note(shelf)
        self._read = _hashes(project)
        self._summed = summed(self._read)

    @property
    def read_the_same(self) -> bool:
        """Whether the last build found the files that are there now; then it left nothing to make."""
        return self._note is not None and bool(self._read) and self._note.read == self._summed

    def unchanged(self, waiting: Callable[[], None]) -> Note | None:
        """What was noted, if this build would come to the same; `waiting` is called if another one is at work."""
        note = self._note
        if note is None or not self.read_the_same:
            return None
        if note.asked != self._asked or not note.since <= self._today < note.before:
            return None
        with holding(self._out, waiting):
            return note if _is_whole(self._out, note.left) else None

    def keep(
        self,
        reads: Iterable[tuple[str, str]],
        left: str,
        days: tuple[date, date],
        told: Sequence[Diagnostic],
        count: int,
    ) -> None:
        """Note a build that read some files and left everything current; not if one was changed meanwhile."""
        files = ((path, found) for path, found in reads if not path.endswith("/"))
        if self._read and left and all(self._was(path) == found for path, found in files):
            since, before = (day.isoformat() for day in days)
            note = Note(self._asked, self._summed, left, since, before, count, tuple(told))
            document = asdict(note) | {"told": list(map(data_of_diagnostic, told))}
            self._shelf.put(NOTE, json.dumps(document).encode())

    def _was(self, path: str) -> str:
        return self._read.get(path, self._read.get(f"{TOOL}{path}", ABSENT))


def _read_note(shelf: Shelf) -> Note | None:
    data = shelf.get(NOTE)
    if data is None:
        return None
    values = json.loads(data)
    return Note(**values | {"told": tuple(map(diagnostic_of, values["told"]))})


def _hashes(project: Path) -> dict[str, str]:
    """The hashes of all that a build can read; none if there is something out of the ordinary."""
    try:
        return {path: sha256(data) for path, data in _files(project)}
    except Unusual:
        return {}


def _files(project: Path) -> Iterator[tuple[str, bytes]]:
    for folder in FOLDERS:
        yield from files_in(project, folder)
    if tool_folder() != project:
        for path, data in files_in(tool_folder(), LAYOUTS):
            yield f"{TOOL}{path}", data


def left_in(out: Path) -> str:
    """One hash for the whole manifest of a folder; empty if there is something out of the ordinary."""
    try:
        return _summed(_manifest(out))
    except Unusual:
        return ""


def _is_whole(out: Path, left: str) -> bool:
    """Whether a folder has the manifest that was left there, and every finished file as the manifest has it."""
    try:
        manifest = _manifest(out)
        return _summed(manifest) == left and all(
            sha256(data_of(out / path)) == found for path, found in _finished(manifest)
        )
    except Unusual:
        return False


def _manifest(out: Path) -> dict[str, bytes]:
    return {NAME: data_of(out / NAME), **dict(files_in(out, SHARDS)), **dict(files_in(out, FORMER))}


def _summed(files: Mapping[str, bytes]) -> str:
    return summed({path: sha256(data) for path, data in files.items()})


def _finished(manifest: Mapping[str, bytes]) -> Iterator[tuple[str, str]]:
    """Every finished file that a manifest names, and every page for finding them, with its hash."""
    shards = (data for path, data in manifest.items() if _is_shard(path))
    for row in json.loads(manifest[NAME]).get(PAGES, ()):
        yield row["path"], row["sha256"]
    for data in shards:
        for row in json.loads(data)[EDITIONS]:
            yield row["path"], row["sha256"]


def _is_shard(path: str) -> bool:
    return path.startswith(f"{SHARDS}/") and path.endswith(".json") and not path.startswith(f"{SHARED}/")
