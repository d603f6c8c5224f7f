"""content/references.yaml: CSL data as text, checked and typed."""

import unicodedata
from collections.abc import Mapping, Sequence
from typing import Any

from glossary_publish.bibliography.checking import faults_of, text_at
from glossary_publish.bibliography.dates import date_of
from glossary_publish.bibliography.fields import DATES, NAMES, NO_DATE
from glossary_publish.bibliography.reference import Kind, Reference
from glossary_publish.bibliography.texts import normal
from glossary_publish.diagnostics import Report, Span

Entry = tuple[Mapping[str, Any], Mapping[str, Span]]
OWN = ("id", "kind")  # fields of an entry that are kept beside its CSL data


def references_of(
    entries: Sequence[Entry], kinds: Mapping[str, Kind], report: Report
) -> dict[str, Reference]:
    """The references by key. Each entry is CSL data whose scalars are text, and where its fields stand.

    The places are by field name, `""` for the entry itself; `author.1.family` is a finer place, if it is known.
    Every fault is reported at its place; an entry with a fault is left out, and so are both of one id.
    """
    spellings = {spelling: kind.name for kind in kinds.values() for spelling in (kind.name, *kind.aliases)}
    references: dict[str, Reference] = {}
    seen: dict[tuple[str, str], str] = {}
    for data, spans in entries:
        faults = list(faults_of(data, spellings))
        for fault in faults:
            report.error(fault.code, fault.message, _place(fault.field, spans), fault.help)
        key = text_at(data, "id")
        first, other = (_first(seen, data, field) for field in ("id", "DOI"))
        if first:
            message = f"the id {key!r} stands twice" + (f", first as {first!r}" if first != key else "")
            help = "delete one of the two references, or give it another id"
            report.error("duplicate-reference", message, _place("id", spans), help)
            references.pop(first, None)  # nobody knows which of the two a citation means
        elif not faults:
            references[key] = Reference(key, spellings[text_at(data, "kind")], _typed(data), spans[""])
        if other and not first:
            message = f"the references {other!r} and {key!r} have the same DOI"
            report.warning("duplicate-doi", message, _place("DOI", spans), "cite one of them everywhere")
    return references


def _first(seen: dict[tuple[str, str], str], data: Mapping[str, Any], field: str) -> str:
    """The id of the entry that had the same value before, whatever its capitals; empty for the first one."""
    value = unicodedata.normalize("NFC", text_at(data, field).casefold())
    before = seen.get((field, value), "")
    if value and not before:
        seen[field, value] = text_at(data, "id")
    return before


def _place(field: str, spans: Mapping[str, Span]) -> Span | None:
    """The finest known place of a field."""
    while field and field not in spans:
        field = field.rpartition(".")[0]
    return spans.get(field)


def _typed(data: Mapping[str, Any]) -> dict[str, Any]:
    """The CSL data with numbers in its dates."""
    typed: dict[str, Any] = {}
    for field, value in data.items():
        if field in NAMES:
            typed[field] = [{part: normal(text) for part, text in person.items()} for person in value]
        elif field in DATES and value != NO_DATE:
            typed[field] = date_of(value)
        elif field not in (*OWN, *DATES):
            typed[field] = normal(value)
    return typed
