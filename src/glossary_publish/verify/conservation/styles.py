"""What a citation style may add to the fields of a reference, from the CSL files of style and locale."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from html import unescape

from glossary_publish.verify.conservation.leaves import words

WRITTEN = re.compile(r"""\b(?:prefix|suffix|value|delimiter)=("[^"]*"|'[^']*')""")
TERM = re.compile(r"<(?:term|single|multiple)\b[^>]*>([^<]+)(?=<)")
ALL = re.compile(r"\b(?:variable|prefix|suffix|value|delimiter)=(?:\"([^\"]*)\"|'([^']*)')")
LIST = re.compile(r"<bibliography\b([^>]*)>(.*?)</bibliography>", re.DOTALL)
SHORT_PAGES = re.compile(r'page-range-format="(?:minimal|chicago)')
INITIALS = re.compile(r'initialize-with="([^"]*)"')
FEWEST = re.compile(r'et-al-min="(\d+)"')
FIRST = re.compile(r'et-al-use-first="(\d+)"')


@dataclass(frozen=True, slots=True)
class Style:
    """A style in a language.

    own: the words that it may write without a field; shows: the variables that it can print.
    fewest, first: from how many names on it may show only the first ones.
    joined_initials, parted_initials: whether the initials of a name may stand together (`BE`), and apart (`B. E.`).
    turned: whether the family name of the first one leads (CSL 1.0.2, `name-as-sort-order`).
    short_pages: whether the last page of a range may lose digits.
    cited_order: whether references stand in the order in which they are cited.
    """

    own: frozenset[str]
    shows: frozenset[str]
    fewest: int
    first: int
    joined_initials: bool
    parted_initials: bool
    turned: bool
    short_pages: bool
    cited_order: bool


def style_of(files: Iterable[tuple[str, bytes]]) -> Style:
    """The style that some CSL files make together."""
    return _style(tuple(files))


@lru_cache(maxsize=8)
def _style(files: tuple[tuple[str, bytes], ...]) -> Style:
    texts = {path: data.decode("utf-8", "replace") for path, data in files}
    own: set[str] = set()
    for text in texts.values():
        for found in (*WRITTEN.findall(text), *TERM.findall(text)):
            own.update(word.casefold() for word in words(unescape(found.strip("\"'"))))
    style = "".join(text for path, text in texts.items() if path.endswith(".csl"))
    shows = {word for found in ALL.findall(style) for word in (found[0] or found[1]).split()}
    listed = LIST.search(style)
    options, body = (listed[1], listed[2]) if listed else ("", "")
    initials = set(INITIALS.findall(style))
    fewest, first = FEWEST.search(options), FIRST.search(options)
    return Style(
        frozenset(own),
        frozenset(shows),
        int(fewest[1]) if fewest else 0,
        int(first[1]) if first else 0,
        not initials or "" in initials,
        not initials or initials != {""},
        "name-as-sort-order=" in style,
        SHORT_PAGES.search(style) is not None,
        "<sort" not in body,
    )
