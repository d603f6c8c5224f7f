"""Whether workers grow: the memory that each holds after each piece of work, and the most that it ever held."""

import subprocess
import sys
from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from statistics import median

from bench.large.extent import Extent
from bench.pairs import Figure

HUNDRED = 100


def memory_rows(folder: Path, extent: Extent) -> Iterator[Figure]:
    """The last hundred pieces of work of each worker against its second hundred; fewer, if it does less than 300."""
    extent.glossary(folder)
    log = folder / "memory.txt"
    subprocess.run([sys.executable, "-m", "bench.large.measured", folder, log], check=True)
    workers = held(log.read_text().splitlines())
    for number, (resident, peak) in enumerate(workers.values(), 1):
        name = f"{extent.articles} articles: memory of worker {number} of {len(workers)}"
        yield from of_worker(name, resident, peak)


def of_worker(name: str, resident: Sequence[float], peak: float) -> Iterator[Figure]:
    """How much a worker grew, and the most that it held."""
    span = min(HUNDRED, len(resident) // 3)
    if span:
        change = median(resident[-span:]) / median(resident[span : 2 * span]) - 1
        yield Figure(f"{name}, last {span} to second", abs(change) * 100, "%", 10)
    yield Figure(f"{name}, at most", peak, "MB", 400)


def held(lines: Sequence[str]) -> Mapping[str, tuple[list[float], float]]:
    """By worker, the megabytes that were held after each piece of work, and the most that ever were."""
    found: dict[str, tuple[list[float], float]] = {}
    for line in lines:
        worker, *figures = line.split()
        now, most = (int(figure) / 1024 for figure in figures)
        resident, peak = found.get(worker, ([], 0.0))
        found[worker] = ([*resident, now], max(peak, most))
    return found
