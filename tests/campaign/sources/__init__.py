"""Faults that reading or composing could have: each must be seen between the sources and the publication."""

from collections.abc import Iterator
from itertools import islice
from random import Random

from tests.campaign.sources import meaning, parts, runs, wording
from tests.campaign.sources.material import samples
from tests.campaign.sources.mutant import OPERATORS, Mutant

__all__ = ["OPERATORS", "mutants"]
KINDS = (meaning, parts, runs, wording)


def mutants(random: Random, each: int = 1) -> Iterator[Mutant]:
    """Of every operator, some faults in every publication in which it can do damage."""
    for name, operator in OPERATORS.items():
        for sample in samples():
            for part, told, publication in islice(operator(sample, random), each):
                yield Mutant(name, sample, frozenset((part,)), told, publication)
