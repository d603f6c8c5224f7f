"""Rounds of a preview: what is made anew and what is not, and what becomes of one that cannot be made."""

import asyncio
import os
import shutil
import signal
import time
from collections.abc import Iterator, Mapping
from datetime import date

import pytest

from glossary_publish.article import Article
from glossary_publish.build.limits import Limits
from glossary_publish.build.making import NotMade
from glossary_publish.build.plan import Selection
from glossary_publish.build.preparing import preparations
from glossary_publish.build.trial import SAMPLE
from glossary_publish.build.workers import Workers
from glossary_publish.diagnostics import Diagnostic, Report
from glossary_publish.glossary import mentions
from glossary_publish.layout import Layout
from glossary_publish.preview import keeping
from glossary_publish.preview.board import Board
from glossary_publish.preview.keeping import Keeper, Round
from glossary_publish.preview.painting import Painted, paint
from glossary_publish.preview.source import Source
from glossary_publish.publication import Publication
from glossary_publish.read.article import read_article
from glossary_publish.workspace import Workspace
from tests.cli.conftest import ARTICLE, Project

TODAY = date(2026, 1, 1)
WIDTH = 200
BROKEN = ("sample: true", "sample: treu")


@pytest.fixture(scope="module")
def workers() -> Iterator[Workers]:
    made = Workers(1, preparations(("pdf",)), Limits(wall=20.0))
    yield made
    made.shutdown(cancel_futures=True)


def describe(found: Diagnostic) -> Mapping[str, object]:
    return {"code": found.code}


class Desk:
    """A board and its keeper."""

    def __init__(self, project: Project, workers: Workers) -> None:
        self.project = project
        self.board = Board()
        self.source = Source(project.root, Selection(("trial",)), TODAY, workers)
        self.keeper = Keeper(self.source, workers, self.board, WIDTH, describe)

    @property
    def codes(self) -> list[object]:
        return [found["code"] for found in self.board.shown.findings]

    async def edit(self, old: str, new: str) -> Round:
        """Change the article and look."""
        self.project.edit(ARTICLE, old, new)
        return await self.keeper.look([ARTICLE])


def dies(publication: Publication, layout: Layout, width: int) -> Painted | NotMade:
    """Paint, but for an article that says so."""
    if "dies" in publication.metadata.title:
        os.kill(os.getpid(), signal.SIGKILL)
    if "hangs" in publication.metadata.title:
        time.sleep(600)
    if "fails" in publication.metadata.title:
        raise ZeroDivisionError("by design")
    return paint(publication, layout, width)


def test_only_what_says_something_else_is_made_anew(project: Project, workers: Workers) -> None:
    async def run() -> None:
        project.add("other")
        desk = Desk(project, workers)
        first = await desk.keeper.look()
        assert (first.current, first.pages, desk.board.shown.older) == (True, 2, False)
        pictures = desk.board.shown.pictures
        project.edit("content/articles/other.md", 'title: "', 'title: "Not this one ')
        assert (await desk.keeper.look()).current
        assert desk.board.shown.pictures is pictures
        changed = await desk.edit('title: "', 'title: "Another ')
        assert changed.current
        assert not {one.data for one in desk.board.shown.pictures} & {one.data for one in pictures}
        assert desk.board.shown.title.startswith("Another ")

    asyncio.run(run())


def test_a_fault_keeps_the_last_pages_and_only_their_mark_goes_when_it_is_mended(
    project: Project, workers: Workers
) -> None:
    async def run() -> None:
        desk = Desk(project, workers)
        await desk.keeper.look()
        pictures = desk.board.shown.pictures
        broken = await desk.edit(*BROKEN)
        assert ([found.code for found in broken.diagnostics], broken.current) == (["wrong-type"], False)
        assert (desk.board.shown.older, desk.board.shown.pictures, desk.codes) == (
            True,
            pictures,
            ["wrong-type"],
        )
        mended = await desk.edit(*reversed(BROKEN))
        assert mended.current
        assert (desk.board.shown.older, desk.board.shown.pictures) == (False, pictures)

    asyncio.run(run())


