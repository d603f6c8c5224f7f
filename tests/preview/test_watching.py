"""Hearing of saved files: once for what belongs together, also when a folder is put in the place of another one."""

import asyncio
import shutil
from collections.abc import AsyncIterator, Collection
from pathlib import Path

import pytest

from glossary_publish.diagnostics import EnvironmentFault
from glossary_publish.preview import watching
from glossary_publish.preview.watching import changes
from tests.cli.conftest import ARTICLE, Project


async def heard(stream: AsyncIterator[Collection[str]]) -> Collection[str]:
    return await asyncio.wait_for(anext(stream), 60)


async def heard_of(path: str, stream: AsyncIterator[Collection[str]]) -> set[str]:
    """All that is heard of up to a file."""
    found: set[str] = set()
    while path not in found:
        found.update(await heard(stream))
    return found


def test_what_is_saved_is_heard_of_and_the_first_round_is_of_what_was_before(project: Project) -> None:
    async def run() -> None:
        ended = asyncio.Event()
        stream = changes(project.root, ended)
        assert await heard(stream) == []
        project.edit(ARTICLE, "Trial", "Another trial")
        assert await heard_of(ARTICLE, stream) == {ARTICLE}
        (project.root / "content/articles/.trial.md.swp").write_text("of an editor")
        (project.root / "elsewhere.md").write_text("none of it")
        project.edit("content/glossary.toml", "title", "title ")
        assert await heard_of("content/glossary.toml", stream) <= {"content/glossary.toml", ARTICLE}
        ended.set()
        assert [found async for found in stream if "content" not in "".join(found)] == []

    asyncio.run(run())


def test_a_folder_that_comes_or_is_replaced_is_watched_too(project: Project) -> None:
    async def run() -> None:
        stream = changes(project.root, asyncio.Event())
        assert await heard(stream) == []
        (project.root / "content").rename(project.root / "former")
        shutil.copytree(project.root / "former", project.root / "content")
        (project.root / "layouts").mkdir()
        while await heard(stream):  # until watching has begun anew, which is a round without any changes
            pass
        (project.root / "layouts/theme.toml").write_text("[colour]\n")
        await heard_of("layouts/theme.toml", stream)
        project.edit(ARTICLE, "Trial", "Another trial")
        await heard_of(ARTICLE, stream)

    asyncio.run(run())


def test_a_system_that_tells_nothing_is_told_of(project: Project, monkeypatch: pytest.MonkeyPatch) -> None:
    def full(*folders: Path, **options: object) -> AsyncIterator[set[tuple[int, str]]]:
        raise OSError("OS file watch limit reached")

    async def run() -> None:
        await heard(changes(project.root, asyncio.Event()))

    monkeypatch.setattr(watching, "awatch", full)
    with pytest.raises(EnvironmentFault, match=r"cannot-watch: .*limit reached"):
        asyncio.run(run())
