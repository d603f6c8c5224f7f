"""The edition code: a few characters that a reader can spell out on the telephone to say which text is at hand."""

import hashlib
import unicodedata
from collections.abc import Iterable
from functools import lru_cache

# Without 0 O 1 I L, without S Z B (5 2 8), G Q (6 C) and U V, and without A E: no look-alikes, no words.
ALPHABET = "23456789CDFHJKMNPRTWXY"
LENGTH = 6
INITIALS = 2
LOOK_ALIKES = frozenset("OIL")


def edition_code(title: str, pieces: Iterable[bytes]) -> str:
    """Initials of the glossary's title, and characters that change whenever one of the pieces changes."""
    digest = hashlib.sha256()
    for piece in pieces:
        digest.update(_digest(piece))
    number = int.from_bytes(digest.digest())
    characters = []
    for _ in range(LENGTH):
        number, index = divmod(number, len(ALPHABET))
        characters.append(ALPHABET[index])
    return "-".join(filter(None, (_initials(title), "".join(characters))))


@lru_cache(maxsize=1024)  # all articles have most pieces in common
def _digest(piece: bytes) -> bytes:
    return hashlib.sha256(piece).digest()


def as_printed(spoken: str) -> str:
    """A code that somebody read out or typed, in the form that stands on the pages."""
    characters = "".join(filter(str.isalnum, spoken)).upper()
    return "-".join(filter(None, (characters[:-LENGTH], characters[-LENGTH:])))


def _initials(title: str) -> str:
    """The first letters of the first words, without accents; a title in another script has none."""
    words = unicodedata.normalize("NFKD", title).upper().split()
    letters = [word[0] for word in words if word[0].isascii() and word[0].isalpha()]
    return "".join(letter for letter in letters if letter not in LOOK_ALIKES)[:INITIALS]
