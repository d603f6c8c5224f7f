"""Whatever is done to a finished file, the proof sees it and says in which part."""

import sys
from collections import Counter
from collections.abc import Iterator
from functools import cache
from itertools import islice
from pathlib import Path
from random import Random

import pytest

from glossary_publish.build.material import Material
from glossary_publish.diagnostics import Report
from glossary_publish.formats import FORMATS
from glossary_publish.layout import load_layout
from glossary_publish.workspace import MemoryWorkspace
from tests.campaign.finished import docx, epub, pdf
from tests.campaign.finished.mutant import Finished, Mutant, Operator, Verdict, judge
from tests.support.campaign import Campaign
from tests.support.publications import every_construct

ROOT = Path(__file__).resolve().parents[3]
OPERATORS: dict[str, dict[str, Operator]] = {
    "pdf": pdf.operators(),
    "epub": epub.operators(),
    "docx": docx.operators(),
}
EACH = 12  # faults of one operator in one file, when all are tried
SOME = 3  # and otherwise, in one file of each operator
CAUGHT = 0.99


def test_faults_of_finished_files_are_caught_and_the_part_is_named(
    built: Path, campaign: Campaign, capsys: pytest.CaptureFixture[str]
) -> None:
    verdicts = [judge(mutant) for mutant in _mutants(built, campaign)]
    with capsys.disabled():
        sys.stdout.write(f"\n{_table(verdicts)}\n")
    missed = [verdict.line for verdict in verdicts if not verdict.caught]
    misnamed = [verdict.line for verdict in verdicts if verdict.caught and not verdict.named]
    assert len(verdicts) >= (300 if campaign.whole else 15)
    assert len(missed) <= (1 - CAUGHT) * len(verdicts), "\n".join(missed)
    assert not misnamed, "\n".join(misnamed)


@pytest.mark.parametrize("format", sorted(FORMATS))
def test_a_file_without_a_fault_is_not_accused(format: str) -> None:
    finished = _sample(format)
    verdict = judge(Mutant("none", finished, frozenset(), "", finished.data))
    assert not verdict.caught, verdict.line


def _mutants(built: Path, campaign: Campaign) -> Iterator[Mutant]:
    """All faults, or for each operator a few in one file."""
    random = campaign.random("finished files")
    for format, operators in sorted(OPERATORS.items()):
        files = [*_articles(built, format), _sample(format)]
        for operator in operators.values():
            if campaign.whole:
                for finished in files:
                    yield from islice(operator(finished, random), EACH)
            else:
                yield from islice(_anywhere(operator, random.sample(files, len(files)), random), SOME)


def _anywhere(operator: Operator, files: list[Finished], random: Random) -> Iterator[Mutant]:
    for finished in files:
        yield from operator(finished, random)


def _articles(built: Path, format: str) -> list[Finished]:
    material = Material(ROOT)
    return [
        Finished(
            material.compose(edition),
            material.layout(edition.layout, edition.paper).layout,
            (built / edition.path).read_bytes(),
        )
        for edition in material.editions()
        if edition.format == format
    ]


@cache
def _sample(format: str) -> Finished:
    """The edition that shows every construct: tables, notes, languages, pictures, nested lists."""
    name = {"pdf": "handout", "epub": "ebook", "docx": "word"}[format]
    layout = load_layout(MemoryWorkspace({}), name)
    publication = every_construct(qr=format == "pdf", native_notes=format == "docx")
    report = Report()
    data = FORMATS[format].render(publication, layout, report)
    assert not report.diagnostics
    return Finished(publication, layout, data)


def _table(verdicts: list[Verdict]) -> str:
    """Operators by formats: how many were caught, of how many."""
    tried = Counter((verdict.mutant.operator, verdict.mutant.finished.layout.format) for verdict in verdicts)
    caught = Counter(
        (verdict.mutant.operator, verdict.mutant.finished.layout.format)
        for verdict in verdicts
        if verdict.caught and verdict.named
    )
    formats = sorted(FORMATS)
    head = f"{'caught, of those tried':34}" + "".join(f"{format:>14}" for format in formats)
    rows = [
        f"{operator:34}" + "".join(f"{_cell(caught, tried, operator, format):>14}" for format in formats)
        for operator in sorted({operator for operator, _ in tried})
    ]
    return "\n".join([head, *rows, f"{sum(caught.values())} of {len(verdicts)} caught, with the part named"])


def _cell(
    caught: Counter[tuple[str, str]], tried: Counter[tuple[str, str]], operator: str, format: str
) -> str:
    key = (operator, format)
    return f"{caught[key]}/{tried[key]}" if tried[key] else "–"
