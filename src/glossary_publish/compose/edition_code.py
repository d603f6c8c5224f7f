"""The edition code: a few characters that a reader can spell out on the telephone to say which text is at hand."""

import hashlib
import json
import unicodedata
from collections.abc import Iterable
from dataclasses import fields, is_dataclass
from datetime import date
from functools import lru_cache

from glossary_publish.article import Citation

# Without 0 O 1 I L, without S Z B (5 2 8), G Q (6 C) and U V, and without A E: no look-alikes, no words.
ALPHABET = "23456789CDFHJKMNPRTWXY"
LENGTH = 6
INITIALS = 2
LOOK_ALIKES = frozenset("OIL")
# What nobody reads or hears: where things stand and are called inside, and what only a style sheet looks at.
UNSAID = frozenset("span anchor marked_at path classes align".split())


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


def said(value: object) -> bytes:
    """A text, or the parts of one, without what is not said by it: the same bytes for the same words."""
    return json.dumps(_said(value), ensure_ascii=False).encode()


def _said(value: object) -> object:
    match value:
        case str() | int() | None:
            return value
        case tuple() | list():
            return [_said(one) for one in value]
        case date():
            return value.isoformat()
        case Citation():  # the keys of sources are names in the files
            return ["Citation", *(mark.text for mark in value.marks)]
        case _ if is_dataclass(value):
            kind: type = type(value)
            return [kind.__name__, *(_said(getattr(value, name)) for name in _names(kind))]
        case _:
            raise TypeError(f"{value!r} is no text")


@lru_cache(maxsize=64)
def _names(kind: type) -> tuple[str, ...]:
    """The fields of a dataclass that are said."""
    return tuple(one.name for one in fields(kind) if one.name not in UNSAID)


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
