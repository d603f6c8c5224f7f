"""Interleaved pairs: the only honest way to compare two commands on a machine that others use too."""

import sys
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from statistics import median

PAIRS = 9
Run = Callable[[], object]


@dataclass(frozen=True, slots=True)
class Ratio:
    """How the times of two runs compare: ours over theirs, the median of all pairs, and both medians in seconds."""

    name: str
    ours: float
    theirs: float
    ratio: float
    bound: float

    @property
    def holds(self) -> bool:
        """Whether the ratio is within its bound."""
        return self.ratio <= self.bound

    def line(self) -> str:
        """One line of the table."""
        times = f"{self.ours * 1000:10.0f} ms {self.theirs * 1000:10.0f} ms"
        return f"{self.name:58} {times} {self.ratio:7.2f}   {verdict(f'{self.bound:.2f}', self.holds)}"


@dataclass(frozen=True, slots=True)
class Figure:
    """What is measured by itself and compared with a bound, in some unit."""

    name: str
    value: float
    unit: str
    bound: float

    @property
    def holds(self) -> bool:
        """Whether the figure is within its bound."""
        return self.value <= self.bound

    def line(self) -> str:
        """One line of the table."""
        value = f"{self.value:.4g} {self.unit}".rstrip()
        return f"{self.name:58} {value:>13} {'':21}   {verdict(f'{self.bound:g}', self.holds)}"


Row = Ratio | Figure


def verdict(bound: str, holds: bool) -> str:
    """What is said of a bound."""
    return f"at most {bound}: {'holds' if holds else 'does not hold'}"


def compare(name: str, ours: Run, theirs: Run, bound: float, pairs: int = PAIRS) -> Ratio:
    """Run two things in turn, after one unmeasured round; who comes first changes from pair to pair."""
    mine, others = interleaved((ours, theirs), pairs)
    return ratio(name, mine, others, bound)


def interleaved(runs: Sequence[Run], rounds: int = PAIRS) -> list[list[float]]:
    """The seconds of each run in each round, after one unmeasured round; each time another one comes first.

    A round may take minutes: standard error tells what it came to.
    """
    for run in runs:
        run()
    times = [[0.0] * rounds for _ in runs]
    for number in range(rounds):
        for place in range(len(runs)):
            turn = (place + number) % len(runs)
            times[turn][number] = seconds(runs[turn])
        took = ", ".join(f"{own[number]:.3f} s" for own in times)
        sys.stderr.write(f"round {number + 1} of {rounds}: {took}\n")
    return times


def ratio(name: str, ours: Sequence[float], theirs: Sequence[float], bound: float, scale: float = 1) -> Ratio:
    """Compare the times of two runs; `scale` is what theirs are multiplied with, if they did a part of the work."""
    scaled = [scale * other for other in theirs]
    middle = median(mine / other for mine, other in zip(ours, scaled, strict=True))
    return Ratio(name, median(ours), median(scaled), middle, bound)


def seconds(run: Run) -> float:
    """The wall-clock time of one run."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start
