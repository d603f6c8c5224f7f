"""An assessment of a whole article; and the articles of the repository, which give no warning."""

from pathlib import Path

import pytest

from glossary_publish.diagnostics import Report
from glossary_publish.glossary import Glossary, load_glossary
from glossary_publish.read.article import read_article
from glossary_publish.readability import assess
from glossary_publish.workspace import DiskWorkspace, MemoryWorkspace
from tests.readability.sample import assessed
from tests.support.house.sources import ROOT

CORPUS = sorted((ROOT / "tests/corpus").glob("*/article.md"))
BODY = """Before.

## One

We talk. They listen.[^one]

### Below it

- A **point:** here.

| A head | of a table |
|--------|------------|
| A cell | and one more |

## Two {.faq}

Term
: What it means.

> Words of somebody else. They count for nothing here.

[^one]: A note. It has two.
"""


@pytest.fixture(scope="module")
def glossary() -> Glossary:
    return load_glossary(DiskWorkspace(ROOT), Report())


def test_each_section_has_its_figures_and_the_whole_adds_them_up() -> None:
    found = assessed(BODY)
    assert [(row.section, row.figures.sentences, row.figures.words) for row in found.rows] == [
        ("(front matter)", 1, 15),
        ("(before the first heading)", 1, 1),
        ("One", 3, 7),
        ("Two", 1, 3),
        ("(notes)", 2, 5),
    ]
    assert (found.whole.sentences, found.whole.words) == (8, 31)
    assert [row.place.line for row in found.rows] == [3, 0, 14, 26, 33]


def test_the_articles_of_the_repository_give_no_warning(glossary: Glossary) -> None:
    found = {article.path: assess(article, glossary).diagnostics for article in glossary.articles}
    assert len(found) >= 8
    assert found == dict.fromkeys(found, ())


@pytest.mark.parametrize("path", CORPUS, ids=lambda path: path.parent.name)
def test_whatever_an_author_writes_is_assessed_and_every_place_is_in_the_file(
    path: Path, glossary: Glossary
) -> None:
    text = path.read_text("utf-8")
    name = "content/articles/case.md"
    article = read_article(MemoryWorkspace({name: text}), name, Report(), "en")
    assert article is not None
    lines = article.source.decode().split("\n")
    found = assess(article, glossary)
    assert found.whole.words >= 0
    for span in (one.span for one in found.diagnostics):
        assert span is not None
        assert span.path == name
        if span.line:
            assert 1 <= span.column < span.end_column <= len(lines[span.line - 1]) + 1
