"""`make bench`: every bound on speed, as a ratio of two things measured in one run on one machine."""

import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from pathlib import Path

from bench.pairs import Ratio, compare
from bench.peers import Peers, find_pandoc, glossary_publish
from bench.project import many_articles, one_article

SLUG = "therapeutic-alliance"
MANY = 100
SUFFIXES = ("pdf", "epub", "docx")
MINIMAL_CLICK = """
import click

@click.command()
def command():
    '''Do nothing.'''

command()
"""


def main() -> int:
    """Print the table; the exit code is 1 when a bound does not hold."""
    head = f"{'median of 9 pairs, interleaved':58} {'ours':>13} {'theirs':>13} {'ratio':>7}"
    print(head, flush=True)
    held = True
    with tempfile.TemporaryDirectory() as name:
        for ratio in ratios(Path(name)):
            print(ratio.line(), flush=True)
            held = held and ratio.holds
    return 0 if held else 1


def ratios(folder: Path) -> Iterator[Ratio]:
    """Every comparison, one after the other."""
    yield from _help(folder)
    yield from _one(folder / "one")
    yield from _many(folder / "many")


def _help(folder: Path) -> Iterator[Ratio]:
    program = folder / "minimal.py"
    program.write_text(MINIMAL_CLICK)

    def ours() -> None:
        subprocess.run([".venv/bin/glossary-publish", "--help"], check=True, capture_output=True)

    def theirs() -> None:
        subprocess.run([".venv/bin/python", program, "--help"], check=True, capture_output=True)

    yield compare("--help, against a minimal Click program", ours, theirs, 1.5)


def _one(folder: Path) -> Iterator[Ratio]:
    article = one_article(folder, SLUG)
    peers = _peers(folder)
    ours = _fresh(folder, 1, SLUG)
    name = "one article, three formats, cold: proven, against pandoc's"
    yield compare(name, ours, lambda: peers.peer_line(article), 1.0)


def _many(folder: Path) -> Iterator[Ratio]:
    articles = many_articles(folder, MANY)
    peers = _peers(folder)
    ours = _fresh(folder, MANY, "--jobs", "2")
    name = f"{MANY} articles, two at a time, against pandoc's line"
    yield compare(name, ours, lambda: peers.peer_lines(articles), 1 / 3)
    name = f"{MANY} articles, two at a time, against pandoc + Typst"
    yield compare(name, ours, lambda: peers.typst_lines(articles), 1.0)


def _fresh(folder: Path, count: int, *options: str) -> Callable[[], None]:
    """Our build of `count` articles into a folder that is empty each time."""
    out = folder / "ours"
    build = glossary_publish(folder, out, *options)

    def run() -> None:
        shutil.rmtree(out, ignore_errors=True)
        build()
        made = {suffix: len(list(out.rglob(f"*.{suffix}"))) for suffix in SUFFIXES}
        if made != dict.fromkeys(SUFFIXES, count):
            raise RuntimeError(f"{count} articles were to be made in three formats, and there are {made}")

    return run


def _peers(folder: Path) -> Peers:
    out = folder / "peers"
    out.mkdir()
    style = Path("layouts/citation-styles/ama.csl").absolute()
    return Peers(find_pandoc(), folder / "content" / "references.yaml", style, out)


if __name__ == "__main__":
    sys.exit(main())
