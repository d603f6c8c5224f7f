"""The normal form in which texts are compared: NFC, no soft hyphens, white space one space.

A line feed in a found text is the line end of a PDF: it stands for one space or for nothing.
"""

import re
import unicodedata
from functools import lru_cache

LETTERS = re.compile(r"\d+|[^\W\d]+")
CONTEXT = 8  # characters on either side of a line end that say whether the source has a space there


@lru_cache(maxsize=1024)  # a text stands in its source, in a run, in an item, and in each format once more
def normal(text: str) -> str:
    """A text in normal form."""
    return " ".join(unicodedata.normalize("NFC", text.replace("\u00ad", "")).split())


def squeezed(text: str) -> str:
    """A text in normal form without its spaces: equal for texts that differ in line ends only."""
    return normal(text).replace(" ", "")


def painted_words(text: str) -> list[str]:
    """The words as they stand on a page: in a right-to-left line, signs and digits may be apart from their word."""
    return LETTERS.findall(text) if right_to_left(text) else text.split()


def right_to_left(text: str) -> bool:
    """Whether a text has a letter of a script that is written so."""
    # Most texts are without such letters: no character of an alphabet is asked for its direction twice.
    return not text.isascii() and any(unicodedata.bidirectional(one) in ("R", "AL") for one in set(text))


def settled(expected: str, found: str) -> str:
    """A found text with each line end turned into what the expected text has at that place.

    Where the texts differ, the words on either side of the line end decide.
    """
    if "\n" not in found:
        return found
    if _same(expected, found):
        return expected
    lines = found.split("\n")
    text = lines[0]
    for line in lines[1:]:
        joined = text[-CONTEXT:] + line[:CONTEXT]
        text += line if joined in expected else f" {line}"
    return text


def _same(expected: str, found: str) -> bool:
    place = 0
    for line in found.split("\n"):
        # Spaces beside a line end are gone in normal form: a space here can only be the line end itself.
        if place and expected.startswith(" ", place):
            place += 1
        if not expected.startswith(line, place):
            return False
        place += len(line)
    return place == len(expected)
