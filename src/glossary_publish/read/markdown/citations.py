"""The text between the brackets of a citation: sources parted by `;`, each with prefix, key, locator and suffix."""

import re
import unicodedata

from markdown_it.common.utils import unescapeAll

from glossary_publish.article import CitationItem
from glossary_publish.read.markdown.locators import read_locator

KEY = re.compile(r"(?<![\w\\])(-?)@(\w+(?:[:.#$%&+?<>~/-]+\w+)*)")
ENTITY = re.compile(r"&(?:#\w+|[A-Za-z]\w*);")


class MalformedCitation(Exception):
    """A citation that cannot be read; says what is wrong, with the index of the place."""

    def __init__(self, message: str, index: int) -> None:
        self.message = message
        self.index = index
        super().__init__(message)


def read_citation(text: str) -> tuple[CitationItem, ...]:
    """The sources that a citation names; raises `MalformedCitation`."""
    if entity := ENTITY.search(text):
        raise MalformedCitation(f"{entity[0]} stands in a citation; type the character", entity.start())
    items: list[CitationItem] = []
    start = 0
    text = unicodedata.normalize("NFC", text)
    for part in text.split(";"):
        items.append(_item(part, start))
        start += len(part) + 1
    return tuple(items)


def _item(part: str, start: int) -> CitationItem:
    keys = list(KEY.finditer(part))
    if not keys:
        raise MalformedCitation(
            "no key stands between two semicolons" if part.strip() else "no key stands here", start
        )
    if len(keys) > 1:
        raise MalformedCitation("two keys stand side by side", start + keys[1].start())
    key = keys[0]
    if key[1]:
        raise MalformedCitation("a citation without its author is not supported", start + key.start())
    for markup in "*`":
        if markup in part:
            raise MalformedCitation(f"{markup} stands in a citation", start + part.index(markup))
    rest = part[key.end() :]
    if rest and rest[0] not in ", \n":
        raise MalformedCitation(f"{rest[0]!r} follows the key", start + key.end())
    try:
        label, locator, suffix = read_locator(_plain(rest))
    except ValueError as error:
        raise MalformedCitation(str(error), start + key.end()) from None
    return CitationItem(
        key=key[2],
        label=label,
        locator=locator,
        prefix=_plain(part[: key.start()]),
        suffix=suffix,
    )


def _plain(text: str) -> str:
    return " ".join(unescapeAll(text).split())
