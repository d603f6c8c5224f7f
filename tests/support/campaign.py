"""Campaigns: many random trials or faults of one kind. `make test` runs a seeded slice, `make soak` all of them."""

import math
import random
from collections.abc import Sequence
from dataclasses import dataclass
from typing import TypeVar

SHARE = 0.05  # of a campaign that every test run makes
Item = TypeVar("Item")


@dataclass(frozen=True, slots=True)
class Campaign:
    """How much of each campaign is run, and the seed from which it is drawn."""

    seed: int
    whole: bool

    def count(self, full: int) -> int:
        """How many of `full` random trials to make."""
        return full if self.whole else math.ceil(full * SHARE)

    def random(self, name: str) -> random.Random:
        """The source of chance of one campaign: the same for the same seed and name."""
        return random.Random(f"{self.seed} {name}")

    def slice(self, name: str, items: Sequence[Item]) -> list[Item]:
        """Which of many faults to try, in their own order."""
        if self.whole:
            return list(items)
        drawn = self.random(name).sample(range(len(items)), self.count(len(items)))
        return [items[index] for index in sorted(drawn)]
