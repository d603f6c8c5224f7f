"""The words of the page as they stand in its source, to find the spaces that line ends swallow.

A text reader takes the end of a line for no space at all (ISO 32000-1, 14.8.2.5), and a long address may be
broken inside a word: only the source knows which of the two a line end is.
"""

from collections.abc import Iterator
from typing import Any

BLANKS = " \t\n\r\f"  # what HTML collapses; a no-break space is a character like any other
# Directional controls reach Pango as zero-width spaces, soft hyphens do not reach it, and none of them is seen.
UNSEEN = dict.fromkeys(map(ord, "\u00ad\u200b\u202a\u202b\u202c\u202d\u202e"))
INK = UNSEEN | dict.fromkeys(map(ord, BLANKS))
SPACED: dict[int, str | None] = {**UNSEEN, **dict.fromkeys(map(ord, BLANKS), " ")}


class Source:
    """The characters of the text in reading order; each knows whether white space stands before it.

    lost: words that were painted in another order than they stand in the source, or not at all.
    """

    def __init__(self, body: Any) -> None:
        self.lost: list[str] = []
        self._spaced = bytearray()
        self._at = 0
        words: list[str] = []
        blank = False
        for text in _texts(body):
            for index, word in enumerate(text.translate(SPACED).split(" ")):
                blank = blank or index > 0
                if word:
                    words.append(word)
                    self._spaced += int(blank).to_bytes(len(word), "little")  # of its first character alone
                    blank = False
        self._characters = "".join(words)

    def follow(self, painted: str) -> bool:
        """Go on behind what one box paints; says whether white space stood before it."""
        letters = painted.translate(INK)
        if not letters:
            return False
        place = self._characters.find(letters, self._at)
        if place != self._at:
            self.lost.append(self._words(self._at, place) if place >= 0 else painted)
        if place < 0:
            return False
        self._at = place + len(letters)
        return bool(self._spaced[place])

    def finish(self) -> None:
        """What was never painted is lost."""
        if self._at < len(self._characters):
            self.lost.append(self._words(self._at, len(self._characters)))

    def _words(self, start: int, end: int) -> str:
        return "".join(" " * self._spaced[at] + self._characters[at] for at in range(start, end)).strip()


def _texts(element: Any) -> Iterator[str]:
    """The text nodes in order; furniture runs outside the text, and a line break parts words."""
    if "furniture" in element.get("class", "").split():
        yield element.tail or ""
        return
    yield " " if element.tag == "br" else element.text or ""
    for child in element:
        yield from _texts(child)
    yield element.tail or ""
