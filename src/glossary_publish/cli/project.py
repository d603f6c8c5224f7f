"""Finding the project that a command is about."""

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

import click

MARK = "content/glossary.toml"
Command = TypeVar("Command", bound=Callable[..., object])


def project_option(command: Command) -> Command:
    """Let `--project` stand after the command too."""
    return click.option(
        "--project", metavar="DIR", help="The project folder; otherwise the nearest upwards."
    )(command)


def find_project(named: str | None) -> Path:
    """The folder given after the command, before it, or the nearest one upwards that holds a glossary.

    Raises `UsageError` when there is none.
    """
    from glossary_publish.diagnostics import UsageError, fault

    named = named or click.get_current_context().find_root().obj
    if named is not None:
        folder = Path(named)
        if (folder / MARK).is_file():
            return folder.resolve()
        raise fault(
            UsageError, "no-project", f"{named} holds no {MARK}", help="name the folder that holds content/"
        )
    here = Path.cwd()
    for folder in (here, *here.parents):
        if (folder / MARK).is_file():
            return folder
    message = f"neither {here} nor a folder above it holds {MARK}"
    raise fault(UsageError, "no-project", message, help="go to your project, or name it with --project DIR")
