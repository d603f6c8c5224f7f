"""What the user is told when a command ends with an exception."""

import tempfile
import traceback

import click

from glossary_publish.cli.printing import print_diagnostics
from glossary_publish.diagnostics import PublishError

TOOL_FAULT = 70


def exit_code_of(error: Exception) -> int:
    """Tell of an exception and return its exit code; only a fault of the tool leaves a traceback."""
    if isinstance(error, PublishError):
        print_diagnostics(error.diagnostics)
        return error.exit_code
    tell_of_tool_fault(error)
    return TOOL_FAULT


def tell_of_tool_fault(error: BaseException) -> None:
    """Put the traceback into a file (without the values of variables) and ask for a report in one line."""
    text = "".join(traceback.format_exception(error))
    with tempfile.NamedTemporaryFile(
        "w", encoding="utf-8", prefix="glossary-publish-", suffix=".txt", delete=False
    ) as file:
        file.write(text)
    summary = traceback.format_exception_only(error)[0].strip()
    click.echo(
        f"glossary-publish has a fault ({summary}); please report it with the file {file.name}", err=True
    )
