"""What a finished file is: current, stale, replaced, withdrawn, overdue, altered, or not ours."""

import json
import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from glossary_publish.article import Article, Review
from glossary_publish.build import currency, status
from glossary_publish.build.building import Build
from glossary_publish.build.plan import Edition, Selection
from glossary_publish.build.standing import Judge, Status
from glossary_publish.build.status import Examiner, Verdict
from glossary_publish.build.workers import Workers
from glossary_publish.diagnostics import PublishError, Report, fault
from glossary_publish.layout import Layout
from glossary_publish.publication import Publication, sha256
from glossary_publish.verify.inspection import Inspection
from tests.build.sample import SETTINGS, SampleMaterial, article, made
from tests.support.publications import SOURCE, every_construct

EPUB = "dist/alpha/alpha.epub"
TODAY = date(2026, 1, 1)


@pytest.fixture
def project(tmp_path: Path, workers: Workers) -> Path:
    """A project that has been built."""
    for path, data in [*every_construct().sources, ("content/glossary.toml", SETTINGS)]:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    build = Build(SampleMaterial(), tmp_path / "dist", workers, Report(), made)
    assert all(outcome.sha256 for outcome in build.make(build.plan(Selection()), lambda: None))
    return tmp_path


def examine(project: Path, path: str = EPUB, report: Report | None = None) -> Verdict:
    """Examine a file of the project."""
    return examiner(project, report).examine(project / path)


def examiner(project: Path, report: Report | None = None, **changes: Any) -> Examiner:
    """An examiner that finds the sample when it reads the project."""
    judge = Judge(project, TODAY)
    judge.__dict__["material"] = SampleMaterial(**changes)
    return Examiner(project, judge, report or Report())


def read_back_as(monkeypatch: pytest.MonkeyPatch, **metadata: str) -> None:
    """Let every file be read back as one with this metadata."""
    rows = {
        suffix: replace(format, inspect=lambda data: Inspection("epub", (), metadata=metadata))
        for suffix, format in status.SUFFIXES.items()
    }
    monkeypatch.setattr(status, "SUFFIXES", rows)


def proof(*problems: tuple[str, str]) -> Callable[..., None]:
    """A proof that finds these (code, part) pairs."""

    def verify(publication: Publication, layout: Layout, inspection: Inspection, report: Report) -> None:
        for code, part in problems:
            report.error(code, "differs", part=part)

    return verify


OURS = {"slug": "alpha", "language": "en", "source_hash": sha256(b"source")}


def test_what_was_just_built_is_current(project: Path) -> None:
    verdict = examine(project)
    assert (verdict.status, verdict.exit_code) == (Status.CURRENT, 0)


def test_a_copy_elsewhere_is_known_by_its_bytes(project: Path) -> None:
    shutil.copy(project / EPUB, project / "from-a-mail.epub")
    assert examine(project, "from-a-mail.epub").status is Status.CURRENT


@pytest.mark.parametrize("changed", [SOURCE, "content/glossary.toml"])
def test_a_changed_source_makes_it_stale_and_is_named(project: Path, changed: str) -> None:
    (project / changed).write_bytes(b"changed")
    verdict = examine(project)
    assert (verdict.status, verdict.reason, verdict.exit_code) == (Status.STALE, f"{changed} has changed", 1)


def test_a_source_that_is_gone_makes_it_stale(project: Path) -> None:
    (project / SOURCE).unlink()
    assert examine(project).status is Status.STALE


