"""What a published text is worth: withdrawn, replaced, overdue, stale or current, by file and by code."""

import shutil
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from glossary_publish.build.building import Build
from glossary_publish.build.lookup import Lookup, asked_code
from glossary_publish.build.making import Made, tools
from glossary_publish.build.plan import Selection
from glossary_publish.build.record import read_record
from glossary_publish.build.standing import Judge, Status
from glossary_publish.build.status import Examiner, Verdict
from glossary_publish.build.workers import Workers
from glossary_publish.diagnostics import Report
from glossary_publish.layout import Layout
from glossary_publish.publication import Publication
from tests.build.sample import SETTINGS, SampleMaterial
from tests.support.publications import SOURCE, every_construct

DUE = date(2026, 6, 1)
BEFORE, AFTER = date(2026, 5, 31), date(2026, 6, 2)
OLD, NEW, LAST = "EC-222222", "EC-333333", "EC-444444"
PDF = "dist/alpha/alpha.pdf"


class Edited(SampleMaterial):
    """The sample in a state with a code and a version of its own."""

    code = OLD
    version = "1.0"

    def compose(self, edition: Any) -> Publication:
        publication = super().compose(edition)
        metadata = replace(publication.metadata, code=self.code, version=self.version, review_due=DUE)
        return replace(publication, metadata=metadata)


def material(code: str, version: str = "1.0", **changes: Any) -> SampleMaterial:
    """The sample in a state of its own."""
    made = Edited(**{"slugs": ("alpha",), **changes})
    made.code, made.version = code, version
    return made


def made(publication: Publication, layout: Layout) -> Made:
    """Stands for rendering: the bytes tell which state they show."""
    return Made(f"{publication.metadata.code} {layout.format}".encode(), (), tools(layout.format))


def build(project: Path, workers: Workers, state: SampleMaterial, *formats: str) -> None:
    """Build the project in a state."""
    work = Build(state, project / "dist", workers, Report(), made)
    assert all(one.sha256 for one in work.make(work.plan(Selection(formats=formats)), lambda: None))


@pytest.fixture
def project(tmp_path: Path, workers: Workers) -> Path:
    """A project that was built, changed and built again; `old.pdf` is a copy of what was made first."""
    for path, data in [*every_construct().sources, ("content/glossary.toml", SETTINGS)]:
        (tmp_path / path).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / path).write_bytes(data)
    build(tmp_path, workers, material(OLD))
    shutil.copy(tmp_path / PDF, tmp_path / "old.pdf")
    build(tmp_path, workers, material(NEW, "1.1"))
    return tmp_path


def judge(project: Path, today: date = BEFORE, **changes: Any) -> Judge:
    """A judge that finds the sample when it reads the project."""
    made = Judge(project, today)
    made.__dict__["material"] = material(LAST, **changes)
    return made


def of_file(project: Path, path: str, judge: Judge) -> Verdict:
    return Examiner(project, judge, Report()).examine(project / path)


def of_code(project: Path, code: str, judge: Judge) -> Verdict:
    (verdict,) = Lookup(judge, read_record(project / "dist", Report())).answers(code)
    return verdict


def words(verdict: Verdict) -> str:
    return f"{verdict.standing.words}: {verdict.reason}".removesuffix(": ")


def test_what_is_there_now_is_current(project: Path) -> None:
    assert words(of_file(project, PDF, judge(project))) == "current"
    assert words(of_code(project, NEW, judge(project))) == "current: alpha, version 1.1"
    assert of_code(project, NEW, judge(project)).exit_code == 0


def test_what_was_made_anew_with_another_text_is_superseded_by_it(project: Path) -> None:
    verdict = of_file(project, "old.pdf", judge(project))
    assert words(verdict) == f"superseded by {NEW}: now version 1.1, alpha/alpha.pdf"
    assert verdict.exit_code == 1
    found = words(of_code(project, OLD, judge(project)))
    assert found.startswith(f"superseded by {NEW}: alpha, version 1.0: now version 1.1, alpha/alpha.")


@pytest.mark.parametrize(
    ("today", "status"), [(BEFORE, "current"), (DUE, "current"), (AFTER, "review overdue")]
)
def test_the_day_after_the_due_day_makes_it_overdue(project: Path, today: date, status: str) -> None:
    for verdict in (
        of_file(project, PDF, judge(project, today)),
        of_code(project, NEW, judge(project, today)),
    ):
        assert verdict.standing.words == status
        assert verdict.exit_code == int(status != "current")
    assert of_file(project, "old.pdf", judge(project, today)).status is Status.SUPERSEDED


def test_overdue_says_when_the_review_was_due(project: Path) -> None:
    assert (
        words(of_file(project, PDF, judge(project, AFTER)))
        == "review overdue: the review was due on 2026-06-01"
    )


