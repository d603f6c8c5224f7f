"""How far a build is: a bar on terminals, a line for every hundred editions anywhere else, and nothing for programs."""

import os
import sys
import time
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from typing import TYPE_CHECKING

import click

if TYPE_CHECKING:
    from rich.progress import Progress

EACH = 100  # editions between two lines
Step = Callable[[], None]


def progress(total: int, label: str, *, quiet: bool = False) -> AbstractContextManager[Step]:
    """Gives what is to be called after each of `total` steps. `quiet` says nothing."""
    if quiet:
        return nullcontext(lambda: None)
    if sys.stderr.isatty() and "CI" not in os.environ:
        return _bar(total, label)
    return nullcontext(_lines(total, time.monotonic()))


def _lines(total: int, start: float) -> Step:
    done = 0

    def step() -> None:
        nonlocal done
        done += 1
        if done % EACH == 0 and done < total:
            seconds = max(time.monotonic() - start, 0.001)
            left = (total - done) * seconds / done
            rate = _rate(done / seconds)
            click.echo(f"{done} of {total} editions, {rate}, {_time(left)} left", err=True)

    return step


@contextmanager
def _bar(total: int, label: str) -> Iterator[Step]:
    with _drawn() as bar:
        task = bar.add_task(label, total=total, rate="")

        def step() -> None:
            bar.advance(task)
            speed = bar.tasks[0].speed
            if speed:
                bar.update(task, rate=_rate(speed))

        yield step


def _drawn() -> "Progress":
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    return Progress(
        TextColumn("{task.description}"),
        BarColumn(),
        MofNCompleteColumn(),
        TextColumn("{task.fields[rate]}"),
        TimeRemainingColumn(),
        TextColumn("left"),
        console=Console(stderr=True, soft_wrap=True),  # what is printed meanwhile is not broken into lines
        transient=True,
        redirect_stdout=sys.stdout.isatty(),  # results that go to a file do not go to the terminal
    )


def _rate(speed: float) -> str:
    return f"{speed:.1f} a second" if speed >= 1 else f"{speed * 60:.0f} a minute"


def _time(seconds: float) -> str:
    minutes, seconds = divmod(round(seconds), 60)
    hours, minutes = divmod(minutes, 60)
    return f"{hours}:{minutes:02}:{seconds:02}" if hours else f"{minutes}:{seconds:02}"
