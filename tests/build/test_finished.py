"""Finished files are looked at, by workers or not: what is wrong with one is found either way."""

from collections.abc import Callable
from concurrent.futures import Executor, Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

import pytest

from glossary_publish.build import finished
from glossary_publish.build.finished import are_damaged, damaged
from glossary_publish.build.manifest import Entry, load_manifest
from glossary_publish.build.plan import Edition
from glossary_publish.build.workers import Preparation, Workers, nothing
from glossary_publish.diagnostics import Report
from tests.build import work
from tests.build.sample import made_with_sheets
from tests.build.test_currency import Project


class Folder:
    """A folder with the finished files of three articles, each handout with its sheets to fold beside it."""

    def __init__(self, root: Path, workers: Workers) -> None:
        project = Project(root, workers)
        project.run(work=made_with_sheets, slugs=("alpha", "beta", "gamma"))
        self.out = project.out
        self.entries: dict[str, Entry] = load_manifest(self.out, Report())
        self.editions: tuple[Edition, ...] = project.build.material.editions()

    def damaged(self, workers: Executor | None) -> list[str]:
        """The editions with which something is wrong."""
        told = are_damaged(self.editions, self.entries, self.out, workers)
        return [one.path for one, is_damaged in zip(self.editions, told, strict=True) if is_damaged]

    @property
    def in_words(self) -> list[str]:
        """The same, as they are told one by one."""
        return [one.path for one in self.editions if any(damaged(one, self.entries, self.out))]


@pytest.fixture
def folder(tmp_path: Path, workers: Workers) -> Folder:
    return Folder(tmp_path, workers)


def change(folder: Folder) -> None:
    (folder.out / "alpha/alpha.epub").write_bytes(b"with notes")


def remove(folder: Folder) -> None:
    (folder.out / "gamma/gamma.docx").unlink()


def change_sheets(folder: Folder) -> None:
    (folder.out / "beta/beta-sheets.pdf").write_bytes(b"other sheets")


def forget_sheets(folder: Folder) -> None:
    del folder.entries["beta/beta-sheets.pdf"]


def put_a_link(folder: Folder) -> None:
    path = folder.out / "alpha/alpha.pdf"
    path.rename(path.with_name("elsewhere.pdf"))
    path.symlink_to("elsewhere.pdf")


def put_a_folder(folder: Folder) -> None:
    path = folder.out / "alpha/alpha.pdf"
    path.unlink()
    path.mkdir()


HARM: dict[Callable[[Folder], None], str] = {
    change: "alpha/alpha.epub",
    remove: "gamma/gamma.docx",
    change_sheets: "beta/beta.pdf",
    forget_sheets: "beta/beta.pdf",
    put_a_link: "alpha/alpha.pdf",
    put_a_folder: "alpha/alpha.pdf",
}


@pytest.mark.parametrize("at_once", [1, 2, 1024])
@pytest.mark.parametrize("harm", HARM, ids=lambda harm: harm.__name__)
def test_harm_is_found_by_workers_and_without_them(
    harm: Callable[[Folder], None],
    at_once: int,
    folder: Folder,
    workers: Workers,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(finished, "AT_ONCE", at_once)
    assert folder.damaged(workers) == folder.damaged(None) == folder.in_words == []
    harm(folder)
    assert folder.damaged(workers) == folder.damaged(None) == folder.in_words == [HARM[harm]]


def test_what_no_manifest_knows_has_nothing_that_could_be_damaged(folder: Folder, workers: Workers) -> None:
    del folder.entries["alpha/alpha.pdf"]
    assert folder.damaged(workers) == folder.damaged(None) == folder.in_words == []


class Dying(ThreadPoolExecutor):
    """Workers of whom each one dies of its work."""

    def __init__(self, workers: Workers) -> None:
        super().__init__(1)
        self.workers = workers

    def submit(self, function: Callable[..., Any], /, *arguments: Any, **keywords: Any) -> "Future[Any]":
        return self.workers.submit(work.die)


def test_what_workers_cannot_tell_is_looked_at_here(folder: Folder) -> None:
    remove(folder)
    with Workers(1, [Preparation(frozenset(), nothing)]) as mortal:
        assert folder.damaged(Dying(mortal)) == ["gamma/gamma.docx"]
    assert folder.damaged(mortal) == ["gamma/gamma.docx"]  # they were told to end
