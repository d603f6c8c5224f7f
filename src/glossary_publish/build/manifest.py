"""The manifest: what each finished file is, what it was made from, by which tools; no clock stands in it."""

import json
from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields
from pathlib import Path
from typing import Any

from glossary_publish.build.writing import write_file
from glossary_publish.diagnostics import Report, Span
from glossary_publish.publication import sha256

NAME = "manifest.json"
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


def fingerprint(identity: Mapping[str, str], reads: Mapping[str, str], tools: Mapping[str, str]) -> str:
    """One hash for what an edition is, what it depends on and what made it."""
    return sha256(json.dumps([dict(identity), dict(reads), dict(tools)], sort_keys=True).encode())


def load_manifest(root: Path, report: Report) -> dict[str, Entry]:
    """The entries of a folder's manifest by path; a damaged one counts as none and is a warning."""
    path = root / NAME
    try:
        if path.exists() and not path.is_file():
            raise ValueError("it is no plain file")
        document = json.loads(path.read_bytes())
        if document["schema"] != SCHEMA:
            raise ValueError(f"its schema is {document['schema']!r}")
        entries = [_entry(row) for row in document["editions"]]
        return {entry.path: entry for entry in entries}
    except FileNotFoundError:
        return {}
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        help = "build again: the manifest is made anew"
        report.warning("damaged-manifest", f"{path} cannot be used: {error}", Span(str(path)), help)
        return {}


def _entry(row: dict[str, Any]) -> Entry:
    """A row of the file; raises `TypeError` or `ValueError` for one that this version does not write."""
    entry = Entry(**row)
    for field in fields(Entry):
        value = getattr(entry, field.name)
        texts = [*value, *value.values()] if isinstance(value, dict) else [value]
        if isinstance(value, dict) != (field.name in TABLES) or not all(
            isinstance(one, str) for one in texts
        ):
            raise ValueError(f"{field.name} is {value!r}")
    return entry


def write_manifest(root: Path, entries: Mapping[str, Entry]) -> None:
    """Write the manifest of a folder, sorted by path."""
    rows = [asdict(entries[path]) for path in sorted(entries)]
    text = json.dumps({"schema": SCHEMA, "editions": rows}, indent=1, sort_keys=True, ensure_ascii=False)
    write_file(root, NAME, text.encode() + b"\n")
