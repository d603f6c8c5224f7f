"""Sections and articles that are harder to read than the budget of their audience allows."""

from collections.abc import Iterator

from glossary_publish.diagnostics import Diagnostic, Span
from glossary_publish.readability.data import table
from glossary_publish.readability.figures import SMOG_SENTENCES, Figures
from glossary_publish.readability.manuscript import Manuscript

SHORTER = "use shorter sentences and everyday words; `glossary-publish check --figures` shows each section"


def check(manuscript: Manuscript) -> Iterator[Diagnostic]:
    """Warn of sections that are long enough to be judged; if none is told, of the article as a whole."""
    told = False
    for section, figures in zip(manuscript.sections, manuscript.figures, strict=True):
        for found in _over(manuscript, f"the section {section.name!r}", figures, section.span):
            told = True
            yield found
    place = manuscript.article.place("title")
    if not told:
        yield from _over(manuscript, "the article", manuscript.whole, place)
    yield from _over_smog(manuscript, place)


def _over(manuscript: Manuscript, what: str, figures: Figures, place: Span) -> Iterator[Diagnostic]:
    enough = table("budgets")["enough"]
    grade, mean = figures.grade, figures.words_per_sentence
    limit = manuscript.budget.get("grade")
    if limit and grade is not None and figures.words >= enough["words"] and round(grade, 1) > limit.most:
        message = f"{what} reads at grade {grade:.1f}; the budget for {limit.audience} is {limit.most:g}"
        yield manuscript.warning("reading-grade-over-budget", message, place, SHORTER)
    limit = manuscript.budget["words_per_sentence"]
    if mean is not None and figures.sentences >= enough["sentences"] and round(mean, 1) > limit.most:
        message = (
            f"{what} has {mean:.1f} words per sentence; the budget for {limit.audience} is {limit.most:g}"
        )
        yield manuscript.warning("sentences-over-budget", message, place, "make two sentences of the longest")


def _over_smog(manuscript: Manuscript, place: Span) -> Iterator[Diagnostic]:
    smog, limit = manuscript.whole.smog, manuscript.budget.get("smog")
    enough = manuscript.whole.sentences >= SMOG_SENTENCES
    if limit and smog is not None and enough and round(smog, 1) > limit.most:
        message = (
            f"the article has the SMOG grade {smog:.1f}; the budget for {limit.audience} is {limit.most:g}"
        )
        help = "say words of three and more syllables with shorter ones, or less often"
        yield manuscript.warning("smog-over-budget", message, place, help)
