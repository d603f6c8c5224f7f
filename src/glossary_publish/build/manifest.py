"""The manifest: what each finished file is, what it was made from, by which tools; no clock stands in it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields
from pathlib import Path
from types import MappingProxyType
from typing import Any, TypeVar

from glossary_publish.build.told import data_of, diagnostic_of
from glossary_publish.build.writing import write_file
from glossary_publish.diagnostics import Diagnostic, Report, Span
from glossary_publish.publication import sha256

NAME = "manifest.json"
SCHEMA = "glossary-publish/manifest/1"
TABLES = ("reads", "tools", "topic", "choices")
TOLD = "told"
SELDOM = ("sheets", "asked", TOLD)
EDITIONS, PAGES = "editions", "pages"


@dataclass(frozen=True, slots=True)
class Entry:
    """One finished file. `path` is relative to the manifest; `valid_until` is a date or empty.

    `reads` maps every file that the edition depends on to the SHA-256 of what it held (or `absent`);
    `tools` names the versions that made it; `fingerprint` sums up both with what the edition is.
    `topic` is what somebody who looks for it has to know: title, term, other names (one in a line), category, date.
    `choices` says which files were taken where others might have been, `sheets` where its sheets to fold lie, and
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


def fingerprint(identity: Mapping[str, str], reads: Mapping[str, str], tools: Mapping[str, str]) -> str:
    """One hash for what an edition is, what it depends on and what made it."""
    return sha256(json.dumps([dict(identity), dict(reads), dict(tools)], sort_keys=True).encode())


def load_manifest(root: Path, report: Report) -> dict[str, Entry]:
    """The entries of a folder's manifest by path; a damaged one counts as none and is a warning."""
    try:
        return {entry.path: entry for entry in read_rows(root / NAME, SCHEMA, Entry)}
    except ValueError as error:
        help = "build again: the manifest is made anew, and the damaged one is kept beside it"
        report.warning("damaged-manifest", str(error), Span(str(root / NAME)), help)
        return {}


def load_pages(root: Path) -> dict[str, str]:
    """The pages for finding sheets in a folder, by path; none if its manifest is damaged, which is told elsewhere."""
    try:
        return {page.path: page.sha256 for page in read_rows(root / NAME, SCHEMA, PageEntry, PAGES)}
    except ValueError:
        return {}


def read_rows(path: Path, schema: str, kind: type[Row], table: str = EDITIONS) -> list[Row]:
    """The rows of a table of a file; none without the file. Raises `ValueError` for one that cannot be used."""
    try:
        if path.exists() and not path.is_file():
            raise ValueError("it is no plain file")
        document = json.loads(path.read_bytes())
        if document["schema"] != schema:
            raise ValueError(f"its schema is {document['schema']!r}")
        return [
            _row(kind, row) for row in (document[table] if table == EDITIONS else document.get(table, ()))
        ]
    except FileNotFoundError:
        return []
    except (OSError, ValueError, KeyError, TypeError, RecursionError) as error:
        raise ValueError(f"{path} cannot be used: {error}") from error


def _row(kind: type[Row], values: dict[str, Any]) -> Row:
    """A row of the file; raises `KeyError`, `TypeError` or `ValueError` for one that this version does not write."""
    if TOLD in values:
        values[TOLD] = tuple(map(diagnostic_of, values[TOLD]))
    row = kind(**values)
    for name in values.keys() - {TOLD}:
        value: Any = getattr(row, name)
        texts = [*value, *value.values()] if isinstance(value, dict) else [value]
        if isinstance(value, dict) != (name in TABLES) or not all(isinstance(one, str) for one in texts):
            raise ValueError(f"{name} is {value!r}")
    return row


def _values(row: Any) -> dict[str, object]:
    """A row for the file; what is empty and need not be there is left out."""
    values = {name.name: getattr(row, name.name) for name in fields(row)}
    if TOLD in values:
        values[TOLD] = list(map(data_of, values[TOLD]))
    return {key: value for key, value in values.items() if value or key not in SELDOM}


def write_manifest(
    root: Path, entries: Mapping[str, Entry], pages: Mapping[str, str] = MappingProxyType({})
) -> None:
    """Write the manifest of a folder, sorted by path."""
    rows = [PageEntry(path, pages[path]) for path in sorted(pages)]
    write_rows(root, NAME, SCHEMA, [entries[path] for path in sorted(entries)], rows)


def write_rows(
    root: Path, name: str, schema: str, rows: Sequence[Any], pages: Sequence[PageEntry] = ()
) -> None:
    """Write a file of editions in their order, and of pages if there are any."""
    document: dict[str, object] = {"schema": schema, EDITIONS: list(map(_values, rows))}
    if pages:
        document[PAGES] = [asdict(page) for page in pages]
    text = json.dumps(document, indent=1, sort_keys=True, ensure_ascii=False)
    write_file(root, name, text.encode() + b"\n")
