"""How hard an article may be to read: the budget of its audiences in its language."""

from collections.abc import Iterable
from dataclasses import dataclass

from glossary_publish.article import Article
from glossary_publish.glossary.languages import broader
from glossary_publish.glossary.model import ReadingBudget
from glossary_publish.readability.data import ANY, table

LIMITS = ("grade", "smog", "words_per_sentence", "longest_sentence")


@dataclass(frozen=True, slots=True)
class Limit:
    """The most that a figure may be, and the audience that asks for it."""

    most: float
    audience: str


Budget = dict[str, Limit]


def budget_of(article: Article, rows: Iterable[ReadingBudget]) -> Budget:
    """The limits for an article, by what they limit. One for several audiences has to suit each of them."""
    found: Budget = {}
    rows = tuple(rows)
    for audience in article.audience:
        for name, most in _limits(audience, article.language, rows).items():
            if name not in found or most < found[name].most:
                found[name] = Limit(most, audience)
    return found


def _limits(audience: str, language: str, rows: Iterable[ReadingBudget]) -> dict[str, float]:
    """The limits of one audience: those of the tool, with those of the glossary in their place."""
    tags = (*broader(language), ANY)
    usual = table("budgets")[audience]
    limits: dict[str, float] = dict(next(usual[tag] for tag in tags if tag in usual))
    for row in rows:
        if row.audience == audience and row.language in tags:
            limits |= {name: most for name in LIMITS if (most := getattr(row, name))}
    return limits
