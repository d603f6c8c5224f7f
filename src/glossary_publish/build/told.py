"""Diagnostics that are kept: as data for a file, and back."""

from dataclasses import astuple

from glossary_publish.diagnostics import Diagnostic, Severity, Span

TEXTS = ("code", "message", "help", "part", "format")


def data_of(found: Diagnostic) -> dict[str, object]:
    """A diagnostic as data; what is empty is left out."""
    texts = {key: getattr(found, key) for key in TEXTS}
    span = list(astuple(found.span)) if found.span else None
    return {key: value for key, value in texts.items() if value} | {
        "severity": found.severity.name.lower(),
        **({"span": span} if span else {}),
    }


def diagnostic_of(data: object) -> Diagnostic:
    """The diagnostic again; raises `KeyError`, `TypeError` or `ValueError` for data that are none."""
    if not isinstance(data, dict):
        raise TypeError(f"{data!r} is no diagnostic")
    texts = {key: data.get(key, "") for key in TEXTS}
    path, *place = data.get("span") or ("",)
    if not all(isinstance(text, str) for text in (*texts.values(), path)) or len(place) not in (0, 3):
        raise ValueError(f"{data!r} is no diagnostic")
    if not all(type(number) is int for number in place):
        raise ValueError(f"{place!r} is no place")
    span = Span(path, *place) if "span" in data else None
    return Diagnostic(severity=Severity[data["severity"].upper()], span=span, **texts)
