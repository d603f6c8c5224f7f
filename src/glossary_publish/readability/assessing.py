"""Assessing an article: its figures, section by section, and what the rules have to say."""

from dataclasses import dataclass

from glossary_publish.article import Article
from glossary_publish.diagnostics import Diagnostic, Span
from glossary_publish.glossary.model import Settings
from glossary_publish.readability.budgets import Budget
from glossary_publish.readability.figures import Figures
from glossary_publish.readability.manuscript import manuscript_of
from glossary_publish.readability.rules import RULES


@dataclass(frozen=True, slots=True)
class Row:
    """The figures of one section."""

    section: str
    place: Span
    figures: Figures


@dataclass(frozen=True, slots=True)
class Assessment:
    """How hard an article is to read, and the warnings about it."""

    path: str
    language: str
    budget: Budget
    rows: tuple[Row, ...]
    whole: Figures
    diagnostics: tuple[Diagnostic, ...]


def assess(article: Article, settings: Settings) -> Assessment:
    """Work out the figures of an article and examine it."""
    manuscript = manuscript_of(article, settings)
    rows = (
        Row(section.name, section.span, figures)
        for section, figures in zip(manuscript.sections, manuscript.figures, strict=True)
        if figures.words
    )
    found = [diagnostic for check in RULES for diagnostic in check(manuscript)]
    found.sort(key=lambda diagnostic: diagnostic.span or Span(article.path))
    return Assessment(
        article.path, article.language, manuscript.budget, tuple(rows), manuscript.whole, tuple(found)
    )
