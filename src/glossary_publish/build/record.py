"""The record: what was published in a folder, now and before, so that a text can be recalled.

The manifest says what is there. What was there and was made anew, withdrawn or lost stands beside it, in files of
`former.d` that are there only when there was something; no clock has a say in them.
"""

from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, astuple, dataclass, field, fields
from pathlib import Path

from glossary_publish.build.manifest import (
    EDITIONS,
    NAME,
    SHARDS,
    Entry,
    Writing,
    folder_of,
    load_manifest,
    load_pages,
    put_document,
    read_document,
    row_of,
    shard_of,
    shards_in,
)
from glossary_publish.diagnostics import Report, Span

FORMER = "former.d"
SCHEMA = "glossary-publish/former/2"
DAMAGED = ".damaged"


@dataclass(frozen=True, slots=True)
class Former:
    """What was published as `path` once and is there no more: enough to recognize and recall it."""

    path: str
    sha256: str
    slug: str
    layout: str
    paper: str
    language: str
    format: str
    version: str
    code: str
    source_hash: str
    valid_until: str
    clinic: str = ""

    @classmethod
    def of(cls, entry: Entry) -> "Former":
        """What stays of an entry."""
        return cls(**{field.name: getattr(entry, field.name) for field in fields(cls)})


@dataclass(frozen=True, slots=True)
class Record:
    """The finished files of a folder by path, what was published before them, and the hashes of pages to find them."""

    editions: dict[str, Entry]
    former: tuple[Former, ...] = ()
    pages: dict[str, str] = field(default_factory=dict)

    @property
    def rows(self) -> tuple[Entry | Former, ...]:
        """All that was ever published there, what is there now first."""
        return (*self.editions.values(), *self.former)


def read_record(root: Path, report: Report) -> Record:
    """The record of a folder; a damaged file counts as none and is a warning."""
    editions = load_manifest(root, report)
    former = [row for path in shards_in(root, FORMER) for row in _read_former(path, report)]
    return Record(editions, tuple(former), load_pages(root))


def _read_former(path: Path, report: Report) -> list[Former]:
    try:
        return [row_of(Former, row) for row in read_document(path, SCHEMA)[EDITIONS]]
    except (ValueError, KeyError, TypeError) as error:
        help = "put a copy of the file there; a build keeps the damaged one beside the new one"
        message = str(error) if isinstance(error, ValueError) else f"{path} cannot be used: {error!r}"
        report.warning("damaged-record", message, Span(str(path)), help)
        return []


class Opened:
    """The record of a folder while a build writes it anew, folder by folder.

    A damaged file is kept under another name: somebody may need what it says to recall a text.
    """

    def __init__(self, root: Path, report: Report) -> None:
        self.root = root
        self.report = report
        found = Report()
        self.before = load_manifest(root, found)
        self.pages = load_pages(root)
        self._set_aside(found)
        self._writing = Writing(root)
        self._folders = _by_folder(self.before.values())

    def _set_aside(self, found: Report) -> None:
        self.report.extend(found)
        for path in [Path(one.span.path) for one in found if one.span]:
            _put_aside(path)

    def write(self, folder: str, entries: Mapping[str, Entry]) -> None:
        """Write what is in one folder now, after what was there before and is no more."""
        now = [entries[path] for path in sorted(entries)]
        before = self._folders.get(folder, [])
        if now != before:
            self._write_former(folder, before, now)
            self._writing.shard(folder, now)
            self._folders[folder] = now

    def close(self, entries: Mapping[str, Entry], pages: Mapping[str, str]) -> None:
        """Write what is not written yet, and the head last."""
        now = _by_folder(entries.values())
        for folder in sorted({*now, *self._folders}):
            self.write(folder, {entry.path: entry for entry in now.get(folder, [])})
        if not (self.root / SHARDS).exists() and not (self.root / NAME).exists() and not entries:
            return
        known = {self.root / shard_of(folder) for folder in now}
        for path in {*shards_in(self.root, SHARDS)} - known:  # what could not be used
            _put_aside(path)
        self._writing.head(pages)
        self._writing.clear(entries.values())

    def _write_former(self, folder: str, before: Iterable[Entry], now: Iterable[Entry]) -> None:
        """What is once and is again is not former."""
        found = Report()
        known = set(_read_former(self.root / shard_of(folder, FORMER), found))
        self._set_aside(found)
        former = {*known, *map(Former.of, before)} - {*map(Former.of, now)}
        if former != known:
            rows = [asdict(one) for one in sorted(former, key=astuple)]
            put_document(self.root, shard_of(folder, FORMER), SCHEMA, rows)


def _put_aside(path: Path) -> None:
    if path.is_file():
        with suppress(OSError):
            path.replace(path.with_name(path.name + DAMAGED))


def _by_folder(entries: Iterable[Entry]) -> dict[str, list[Entry]]:
    found: dict[str, list[Entry]] = {}
    for entry in sorted(entries, key=lambda entry: entry.path):
        found.setdefault(folder_of(entry.path), []).append(entry)
    return found
