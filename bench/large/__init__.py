"""The bounds of large glossaries, measured on made-up articles: `make bench LARGE=1`."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from pathlib import Path

from bench.large.again import again_rows
from bench.large.extent import Extent
from bench.large.memory import memory_rows
from bench.large.throughput import throughput_rows
from bench.pairs import Row
from bench.small import one_against_the_line

TENFOLD = 10


def _one(folder: Path, extent: Extent) -> Iterator[Row]:
    yield one_against_the_line(folder, 0.8, extent.rounds)


def _again(folder: Path, extent: Extent) -> Iterator[Row]:
    yield from again_rows(folder, extent, nothing=0.5, edited=1.5)


def _again_tenfold(folder: Path, extent: Extent) -> Iterator[Row]:
    yield from again_rows(folder, extent.times(TENFOLD), nothing=5, edited=5 + 1.5)


GROUPS: Mapping[str, Callable[[Path, Extent], Iterable[Row]]] = {
    "one": _one,
    "throughput": throughput_rows,
    "memory": memory_rows,
    "again": _again,
    "again-tenfold": _again_tenfold,
}


def large_rows(folder: Path, extent: Extent, groups: Iterable[str]) -> Iterator[Row]:
    """The rows of some groups, one after the other."""
    for group in groups:
        yield from GROUPS[group](folder / group, extent)
