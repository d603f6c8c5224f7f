"""Commands whose files are imported when they are called: `--help` costs little more than Click itself."""

from collections.abc import Mapping
from importlib import import_module
from typing import Any

import click


class LazyGroup(click.Group):
    """Commands by name: the module that holds `command`, and the line that `--help` shows."""

    def __init__(self, *arguments: Any, table: Mapping[str, tuple[str, str]], **keywords: Any) -> None:
        super().__init__(*arguments, **keywords)
        self.table = table

    def list_commands(self, _: click.Context) -> list[str]:
        """The names in the order of the table."""
        return list(self.table)

    def get_command(self, _: click.Context, name: str) -> click.Command | None:
        """The command itself, imported now."""
        if name not in self.table:
            return None
        command: click.Command = import_module(self.table[name][0]).command
        return command

    def format_commands(self, _: click.Context, formatter: click.HelpFormatter) -> None:
        """The lines of `--help`, from the table alone."""
        with formatter.section("Commands"):
            formatter.write_dl([(name, summary) for name, (_, summary) in self.table.items()])
