"""Articles for the rules of plain language, each with the words that a test gives it."""

from glossary_publish.article import Article
from glossary_publish.diagnostics import Diagnostic, Report, Severity
from glossary_publish.glossary.settings import read_settings
from glossary_publish.read.article import read_article
from glossary_publish.readability import Assessment, assess
from glossary_publish.workspace import MemoryWorkspace
from tests.glossary.sample import SETTINGS, files

FRONT = """---
title: "{title}"
{also}description: This page says in some fifteen plain words what the few lines below are about.
category: Glossary
audience: [{audience}]
version: 1.0
updated: 2025-12-18
reviewed:
  by: Nobody
  sample: true
---
"""


def article(
    body: str, audience: str = "clients", language: str = "en", title: str = "A page", also: str = ""
) -> Article:
    """An article with a text of its own; its first line is line 12, or 14 with another name."""
    names = f"also_known_as:\n  - {also}\n" if also else ""
    text = FRONT.format(title=title, audience=audience, also=names) + body
    suffix = "" if language == "en" else f".{language}"
    path = f"content/articles/page{suffix}.md"
    report = Report()
    read = read_article(MemoryWorkspace({path: text}), path, report, "en")
    assert read is not None, list(report)
    return read


def assessed(body: str, settings: str = "", **fields: str) -> Assessment:
    """What is found out about a text, with lines of its own in the settings of the sample."""
    own = files()[SETTINGS]
    own = f"{own}\n{settings}" if settings.startswith("[[") else settings + own
    whole: dict[str, str | bytes] = {**files(), SETTINGS: own}
    return assess(article(body, **fields), read_settings(MemoryWorkspace(whole), ["trial"]))


def found(body: str, settings: str = "", **fields: str) -> tuple[Diagnostic, ...]:
    """The warnings about a text."""
    diagnostics = assessed(body, settings, **fields).diagnostics
    assert all(one.severity is Severity.WARNING and one.help for one in diagnostics)
    return diagnostics


def codes(body: str, settings: str = "", **fields: str) -> list[str]:
    """The codes of the warnings about a text."""
    return [one.code for one in found(body, settings, **fields)]


def marked(body: str, settings: str = "", **fields: str) -> list[str]:
    """The words above the carets of each warning."""
    lines = article(body, **fields).source.decode().split("\n")
    spans = [one.span for one in found(body, settings, **fields)]
    return [lines[span.line - 1][span.column - 1 : span.end_column - 1] for span in spans if span]
