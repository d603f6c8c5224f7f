"""A publication with a fault that reading or composing could have put into it."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from random import Random

from glossary_publish.layout import Layout
from glossary_publish.publication import Publication


@dataclass(frozen=True, slots=True)
class Sample:
    """A sound publication and its layout; `others` are publications of other articles for the same layout."""

    publication: Publication
    layout: Layout
    others: tuple[Publication, ...]

    @property
    def name(self) -> str:
        """Slug and layout."""
        return f"{self.publication.metadata.slug}, {self.layout.name}"


@dataclass(frozen=True, slots=True)
class Mutant:
    """A publication with one fault. `parts` are the parts of which one must be named; `told` says what was done."""

    operator: str
    sample: Sample
    parts: frozenset[str]
    told: str
    publication: Publication

    @property
    def name(self) -> str:
        """What a person needs to find it again."""
        return f"{self.sample.name}: {self.operator} in {'/'.join(sorted(self.parts))}: {self.told}"


Made = tuple[str, str, Publication]  # the part, what was done, the publication with the fault
# One way of doing damage: from a sample and a seeded generator, faults one after the other, in random places.
Operator = Callable[[Sample, Random], Iterator[Made]]
OPERATORS: dict[str, Operator] = {}


def operator(name: str) -> Callable[[Operator], Operator]:
    """Register a way of doing damage under its name."""

    def register(make: Operator) -> Operator:
        assert name not in OPERATORS
        OPERATORS[name] = make
        return make

    return register
