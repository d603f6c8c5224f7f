"""What may not be handed out is not made or is removed, and what was published before stays on record."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import pytest

from glossary_publish.article import Article
from glossary_publish.build.building import Build
from glossary_publish.build.governance import Governance
from glossary_publish.build.making import Made, NotMade, tools
from glossary_publish.build.manifest import NAME
from glossary_publish.build.outcome import Outcome
from glossary_publish.build.plan import Selection
from glossary_publish.build.workers import Preparation, Workers, nothing
from glossary_publish.diagnostics import Diagnostic, Report, Severity, UsageError
from glossary_publish.layout import Layout
from glossary_publish.publication import Publication
from tests.build.sample import SampleMaterial, article, made, prepared
from tests.support.listed import former, listed, lists

EVERYTHING = Selection()
DUE = Diagnostic("review-due-soon", Severity.WARNING, "soon")
OVERDUE = Diagnostic("review-overdue", Severity.ERROR, "overdue")


@dataclass(frozen=True)
class Rules(Governance):
    """Rules that hold for articles by their slugs."""

    found: Mapping[str, Diagnostic] = field(default_factory=dict)
    gone: tuple[str, ...] = ()

    def of(self, article: Article) -> tuple[Diagnostic, ...]:
        return (self.found[article.slug],) if article.slug in self.found else ()

    @property
    def withdrawn(self) -> Mapping[tuple[str, str], Article]:
        return {(slug, "en"): article(slug) for slug in self.gone}


@dataclass(frozen=True)
class Run:
    """A build that has run, and what was told of no single edition."""

    out: Path
    outcomes: list[Outcome]
    report: Report
    withdrawn: list[str]

    @property
    def files(self) -> list[str]:
        """Every file in the output folder but the manifest."""
        files = (path for path in self.out.rglob("*") if path.is_file() and path.suffix != ".json")
        return sorted(path.relative_to(self.out).as_posix() for path in files)

    @property
    def former(self) -> list[tuple[str, str]]:
        """Paths and hashes of what was published before."""
        return [(row["path"], row["sha256"]) for row in former(self.out)]


def run(
    out: Path,
    workers: Workers,
    rules: Rules | None = None,
    selection: Selection = EVERYTHING,
    work: Callable[..., Made | NotMade] = made,
    **changes: Any,
) -> Run:
    """Build the sample."""
    report = Report()
    build = Build(SampleMaterial(**changes), out, workers, report, work, prepared, rules)
    outcomes = list(build.make(build.plan(selection), lambda: None))
    return Run(out, outcomes, report, [entry.path for entry in build.withdrawn])


def made_anew(publication: Publication, layout: Layout) -> Made:
    """Stands for rendering another text."""
    return Made(f"new {layout.format}".encode(), (), tools(layout.format))


# --- reviews and approvals -------------------------------------------------------------------------


def test_of_an_article_that_may_not_be_handed_out_only_the_draft_is_made(
    tmp_path: Path, workers: Workers
) -> None:
    done = run(tmp_path, workers, Rules(found={"alpha": OVERDUE}))
    assert done.files == ["alpha/alpha.docx", "beta/beta.docx", "beta/beta.epub", "beta/beta.pdf"]
    stopped = {one.edition.path: one for one in done.outcomes if not one.sha256}
    assert set(stopped) == {"alpha/alpha.epub", "alpha/alpha.pdf"}
    assert all((one.diagnostics, one.exit_code) == ((OVERDUE,), 1) for one in stopped.values())
    assert list(done.report) == []


def test_what_was_made_before_stays_as_it_was(tmp_path: Path, workers: Workers) -> None:
    before = run(tmp_path, workers)
    manifest = lists(tmp_path)
    assert run(tmp_path, workers, Rules(found={"alpha": OVERDUE})).files == before.files
    assert lists(tmp_path) == manifest


def test_a_warning_is_told_once_and_stops_nothing(tmp_path: Path, workers: Workers) -> None:
    done = run(tmp_path, workers, Rules(found={"alpha": DUE}))
    assert list(done.report) == [DUE]
    assert len(done.files) == 6
    assert list(run(tmp_path, workers, Rules(found={"alpha": DUE}), Selection(slugs=("beta",))).report) == []


# --- withdrawal --------------------------------------------------------------------------------------


def test_the_editions_of_a_withdrawn_article_are_removed_and_listed(tmp_path: Path, workers: Workers) -> None:
    run(tmp_path, workers)
    done = run(tmp_path, workers, Rules(gone=("alpha",)), slugs=("beta",))
    assert done.withdrawn == ["alpha/alpha.docx", "alpha/alpha.epub", "alpha/alpha.pdf"]
    assert done.files == ["beta/beta.docx", "beta/beta.epub", "beta/beta.pdf"]
    assert [path for path, _ in done.former] == done.withdrawn
    again = run(tmp_path, workers, Rules(gone=("alpha",)), slugs=("beta",))
    assert (again.withdrawn, again.former) == ([], done.former)


def test_a_build_of_another_article_removes_them_too(tmp_path: Path, workers: Workers) -> None:
    run(tmp_path, workers)
    done = run(tmp_path, workers, Rules(gone=("alpha",)), Selection(slugs=("beta",)), slugs=("beta",))
    assert len(done.withdrawn) == 3


@pytest.mark.parametrize("selection", [EVERYTHING, Selection(slugs=("alpha",))])
def test_withdrawing_the_only_article_is_no_mistake(
    tmp_path: Path, workers: Workers, selection: Selection
) -> None:
    run(tmp_path, workers, slugs=("alpha",))
    done = run(tmp_path, workers, Rules(gone=("alpha",)), selection, slugs=())
    assert (done.outcomes, len(done.withdrawn), done.files) == ([], 3, [])


def test_asking_for_what_is_not_there_is_wrong_usage_whatever_is_withdrawn(
    tmp_path: Path, workers: Workers
) -> None:
    for selection in (Selection(layouts=("poster",)), Selection(slugs=("omega",))):
        with pytest.raises(UsageError):
            run(tmp_path, workers, Rules(gone=("alpha",)), selection, slugs=("beta",))


# --- the record --------------------------------------------------------------------------------------


def test_what_was_published_outlives_a_rebuild(tmp_path: Path, workers: Workers) -> None:
    first = run(tmp_path, workers, slugs=("alpha",))
    before = listed(tmp_path)
    assert first.former == []
    second = run(tmp_path, workers, slugs=("alpha",), work=made_anew)
    old = [(row["path"], row["sha256"]) for row in before]
    assert second.former == old
    assert run(tmp_path, workers, slugs=("alpha",), work=made_anew).former == old


def test_what_is_published_again_is_not_former_and_what_it_replaced_is(
    tmp_path: Path, workers: Workers
) -> None:
    run(tmp_path, workers, slugs=("alpha",))
    run(tmp_path, workers, slugs=("alpha",), work=made_anew)
    done = run(tmp_path, workers, slugs=("alpha",))
    now = {row["sha256"] for row in listed(tmp_path)}
    assert len(done.former) == 3
    assert now.isdisjoint(digest for _, digest in done.former)


def test_the_record_is_the_same_bytes_whatever_the_order_of_the_work(tmp_path: Path) -> None:
    records = []
    for name, count in (("one", 1), ("three", 3)):
        with Workers(count, [Preparation(frozenset(), nothing)]) as several:
            for work in (made, made_anew, made):
                run(tmp_path / name, several, work=work)
        records.append(lists(tmp_path / name))
    assert records[0] == records[1]


def test_the_manifest_says_nothing_of_what_was_before(tmp_path: Path, workers: Workers) -> None:
    run(tmp_path / "fresh", workers)
    for work in (made_anew, made):
        run(tmp_path / "old", workers, work=work)
    assert listed(tmp_path / "old") == listed(tmp_path / "fresh")
    assert former(tmp_path / "fresh") == []


def test_a_file_that_is_gone_stays_on_record(tmp_path: Path, workers: Workers) -> None:
    run(tmp_path, workers)
    (tmp_path / "alpha/alpha.pdf").unlink()
    done = run(tmp_path, workers, selection=Selection(slugs=("beta",)))
    assert [path for path, _ in done.former] == ["alpha/alpha.pdf"]


@pytest.mark.parametrize(
    ("name", "code"),
    [
        (NAME, "damaged-manifest"),
        ("manifest.d/alpha.json", "damaged-manifest"),
        ("former.d/alpha.json", "damaged-record"),
    ],
)
@pytest.mark.parametrize(
    "damage", ["", "{", '{"schema": "other"}', "[" * 100_000, '{"editions": [{"path": 3}]}']
)
def test_a_damaged_record_is_told_and_kept_beside_the_new_one(
    tmp_path: Path, workers: Workers, name: str, code: str, damage: str
) -> None:
    run(tmp_path, workers, slugs=("alpha",))
    run(tmp_path, workers, slugs=("alpha",), work=made_anew)
    (tmp_path / name).write_text(damage)
    done = run(tmp_path, workers, slugs=("alpha",))
    assert [(found.code, bool(found.help)) for found in done.report] == [(code, True)]
    assert (tmp_path / f"{name}.damaged").read_text() == damage
    assert list(run(tmp_path, workers, slugs=("alpha",)).report) == []


def test_no_day_of_a_build_stands_in_the_manifest(tmp_path: Path, workers: Workers) -> None:
    run(tmp_path, workers)
    row = listed(tmp_path)[0]
    assert [key for key in row if key in ("date", "time", "built", "today", "created")] == []
    assert row["valid_until"] == ""
