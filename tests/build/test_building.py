"""A build: what is made is written whole, what is not leaves everything as it was."""

import hashlib
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest

from glossary_publish.build.building import Build
from glossary_publish.build.limits import Limits
from glossary_publish.build.making import Made, NotMade
from glossary_publish.build.outcome import Outcome
from glossary_publish.build.plan import Selection
from glossary_publish.build.worker import Parcel
from glossary_publish.build.workers import Preparation, Workers, nothing
from glossary_publish.diagnostics import Report, Severity, Span, UsageError
from tests.build.sample import (
    SampleMaterial,
    SampleRow,
    made,
    made_badly,
    made_unproven,
    made_with_sheets,
    prepared,
)
from tests.support.listed import listed, lists

Work = Callable[..., Made | NotMade]
EVERYTHING = Selection()


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    with Workers(2, [Preparation(frozenset(), nothing)], Limits(wall=6.0)) as workers:
        yield workers


class Run:
    """A build that has run."""

    def __init__(
        self,
        out: Path,
        workers: Workers,
        material: SampleMaterial | None = None,
        selection: Selection = EVERYTHING,
        work: Work = made,
    ) -> None:
        self.out = out
        self.report = Report()
        build = Build(material or SampleMaterial(), out, workers, self.report, work, prepared)
        self.outcomes = list(build.make(build.plan(selection), lambda: None))

    def of(self, path: str) -> Outcome:
        """What became of one edition."""
        (outcome,) = [outcome for outcome in self.outcomes if outcome.edition.path == path]
        return outcome

    @property
    def files(self) -> dict[str, bytes]:
        """Every file in the output folder but the manifest."""
        paths = [path for path in self.out.rglob("*") if path.is_file() and path.suffix != ".json"]
        return {path.relative_to(self.out).as_posix(): path.read_bytes() for path in paths}

    @property
    def manifest(self) -> dict[str, dict[str, Any]]:
        """The rows of the manifest by path."""
        return {row["path"]: row for row in listed(self.out)}


def test_every_edition_is_written_and_stands_in_the_manifest(tmp_path: Path, workers: Workers) -> None:
    run = Run(tmp_path / "dist", workers)
    assert run.files == {
        f"{slug}/{slug}.{format}": f"{slug} as {format}".encode()
        for slug in ("alpha", "beta")
        for format in ("pdf", "epub", "docx")
    }
    assert set(run.manifest) == set(run.files)
    assert {outcome.exit_code for outcome in run.outcomes} == {0}


