"""References as lines of content/references.yaml, put at its end; every byte that was there stays."""

import re
from collections.abc import Mapping, Sequence
from typing import Any

from glossary_publish.bibliography.fields import DATES, NAMES
from glossary_publish.diagnostics import PublishError, Report, Span, UsageError, fault
from glossary_publish.glossary.references import REFERENCES, entries_of
from glossary_publish.starting.templating import fill, quoted
from glossary_publish.workspace import decode

BARE = re.compile(r"[^\W_][\w .'()/-]*")  # needs no quotation marks, whatever stands around it
EMPTY = re.compile(r"^references:[ \t]*(\[[ \t]*\])?[ \t]*(?=#|$)", re.MULTILINE)
DASH = re.compile(r"^( *)- ", re.MULTILINE)
WITHOUT_KIND = "# kind: still to be chosen from content/kinds.toml"
FIRST = ("id", "type", "kind", "title", *sorted(NAMES), "container-title", "container-title-short")
Plain = Mapping[str, Any]


def with_references(old: bytes, new: Sequence[Plain], language: str) -> bytes:
    """The file with references at its end; raises `UsageError` if it is written so that none can be put there."""
    data = old or fill("references-head.yaml").encode()
    before = existing(data, language)
    text = decode(data, REFERENCES)
    if not before:
        data = _opened(data)
    indents = DASH.findall(text)
    indent = indents[0] if before and indents else "  "
    lines = "\n\n".join(_entry(entry, indent) for entry in new) + "\n"
    gap = b"" if data.endswith(b"\n") else b"\n"
    added = ("\n" if before else "") + lines
    ends = "\r\n" if b"\r\n" in data else "\n"
    changed = data + gap.replace(b"\n", ends.encode()) + added.replace("\n", ends).encode()
    if _plain(changed, language) != [*before, *new]:
        message = f"{REFERENCES} is written in a way in which nothing can be put at its end"
        help = "begin each entry on a line of its own, with a dash; nothing was added"
        raise fault(UsageError, "references-not-editable", message, Span(REFERENCES), help)
    return changed


def existing(data: bytes, language: str) -> list[Plain]:
    """The entries of the file; raises `PublishError` with what is wrong with it."""
    text = decode(data, REFERENCES)
    if EMPTY.search(text) and not DASH.search(text):
        return []
    report = Report()
    entries = entries_of(text, language, report)
    if entries is None or report.failed:
        raise PublishError(report)
    return [entry for entry, _ in entries]


def _plain(data: bytes, language: str) -> list[Plain]:
    try:
        return existing(data, language)
    except PublishError:
        return []


def _opened(data: bytes) -> bytes:
    """The file with a list that is not closed on its own line."""
    return re.sub(rb"^references:[ \t]*\[[ \t]*\][ \t]*", b"references: ", data, flags=re.MULTILINE)


def _entry(entry: Plain, indent: str) -> str:
    ordered = sorted(entry, key=lambda field: FIRST.index(field) if field in FIRST else len(FIRST))
    lines: list[str] = []
    for field in ordered:
        lines += _field(field, entry[field])
        if field == "type" and "kind" not in entry:
            lines.append(WITHOUT_KIND)
    first, *rest = lines
    return "\n".join([f"{indent}- {first}", *(f"{indent}  {line}" for line in rest)])


def _field(field: str, value: Any) -> list[str]:
    if field in NAMES and isinstance(value, list):
        return [f"{field}:", *(f"  - {_flow(person)}" for person in value)]
    if field in DATES:
        return [f"{field}: {_flow(value)}"]
    return [f"{field}: {_scalar(value)}"]


def _flow(value: Any) -> str:
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{key}: {_flow(part)}" for key, part in value.items()) + "}"
    if isinstance(value, list):
        return "[" + ", ".join(map(_flow, value)) + "]"
    return _scalar(value)


def _scalar(text: str) -> str:
    return text if BARE.fullmatch(text) and text == text.strip() else quoted(text)