@pytest.mark.parametrize(
    ("word", "code"), [("dies", "renderer-died"), ("hangs", "renderer-too-slow"), ("fails", "tool-fault")]
)
def test_a_worker_that_dies_or_hangs_is_one_diagnostic_and_is_replaced(
    project: Project, monkeypatch: pytest.MonkeyPatch, word: str, code: str
) -> None:
    monkeypatch.setattr(keeping, "paint", dies)
    workers = Workers(1, preparations(("pdf",)), Limits(wall=15.0))

    async def run() -> None:
        desk = Desk(project, workers)
        assert (await desk.keeper.look()).current
        pictures = desk.board.shown.pictures
        ended = await desk.edit('title: "', f'title: "It {word} ')
        assert not ended.current
        assert [
            found.code
            for found in ended.diagnostics
            if found.severity == max(one.severity for one in ended.diagnostics)
        ] == [code]
        assert (ended.fault is not None) == (code == "tool-fault")
        assert (desk.board.shown.older, desk.board.shown.pictures) == (True, pictures)
        assert (await desk.edit(f'title: "It {word} ', 'title: "Now ')).current

    try:
        asyncio.run(run())
    finally:
        workers.shutdown(cancel_futures=True)


@pytest.mark.parametrize(
    ("path", "old", "new", "code"),
    [
        ("content/glossary.toml", "title", "titel", "unknown-setting"),
        ("content/glossary.toml", '"', "", "malformed-toml"),
        (ARTICLE, "version: 1.0", "status: withdrawn\nversion: 1.0", "nothing-matched"),
    ],
)
def test_whatever_is_broken_while_it_is_shown_is_told_at_the_page(
    project: Project, workers: Workers, path: str, old: str, new: str, code: str
) -> None:
    async def run() -> None:
        desk = Desk(project, workers)
        await desk.keeper.look()
        project.edit(path, old, new)
        ended = await desk.keeper.look([path])
        assert not ended.current
        assert code in desk.codes
        project.edit(path, new, old) if new else shutil.copy(SAMPLE / path, project.root / path)
        assert (await desk.keeper.look([path])).current

    asyncio.run(run())


def test_an_article_that_is_taken_away_and_comes_back_is_shown_again(
    project: Project, workers: Workers
) -> None:
    async def run() -> None:
        desk = Desk(project, workers)
        await desk.keeper.look()
        kept = (project.root / ARTICLE).rename(project.root / "kept")
        assert not (await desk.keeper.look()).current
        assert desk.codes == ["unknown-article"]
        kept.rename(project.root / ARTICLE)
        assert (await desk.keeper.look()).current

    asyncio.run(run())


def test_a_layout_of_the_project_that_is_changed_is_shown_changed(project: Project, workers: Workers) -> None:
    async def run() -> None:
        desk = Desk(project, workers)
        folder = project.root / "layouts/roomy"
        folder.mkdir(parents=True)
        (folder / "layout.toml").write_text('title = "Roomy"\nextends = "handout"\n', "utf-8")
        desk.source = Source(project.root, Selection(("trial",), layouts=("roomy",)), TODAY, workers)
        desk.keeper = Keeper(desk.source, workers, desk.board, WIDTH, describe)
        assert (await desk.keeper.look()).current
        pictures = desk.board.shown.pictures
        text = 'title = "Roomy"\nextends = "handout"\n[type]\nsize = 14\nleading = 20\n'
        (folder / "layout.toml").write_text(text, "utf-8")
        assert (await desk.keeper.look()).current
        assert not {one.data for one in desk.board.shown.pictures} & {one.data for one in pictures}

    asyncio.run(run())


def test_only_the_article_that_was_changed_is_parsed_again(
    project: Project, workers: Workers, monkeypatch: pytest.MonkeyPatch
) -> None:
    parsed: list[str] = []

    def counted(workspace: Workspace, path: str, report: Report, language: str) -> Article | None:
        parsed.append(path)
        return read_article(workspace, path, report, language)

    monkeypatch.setattr(mentions, "read_article", counted)
    project.add("other")
    source = Source(project.root, Selection(("trial",)), TODAY, workers)
    first = source.read()
    assert len(parsed) == 2
    assert source.read().diagnostics == first.diagnostics != ()
    assert len(parsed) == 2
    project.edit(ARTICLE, 'title: "', 'title: "Another ')
    second = source.read()
    assert parsed[2:] == [ARTICLE]
    assert second.publication != first.publication
    assert second.parcel is first.parcel