def test_workers_prepare_once_for_each_layout_that_takes_long(
    tmp_path: Path, workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked, prepare_kind = [], workers.prepare_kind

    def listening(kind: str, function: Callable[..., None], parcel: Parcel, direction: str) -> object:
        asked.append((kind, parcel.key, direction))
        return prepare_kind(kind, function, parcel, direction)

    monkeypatch.setattr(workers, "prepare_kind", listening)
    rows = (SampleRow(("handout", "ebook", "word")), SampleRow(("large",)))
    assert len(Run(tmp_path, workers, SampleMaterial(rows=rows)).files) == 8
    assert asked == [("pdf", "handout", "ltr"), ("pdf", "large", "ltr")]


def test_the_manifest_says_what_an_edition_is_and_what_it_was_made_from(
    tmp_path: Path, workers: Workers
) -> None:
    row = Run(tmp_path, workers).manifest["alpha/alpha.pdf"]
    assert row["sha256"] == hashlib.sha256(b"alpha as pdf").hexdigest()
    assert (row["slug"], row["layout"], row["paper"], row["language"]) == ("alpha", "handout", "letter", "en")
    assert (row["version"], row["code"], row["valid_until"]) == ("1.0", "EC-K4QX7", "")
    assert row["tools"]["glossary-publish"].startswith("0.1.0")
    assert set(row["reads"]) == {"content/articles/every-construct.md", "content/glossary.toml"}


def test_the_manifest_is_the_same_whatever_the_order_of_the_work(tmp_path: Path, workers: Workers) -> None:
    one = Run(tmp_path / "one", workers)
    with Workers(1, [Preparation(frozenset(), nothing)]) as single:
        two = Run(tmp_path / "two", single)
    manifests = [lists(run.out) for run in (one, two)]
    assert manifests[0] == manifests[1]


def test_diagnostics_of_the_making_come_back_with_the_edition(tmp_path: Path, workers: Workers) -> None:
    run = Run(tmp_path, workers)
    assert [found.code for found in run.of("beta/beta.epub").diagnostics] == ["a-note"]


def test_editions_that_kill_hang_or_fail_are_told_and_the_others_are_made(
    tmp_path: Path, workers: Workers
) -> None:
    before = Run(tmp_path, workers)
    run = Run(tmp_path, workers, work=made_badly)
    found = {outcome.edition.format: outcome for outcome in run.outcomes if outcome.edition.slug == "alpha"}
    codes = {
        format: [diagnostic.code for diagnostic in outcome.diagnostics] for format, outcome in found.items()
    }
    assert codes == {"epub": ["renderer-died"], "docx": ["renderer-too-slow"], "pdf": ["tool-fault"]}
    assert {format: outcome.exit_code for format, outcome in found.items()} == {
        "epub": 1,
        "docx": 1,
        "pdf": 70,
    }
    assert isinstance(found["pdf"].fault, KeyError)
    assert all("alpha/alpha." in outcome.diagnostics[0].message for outcome in found.values())
    assert all(outcome.sha256 for outcome in run.outcomes if outcome.edition.slug == "beta")
    assert run.files == before.files
    assert run.manifest == before.manifest


def test_an_edition_whose_proof_fails_is_not_written(tmp_path: Path, workers: Workers) -> None:
    run = Run(tmp_path, workers, work=made_unproven)
    assert set(run.files) == set(run.manifest) == {"alpha/alpha.epub", "beta/beta.epub"}
    assert run.of("alpha/alpha.docx").exit_code == 1
    assert run.of("alpha/alpha.pdf").exit_code == 3


def test_an_article_that_cannot_be_composed_stops_only_its_own_editions(
    tmp_path: Path, workers: Workers
) -> None:
    run = Run(tmp_path, workers, SampleMaterial(broken=("alpha",)))
    assert {path.split("/")[0] for path in run.files} == {"beta"}
    (found,) = run.of("alpha/alpha.epub").diagnostics
    assert (found.code, found.span) == ("missing-boilerplate", Span("content/articles/alpha.md", 3, 1))


def test_a_build_of_one_article_leaves_the_others_in_the_manifest(tmp_path: Path, workers: Workers) -> None:
    Run(tmp_path, workers)
    run = Run(tmp_path, workers, selection=Selection(slugs=("beta",)))
    assert {outcome.edition.slug for outcome in run.outcomes} == {"beta"}
    assert set(run.manifest) == set(run.files)
    assert len(run.files) == 6


def test_a_file_that_is_gone_leaves_the_manifest_with_the_next_build(
    tmp_path: Path, workers: Workers
) -> None:
    Run(tmp_path, workers)
    (tmp_path / "alpha/alpha.pdf").unlink()
    run = Run(tmp_path, workers, selection=Selection(slugs=("beta",)))
    assert "alpha/alpha.pdf" not in run.manifest


def test_a_damaged_manifest_is_a_warning_and_made_anew(tmp_path: Path, workers: Workers) -> None:
    for damage in (
        "",
        "{",
        '{"schema": "other", "editions": []}',
        '{"schema": "glossary-publish/manifest/1"}',
    ):
        (tmp_path / "manifest.json").write_text(damage)
        run = Run(tmp_path, workers)
        assert [found.code for found in run.report] == ["damaged-manifest"]
        assert len(run.manifest) == 6


def test_what_a_killed_build_left_half_written_is_removed(tmp_path: Path, workers: Workers) -> None:
    (tmp_path / "alpha").mkdir()
    orphan = tmp_path / "alpha/.alpha.pdf.gpub-unfinished"
    orphan.write_bytes(b"half")
    foreign = tmp_path / "alpha/notes.txt"
    foreign.write_bytes(b"somebody's")
    Run(tmp_path, workers)
    assert not orphan.exists()
    assert foreign.read_bytes() == b"somebody's"


def test_what_is_wrong_with_other_articles_is_not_told(tmp_path: Path, workers: Workers) -> None:
    report = Report()
    report.error("unknown-key", "no such key", Span("content/articles/gamma.md", 2, 1))
    report.warning("odd", "odd setting", Span("content/glossary.toml", 2))
    material = SampleMaterial(found=report)
    one = Run(tmp_path, workers, material, Selection(slugs=("beta",)))
    assert [found.code for found in one.report] == ["odd"]
    everything = Run(tmp_path, workers, material)
    assert [found.code for found in everything.report] == ["unknown-key", "odd"]
    assert everything.report.failed


def test_asking_for_an_article_that_cannot_be_read_tells_why_and_is_no_wrong_usage(
    tmp_path: Path, workers: Workers
) -> None:
    report = Report()
    report.error("unknown-key", "no such key", Span("content/articles/gamma.md", 2, 1))
    run = Run(tmp_path, workers, SampleMaterial(found=report), Selection(slugs=("gamma",)))
    assert run.outcomes == []
    assert [found.severity for found in run.report] == [Severity.ERROR]


def test_asking_for_what_is_not_there_is_wrong_usage(tmp_path: Path, workers: Workers) -> None:
    with pytest.raises(UsageError) as caught:
        Run(tmp_path, workers, selection=Selection(slugs=("alfa",)))
    (found,) = caught.value.diagnostics
    assert (found.code, found.help) == ("unknown-article", "did you mean alpha?")
    assert not (tmp_path / "manifest.json").exists()


def test_a_folder_that_is_a_link_out_of_the_output_is_refused(tmp_path: Path, workers: Workers) -> None:
    out, home = tmp_path / "dist", tmp_path / "home"
    out.mkdir()
    home.mkdir()
    (out / "alpha").symlink_to(home)
    run = Run(out, workers)
    assert list(home.iterdir()) == []
    assert run.of("alpha/alpha.pdf").diagnostics[0].code == "output-outside-folder"
    assert run.of("alpha/alpha.pdf").exit_code == 3
    assert run.of("beta/beta.pdf").sha256


def test_sheets_to_fold_lie_beside_their_edition_and_stand_in_the_manifest(
    tmp_path: Path, workers: Workers
) -> None:
    run = Run(tmp_path / "dist", workers, work=made_with_sheets)
    assert run.files["alpha/alpha-sheets.pdf"] == b"sheets of alpha"
    assert set(run.files) == set(run.manifest)
    assert run.of("alpha/alpha.pdf").sheets == "alpha/alpha-sheets.pdf"
    assert run.of("alpha/alpha.epub").sheets == ""
    edition, sheets = (run.manifest[f"alpha/alpha{name}.pdf"] for name in ("", "-sheets"))
    assert sheets["sha256"] == hashlib.sha256(b"sheets of alpha").hexdigest()
    assert {key for key in edition if edition[key] != sheets.get(key)} == {"path", "sha256", "sheets", "told"}
    assert edition["sheets"] == "alpha/alpha-sheets.pdf"
