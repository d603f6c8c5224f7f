"""content/kinds.toml: what sorts of sources there are, and how each is called in print."""

from collections.abc import Mapping
from typing import Any

from glossary_publish.bibliography.reference import Kind
from glossary_publish.diagnostics import Report, Span

HELP = 'write for instance: [web-page], labels.en = "web page", aliases = ["website"]'


def kinds_of(table: Mapping[str, Any], path: str, report: Report) -> dict[str, Kind]:
    """The kinds by name; what is malformed or double is reported and left out."""
    kinds: dict[str, Kind] = {}
    owners: dict[str, str] = {}
    for name, row in table.items():
        fault = _fault(row)
        if fault:
            report.error("malformed-kind", f"the kind {name!r} {fault}", Span(path), HELP)
            continue
        kind = Kind(name, dict(row["labels"]), tuple(row.get("aliases", ())))
        for spelling in (name, *kind.aliases):
            if spelling in owners:
                message = f"{spelling!r} stands for both {owners[spelling]!r} and {name!r}"
                report.error("duplicate-kind", message, Span(path), "keep one of the two")
            owners[spelling] = name
        kinds[name] = kind
    return kinds


def _fault(row: Any) -> str:
    if not isinstance(row, Mapping):
        return "is no table"
    unknown = sorted(set(row) - {"labels", "aliases"})
    if unknown:
        return f"has the unknown key {unknown[0]!r}"
    labels = row.get("labels")
    if not isinstance(labels, Mapping) or not labels:
        return "has no labels"
    if not all(isinstance(label, str) and label.strip() for label in labels.values()):
        return "has a label that is no text"
    aliases = row.get("aliases", [])
    if not isinstance(aliases, list) or not all(isinstance(alias, str) and alias for alias in aliases):
        return "has aliases that are no list of names"
    return ""
