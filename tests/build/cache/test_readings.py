"""Articles come back from one build to the next as they were read, and nothing else does."""

import pickle
import shutil
from pathlib import Path
from typing import Any

import pytest

from glossary_publish.build.cache.readings import Readings
from glossary_publish.build.cache.shelf import FOLDER, Shelf
from glossary_publish.build.material import Material
from glossary_publish.diagnostics import Report
from glossary_publish.glossary import mentions
from glossary_publish.glossary.memory import Memory
from glossary_publish.read.article import read_article
from tests.support.house.sources import ROOT


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    return tmp_path


def read(project: Path) -> Material:
    return Material(project, Memory(Readings(Shelf(project, "tools"))))


@pytest.fixture
def parsed(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The paths of the articles that are parsed from now on."""
    found: list[str] = []

    def counted(workspace: Any, path: str, report: Report, language: str) -> Any:
        found.append(path)
        return read_article(workspace, path, report, language)

    monkeypatch.setattr(mentions, "read_article", counted)
    return found


def test_a_second_build_parses_nothing_and_has_the_same(project: Path, parsed: list[str]) -> None:
    first = read(project)
    assert len(parsed) >= len(first.glossary.articles) > 1
    parsed.clear()
    second = read(project)
    assert not parsed
    assert second.glossary.articles == first.glossary.articles
    assert tuple(second.found) == tuple(first.found)
    assert second.glossary.sources == first.glossary.sources
    assert second.glossary.references == first.glossary.references
    assert dict(second.all_reads) == dict(first.all_reads)


def test_only_what_was_changed_is_parsed_again(project: Path, parsed: list[str]) -> None:
    article = read(project).glossary.articles[0]
    parsed.clear()
    file = project / article.path
    file.write_text(file.read_text("utf-8").replace(article.title, "Another title"), "utf-8")
    titles = {one.path: one.title for one in read(project).glossary.articles}
    assert (parsed, titles[article.path]) == ([article.path], "Another title")


def test_faults_of_an_article_are_told_again(project: Path, parsed: list[str]) -> None:
    file = project / "content/articles/broken.md"
    file.write_text("---\ntitle: [\n---\n", "utf-8")
    first = read(project)
    parsed.clear()
    second = read(project)
    told = [found for found in second.found if found.span and found.span.path == "content/articles/broken.md"]
    assert told == [
        found for found in first.found if found.span and found.span.path == "content/articles/broken.md"
    ]
    assert told
    assert not parsed


class Malicious:
    """What is unpickled by a call of something that is no part of an article."""

    def __init__(self, mark: Path) -> None:
        self.mark = mark

    def __reduce__(self) -> tuple[Any, ...]:
        return Path.touch, (self.mark,)


@pytest.mark.parametrize("data", [b"", b"no pickle", pickle.dumps(("too", "few")), pickle.dumps(None)])
def test_a_file_with_something_else_in_it_is_none(project: Path, parsed: list[str], data: bytes) -> None:
    read(project)
    put_everywhere(project, data)
    parsed.clear()
    assert read(project).glossary.articles
    assert parsed


def test_a_file_that_somebody_made_runs_nothing(project: Path, parsed: list[str], tmp_path: Path) -> None:
    read(project)
    mark = tmp_path / "ran"
    put_everywhere(project, pickle.dumps(Malicious(mark)))
    parsed.clear()
    assert read(project).glossary.articles
    assert parsed
    assert not mark.exists()


def put_everywhere(project: Path, data: bytes) -> None:
    """Put some bytes in the place of each article that is kept, as the tool itself would have written them."""
    shelf = Shelf(project, "tools")
    names = [path.name for path in (project / FOLDER).glob("read_*")]
    assert names
    for name in names:
        shelf.put(name, data)
