"""Entries of a manifest and a glossary, for pages without a build."""

from collections.abc import Iterable
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

from glossary_publish.build.finder.pages import Finder
from glossary_publish.build.manifest import Entry
from glossary_publish.diagnostics import Diagnostic, Report
from glossary_publish.glossary import Glossary
from glossary_publish.workspace import DiskWorkspace, MemoryWorkspace, Workspace
from tests.build.sample import article
from tests.support.house.sources import ROOT

EMPTY = MappingProxyType[str, str]({})
LABELS = {
    "title": "Therapeutic alliance: what it is",
    "term": "Therapeutic alliance",
    "also_known_as": "working alliance\nhelping alliance",
    "category": "Glossary",
    "updated": "2025-12-18",
}


def entry(path: str, slug: str = "alliance", topic: dict[str, str] | None = None, **changes: Any) -> Entry:
    """An entry: by default a handout in English on Letter, whose review is due."""
    values: dict[str, Any] = {
        "path": path,
        "sha256": "00",
        "slug": slug,
        "layout": "handout",
        "paper": "letter",
        "language": "en",
        "format": "pdf",
        "version": "1.0",
        "code": "EC-K4QX7T",
        "source_hash": "00",
        "valid_until": "2027-06-30",
        "fingerprint": "00",
        "reads": {},
        "tools": {},
        "topic": LABELS | (topic or {}),
    }
    return Entry(**(values | changes))


def glossary(*names: tuple[str, str], **changes: Any) -> Glossary:
    """A glossary of articles by slug and language; without any it has `alliance` in three languages."""
    from glossary_publish.glossary import load_glossary

    own = load_glossary(DiskWorkspace(ROOT), Report())
    pairs = names or tuple(("alliance", language) for language in ("en", "es", "ar"))
    articles = tuple(replace(article(slug), language=language) for slug, language in pairs)
    return replace(own, articles=articles, **changes)


class Folder:
    """An output folder with files, and its pages."""

    def __init__(self, root: Path, entries: Iterable[Entry], workspace: Workspace | None = None) -> None:
        self.root = root
        self.workspace = workspace or MemoryWorkspace({})
        self.entries = {one.path: one for one in entries}
        for path in self.entries:
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_bytes(b"x" * 61234)

    def finder(self, glossary: Glossary) -> Finder:
        """What makes the pages."""
        articles = {(article.slug, article.language) for article in glossary.articles}
        return Finder(self.workspace, glossary, articles)

    def write(self, glossary: Glossary, before: dict[str, str] | None = None) -> dict[str, str]:
        """Write the pages; `found` is what was told."""
        report = Report()
        pages = self.finder(glossary).write(self.root, self.entries, before or {}, report)
        self.found: list[Diagnostic] = list(report)
        return pages

    def text(self, path: str = "index.html") -> str:
        """A page as it lies there."""
        return (self.root / path).read_text("utf-8")
