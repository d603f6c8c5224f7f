"""A small article that is right, to be made wrong in one place."""

import re
from dataclasses import dataclass

from glossary_publish.article import Article, Block, Note
from glossary_publish.diagnostics import Report, Severity
from glossary_publish.read.article import read_article
from glossary_publish.read.markdown import read_markdown
from glossary_publish.workspace import MemoryWorkspace

PATH = "content/articles/alliance.md"
FRONT = """---
title: "Alliance: what it is"
term: Alliance
description: One sentence of at least fifteen words that says what this short article is about and why.
category: Glossary
audience: [clients, clinicians]
version: 1.0
updated: 2025-12-18
reviewed:
  by: Example Clinical Team
  sample: true
key_points:
  - One sentence.
related:
  - other-article
---
"""
BODY = "## What it means\n\nA bond of trust.\n"
MARK = "▶"  # stands in a text where an error is expected


@dataclass(frozen=True, slots=True)
class Place:
    """Where the mark stood; line 0 when there was none."""

    line: int
    column: int


def unmarked(text: str) -> tuple[str, Place]:
    """A text without its mark, and the place of the mark."""
    before, mark, after = text.partition(MARK)
    if not mark:
        return text, Place(0, 0)
    return before + after, Place(before.count("\n") + 1, len(before.rpartition("\n")[2]) + 1)


def front(key: str = "", lines: str = "") -> str:
    """The front matter with the lines of one key replaced, or with lines added at its end."""
    if not key:
        return FRONT.removesuffix("---\n") + lines + "\n---\n"
    changed, count = re.subn(
        rf"^{key}:.*\n(?: +.*\n)*", lambda _: f"{lines}\n" * bool(lines), FRONT, flags=re.M
    )
    assert count == 1, f"there is no key {key}"
    return changed


def with_front(key: str, lines: str) -> str:
    """An article with one key of its front matter changed."""
    return front(key, lines) + BODY


def with_body(body: str) -> str:
    """An article with another text."""
    return FRONT + body


def read(text: str | bytes, path: str = PATH, language: str = "en") -> tuple[Article | None, Report]:
    """An article read from memory, with what was said about it."""
    report = Report()
    return read_article(MemoryWorkspace({path: text}), path, report, language), report


def read_good(text: str) -> Article:
    """An article without faults."""
    article, report = read(text)
    assert article is not None, [str(diagnostic) for diagnostic in report]
    assert not list(report)
    return article


def read_text(text: str, language: str = "en") -> tuple[tuple[Block, ...], tuple[Note, ...], Report]:
    """The blocks and notes of a Markdown text, with what was said about it."""
    report = Report()
    blocks, notes = read_markdown(text, PATH, 1, report, language)
    return blocks, notes, report


def blocks_of(text: str) -> tuple[Block, ...]:
    """The blocks of a Markdown text without faults."""
    blocks, _, report = read_text(text)
    assert not list(report), [f"{diagnostic.code}: {diagnostic.message}" for diagnostic in report]
    return blocks


def codes_of(report: Report) -> list[str]:
    """The codes of the errors in a report."""
    return [diagnostic.code for diagnostic in report if diagnostic.severity is Severity.ERROR]
