"""A finished file, a fault put into it, and what the proof says of that."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from random import Random

from glossary_publish.diagnostics import PublishError, Report
from glossary_publish.formats import FORMATS
from glossary_publish.layout import Layout
from glossary_publish.publication import Publication
from glossary_publish.verify.runner import verify


@dataclass(frozen=True)
class Finished:
    """A proven edition: what it says and its bytes."""

    publication: Publication
    layout: Layout
    data: bytes

    @property
    def name(self) -> str:
        """Slug and format."""
        return f"{self.publication.metadata.slug}.{self.layout.format}"


@dataclass(frozen=True)
class Mutant:
    """A file with one fault. `parts` are the parts of which one must be named; `told` says what was done."""

    operator: str
    finished: Finished
    parts: frozenset[str]
    told: str
    data: bytes


@dataclass(frozen=True)
class Verdict:
    """Whether a fault was caught, and whether its part was named."""

    mutant: Mutant
    caught: bool
    named: bool
    findings: tuple[str, ...]

    @property
    def line(self) -> str:
        """What a person needs to look into it."""
        mutant = self.mutant
        wanted = "/".join(sorted(mutant.parts))
        return f"{mutant.finished.name} {mutant.operator} in {wanted}: {mutant.told}; found {self.findings or 'nothing'}"


# One way of doing damage: from a file and a seeded generator, faults one after the other, each in another place.
Operator = Callable[[Finished, Random], Iterable[Mutant]]


def judge(mutant: Mutant) -> Verdict:
    """Read the damaged file back and compare it with what it should say."""
    report = Report()
    try:
        inspection = FORMATS[mutant.finished.layout.format].inspect(mutant.data)
    except PublishError as error:
        report.extend(error.diagnostics)
    else:
        verify(mutant.finished.publication, mutant.finished.layout, inspection, report)
    findings = tuple(f"{found.code} in {found.part or '-'}" for found in report)
    named = any(found.part in mutant.parts for found in report)
    return Verdict(mutant, report.failed, named, findings)


def places(count: int, random: Random) -> Iterator[int]:
    """Every index once, in a random order."""
    yield from random.sample(range(count), count)
