"""A whole project of made-up articles, file by file."""

from collections.abc import Iterator
from pathlib import Path
from random import Random

from bench.corpus.article import article
from bench.corpus.naming import names
from bench.corpus.sources import references

SEED = 1
SAMPLE = Path(__file__).resolve().parents[2] / "content"
# What every glossary has is that of the sample glossary.
TAKEN = ("kinds.toml", "boilerplate/crisis-us.en.md", "boilerplate/medical-disclaimer.en.md")
NEAR = 40  # other articles from which those are drawn that one leads to
SETTINGS = """# A glossary of {count} made-up articles, for measurement.
title = "Sample data glossary"
publisher = "Sample data"
language = "en"
region = "US"
site = "https://example.org/sample-data"
paper = "letter"
citation_style = "ama"
sample = true
require_review_dates = true
roles = ["disclaimer", "crisis-notice"]

[licence]
name = "CC BY 4.0"
url = "https://creativecommons.org/licenses/by/4.0/"

[[editions]]
layouts = ["handout", "ebook", "word"]
"""


def write_project(folder: Path, count: int, seed: int = SEED) -> None:
    """Write the files of a project; raises `FileExistsError` where the folder holds a glossary."""
    (folder / "content").mkdir(parents=True)
    for path, text in project_files(count, seed):
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, "utf-8", newline="\n")


def project_files(count: int, seed: int) -> Iterator[tuple[str, str]]:
    """Every file with its path: the same count and seed give the same bytes."""
    for path in TAKEN:
        yield f"content/{path}", (SAMPLE / path).read_text("utf-8")
    yield "content/references.yaml", references(seed)
    called = names(count, seed)
    for name in called:
        chance = Random(f"{seed} near {name.slug}")
        near = [other for other in chance.sample(called, min(count, NEAR)) if other != name]
        yield f"content/articles/{name.slug}.md", article(name, near, seed)
    yield "content/glossary.toml", SETTINGS.format(count=count)
