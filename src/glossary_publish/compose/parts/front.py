"""The parts that stand before the text: label, title, facts, and the lists of the front matter."""

from collections.abc import Iterable, Iterator
from datetime import date

from glossary_publish.article import Block, Fact, FactList, Heading, Line, Paragraph
from glossary_publish.compose.dates import long_date
from glossary_publish.compose.parts.pieces import bullets, heading, words
from glossary_publish.compose.prepared import Prepared
from glossary_publish.publication import Part, texts, word_count

WORDS_A_MINUTE = 200


def label(made: Prepared) -> Part:
    """The category and how long reading takes."""
    article = made.article
    span = article.place("category")
    minutes = reading_time(article.blocks)
    text = made.wording.counted("label", minutes, category=article.category, minutes=str(minutes))
    return Part("label", (Paragraph(words(text), span, "label"),), span)


def reading_time(blocks: Iterable[Block]) -> int:
    """Minutes, rounded up; citation marks are not read, nor are notes."""
    count = sum(map(word_count, texts(blocks)))
    return max(1, -(-count // WORDS_A_MINUTE))


def title(made: Prepared) -> Part:
    """The title, the other names, and the one sentence that says it all."""
    article, wording = made.article, made.wording
    span = article.place("title")
    blocks: list[Block] = [Heading(1, words(article.title), "title", span)]
    if article.also_known_as:
        names = wording.text("between-names").join(line.text for line in article.also_known_as)
        text = wording.text("also-known-as", names=names)
        blocks.append(Paragraph(words(text), article.also_known_as[0].span, "also-known-as"))
    blocks.append(Paragraph(words(article.description), article.place("description"), "lede"))
    return Part("title", tuple(blocks), span)


def facts(made: Prepared) -> Part:
    """How old the article is and who vouches for it."""
    span = made.article.place("updated")
    listed = tuple(Fact(words(label), words(value)) for label, value in _facts(made))
    return Part("facts", (FactList(listed, span),), span)


def _facts(made: Prepared) -> Iterator[tuple[str, str]]:
    article, wording = made.article, made.wording
    yield wording.text("updated"), day(made, article.updated)
    yield wording.text("review"), _review(made)
    if article.reviewed.due:
        yield wording.text("review-due"), day(made, article.reviewed.due)
    else:
        # Where a review has its date, it is the next one whose date is missing.
        key = "review-due" if article.reviewed.on and not article.reviewed.sample else "review-date"
        yield wording.text(key), wording.text("not-recorded")
    yield wording.text("version"), article.version


def _review(made: Prepared) -> str:
    review, wording = made.article.reviewed, made.wording
    if review.sample:
        return wording.text("sample-review")
    if review.on is None:
        return wording.text("reviewed", reviewer=review.by)
    return wording.text("reviewed-on", reviewer=review.by, date=day(made, review.on))


def day(made: Prepared, value: date) -> str:
    """A date in the words of the article's language."""
    return long_date(value, made.article.language, made.glossary.region)


def key_points(made: Prepared) -> Part | None:
    """What to remember."""
    return _lines(made, "key-points", made.article.key_points)


def actions(made: Prepared) -> Part | None:
    """What a reader can do."""
    return _lines(made, "actions", made.article.actions)


def questions_to_ask(made: Prepared) -> Part | None:
    """What a reader can ask."""
    return _lines(made, "questions-to-ask", made.article.questions_to_ask)


def _lines(made: Prepared, id: str, lines: tuple[Line, ...]) -> Part | None:
    if not lines:
        return None
    span = made.article.place(id.replace("-", "_"))
    return Part(id, (heading(made.wording, id, span), bullets(lines, lines[0].span)), span)
