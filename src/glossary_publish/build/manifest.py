"""The manifest: what each finished file is, what it was made from, by which tools; no clock stands in it.

It also keeps what the files were before they were made anew or withdrawn, so that a text can be recalled.
"""

import json
from collections.abc import Iterable, Mapping
from contextlib import suppress
from dataclasses import asdict, astuple, dataclass, fields
from pathlib import Path
from typing import Any, TypeVar

from glossary_publish.build.writing import write_file
from glossary_publish.diagnostics import Report, Span
from glossary_publish.publication import sha256

NAME = "manifest.json"
DAMAGED = "manifest-damaged.json"
SCHEMA = "glossary-publish/manifest/1"
TABLES = ("reads", "tools")


@dataclass(frozen=True, slots=True)
class Entry:
    """One finished file. `path` is relative to the manifest; `valid_until` is a date or empty.

    `reads` maps every file that the edition depends on to the SHA-256 of what it held (or `absent`);
    `tools` names the versions that made it; `fingerprint` sums up both with what the edition is.
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
    clinic: str = ""


@dataclass(frozen=True, slots=True)
class Former:
    """What was published in the place of `path` once and is there no more: enough to recognize and recall it."""

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
class Manifest:
    """What a folder's manifest says: the finished files by path, and what was published before them."""

    editions: dict[str, Entry]
    former: tuple[Former, ...] = ()

    @property
    def rows(self) -> tuple[Entry | Former, ...]:
        """All that was ever published there, what is there now first."""
        return (*self.editions.values(), *self.former)


Row = TypeVar("Row", Entry, Former)


def fingerprint(identity: Mapping[str, str], reads: Mapping[str, str], tools: Mapping[str, str]) -> str:
    """One hash for what an edition is, what it depends on and what made it."""
    return sha256(json.dumps([dict(identity), dict(reads), dict(tools)], sort_keys=True).encode())


def read_manifest(root: Path, report: Report) -> Manifest:
    """A folder's manifest; a damaged one counts as none and is a warning."""
    path = root / NAME
    try:
        if path.exists() and not path.is_file():
            raise ValueError("it is no plain file")
        document = json.loads(path.read_bytes())
        if document["schema"] != SCHEMA:
            raise ValueError(f"its schema is {document['schema']!r}")
        entries = [_row(Entry, row) for row in document["editions"]]
        former = tuple(_row(Former, row) for row in document.get("former", ()))
        return Manifest({entry.path: entry for entry in entries}, former)
    except FileNotFoundError:
        return Manifest({})
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        help = f"build again: the manifest is made anew, and the damaged one is kept as {DAMAGED}"
        report.warning("damaged-manifest", f"{path} cannot be used: {error}", Span(str(path)), help)
        return Manifest({})


def load_manifest(root: Path, report: Report) -> dict[str, Entry]:
    """The finished files of a folder's manifest by path, as `read_manifest` reads it."""
    return read_manifest(root, report).editions


def _row(kind: type[Row], values: dict[str, Any]) -> Row:
    """A row of the file; raises `TypeError` or `ValueError` for one that this version does not write."""
    row = kind(**values)
    for field in fields(kind):
        value: Any = getattr(row, field.name)
        texts = [*value, *value.values()] if isinstance(value, dict) else [value]
        if isinstance(value, dict) != (field.name in TABLES) or not all(
            isinstance(one, str) for one in texts
        ):
            raise ValueError(f"{field.name} is {value!r}")
    return row


def opened(root: Path, report: Report) -> Manifest:
    """A folder's manifest for a build that writes it anew.

    A damaged one is kept under another name: somebody may need what it says to recall a text.
    """
    found = Report()
    manifest = read_manifest(root, found)
    report.extend(found)
    if found.diagnostics and (root / NAME).is_file():
        with suppress(OSError):
            (root / NAME).replace(root / DAMAGED)
    return manifest


def write_manifest(root: Path, entries: Mapping[str, Entry], former: Iterable[Former] = ()) -> None:
    """Write the manifest of a folder, sorted by path."""
    document = {
        "schema": SCHEMA,
        "editions": [asdict(entries[path]) for path in sorted(entries)],
        "former": [asdict(row) for row in sorted(former, key=astuple)],
    }
    text = json.dumps(document, indent=1, sort_keys=True, ensure_ascii=False)
    write_file(root, NAME, text.encode() + b"\n")


def outdated(before: Manifest, entries: Mapping[str, Entry]) -> frozenset[Former]:
    """What was published before and is in no finished file now; what was once and is again is not former."""
    now = {Former.of(entry) for entry in entries.values()}
    return frozenset({*before.former, *map(Former.of, before.editions.values())} - now)
