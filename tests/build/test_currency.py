"""What is current is kept, what is stale is made, and what is no edition any more goes."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from glossary_publish.build.building import Build
from glossary_publish.build.making import Made, NotMade
from glossary_publish.build.outcome import Outcome
from glossary_publish.build.plan import Selection
from glossary_publish.build.workers import Workers
from glossary_publish.diagnostics import Report
from tests.build.sample import SETTINGS, SampleMaterial, SampleRow, made, made_with_sheets, prepared
from tests.support.listed import former, lists
from tests.support.publications import every_construct

Work = Callable[..., Made | NotMade]
HANDOUTS, EBOOKS = SampleRow(("handout",)), SampleRow(("ebook",))


class Project:
    """A folder with the files that the sample is made from, built again and again."""

    def __init__(self, root: Path, workers: Workers) -> None:
        self.root, self.out, self.workers = root, root / "dist", workers
        for path, data in [*every_construct().sources, ("content/glossary.toml", SETTINGS)]:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(data)
        self.build: Build

    def run(
        self, selection: Selection | None = None, work: Work = made, force: bool = False, **changes: Any
    ) -> list[Outcome]:
        """Build; what became of each edition."""
        material = SampleMaterial(**{"project": self.root, **changes})
        self.build = Build(material, self.out, self.workers, Report(), work, prepared, force=force)
        return list(self.build.make(self.build.plan(selection or Selection()), lambda: None))

    def made(self, **options: Any) -> list[str]:
        """Build; the paths of what was made."""
        return sorted(one.edition.path for one in self.run(**options) if one.made)

    @property
    def files(self) -> list[str]:
        names = (path.relative_to(self.out).as_posix() for path in self.out.rglob("*") if path.is_file())
        return sorted(name for name in names if not name.endswith(".json"))


@pytest.fixture
def project(tmp_path: Path, workers: Workers) -> Project:
    return Project(tmp_path, workers)


def test_what_is_current_is_kept_and_what_was_said_of_it_is_said_again(project: Project) -> None:
    first = project.run()
    before = lists(project.out)
    again = project.run()
    assert [(one.made, one.current) for one in again] == [(False, True)] * 6
    assert [one.diagnostics for one in again] == [
        next(old.diagnostics for old in first if old.edition == one.edition) for one in again
    ]
    assert lists(project.out) == before


def test_force_makes_all_again(project: Project) -> None:
    project.run()
    assert len(project.made(force=True)) == 6


@pytest.mark.parametrize("ending", [b"more", b""])
def test_a_finished_file_that_somebody_changed_or_removed_is_made_again(
    project: Project, ending: bytes
) -> None:
    project.run()
    path = project.out / "alpha/alpha.pdf"
    path.write_bytes(path.read_bytes() + ending) if ending else path.unlink()
    assert project.made() == ["alpha/alpha.pdf"]
    assert project.made() == []


def test_a_source_that_changed_or_is_gone_or_new_makes_stale_and_its_time_does_not(project: Project) -> None:
    project.run()
    source = project.root / "content/glossary.toml"
    source.touch()
    assert project.made() == []
    source.write_text("other")
    assert len(project.made()) == 6
    source.unlink()
    assert len(project.made()) == 6


def test_another_choice_of_files_makes_stale(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    project.run()
    better = {"boilerplate": "content/boilerplate/disclaimer-us.en.md"}
    monkeypatch.setattr(SampleMaterial, "choices", lambda self, edition: better)
    assert len(project.made()) == 6
    assert project.made() == []


def test_another_edition_in_the_place_of_a_file_is_made(project: Project) -> None:
    project.run(rows=(HANDOUTS,))
    assert project.made(rows=(SampleRow(("large",)),)) == ["alpha/alpha.pdf", "beta/beta.pdf"]


def test_editions_whose_row_or_article_is_gone_are_removed_and_on_record(project: Project) -> None:
    project.run(rows=(HANDOUTS, EBOOKS))
    outcomes = project.run(rows=(EBOOKS,), slugs=("alpha",))
    assert [one.current for one in outcomes] == [True]
    removed = [entry.path for entry in project.build.removed]
    assert removed == ["alpha/alpha.pdf", "beta/beta.epub", "beta/beta.pdf"]
    assert project.files == ["alpha/alpha.epub"]
    assert [row["path"] for row in former(project.out)] == removed


def test_a_build_of_one_thing_removes_nothing_of_another(project: Project) -> None:
    project.run(rows=(HANDOUTS, EBOOKS))
    project.run(Selection(formats=("epub",)), rows=(EBOOKS,))
    assert len(project.files) == 4


def test_what_somebody_changed_is_not_removed(project: Project) -> None:
    project.run(rows=(HANDOUTS, EBOOKS))
    (project.out / "alpha/alpha.pdf").write_bytes(b"with notes")
    project.run(rows=(EBOOKS,))
    assert project.files == ["alpha/alpha.epub", "alpha/alpha.pdf", "beta/beta.epub"]
    assert [found.code for found in project.build.report] == ["needless-file-changed"]


def test_files_that_the_manifest_does_not_know_are_left_alone(project: Project) -> None:
    project.run(slugs=("alpha", "beta"))
    (project.out / "beta/notes.pdf").write_bytes(b"somebody's")
    project.run(slugs=("alpha",))
    assert project.files == ["alpha/alpha.docx", "alpha/alpha.epub", "alpha/alpha.pdf", "beta/notes.pdf"]


def test_sheets_to_fold_are_made_kept_and_removed_with_their_edition(project: Project) -> None:
    sheets = project.out / "alpha/alpha-sheets.pdf"
    project.run(rows=(HANDOUTS, EBOOKS), work=made_with_sheets)
    assert project.made(rows=(HANDOUTS, EBOOKS), work=made_with_sheets) == []
    sheets.unlink()
    assert project.made(rows=(HANDOUTS, EBOOKS), work=made_with_sheets) == ["alpha/alpha.pdf"]
    assert sheets.exists()
    project.made(rows=(HANDOUTS, EBOOKS), force=True)
    assert not sheets.exists()
    project.run(rows=(HANDOUTS, EBOOKS), work=made_with_sheets, force=True)
    project.run(rows=(EBOOKS,))
    assert project.files == ["alpha/alpha.epub", "beta/beta.epub"]


def test_a_build_that_made_nothing_has_all_that_it_planned(project: Project) -> None:
    project.run(rows=(HANDOUTS, EBOOKS))
    outcomes = project.run(rows=(EBOOKS,), broken=("alpha",))
    current, failed = sum(one.current for one in outcomes), sum(bool(one.exit_code) for one in outcomes)
    made = sum(one.made for one in outcomes)
    assert (made, current, failed, len(project.build.removed)) == (0, 2, 0, 2)


def test_a_finished_file_that_somebody_changed_is_made_again_beside_what_is_new(project: Project) -> None:
    project.run(slugs=("alpha", "beta"))
    (project.out / "beta/beta.docx").write_bytes(b"with notes")
    made = project.made(slugs=("alpha", "beta", "gamma"))
    assert made == ["beta/beta.docx", "gamma/gamma.docx", "gamma/gamma.epub", "gamma/gamma.pdf"]
    assert project.made(slugs=("alpha", "beta", "gamma")) == []
