"""Interleaved pairs: the only honest way to compare two commands on a machine that others use too."""

import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median

PAIRS = 9


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
        verdict = "holds" if self.holds else "does not hold"
        times = f"{self.ours * 1000:10.0f} ms {self.theirs * 1000:10.0f} ms"
        return f"{self.name:58} {times} {self.ratio:7.2f}   at most {self.bound:.2f}: {verdict}"


def compare(
    name: str, ours: Callable[[], object], theirs: Callable[[], object], bound: float, pairs: int = PAIRS
) -> Ratio:
    """Run two things in turn, after one unmeasured round; who comes first changes from pair to pair."""
    ours()
    theirs()
    mine: list[float] = []
    others: list[float] = []
    for index in range(pairs):
        if index % 2:
            others.append(seconds(theirs))
            mine.append(seconds(ours))
        else:
            mine.append(seconds(ours))
            others.append(seconds(theirs))
    ratio = median(one / other for one, other in zip(mine, others, strict=True))
    return Ratio(name, median(mine), median(others), ratio, bound)


def seconds(run: Callable[[], object]) -> float:
    """The wall-clock time of one run."""
    start = time.perf_counter()
    run()
    return time.perf_counter() - start
