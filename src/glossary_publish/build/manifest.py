"""The manifest: what each finished file is, what it was made from, by which tools; no clock stands in it.

No file of it grows with the number of all editions: `manifest.json` is a small head with the pages for finding sheets,
`manifest.d/<folder>.json` a shard for each folder of finished files, and `manifest.d/_shared/` holds the tables that
many entries have in common (the files of a layout, the versions of tools), each called by its own hash.
"""

import json
import os
import stat
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, field, fields
from functools import lru_cache
from pathlib import Path
from typing import Any, TypeVar

from glossary_publish.build.told import data_of, diagnostic_of
from glossary_publish.build.writing import write_file
from glossary_publish.diagnostics import Diagnostic, Report, Span
from glossary_publish.publication import sha256
from glossary_publish.same import Same

NAME = "manifest.json"
SHARDS = "manifest.d"
SHARED = f"{SHARDS}/_shared"  # no folder of finished files is called so: names of articles have no such line
SCHEMA = "glossary-publish/manifest/2"
TABLES = ("reads", "shared", "tools", "topic", "choices")
POINTERS = ("shared", "tools")  # tables that many entries have in common
TOLD = "told"
SELDOM = ("sheets", "asked", TOLD)
EDITIONS, PAGES = "editions", "pages"
KEY = 20  # characters of a hash: enough to tell tables apart


@dataclass(frozen=True, slots=True)
class Entry:
    """One finished file. `path` is relative to the manifest; `valid_until` is a date or empty.

    `reads` maps every file that the edition depends on to the SHA-256 of what it held (or `absent`), and `shared`
    does so for the files of its layout, which many have in common; `tools` names the versions that made it, and
    `fingerprint` sums them up with what the edition is.
    `topic` is what somebody who looks for it has to know: title, term, other names (one in a line), category, date.
    `choices` says what was taken where something else might have been, `sheets` where its sheets to fold lie, and
    `asked` is "yes" if no row names it and somebody asked for it. `told` is what was said when it was made, to be said
    again as long as it is current.
    """

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
    fingerprint: str
    reads: dict[str, str]
    tools: dict[str, str]
    shared: dict[str, str] = field(default_factory=dict)
    clinic: str = ""
    topic: dict[str, str] = field(default_factory=dict)
    choices: dict[str, str] = field(default_factory=dict)
    sheets: str = ""
    asked: str = ""
    told: tuple[Diagnostic, ...] = ()


@dataclass(frozen=True, slots=True)
class PageEntry:
    """One page for finding sheets."""

    path: str
    sha256: str


Row = TypeVar("Row")


def fingerprint(
    identity: Mapping[str, str], reads: Mapping[str, str], shared: dict[str, str], tools: dict[str, str]
) -> str:
    """One hash for what an edition is, what it depends on and what made it.

    It is that of the JSON of three objects with sorted keys. Of `shared`, which goes into the second one, and `tools`
    many editions have the same objects, whose JSON is written once.
    """
    files = sorted((*map(_field, reads.items()), *_fields(Same(shared))))
    second = ", ".join(text for _, text in files)
    third = ", ".join(text for _, text in _fields(Same(tools)))
    return sha256(f"[{json.dumps(identity, sort_keys=True)}, {{{second}}}, {{{third}}}]".encode())


@lru_cache(maxsize=64)
def _fields(same: Same[dict[str, str]]) -> list[tuple[str, str]]:
    return sorted(map(_field, same.value.items()))


def _field(item: tuple[str, str]) -> tuple[str, str]:
    """A field of JSON after its key."""
    key, value = item
    return key, f"{json.dumps(key)}: {json.dumps(value)}"


@lru_cache(maxsize=64)
def table_of(rows: tuple[tuple[str, str], ...]) -> dict[str, str]:
    """A table that many entries have in common, as one object."""
    return dict(rows)


def folder_of(path: str) -> str:
    """The folder of a finished file, which has a shard of its own."""
    return path.rpartition("/")[0] or "."


def shard_of(folder: str, shards: str = SHARDS) -> str:
    """Where the shard of a folder lies."""
    return f"{shards}/{folder}.json"


def load_manifest(root: Path, report: Report) -> dict[str, Entry]:
    """The entries of a folder's manifest by path; a damaged file of it counts as none and is a warning."""
    try:
        read_document(root / NAME, SCHEMA)
    except ValueError as error:
        _tell_damaged(root / NAME, error, report)
        return {}
    tables = Tables(root)
    found: dict[str, Entry] = {}
    for path in shards_in(root, SHARDS):
        try:
            document = read_document(path, SCHEMA)
            entries = [entry_of(row, tables) for row in document[EDITIONS]]
        except (ValueError, KeyError, TypeError) as error:
            _tell_damaged(path, error, report)
        else:
            found |= {entry.path: entry for entry in entries}
    return found


def _tell_damaged(path: Path, error: Exception, report: Report) -> None:
    help = "build again: the manifest is made anew, and the damaged file is kept beside it"
    report.warning("damaged-manifest", _unusable(path, error), Span(str(path)), help)


def _unusable(path: Path, error: Exception) -> str:
    return str(error) if str(error).startswith(str(path)) else f"{path} cannot be used: {error!r}"


def shards_in(root: Path, shards: str) -> Iterator[Path]:
    """The shards of a folder that are there, in the order of their names."""
    place = root / shards
    for folder in (place, *sorted(place.glob("clinics/*"))):
        yield from (folder / name for name in _names(folder) if name.endswith(".json") and name[0] != "_")


def _names(folder: Path) -> list[str]:
    """What is in a folder that can be looked into."""
    with suppress(FileNotFoundError, NotADirectoryError, PermissionError), os.scandir(folder) as entries:
        return sorted(entry.name for entry in entries)
    return []


