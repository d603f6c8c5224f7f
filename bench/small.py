"""The bounds that every change is held to: the start of the command, one article, a hundred articles."""

import subprocess
from collections.abc import Iterator
from pathlib import Path

from bench.ours import PROGRAM, fresh_build
from bench.pairs import Ratio, compare
from bench.peers import peers_beside
from bench.project import many_articles, one_article

SLUG = "therapeutic-alliance"
MANY = 100
MINIMAL_CLICK = """
import click

@click.command()
def command():
    '''Do nothing.'''

command()
"""


def small_rows(folder: Path, rounds: int) -> Iterator[Ratio]:
    """Every comparison, one after the other."""
    yield _help(folder, rounds)
    yield one_against_the_line(folder / "one", 1.0, rounds)
    yield from _many(folder / "many", rounds)


def one_against_the_line(folder: Path, bound: float, rounds: int) -> Ratio:
    """One article of the sample glossary, against pandoc's three commands in turn."""
    article = one_article(folder, SLUG)
    peers = peers_beside(folder)
    ours = fresh_build(folder, 1, SLUG)
    name = "one article, three formats, cold: proven, against pandoc's"
    return compare(name, ours, lambda: peers.peer_line(article), bound, rounds)


def _help(folder: Path, rounds: int) -> Ratio:
    program = folder / "minimal.py"
    program.write_text(MINIMAL_CLICK)

    def ours() -> None:
        subprocess.run([PROGRAM, "--help"], check=True, capture_output=True)

    def theirs() -> None:
        subprocess.run([".venv/bin/python", program, "--help"], check=True, capture_output=True)

    return compare("--help, against a minimal Click program", ours, theirs, 1.5, rounds)


def _many(folder: Path, rounds: int) -> Iterator[Ratio]:
    articles = many_articles(folder, MANY)
    peers = peers_beside(folder)
    ours = fresh_build(folder, MANY, "--jobs", "2")
    name = f"{MANY} articles, two at a time, against pandoc's line"
    yield compare(name, ours, lambda: peers.peer_lines(articles), 1 / 3, rounds)
    name = f"{MANY} articles, two at a time, against pandoc + Typst"
    yield compare(name, ours, lambda: peers.typst_lines(articles), 1.0, rounds)
