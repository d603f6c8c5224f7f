"""Taking references from a file of another program into content/references.yaml, each once."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from glossary_publish.bibliography.checking import KEY, REQUIRED, faults_of, text_at
from glossary_publish.build.writing import holding
from glossary_publish.diagnostics import Diagnostic, PublishError, Report, Severity, UsageError, fault
from glossary_publish.glossary.likeness import did_you_mean
from glossary_publish.glossary.loading import load_glossary
from glossary_publish.glossary.references import REFERENCES
from glossary_publish.starting.appending import Plain, existing, with_references
from glossary_publish.starting.bibliographies.reading import read_bibliography
from glossary_publish.starting.bibliographies.source import Source, key_for, year_of
from glossary_publish.starting.files import read_file, write_result
from glossary_publish.workspace import DiskWorkspace

IDENTIFIERS = ("DOI", "PMID", "PMCID")


@dataclass(frozen=True, slots=True)
class Taken:
    """What became of a file: keys that were added, those that were there (with the key there), and what is open.

    `open` maps the key of each entry of references.yaml that lacks something to the fields that it lacks.
    """

    added: tuple[str, ...]
    known: tuple[tuple[str, str], ...]
    open: Mapping[str, tuple[str, ...]]
    notes: tuple[Diagnostic, ...]


def take_references(
    root: Path, file: Path, named: str, kind: str = "", waiting: Callable[[], None] = lambda: None
) -> Taken:
    """Add what is new of a file, called `named` by the user, in one step; raises `PublishError`, and nothing
    is added.

    `waiting` is called if another process is at it: two of them would lose what one has added.
    """
    with holding(root / "content", waiting):
        return _taken(root, file, named, kind)


def _taken(root: Path, file: Path, named: str, kind: str) -> Taken:
    glossary = load_glossary(DiskWorkspace(root), Report())
    spellings = {name for kind_ in glossary.kinds.values() for name in (kind_.name, *kind_.aliases)}
    if kind and kind not in spellings:
        help = did_you_mean(kind, spellings, "see content/kinds.toml for the names")
        raise fault(UsageError, "unknown-kind", f"{kind!r} is no kind of sources", help=help)
    sources = read_bibliography(read_file(file), named)
    try:
        old = DiskWorkspace(root).read(REFERENCES)
    except FileNotFoundError:
        old = b""
    before = existing(old, glossary.language) if old else []
    new, known = _sorted_out(sources, before, kind)
    _refuse_faults(new, spellings)
    added = [data for data, _ in new]
    if added:
        write_result((root / REFERENCES).resolve(), with_references(old, added, glossary.language))
    lacking = {text_at(data, "id"): _lacking(data) for data in (*before, *added)}
    return Taken(
        tuple(data["id"] for data in added),
        tuple(known),
        {key: fields for key, fields in lacking.items() if fields},
        tuple(_notes(sources)),
    )


def _sorted_out(
    sources: Iterable[Source], before: Iterable[Plain], kind: str
) -> tuple[list[tuple[dict[str, Any], Source]], list[tuple[str, str]]]:
    """What is new, each under a key of its own, and what is there already."""
    there = list(before)
    new: list[tuple[dict[str, Any], Source]] = []
    known: list[tuple[str, str]] = []
    for source in sources:
        data = dict(source.data)
        wanted = text_at(data, "id")
        data["id"] = wanted if KEY.fullmatch(wanted) and not wanted.isdigit() else key_for(data)
        if kind:
            data.setdefault("kind", kind)
        same = next((one for one in there if _is_same(one, data)), None)
        if same is not None:
            known.append((data["id"], text_at(same, "id")))
            continue
        data["id"] = _free(data["id"], {text_at(one, "id").casefold() for one in there})
        new.append((data, source))
        there.append(data)
    return new, known


def _is_same(one: Plain, other: Plain) -> bool:
    """Whether two entries are about one work: by an identifier, or without one by title and year."""
    pairs = [(text_at(one, field).casefold(), text_at(other, field).casefold()) for field in IDENTIFIERS]
    if any(first and first == second for first, second in pairs):
        return True
    if any(first and second for first, second in pairs):
        return False
    titles = [text_at(entry, "title").casefold() for entry in (one, other)]
    return bool(titles[0]) and titles[0] == titles[1] and year_of(dict(one)) == year_of(dict(other))


def _free(key: str, taken: set[str]) -> str:
    """The key, with a letter after it if another entry has it."""
    letters = "bcdefghijklmnopqrstuvwxyz"
    choices = (key, *(key + letter for letter in letters), *(f"{key}-{number}" for number in range(2, 9999)))
    return next(choice for choice in choices if choice.casefold() not in taken)


def _refuse_faults(new: Iterable[tuple[dict[str, Any], Source]], spellings: set[str]) -> None:
    """Raise `PublishError` for what could not be printed; what is merely missing can be added later."""
    found = [
        Diagnostic(wrong.code, Severity.ERROR, f"{data['id']}: {wrong.message}", source.span, wrong.help)
        for data, source in new
        for wrong in faults_of(data, spellings)
        if wrong.code != "missing-reference-field"
    ]
    if found:
        raise PublishError(replace(one, help=f"{one.help}; nothing was added") for one in found)


def _lacking(data: Plain) -> tuple[str, ...]:
    return tuple(field for field in REQUIRED if field not in data)


def _notes(sources: Iterable[Source]) -> Iterable[Diagnostic]:
    for source in sources:
        if source.left_out:
            message = f"not taken over: {', '.join(source.left_out)}"
            help = "add to content/references.yaml what is part of the reference"
            yield Diagnostic("not-taken-over", Severity.NOTE, message, source.span, help)
