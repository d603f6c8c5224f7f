"""Diagnostics as text for people, JSON for programs, and annotations for GitHub."""

import json
from collections.abc import Callable, Iterable, Mapping
from dataclasses import asdict
from pathlib import Path
from typing import IO

import click

from glossary_publish.cli.excerpt import excerpt
from glossary_publish.diagnostics import Diagnostic, Severity, Span

SCHEMA = "glossary-publish/diagnostics/1"
NAMES = {Severity.NOTE: "note", Severity.WARNING: "warning", Severity.ERROR: "error"}
COLOURS = {Severity.NOTE: "cyan", Severity.WARNING: "yellow", Severity.ERROR: "red"}
ANNOTATIONS = 10  # what GitHub shows of each severity in one step; it drops the rest without a word


def print_diagnostics(
    diagnostics: Iterable[Diagnostic],
    style: str = "full",
    root: Path | None = None,
    file: IO[str] | None = None,
) -> None:
    """Print diagnostics, to the standard error stream unless another is given.

    `root` is the project folder, from which the excerpts are taken.
    """
    text = STYLES[style](tuple(diagnostics), root)
    if text:
        click.echo(text, file=file, err=file is None)


def summary(diagnostics: Iterable[Diagnostic]) -> str:
    """How many of each severity there are, gravest first; empty for none."""
    found = [diagnostic.severity for diagnostic in diagnostics]
    counts = [(found.count(severity), NAMES[severity]) for severity in sorted(NAMES, reverse=True)]
    return ", ".join(f"{count} {name}{'s' * (count > 1)}" for count, name in counts if count)


def _full(diagnostics: tuple[Diagnostic, ...], root: Path | None) -> str:
    return "\n\n".join(_long(diagnostic, root) for diagnostic in diagnostics)


def _long(diagnostic: Diagnostic, root: Path | None) -> str:
    name = click.style(NAMES[diagnostic.severity], fg=COLOURS[diagnostic.severity], bold=True)
    lines = [f"{name}[{diagnostic.code}]: {diagnostic.message}{where(diagnostic)}"]
    if diagnostic.span is not None:
        lines.append(f"  {click.style('-->', fg='blue')} {diagnostic.span}")
        lines += [f"  {line}" for line in excerpt(source_line(diagnostic.span, root), diagnostic.span)]
    if diagnostic.help:
        lines.append(f"  {click.style('help:', fg='green')} {diagnostic.help}")
    return "\n".join(lines)


def where(diagnostic: Diagnostic) -> str:
    """The part and format that are at fault, if a finished file is."""
    places = [f"part {diagnostic.part}" if diagnostic.part else "", diagnostic.format]
    known = ", ".join(place for place in places if place)
    return f" ({known})" if known else ""


def source_line(span: Span, root: Path | None) -> str:
    """The line that a span points to; empty when there is none to show."""
    if root is None or not span.line:
        return ""
    try:
        lines = (root / span.path).read_text("utf-8-sig", errors="replace").splitlines()
    except (OSError, ValueError):
        return ""
    return lines[span.line - 1] if span.line <= len(lines) else ""


def _concise(diagnostics: tuple[Diagnostic, ...], _: Path | None) -> str:
    return "\n".join(_short(diagnostic) for diagnostic in diagnostics)


def _short(diagnostic: Diagnostic) -> str:
    place = f"{diagnostic.span}: " if diagnostic.span else ""
    return f"{place}{NAMES[diagnostic.severity]}[{diagnostic.code}] {diagnostic.message}{where(diagnostic)}"


def as_data(diagnostic: Diagnostic) -> dict[str, object]:
    """A diagnostic for JSON."""
    span = asdict(diagnostic.span) if diagnostic.span else None
    return {**asdict(diagnostic), "severity": NAMES[diagnostic.severity], "span": span}


def print_document(diagnostics: Iterable[Diagnostic], file: IO[str], **more: object) -> None:
    """Print diagnostics as JSON, with more beside them."""
    click.echo(_document(diagnostics, more), file=file)


def _json(diagnostics: tuple[Diagnostic, ...], _: Path | None) -> str:
    return _document(diagnostics, {})


def _document(diagnostics: Iterable[Diagnostic], more: Mapping[str, object]) -> str:
    document = {"schema": SCHEMA, "diagnostics": [as_data(diagnostic) for diagnostic in diagnostics], **more}
    return json.dumps(document, indent=1, ensure_ascii=False)


def _github(diagnostics: tuple[Diagnostic, ...], _: Path | None) -> str:
    lines = []
    for severity in sorted(NAMES, reverse=True):
        of_this = [diagnostic for diagnostic in diagnostics if diagnostic.severity is severity]
        shown = of_this if len(of_this) <= ANNOTATIONS else of_this[: ANNOTATIONS - 1]
        lines += [_annotation(diagnostic) for diagnostic in shown]
        if len(shown) < len(of_this):
            level = _level(severity)
            lines.append(
                f"::{level}::{len(of_this) - len(shown)} more of this kind: see the log of this step"
            )
    return "\n".join(lines)


def _annotation(diagnostic: Diagnostic) -> str:
    span = diagnostic.span or Span("")
    values = {
        "file": span.path,
        "line": span.line,
        "col": span.column,
        "endColumn": max(span.end_column - 1, span.column) if span.end_column else 0,
        "title": diagnostic.code,
    }
    fields = ",".join(f"{name}={_escaped(str(value), ':,')}" for name, value in values.items() if value)
    words = f"{diagnostic.message}{where(diagnostic)}. {diagnostic.help}".strip()
    return f"::{_level(diagnostic.severity)} {fields}::{_escaped(words)}"


def _level(severity: Severity) -> str:
    return "notice" if severity is Severity.NOTE else NAMES[severity]


def _escaped(text: str, more: str = "") -> str:
    for character in "%\r\n" + more:
        text = text.replace(character, f"%{ord(character):02X}")
    return text


STYLES: dict[str, Callable[[tuple[Diagnostic, ...], Path | None], str]] = {
    "full": _full,
    "concise": _concise,
    "json": _json,
    "github": _github,
}
