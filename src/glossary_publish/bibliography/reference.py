"""A source that articles cite, and the kinds of sources."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from glossary_publish.diagnostics import Span


@dataclass(frozen=True, slots=True)
class Kind:
    """What sort of source a reference is; `labels` end the printed entry, by language."""

    name: str
    labels: Mapping[str, str]
    aliases: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reference:
    """One source. `kind` is the name of a `Kind`; `data` is CSL-JSON with text for every number but dates."""

    key: str
    kind: str
    data: Mapping[str, Any]
    span: Span