def test_another_version_of_a_tool_makes_it_stale(project: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(currency, "tools", lambda format: (("ebooklib", "99.0"),))
    verdict = examine(project)
    assert verdict.status is Status.STALE
    assert verdict.reason.endswith("here is 99.0")


def test_changed_bytes_with_the_same_words_are_current_and_said_to_be_unknown(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / EPUB).write_bytes(b"packed anew")
    read_back_as(monkeypatch, **OURS)
    monkeypatch.setattr(status, "verify", proof())
    verdict = examine(project)
    assert verdict.status is Status.CURRENT
    assert "no manifest knows these bytes" in verdict.reason


def test_changed_words_are_altered_and_every_difference_is_told(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / EPUB).write_bytes(b"changed")
    read_back_as(monkeypatch, **OURS)
    monkeypatch.setattr(status, "verify", proof(("text-differs", "body")))
    verdict = examine(project)
    assert (verdict.status, verdict.exit_code) == (Status.ALTERED, 1)
    assert [found.part for found in verdict.diagnostics] == ["body"]


@pytest.mark.parametrize("part", ["disclaimer", "crisis-notice", "references"])
def test_changed_locked_text_has_an_exit_code_of_its_own(
    project: Path, monkeypatch: pytest.MonkeyPatch, part: str
) -> None:
    (project / EPUB).write_bytes(b"changed")
    read_back_as(monkeypatch, **OURS)
    monkeypatch.setattr(status, "verify", proof(("text-differs", "body"), ("text-differs", part)))
    assert examine(project).exit_code == 4


def test_an_edition_of_an_older_article_is_stale_even_without_a_manifest(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "dist/manifest.json").unlink()
    shutil.rmtree(project / "dist/manifest.d")
    read_back_as(monkeypatch, **{**OURS, "source_hash": "00"})
    assert examine(project).status is Status.STALE


def test_an_edition_with_an_older_code_is_superseded_by_what_stands_in_its_place(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "old.epub").write_bytes(b"old")
    read_back_as(monkeypatch, **{**OURS, "source_hash": "00", "code": "EC-222222"})
    verdict = examine(project, "old.epub")
    assert (verdict.standing.words, verdict.exit_code) == ("superseded by EC-K4QX7", 1)
    assert verdict.reason == "now version 1.0, alpha/alpha.epub"


def test_an_unknown_file_of_a_withdrawn_article_is_withdrawn(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (project / "old.epub").write_bytes(b"old")
    read_back_as(monkeypatch, **OURS)
    gone = (("alpha", {"status": "withdrawn", "superseded_by": "beta"}),)
    verdict = examiner(project, slugs=("beta",), gone=gone).examine(project / "old.epub")
    assert (verdict.standing.words, verdict.reason) == ("withdrawn", "beta takes its place")
    deleted = examiner(project, slugs=("beta",)).examine(project / "old.epub")
    assert deleted.standing.words == "withdrawn"


def test_a_file_that_says_what_the_source_says_is_overdue_with_its_article(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Reviewed(SampleMaterial):
        def article(self, edition: Edition) -> Article:
            return article(edition.slug, reviewed=Review("Nobody", due=date(2025, 12, 31)))

    (project / EPUB).write_bytes(b"packed anew")
    read_back_as(monkeypatch, **OURS)
    monkeypatch.setattr(status, "verify", proof())
    own = examiner(project)
    own.judge.__dict__["material"] = Reviewed()
    assert own.examine(project / EPUB).standing.words == "review overdue"
    monkeypatch.setattr(status, "verify", proof(("text-differs", "disclaimer")))
    assert own.examine(project / EPUB).exit_code == 4


@pytest.mark.parametrize("metadata", [{}, {**OURS, "slug": "omega"}, {**OURS, "language": "fr"}])
def test_a_file_that_is_like_no_edition_is_not_ours(
    project: Path, monkeypatch: pytest.MonkeyPatch, metadata: dict[str, str]
) -> None:
    (project / "other.epub").write_bytes(b"other")
    read_back_as(monkeypatch, **metadata)
    verdict = examine(project, "other.epub")
    assert (verdict.status, verdict.exit_code) == (Status.NOT_OURS, 1)


def test_a_file_that_cannot_be_read_is_not_ours_and_says_why(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuses(data: bytes) -> Inspection:
        raise fault(PublishError, "not-a-zip", "it is no zip archive")

    rows = {suffix: replace(format, inspect=refuses) for suffix, format in status.SUFFIXES.items()}
    monkeypatch.setattr(status, "SUFFIXES", rows)
    (project / "other.epub").write_bytes(b"other")
    verdict = examine(project, "other.epub")
    assert verdict.status is Status.NOT_OURS
    assert [found.code for found in verdict.diagnostics] == ["not-a-zip"]


def test_a_file_of_no_format_of_ours_is_not_ours(project: Path) -> None:
    (project / "notes.txt").write_bytes(b"notes")
    assert examine(project, "notes.txt").status is Status.NOT_OURS


def test_a_file_that_the_manifest_lists_and_that_is_gone_is_told(project: Path) -> None:
    (project / EPUB).unlink()
    (verdict,) = examiner(project).missing(project / "dist")
    assert verdict.name == str(project / EPUB)
    assert verdict.exit_code == 1


def test_a_manifest_that_was_tampered_with_vouches_for_nothing(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = project / "dist/manifest.d/alpha.json"
    document = json.loads(path.read_bytes())
    del document["editions"][0]["reads"]
    path.write_text(json.dumps(document))
    read_back_as(monkeypatch)
    report = Report()
    assert examine(project, report=report).status is Status.NOT_OURS
    assert [found.code for found in report] == ["damaged-manifest"]
