"""How much is measured."""

from dataclasses import dataclass, replace
from pathlib import Path

from bench.corpus.project import write_project


@dataclass(frozen=True, slots=True)
class Extent:
    """Articles of a glossary, those of them that slow peers are timed on, and how often each thing is timed."""

    articles: int
    sample: int
    rounds: int

    def times(self, factor: int) -> "Extent":
        """The same with more articles."""
        return replace(self, articles=self.articles * factor)

    def glossary(self, folder: Path) -> list[Path]:
        """Write a glossary of made-up articles; returns the article files."""
        write_project(folder, self.articles)
        return sorted((folder / "content" / "articles").glob("*.md"))