def load_pages(root: Path) -> dict[str, str]:
    """The pages for finding sheets in a folder, by path; none if its manifest is damaged, which is told elsewhere."""
    try:
        rows = read_document(root / NAME, SCHEMA).get(PAGES, ())
        return {page.path: page.sha256 for page in (row_of(PageEntry, row) for row in rows)}
    except (ValueError, TypeError, AttributeError, KeyError):
        return {}


def read_document(path: Path, schema: str) -> dict[str, Any]:
    """A file of the manifest; an empty one without the file. Raises `ValueError` for one that cannot be used."""
    try:
        if not stat.S_ISREG(path.stat().st_mode):
            raise ValueError(f"{path} cannot be used: it is no plain file")
        data = path.read_bytes()
    except FileNotFoundError:
        return {EDITIONS: []}
    except OSError as error:
        raise ValueError(f"{path} cannot be used: {error}") from error
    try:
        document = json.loads(data)
        if document["schema"] != schema:
            raise ValueError(f"its schema is {document['schema']!r}")
    except (ValueError, KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"{path} cannot be used: {error}") from error
    return dict(document)


class Tables:
    """The tables that entries have in common, each read once."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._known: dict[str, dict[str, str]] = {}

    def get(self, key: str) -> dict[str, str]:
        """A table by its key; raises `ValueError` if it is not what it was."""
        if key not in self._known:
            try:
                table = json.loads((self.root / SHARED / f"{key}.json").read_bytes())
            except (OSError, ValueError, RecursionError) as error:
                raise ValueError(f"the table {key} cannot be used: {error}") from error
            if not isinstance(table, dict) or key_of(table) != key:
                raise ValueError(f"the table {key} is not what it was")
            self._known[key] = table
        return self._known[key]


def key_of(table: Mapping[str, str]) -> str:
    """What a table is called by."""
    return sha256(json.dumps(table, sort_keys=True).encode())[:KEY]


def entry_of(values: dict[str, Any], tables: Tables) -> Entry:
    """An entry of a shard; raises `KeyError`, `TypeError` or `ValueError` for one that this version does not write."""
    for name in POINTERS:
        values[name] = tables.get(values[name])
    values[TOLD] = tuple(map(diagnostic_of, values.get(TOLD, ())))
    return row_of(Entry, values)


def row_of(kind: type[Row], values: dict[str, Any]) -> Row:
    """A row of a file; raises `TypeError` or `ValueError` for one that this version does not write."""
    row = kind(**values)
    for name, value in values.items():
        if name in TABLES:
            if not isinstance(value, dict) or not all(isinstance(one, str) for one in value.values()):
                raise ValueError(f"{name} is {value!r}")
        elif not isinstance(value, str) and name != TOLD:
            raise ValueError(f"{name} is {value!r}")
    return row


class Writing:
    """Writes a manifest, and knows which tables it has written."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._keys: dict[int, tuple[str, dict[str, str]]] = {}
        self._written: set[str] = set()

    def shard(self, folder: str, entries: Sequence[Entry]) -> None:
        """Write the shard of a folder, sorted by path, after the tables that it needs; none for no entries."""
        if entries:
            rows = [self._values(entry) for entry in sorted(entries, key=lambda entry: entry.path)]
            put_document(self.root, shard_of(folder), SCHEMA, rows)
        else:
            remove_shard(self.root, SHARDS, folder)

    def head(self, pages: Mapping[str, str]) -> None:
        """Write the head, which tells that there is a manifest at all."""
        rows = [asdict(PageEntry(path, pages[path])) for path in sorted(pages)]
        put_if_other(self.root, NAME, _text({"schema": SCHEMA, **({PAGES: rows} if rows else {})}))

    def clear(self, entries: Iterable[Entry]) -> None:
        """Remove the tables that no entry has any more."""
        known = {self._key(getattr(entry, name)) for entry in entries for name in POINTERS}
        for path in (self.root / SHARED).glob("*.json"):
            if path.stem not in known:
                with suppress(OSError):
                    path.unlink()

    def _values(self, entry: Entry) -> dict[str, object]:
        values: dict[str, Any] = {one.name: getattr(entry, one.name) for one in fields(entry)}
        for name in POINTERS:
            table, key = values[name], self._key(values[name])
            if key not in self._written:
                put_if_other(self.root, f"{SHARED}/{key}.json", _text(table))
                self._written.add(key)
            values[name] = key
        values[TOLD] = list(map(data_of, values[TOLD]))
        return {key: value for key, value in values.items() if value or key not in SELDOM}

    def _key(self, table: dict[str, str]) -> str:
        if id(table) not in self._keys:
            self._keys[id(table)] = key_of(table), table  # held, so that no other table gets its place
        return self._keys[id(table)][0]


def put_document(root: Path, name: str, schema: str, rows: Sequence[Mapping[str, object]]) -> None:
    """Write a file of rows, unless it is there already."""
    put_if_other(root, name, _text({"schema": schema, EDITIONS: rows}))


def put_if_other(root: Path, name: str, data: bytes) -> None:
    """Write a file, unless it holds the same."""
    with suppress(OSError):
        if (root / name).is_file() and (root / name).read_bytes() == data:
            return
    write_file(root, name, data)


def remove_shard(root: Path, shards: str, folder: str) -> None:
    """Remove a shard, and folders that are left empty."""
    path = root / shard_of(folder, shards)
    with suppress(OSError):
        path.unlink()
    with suppress(OSError):
        while path.parent != root:
            path = path.parent
            path.rmdir()


def _text(document: Mapping[str, object]) -> bytes:
    return json.dumps(document, indent=1, sort_keys=True, ensure_ascii=False).encode() + b"\n"
