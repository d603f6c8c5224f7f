"""Whatever reading or composing could do to an article, the count of its words sees it and says in which part."""

import sys
from collections import Counter
from collections.abc import Iterator

import pytest

from glossary_publish.diagnostics import Report
from glossary_publish.verify.conservation import conserve
from tests.campaign.sources import OPERATORS, mutants
from tests.campaign.sources.material import samples
from tests.campaign.sources.mutant import Mutant, Sample
from tests.support.campaign import Campaign

EACH = 4  # faults of one operator in one publication, when all are tried
LEAST = 160  # faults that every run tries: at least one of every operator


def test_faults_of_reading_and_composing_are_caught_and_the_part_is_named(
    campaign: Campaign, capsys: pytest.CaptureFixture[str]
) -> None:
    tried, missed, misnamed = Counter[str](), [], []
    for mutant in _drawn(campaign):
        tried[mutant.operator] += 1
        report = Report()
        conserve(mutant.publication, report, mutant.sample.layout)
        if not report.failed:
            missed.append(mutant.name)
        elif not any(found.part in mutant.parts for found in report):
            misnamed.append(f"{mutant.name}; found {[(one.code, one.part) for one in report]}")
    with capsys.disabled():
        sys.stdout.write(f"\nsources: {tried.total()} faults of {len(tried)} kinds\n")
    assert tried.total() >= LEAST
    assert tried.keys() == OPERATORS.keys()
    assert missed == []
    assert misnamed == []


@pytest.mark.parametrize("sample", samples(), ids=lambda sample: sample.name)
def test_a_publication_without_a_fault_is_not_accused(sample: Sample) -> None:
    whole = {"label", "body"} <= {part.id for part in sample.layout.parts}
    for layout in (sample.layout, None) if whole else (sample.layout,):
        report = Report()
        conserve(sample.publication, report, layout)
        assert list(report) == []


def _drawn(campaign: Campaign) -> Iterator[Mutant]:
    """All faults; or one of each operator, and a slice of the others."""
    random = campaign.random("sources")
    if campaign.whole:
        yield from mutants(random, EACH)
        return
    for name, operator in OPERATORS.items():
        found = samples()
        for sample in random.sample(found, len(found)):
            made = next(iter(operator(sample, random)), None)
            if made is not None:
                part, told, publication = made
                yield Mutant(name, sample, frozenset((part,)), told, publication)
                break
    every = [(name, sample) for name in OPERATORS for sample in samples()]
    for name, sample in random.sample(every, campaign.count(len(every) * EACH)):
        for part, told, publication in OPERATORS[name](sample, random):
            yield Mutant(name, sample, frozenset((part,)), told, publication)
            break
