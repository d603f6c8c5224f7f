"""`make bench`: every bound on speed, most as ratios of two things measured in one run on one machine."""

import argparse
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

from bench.large import GROUPS, large_rows
from bench.large.extent import Extent
from bench.pairs import PAIRS, Row
from bench.small import small_rows


def main() -> int:
    """Print the table; the exit code is 1 when a bound does not hold."""
    asked = _arguments()
    head = f"median of {asked.rounds}, interleaved"
    print(f"{head:58} {'ours':>13} {'theirs':>13} {'ratio':>7}", flush=True)
    held = True
    with tempfile.TemporaryDirectory() as name:
        for row in _rows(Path(name), asked):
            print(row.line(), flush=True)
            held = held and row.holds
    return 0 if held else 1


def _arguments() -> argparse.Namespace:
    parser = argparse.ArgumentParser(prog="python -m bench", description="Measure every bound on speed.")
    parser.add_argument("--large", action="store_true", help="measure large glossaries, which takes hours")
    parser.add_argument("--only", choices=GROUPS, action="append", help="of --large, only some rows")
    parser.add_argument("--articles", type=int, default=1000, help="how many articles a large glossary has")
    parser.add_argument(
        "--sample", type=int, default=100, help="how many of them pandoc's lines are timed on"
    )
    parser.add_argument("--rounds", type=int, default=PAIRS, help="how often each thing is timed")
    return parser.parse_args()


def _rows(folder: Path, asked: argparse.Namespace) -> Iterator[Row]:
    if asked.large:
        extent = Extent(asked.articles, min(asked.sample, asked.articles), asked.rounds)
        yield from large_rows(folder, extent, asked.only or tuple(GROUPS))
    else:
        yield from small_rows(folder, asked.rounds)


if __name__ == "__main__":
    sys.exit(main())
