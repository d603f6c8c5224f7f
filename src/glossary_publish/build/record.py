"""The record: what was published in a folder, now and before, so that a text can be recalled.

The manifest says what is there. What was there and was made anew, withdrawn or lost stands beside it in a file that
is there only when there was something; no clock has a say in it.
"""

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import astuple, dataclass, field, fields
from pathlib import Path

from glossary_publish.build.manifest import (
    Entry,
    load_manifest,
    load_pages,
    read_rows,
    write_manifest,
    write_rows,
)
from glossary_publish.diagnostics import Report, Span

NAME = "former.json"
SCHEMA = "glossary-publish/former/1"
DAMAGED = "-damaged"


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
    former: list[Former] = []
    try:
        former = read_rows(root / NAME, SCHEMA, Former)
    except ValueError as error:
        help = "put a copy of the file there; a build keeps the damaged one beside the new one"
        report.warning("damaged-record", str(error), Span(str(root / NAME)), help)
    return Record(editions, tuple(former), load_pages(root))


def opened(root: Path, report: Report) -> Record:
    """The record of a folder for a build that writes it anew.

    A damaged file is kept under another name: somebody may need what it says to recall a text.
    """
    found = Report()
    record = read_record(root, found)
    report.extend(found)
    for one in found:
        path = Path(one.span.path) if one.span else root
        if path.is_file():
            with suppress(OSError):
                path.replace(path.with_stem(path.stem + DAMAGED))
    return record


def write_record(root: Path, before: Record, entries: Mapping[str, Entry], pages: Mapping[str, str]) -> None:
    """Write what is there now and what was there before; what was once and is again is not former."""
    now = {Former.of(entry) for entry in entries.values()}
    former = {*before.former, *map(Former.of, before.editions.values())} - now
    if former != {*before.former}:
        write_rows(root, NAME, SCHEMA, sorted(former, key=astuple))
    write_manifest(root, entries, pages)
