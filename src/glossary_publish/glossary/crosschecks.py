"""Whether what an article names is there: other articles, references, boilerplate, strings, review dates."""

from collections.abc import Mapping, Set
from dataclasses import dataclass, field

from glossary_publish.article import Article
from glossary_publish.diagnostics import Report, Span
from glossary_publish.glossary.likeness import did_you_mean
from glossary_publish.glossary.mentions import Mentions, Written
from glossary_publish.glossary.model import Boilerplate, Settings
from glossary_publish.glossary.references import References
from glossary_publish.glossary.translations import check_translation

SLUG_HELP = "use the name of a file in content/articles/, without its ending"


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What an article is checked against.

    `slugs` are all articles there are, also those with faults; `languages` those with strings and citation terms,
    `originals` the articles in the language of the glossary, by slug, as far as they can be read.
    """

    settings: Settings
    slugs: Set[str]
    references: References
    boilerplate: tuple[Boilerplate, ...]
    languages: Set[str]
    originals: Mapping[str, Article] = field(default_factory=dict)


def check_article(written: Written, around: Surroundings, report: Report) -> None:
    """Report whatever an article names and the glossary lacks, each at its place."""
    article = written.article
    if article.language not in around.languages:
        message = f"editions in {article.language} need strings and citation terms, and some are missing"
        help = f"add layouts/strings/{article.language}.toml and the CSL locale to layouts/citation-styles/"
        report.error("unsupported-language", message, Span(article.path), help)
    for line in article.related:
        if line.text not in around.slugs:
            message = f"there is no article {line.text!r} to relate to"
            help = did_you_mean(line.text, around.slugs, SLUG_HELP)
            report.error("missing-related-article", message, line.span, help)
    check_successor(article, around.slugs, report)
    _check_references(written.mentions, around.references, report)
    for line in article.boilerplate:
        _check_boilerplate(line.text, article.language, line.span, around, report)
    _check_links(written.mentions, around, report)
    _check_review(article, around.settings, report)
    check_translation(article, around.originals.get(article.slug), report)
    report.extend(written.mentions.unfilled)


def check_successor(article: Article, slugs: Set[str], report: Report) -> None:
    """Report an article that is said to take the place of another one and is not there."""
    successor = article.superseded_by
    if successor and successor not in slugs:
        message = f"there is no article {successor!r} to take the place of this one"
        help = did_you_mean(successor, slugs, SLUG_HELP)
        report.error("missing-successor", message, article.place("superseded_by"), help)


def _check_references(mentions: Mentions, references: References, report: Report) -> None:
    for key, span in mentions.keys:
        if not references.readable:
            message = f"the reference {key!r} cannot be looked up"
            help = "mend content/references.yaml; what is wrong with it is told there"
            report.error("unusable-reference", message, span, help)
            return
        if key not in references.keys:
            help = did_you_mean(key, references.keys, "add the source to content/references.yaml")
            report.error("missing-reference", f"there is no reference {key!r}", span, help)
        elif key not in references.usable:
            message = f"the reference {key!r} has faults of its own"
            report.error("unusable-reference", message, span, "mend it in content/references.yaml")


def _check_boilerplate(id: str, language: str, span: Span, around: Surroundings, report: Report) -> None:
    ids = {text.id for text in around.boilerplate if text.serves(language)}
    if id not in ids:
        help = did_you_mean(id, ids, f"add content/boilerplate/{id}.{language}.md")
        report.error("missing-boilerplate", f"there is no boilerplate {id!r} in {language}", span, help)


def _check_links(mentions: Mentions, around: Surroundings, report: Report) -> None:
    for slug, place in mentions.links:
        if slug not in around.slugs:
            help = did_you_mean(slug, around.slugs, SLUG_HELP)
            report.error("missing-linked-article", f"there is no article {slug!r} to link to", place, help)
        if not around.settings.site:
            message = f"the link to {slug} leads nowhere: the glossary has no site"
            help = 'add site = "https://…" to content/glossary.toml, or take the link out'
            report.error("article-link-without-site", message, place, help)


def _check_review(article: Article, settings: Settings, report: Report) -> None:
    review = article.reviewed
    # Nobody has reviewed a sample, so there is no day of it.
    dates = (("due", review.due),) if review.sample else (("on", review.on), ("due", review.due))
    missing = [f"reviewed.{name}" for name, value in dates if value is None]
    if not missing:
        return
    message = f"{' and '.join(missing)} {'is' if len(missing) == 1 else 'are'} not recorded"
    help = "add the date below `reviewed`, as year-month-day"
    if settings.require_review_dates:
        report.error("missing-review-date", message, article.place("reviewed"), help)
    else:
        report.warning("missing-review-date", message, article.place("reviewed"), help)
