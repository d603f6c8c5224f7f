"""The words of the page as they stand in its source, to find the spaces that line ends swallow.

A text reader takes the end of a line for no space at all (ISO 32000-1, 14.8.2.5), and a long address may be
broken inside a word: only the source knows which of the two a line end is.
"""

from collections.abc import Iterator
from typing import Any

BLANKS = frozenset(" \t\n\r\f")  # what HTML collapses; a no-break space is a character like any other
# Directional controls reach Pango as zero-width spaces, and neither is seen.
UNSEEN = dict.fromkeys(map(ord, "\u200b\u202a\u202b\u202c\u202d\u202e"))


class Source:
    """The characters of the text in reading order; each knows whether white space stands before it."""

    def __init__(self, body: Any) -> None:
        self._characters: list[str] = []
        self._spaced: list[bool] = []
        self._at = 0
        blank = False
        for text in _texts(body):
            for character in text.translate(UNSEEN):
                if character in BLANKS:
                    blank = True
                else:
                    self._characters.append(character)
                    self._spaced.append(blank)
                    blank = False

    def follow(self, painted: str) -> bool | None:
        """Go on behind what one box paints; says whether white space stood before it.

        `None` where the box paints something else than the source says next.
        """
        letters = [letter for letter in painted.translate(UNSEEN) if letter not in BLANKS]
        end = self._at + len(letters)
        if self._characters[self._at : end] != letters:
            return None
        spaced = self._spaced[self._at] if letters else False
        self._at = end
        return spaced

    @property
    def rest(self) -> str:
        """What was never painted."""
        return "".join(self._characters[self._at :])


def _texts(element: Any) -> Iterator[str]:
    """The text nodes in order; furniture runs outside the text, and a line break parts words."""
    if "furniture" in element.get("class", "").split():
        yield element.tail or ""
        return
    yield " " if element.tag == "br" else element.text or ""
    for child in element:
        yield from _texts(child)
    yield element.tail or ""
