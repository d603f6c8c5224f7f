"""Boilerplate as locked parts: crisis notice, disclaimer, and whatever else an article carries."""

from collections.abc import Iterator, Set

from glossary_publish.article import Block, Heading, Paragraph
from glossary_publish.compose.citing import linked
from glossary_publish.compose.parts.pieces import SECTION, words
from glossary_publish.compose.prepared import Prepared
from glossary_publish.glossary.model import Boilerplate
from glossary_publish.publication import Part, Stamp, text_hash


def notice(made: Prepared, role: str, *, short: bool) -> Iterator[Part]:
    """The texts of a role. The first is called by the role; a text that the article adds has a name of its own."""
    texts = [text for text in made.boilerplate if text.role == role]
    for index, text in enumerate(texts):
        yield _part(made, text, _id_of_its_own(text) if index else role, short=short)


def other_notices(made: Prepared, roles: Set[str]) -> Iterator[Part]:
    """The texts of all roles but some, for a layout that gives them no place: none is ever left out."""
    for text in made.boilerplate:
        if text.role not in roles:
            yield _part(made, text, _id_of_its_own(text), short=False)


def _id_of_its_own(text: Boilerplate) -> str:
    """The name of a part and of its heading. No heading of an author has a low line in its anchor."""
    return f"notice_{text.id}"


def _part(made: Prepared, text: Boilerplate, id: str, *, short: bool) -> Part:
    blocks: list[Block] = [Heading(SECTION, words(text.heading), id, text.span)]
    if text.callout:
        blocks.insert(0, Paragraph(words(text.callout), text.span, "callout"))
    if short:
        blocks.append(Paragraph(words(text.short), text.span))
    else:
        blocks += linked(text.blocks, made.glossary.site)
    return Part(id, tuple(blocks), text.span, True, Stamp(text.id, text.version, text_hash(blocks)))
