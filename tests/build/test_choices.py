"""Of the file of all references an edition has only its own entries: what is recorded of them, and what that is worth."""

from collections.abc import Callable
from datetime import date
from pathlib import Path

import pytest

from glossary_publish.build.building import Build
from glossary_publish.build.material import Material
from glossary_publish.build.plan import Edition, Selection
from glossary_publish.build.record import read_record
from glossary_publish.build.standing import Judge, Status
from glossary_publish.build.workers import Workers
from glossary_publish.diagnostics import Diagnostic, Report, Severity, Span
from tests.build.sample import made, nothing_beforehand
from tests.build.small_glossary import REFERENCES, Glossary

ALPHA, GAMMA = "alpha/alpha.pdf", "gamma/gamma.pdf"
TODAY = date(2026, 1, 1)


@pytest.fixture
def glossary(tmp_path: Path, workers: Workers) -> Glossary:
    """The small glossary, of which the handouts are made."""
    glossary = Glossary(tmp_path)
    glossary.begin()
    work = Build(Material(tmp_path), tmp_path / "dist", workers, Report(), made, nothing_beforehand)
    list(work.make(work.plan(Selection(formats=("pdf",))), lambda: None))
    return glossary


def verdict(glossary: Glossary, path: str) -> tuple[Status, str]:
    """What is to be said of a finished file."""
    record = read_record(glossary.root / "dist", Report())
    standing = Judge(glossary.root, TODAY).of(record.editions[path], record)
    return standing.status, standing.reason


def test_the_references_are_among_the_choices_and_their_file_is_no_read(glossary: Glossary) -> None:
    entry = read_record(glossary.root / "dist", Report()).editions[ALPHA]
    assert REFERENCES not in entry.reads
    assert [name for name in entry.choices if name.startswith("reference ")] == ["reference bordin1979"]
    assert verdict(glossary, ALPHA) == (Status.CURRENT, "")


def edited(glossary: Glossary) -> None:
    glossary.edit(REFERENCES, 'volume: "16"', 'volume: "17"')


def called_otherwise(glossary: Glossary) -> None:
    glossary.edit(REFERENCES, "id: bordin1979", "id: bordin1980")


def of_no_kind(glossary: Glossary) -> None:
    text = glossary.read(REFERENCES)
    before, key, after = text.partition("bordin1979")
    glossary.write(REFERENCES, before + key + after.replace("kind: ", "kind: no-such-", 1))


def unreadable(glossary: Glossary) -> None:
    glossary.write(REFERENCES, "references: [")


@pytest.mark.parametrize("change", [edited, called_otherwise, of_no_kind, unreadable])
def test_what_cites_an_entry_is_stale_once_that_says_something_else_or_nothing(
    glossary: Glossary, change: Callable[[Glossary], None]
) -> None:
    change(glossary)
    status, reason = verdict(glossary, ALPHA)
    assert status is Status.STALE
    assert reason.startswith("its reference bordin1979 would be ")
    assert (" nothing," in reason) == (change is not edited)


@pytest.mark.parametrize("change", [edited, called_otherwise, of_no_kind])
def test_what_cites_another_entry_is_current(glossary: Glossary, change: Callable[[Glossary], None]) -> None:
    change(glossary)
    assert verdict(glossary, GAMMA) == (Status.CURRENT, "")


@pytest.mark.parametrize(("path", "is_read"), [(REFERENCES, True), ("content/articles/alpha.md", False)])
def test_the_file_is_read_as_a_whole_where_something_was_said_of_a_place_in_it(
    glossary: Glossary, path: str, is_read: bool
) -> None:
    material = Material(glossary.root)
    edition = Edition("alpha", "en", "handout", "letter", "pdf", ALPHA)
    told = Diagnostic("a-note", Severity.NOTE, "worth knowing", Span(path, 3, 1))
    reads, _ = material.reads(edition, material.compose(edition), [told])
    assert (REFERENCES in reads) == is_read