GONE = {"status": "withdrawn", "superseded_by": ""}
REPLACED = {"status": "published", "superseded_by": "omega"}


@pytest.mark.parametrize(
    ("changes", "told"),
    [
        ({"gone": (("alpha", GONE),)}, "withdrawn"),
        ({"gone": (("alpha", GONE | {"superseded_by": "omega"}),)}, "withdrawn: omega takes its place"),
        ({"gone": (("alpha", REPLACED),)}, "superseded by omega"),
        ({"slugs": ()}, "withdrawn: its article is no longer in the glossary"),
    ],
)
def test_a_withdrawn_article_speaks_for_all_that_was_made_of_it(
    project: Path, changes: dict[str, Any], told: str
) -> None:
    (project / SOURCE).write_bytes(b"changed")
    for today in (BEFORE, AFTER):
        judged = judge(project, today, **{"slugs": ("alpha",), **changes})
        assert words(of_file(project, "old.pdf", judged)) == told
        assert words(of_code(project, OLD, judged)).startswith(told.partition(":")[0])
        assert of_file(project, "old.pdf", judged).exit_code == 1


def test_a_changed_source_makes_the_latest_stale(project: Path) -> None:
    (project / "content/glossary.toml").write_bytes(b"changed")
    assert words(of_file(project, PDF, judge(project))) == "stale: content/glossary.toml has changed"
    assert of_code(project, NEW, judge(project)).status is Status.STALE


def test_the_same_text_made_anew_is_stale_and_its_code_is_current(project: Path, workers: Workers) -> None:
    former = (project / "dist/former.d/alpha.json").read_text("utf-8")
    (project / "dist/former.d/alpha.json").write_text(former.replace(OLD, NEW), "utf-8")
    assert (
        words(of_file(project, "old.pdf", judge(project)))
        == "stale: it was made anew since, and says the same"
    )
    assert of_code(project, NEW, judge(project)).status is Status.CURRENT


def test_a_code_of_which_one_format_is_left_is_judged_by_what_is_left(
    project: Path, workers: Workers
) -> None:
    build(project, workers, material(LAST, "1.2"), "pdf")
    assert of_code(project, NEW, judge(project)).status is Status.CURRENT
    assert of_code(project, LAST, judge(project)).status is Status.CURRENT
    assert of_code(project, OLD, judge(project)).status is Status.SUPERSEDED


def test_a_code_that_only_the_sources_know_is_current(project: Path) -> None:
    (project / "content/glossary.toml").write_bytes(b"changed, and not built since")
    verdict = of_code(project, LAST, judge(project))
    assert words(verdict) == "current: alpha, version 1.0: the sources say so, no manifest knows it"
    assert words(of_code(project, LAST, judge(project, AFTER))).startswith("review overdue")


def test_an_unknown_code_is_not_ours_and_a_near_one_is_shown(project: Path) -> None:
    verdict = of_code(project, "EC-333332", judge(project))
    assert words(verdict) == f"not ours: no edition has this code; did you mean {NEW}?"
    assert verdict.exit_code == 1
    assert words(of_code(project, "ZZ-XXXXXX", judge(project))) == "not ours: no edition has this code"


def test_a_character_that_no_code_has_is_named(project: Path) -> None:
    assert words(of_code(project, "EC-3O33I3", judge(project))) == (
        "not ours: no code has I or O among its last six characters"
    )


def test_articles_that_share_a_code_by_chance_are_all_told(project: Path, workers: Workers) -> None:
    build(project, workers, material(NEW, slugs=("alpha", "beta")))
    found = Lookup(judge(project), read_record(project / "dist", Report())).answers(NEW)
    assert [verdict.reason.partition(",")[0] for verdict in found] == ["alpha", "beta"]


@pytest.mark.parametrize(
    ("spoken", "code"),
    [
        ("EC-K4RX7C", "EC-K4RX7C"),
        ("ec-k4rx7c", "EC-K4RX7C"),
        ("EC K4RX7C", "EC-K4RX7C"),
        ("ECK4RX7C", "EC-K4RX7C"),
        (" ec–k4rx7c ", "EC-K4RX7C"),
        ("K4RX7C", "K4RX7C"),
        ("KKKKKK", "KKKKKK"),
        ("https://example.org/glossary/alliance?EC-K4RX7C", "EC-K4RX7C"),
        ("example.org/alliance?kkkkkk", "KKKKKK"),
        ("dist", ""),
        ("output", ""),
        ("dist/alpha/alpha.pdf", ""),
        ("received.docx", ""),
        ("EC-K4RX7", ""),
        ("EC-K4RX7CC", ""),
        ("", ""),
    ],
)
def test_a_code_is_known_however_it_is_spoken(spoken: str, code: str) -> None:
    assert asked_code(spoken) == code
