"""Placeholders: those of mail merges, which nothing fills in, and the marks of what an author has still to write."""

import re
from collections.abc import Iterator

from glossary_publish.article import Article, CodeBlock
from glossary_publish.diagnostics import Report, Span
from glossary_publish.publication import texts

FIELD = re.compile(r"\{\{\s*[A-Za-z][\w. ]*\}\}|<<\s*[A-Za-z][\w ]*>>|«[A-Za-z]+_\w+»|\bMERGEFIELD\b")
UNFILLED = "place-to-fill"
PLACE = re.compile(r"\[fill in: [^\]]+\]")
HELP = "write what every reader is to read; names and dates are written by hand into blank lines"


def refuse_placeholders(article: Article, report: Report) -> None:
    """Report each text of an article with a placeholder that looks as mail merges write them."""
    for text, span in _texts(article):
        if found := FIELD.search(text):
            report.error("merge-field", f"the text holds the placeholder {found[0]!r}", span, HELP)


def name_unfilled(article: Article, report: Report) -> None:
    """Report each place of a new article that is still to be filled in."""
    own = [(article.reviewed.by, article.place("reviewed.by")), (article.category, article.place("category"))]
    for text, span in (*_texts(article), *own):
        for found in PLACE.findall(text):
            report.error(
                UNFILLED, f"here is a place to fill in: {found}", span, "write the text in its place"
            )


def _texts(article: Article) -> Iterator[tuple[str, Span]]:
    """Every text of an article but its code, with its place."""
    yield article.title, article.place("title")
    yield article.description, article.place("description")
    for lines in (article.also_known_as, article.key_points, article.actions, article.questions_to_ask):
        yield from ((line.text, line.span) for line in lines)
    for block in (*article.blocks, *(block for note in article.notes for block in note.blocks)):
        if not isinstance(block, CodeBlock):
            yield from ((text, block.span) for text in texts([block]))
