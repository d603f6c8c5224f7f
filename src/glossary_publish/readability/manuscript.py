"""An article as the rules of plain language see it."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from glossary_publish.article import Article
from glossary_publish.diagnostics import Diagnostic, Severity, Span
from glossary_publish.glossary.model import Settings
from glossary_publish.readability.budgets import Budget, budget_of
from glossary_publish.readability.figures import Figures, count
from glossary_publish.readability.passages import Passage, Section, note_passages, sections_of
from glossary_publish.readability.places import Places
from glossary_publish.readability.sentences import sentences
from glossary_publish.workspace import decode


@dataclass(frozen=True, slots=True)
class Manuscript:
    """An article with its sections, their figures, and the budget of its audiences."""

    article: Article
    sections: tuple[Section, ...]
    figures: tuple[Figures, ...]
    notes: dict[int, tuple[Passage, ...]]
    budget: Budget
    known_abbreviations: tuple[str, ...]
    places: Places

    @property
    def language(self) -> str:
        """The language of the article."""
        return self.article.language

    @property
    def whole(self) -> Figures:
        """The figures of the whole article."""
        return sum(self.figures, Figures())

    @property
    def passages(self) -> Iterator[Passage]:
        """Every passage, in the order of reading."""
        for section in self.sections:
            yield from section.passages

    def warning(
        self, code: str, message: str, place: Span, help: str, words: Sequence[str] = (), nth: int = 0
    ) -> Diagnostic:
        """A warning at some words of a passage, or at a place."""
        return Diagnostic(code, Severity.WARNING, message, self.places.find(words, place, nth), help)


def manuscript_of(article: Article, settings: Settings) -> Manuscript:
    """An article, ready to be examined."""
    sections = sections_of(article)
    return Manuscript(
        article,
        sections,
        tuple(figures_of(section, article.language) for section in sections),
        note_passages(article),
        budget_of(article, settings.reading_budgets),
        settings.known_abbreviations,
        Places(decode(article.source, article.path)),
    )


def figures_of(section: Section, language: str) -> Figures:
    """The figures of the sentences of a section."""
    scored = (passage.text for passage in section.passages if passage.scored)
    return count((sentence for text in scored for sentence in sentences(text, language)), language)
