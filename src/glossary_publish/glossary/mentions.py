"""What an article names that has to be elsewhere: found once when it is read, and looked up whenever the rest changes."""

from collections.abc import Iterator
from dataclasses import dataclass

from glossary_publish.article import Article, Block, Citation, Figure, Link
from glossary_publish.diagnostics import Diagnostic, Report, Span
from glossary_publish.glossary.placeholders import name_unfilled, refuse_placeholders
from glossary_publish.glossary.walking import blocks_within, inlines_within
from glossary_publish.read.article import read_article
from glossary_publish.workspace import Workspace

ARTICLE_LINK = "article:"


@dataclass(frozen=True, slots=True)
class Mentions:
    """What is named, each with its place: keys of references, slugs of articles that are linked to, paths of figures.

    `unfilled` tells of the places in it that somebody has still to fill in.
    """

    keys: tuple[tuple[str, Span], ...]
    links: tuple[tuple[str, Span], ...]
    figures: tuple[tuple[str, Span], ...]
    unfilled: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class Written:
    """An article with what it names."""

    article: Article
    mentions: Mentions


def read_written(workspace: Workspace, path: str, report: Report, language: str) -> Written | None:
    """Read an article with what it names; None after errors were reported."""
    article = read_article(workspace, path, report, language)
    return Written(article, mentions_of(article)) if article is not None else None


def mentions_of(article: Article) -> Mentions:
    """What an article names."""
    unfilled = Report()
    refuse_placeholders(article, unfilled)
    name_unfilled(article, unfilled)
    return Mentions(
        keys=tuple(_keys(article)),
        links=tuple(_links(article)),
        figures=tuple((one.path, one.span) for one in _blocks(article) if isinstance(one, Figure)),
        unfilled=tuple(unfilled),
    )


def _keys(article: Article) -> Iterator[tuple[str, Span]]:
    """The keys of all references that an article cites or lists."""
    for block in _blocks(article):
        for inline in inlines_within(block):
            if isinstance(inline, Citation):
                yield from ((item.key, inline.span) for item in inline.items)
    yield from ((line.text, line.span) for line in article.references)


def _links(article: Article) -> Iterator[tuple[str, Span]]:
    for block in _blocks(article):
        for inline in inlines_within(block):
            if isinstance(inline, Link) and inline.target.startswith(ARTICLE_LINK):
                yield inline.target.removeprefix(ARTICLE_LINK), block.span


def _blocks(article: Article) -> Iterator[Block]:
    yield from blocks_within(article.blocks)
    for note in article.notes:
        yield from blocks_within(note.blocks)
