"""Made-up glossaries are whole projects: valid, all different, the same for the same seed, and every edition is proven."""

import re
from pathlib import Path
from statistics import median

import pytest

from bench.corpus.__main__ import main
from bench.corpus.project import project_files, write_project
from glossary_publish.article import (
    BulletList,
    Citation,
    DefinitionList,
    Heading,
    LanguageSpan,
    Link,
    NoteReference,
    OrderedList,
    Quote,
    Table,
)
from glossary_publish.diagnostics import Report
from glossary_publish.glossary import Glossary, load_glossary
from glossary_publish.glossary.walking import blocks_within, inlines_within
from glossary_publish.workspace import MemoryWorkspace
from tests.support.command import TODAY, run
from tests.support.house.sources import ROOT

COUNT, SEED = 30, 7
OURS = re.compile(r"https://example\.org/sample-data/[\w-]+")


@pytest.fixture(scope="module")
def files() -> dict[str, str]:
    return dict(project_files(COUNT, SEED))


@pytest.fixture(scope="module")
def glossary(files: dict[str, str]) -> Glossary:
    layouts = {
        path.relative_to(ROOT).as_posix(): path.read_bytes()
        for path in (ROOT / "layouts").rglob("*")
        if path.is_file()
    }
    found = Report()
    glossary = load_glossary(MemoryWorkspace({**layouts, **files}), found)
    assert list(found) == []
    return glossary


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("corpus")
    write_project(folder, COUNT, SEED)
    return folder


def articles(files: dict[str, str]) -> dict[str, str]:
    return {path: text for path, text in files.items() if path.startswith("content/articles/")}


def test_there_are_as_many_articles_as_were_asked_for_and_each_is_another_one(files: dict[str, str]) -> None:
    texts = articles(files).values()
    assert len(texts) == COUNT
    paragraphs = [line for text in texts for line in text.split("---\n")[2].split("\n") if len(line) > 200]
    assert len(paragraphs) > COUNT
    assert len(set(paragraphs)) == len(paragraphs)


def test_the_same_count_and_seed_give_the_same_bytes_and_another_seed_others(files: dict[str, str]) -> None:
    assert dict(project_files(COUNT, SEED)) == files
    others = articles(dict(project_files(COUNT, SEED + 1)))
    assert not set(others.values()) & set(articles(files).values())


def test_a_check_finds_nothing_at_all(project: Path) -> None:
    ended = run("check", "--as-of", TODAY, folder=project)
    assert (ended.returncode, ended.stdout.strip()) == (0, "")
    assert ended.stderr.strip() == "nothing to mend"


def test_every_construct_of_an_article_is_in_use(glossary: Glossary) -> None:
    blocks = [block for article in glossary.articles for block in blocks_within(article.blocks)]
    kinds = {type(inline) for block in blocks for inline in inlines_within(block)} | set(map(type, blocks))
    wanted = {
        BulletList,
        OrderedList,
        DefinitionList,
        Table,
        Quote,
        Citation,
        NoteReference,
        Link,
        LanguageSpan,
    }
    assert wanted - kinds == set()
    assert {block.level for block in blocks if isinstance(block, Heading)} == {2, 3, 4}
    lists = [block for block in blocks if isinstance(block, BulletList)]
    assert any(
        isinstance(inner, BulletList) for outer in lists for item in outer.items for inner in item.blocks
    )


def test_every_field_that_has_a_use_in_a_sample_is_in_use(glossary: Glossary) -> None:
    for name in ("also_known_as", "key_points", "actions", "questions_to_ask", "related", "references"):
        assert any(getattr(article, name) for article in glossary.articles), name
    assert all(article.reviewed.sample and article.reviewed.due for article in glossary.articles)


def test_citations_say_where_in_a_source(glossary: Glossary) -> None:
    blocks = [block for article in glossary.articles for block in blocks_within(article.blocks)]
    cited = [
        item
        for block in blocks
        for inline in inlines_within(block)
        if isinstance(inline, Citation)
        for item in inline.items
    ]
    assert {"page", "chapter", "section"} <= {item.label for item in cited}
    assert len({item.key for item in cited}) > 60


def test_articles_are_about_as_long_as_those_of_the_sample_glossary(files: dict[str, str]) -> None:
    sample = [path for path in (ROOT / "content/articles").glob("*.md") if "." not in path.stem]
    usual = median(len(path.read_text("utf-8").split()) for path in sample)
    lengths = [len(text.split()) for text in articles(dict(project_files(400, SEED))).values()]
    assert 0.85 < median(lengths) / usual < 1.15
    assert min(lengths) < 0.8 * usual
    assert max(lengths) > 3 * usual


def test_every_article_says_that_it_is_made_up_and_leads_nowhere_real(files: dict[str, str]) -> None:
    for path, text in articles(files).items():
        assert re.search(r'^title: "Sample entry \d{4}: ', text, re.MULTILINE), path
        assert re.search(r'^description: "(Sample|Made-up) text', text, re.MULTILINE), path
        assert "://" not in text, path
    sources = files["content/references.yaml"]
    assert "DOI" not in sources
    assert "family:" not in sources
    assert OURS.sub("", sources).count("://") == 0


def test_editions_of_made_up_articles_are_made_and_proven(project: Path) -> None:
    slugs = sorted(path.stem for path in (project / "content/articles").glob("*.md"))
    by_length = sorted(slugs, key=lambda slug: len((project / f"content/articles/{slug}.md").read_bytes()))
    some = (by_length[0], by_length[COUNT // 2], by_length[-1])
    outs = [project / "first", project / "second"]
    for out in outs:
        ended = run("build", *some, "--out", out, "--jobs", "1", "--as-of", TODAY, folder=project)
        assert ended.returncode == 0, ended.stderr
    first, second = (
        {path.relative_to(out): path.read_bytes() for path in out.rglob("*") if path.is_file()}
        for out in outs
    )
    assert first == second
    assert {path.suffix for path in first} >= {".pdf", ".epub", ".docx"}
    assert sum(path.suffix in {".pdf", ".epub", ".docx"} for path in first) == 9


def test_a_folder_with_a_glossary_is_left_alone(
    project: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = (project / "content/glossary.toml").read_bytes()
    monkeypatch.setattr("sys.argv", ["corpus", "3", str(project)])
    with pytest.raises(SystemExit) as ended:
        main()
    assert ended.value.code == 2
    assert "holds a glossary already" in capsys.readouterr().err
    assert (project / "content/glossary.toml").read_bytes() == before
