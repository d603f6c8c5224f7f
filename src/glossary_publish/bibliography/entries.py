"""content/references.yaml: CSL data as text, checked and typed."""

from collections.abc import Mapping, Sequence
from typing import Any

from glossary_publish.bibliography.reference import Kind, Reference
from glossary_publish.diagnostics import Report, Span


def references_of(
    entries: Sequence[tuple[Mapping[str, Any], Mapping[str, Span]]], kinds: Mapping[str, Kind], report: Report
) -> dict[str, Reference]:
    """The references by key. Each entry is CSL data whose scalars are text, and where its fields stand.

    The places are by field name, `""` for the entry itself. Whatever is wrong is reported there.
    """
    names = {spelling: kind.name for kind in kinds.values() for spelling in (kind.name, *kind.aliases)}
    references: dict[str, Reference] = {}
    for data, spans in entries:
        key = str(data.get("id", ""))
        kind = names.get(str(data.get("kind", "")))
        if not key or kind is None:
            report.error("incomplete-reference", "a reference lacks id or kind", spans.get(""))
            continue
        fields = {name: _typed(name, value) for name, value in data.items() if name not in {"id", "kind"}}
        references[key] = Reference(key, kind, fields, spans[""])
    return references


def _typed(name: str, value: Any) -> Any:
    if isinstance(value, Mapping) and "date-parts" in value:
        parts = [[int(part) for part in date] for date in value["date-parts"]]
        return {**value, "date-parts": parts}
    return value
