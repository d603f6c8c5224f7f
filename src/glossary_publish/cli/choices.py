"""What can be chosen, and what the machine decides when the user does not."""

import os
from collections.abc import Callable
from datetime import date, datetime
from typing import TypeVar

import click

Command = TypeVar("Command", bound=Callable[..., object])


class FormatName(click.ParamType[str]):
    """The name of a format; the table is imported when a name is given, so that `--help` stays light."""

    name = "format"

    def convert(self, value: str, param: click.Parameter | None, ctx: click.Context | None) -> str:
        """The name itself, if the table has it."""
        from glossary_publish.formats import FORMATS

        if value not in FORMATS:
            self.fail(f"there is no format {value!r}; choose one of: {', '.join(FORMATS)}", param, ctx)
        return value


def processors() -> int:
    """How many processors this process may use."""
    if hasattr(os, "sched_getaffinity"):
        return len(os.sched_getaffinity(0))
    return os.cpu_count() or 1


def day(as_of: datetime | None) -> date:
    """The day that was given, else that of the clock. It decides what is overdue and stands in no file."""
    return (as_of or datetime.now().astimezone()).date()


def as_of_option(command: Command) -> Command:
    """Let a command be asked for another day than today."""
    return click.option(
        "--as-of",
        type=click.DateTime(["%Y-%m-%d"]),
        metavar="DATE",
        help="The day (year-month-day) that decides what is overdue.",
    )(command)
