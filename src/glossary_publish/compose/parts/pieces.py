"""The few shapes that composed parts are made of."""

from collections.abc import Iterable

from glossary_publish.article import BulletList, Heading, Inline, Line, ListItem, Paragraph, Text
from glossary_publish.compose.wording import Wording
from glossary_publish.diagnostics import Span

SECTION = 2  # the level of the headings below the title


def words(text: str) -> tuple[Inline, ...]:
    """Plain words."""
    return (Text(text),)


def heading(wording: Wording, key: str, span: Span) -> Heading:
    """The heading of a part: the string of its id, which is its anchor too."""
    return Heading(SECTION, words(wording.text(key)), key, span)


def bullets(lines: Iterable[Line], span: Span) -> BulletList:
    """Plain lines as a list, each with its own place."""
    return BulletList(tuple(ListItem((Paragraph(words(line.text), line.span),)) for line in lines), span)
