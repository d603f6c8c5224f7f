"""Telling which files were begun."""

import os
from pathlib import Path
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from glossary_publish.starting.beginning import Begun


def tell(begun: "Begun", root: Path) -> None:
    """Name each file that was written, and each that stayed as it was."""
    for path in begun.written:
        click.echo(os.path.relpath(root / path))
    for path in begun.kept:
        click.echo(f"{os.path.relpath(root / path)} was there, and stays as it is", err=True)
