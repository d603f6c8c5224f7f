"""Whatever word changes in an article, a boilerplate or a source: who carries it gets another code, nobody else does."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from pathlib import Path

from glossary_publish.compose.prepared import prepared
from glossary_publish.diagnostics import Report
from glossary_publish.glossary import Glossary, load_glossary
from glossary_publish.glossary.boilerplate import read_boilerplate
from glossary_publish.glossary.model import Boilerplate
from glossary_publish.glossary.references import read_references
from glossary_publish.read.article import read_article
from glossary_publish.workspace import MemoryWorkspace
from tests.compose.sample import ROOT
from tests.support.campaign import Campaign

# A word in the running text: none of an address, a key, a number, an attribute or a citation.
WORD = re.compile(r"(?<![\w@:/.#{=(`&-])[^\W\d_]{2,}(?![\w@:/#}=`&-]|\]\(|\.\w)")
SAID = re.compile(
    r"\s*(?:-\s|(?:title|term|description|category|heading|callout|short|container-title|publisher):\s)"
)
SENTENCE = re.compile(r"[.!?؟。](?=\s|$)")
LISTS = ("also_known_as:", "key_points:", "actions:", "questions_to_ask:")
SOURCES = "content/references.yaml"


@dataclass(frozen=True)
class Change:
    """The last word of a sentence made longer by a letter."""

    path: str
    line: int
    text: str

    def __str__(self) -> str:
        return f"{self.path}:{self.line}"


@cache
def texts() -> dict[str, str]:
    """The files of the project's own glossary that hold sentences."""
    paths = [
        *sorted((ROOT / "content/articles").glob("*.md")),
        *sorted((ROOT / "content/boilerplate").glob("*.md")),
    ]
    return {path.relative_to(ROOT).as_posix(): path.read_text("utf-8") for path in paths}


@cache
def glossary() -> Glossary:
    """The project's own glossary."""
    files = {path.relative_to(ROOT).as_posix(): path.read_bytes() for path in _files(ROOT / "content")}
    return load_glossary(MemoryWorkspace({**files}), Report())


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_file())


@cache
def codes() -> dict[str, str]:
    """The code of each article, by its path."""
    return {article.path: prepared(glossary(), article).code for article in glossary().articles}


def changes(path: str, text: str) -> Iterator[Change]:
    """One change for each sentence of a file."""
    lines, fences, said = text.split("\n"), 0, False
    for number, line in enumerate(lines):
        fences += line == "---"
        said = line in LISTS or (said and line.startswith(" "))
        if line != "---" and (fences > 1 or said or (SAID.match(line) and not line.startswith(" "))):
            for end in sorted(_ends(line)):
                changed = f"{line[:end]}a{line[end:]}"
                yield Change(path, number + 1, "\n".join([*lines[:number], changed, *lines[number + 1 :]]))


def _ends(line: str) -> set[int]:
    """Where the last word of each sentence of a line ends."""
    stops = [*(match.end() for match in SENTENCE.finditer(line)), len(line)]
    words = [word.end() for word in WORD.finditer(line)]
    return {max(before) for stop in stops if (before := [end for end in words if end <= stop])}


def with_article(change: Change) -> Glossary:
    """The glossary with another article in the place of one."""
    report = Report()
    read = read_article(MemoryWorkspace({change.path: change.text}), change.path, report)
    assert read is not None, f"{change}: {report.diagnostics}"
    others = (read if one.path == change.path else one for one in glossary().articles)
    return replace(glossary(), articles=tuple(others))


def with_boilerplate(change: Change) -> tuple[Glossary, Boilerplate]:
    """The glossary with another boilerplate in the place of one."""
    files = {path: text for path, text in texts().items() if "/boilerplate/" in path}
    read = read_boilerplate(MemoryWorkspace({**files, change.path: change.text}), Report())
    return replace(glossary(), boilerplate=read), next(one for one in read if one.path == change.path)


def test_a_changed_word_of_an_article_changes_its_code(campaign: Campaign) -> None:
    paths = {article.path for article in glossary().articles}
    found = [change for path in sorted(paths) for change in changes(path, texts()[path])]
    assert len(found) > 30 * len(paths)
    for change in campaign.slice("words of articles", found):
        whole = with_article(change)
        article = next(one for one in whole.articles if one.path == change.path)
        assert prepared(whole, article).code != codes()[change.path], change


def test_a_changed_word_of_a_boilerplate_changes_the_codes_of_those_that_carry_it(campaign: Campaign) -> None:
    found = [
        change
        for path in sorted(texts())
        if "/boilerplate/" in path
        for change in changes(path, texts()[path])
    ]
    assert len(found) > 30
    for change in campaign.slice("words of boilerplate", found):
        whole, changed = with_boilerplate(change)
        for article in glossary().articles:
            before = prepared(glossary(), article)
            carried = any(one.path == changed.path for one in before.boilerplate)
            assert (prepared(whole, article).code != before.code) is carried, (str(change), article.path)


def test_a_changed_source_changes_the_codes_of_those_that_list_it(campaign: Campaign) -> None:
    text = (ROOT / SOURCES).read_text("utf-8")
    lines = text.split("\n")
    titles = [number for number, line in enumerate(lines) if line.startswith("    title: ")]
    assert len(titles) > 10
    for number in campaign.slice("titles of sources", titles):
        word = list(WORD.finditer(lines[number]))[-1]
        line = f"{lines[number][: word.end()]}a{lines[number][word.end() :]}"
        changed = "\n".join([*lines[:number], line, *lines[number + 1 :]])
        key = next(line for line in reversed(lines[:number]) if line.startswith("  - id: ")).removeprefix(
            "  - id: "
        )
        read = read_references(MemoryWorkspace({SOURCES: changed}), glossary().kinds, "en", Report())
        whole = replace(glossary(), references=read.usable)
        for article in glossary().articles:
            before = prepared(glossary(), article)
            listed = any(entry.key == key for entry in before.references)
            assert (prepared(whole, article).code != before.code) is listed, (key, article.path)


def test_another_article_changes_no_code(campaign: Campaign) -> None:
    originals = {article.slug: article.path for article in glossary().articles if not article.translates}
    for path in campaign.slice("other articles", sorted(originals.values())):
        change = next(changes(path, texts()[path].replace("\nterm: ", "\nterm: Other ")))
        whole = with_article(change)
        for article in whole.articles:
            if originals[article.slug] != path:
                assert prepared(whole, article).code == codes()[article.path], (path, article.path)
