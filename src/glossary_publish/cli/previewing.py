"""What a preview tells of each round: to the page in the browser, and on the terminal."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import click

from glossary_publish.cli.excerpt import excerpt
from glossary_publish.cli.failing import tell_of_tool_fault
from glossary_publish.cli.printing import NAMES, print_diagnostics, source_line, where
from glossary_publish.diagnostics import Diagnostic

if TYPE_CHECKING:
    from glossary_publish.preview.keeping import Round


def described(root: Path) -> Callable[[Diagnostic], Mapping[str, object]]:
    """A diagnostic for the page, with the excerpt that the terminal shows."""

    def description(found: Diagnostic) -> Mapping[str, object]:
        span = found.span
        return {
            "severity": NAMES[found.severity],
            "code": found.code,
            "message": f"{found.message}{where(found)}",
            "place": str(span) if span else "",
            "excerpt": "\n".join(excerpt(source_line(span, root), span)) if span else "",
            "help": found.help,
        }

    return description


def told(root: Path) -> "Callable[[Round], None]":
    """Tell of a round on the terminal; what was told the last time is not told again."""
    last: list[Diagnostic] = []

    def tell(one: "Round") -> None:
        print_diagnostics([found for found in one.diagnostics if found not in last], root=root)
        last[:] = one.diagnostics
        if one.fault is not None:
            tell_of_tool_fault(one.fault)
        words = f"{one.pages} pages are shown" if one.current else "the pages shown are older than the source"
        click.echo(words, err=True)

    return tell
