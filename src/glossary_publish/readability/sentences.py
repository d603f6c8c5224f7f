"""Where sentences end, and which words they have."""

import re
from dataclasses import dataclass
from functools import lru_cache

from glossary_publish.publication import word_count
from glossary_publish.readability.data import words

# A full stop and what closes behind it, then a space; Chinese puts no space.
END = re.compile(r"[.!?…؟۔]+[\"'”’»)\]]*(?=\s)|[。！？]+[”’」』）]*")
OPENING = "\"'“‘«([¿¡"
WORD = re.compile(r"[^\W_]+(?:[-‐‑'’.,][^\W_]+)*")
LAST_WORD = re.compile(r"[\w.]+\Z")
INITIAL = re.compile(r"[^\W\d_]\.|(?:[^\W\d_]\.){2,}")  # J. or e.g.


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence: its text, and where it begins in the text that it is a part of."""

    text: str
    start: int

    @property
    def words(self) -> list[str]:
        """Its words. One with hyphens is one word, and so is a figure."""
        return WORD.findall(self.text)


@lru_cache(maxsize=2048)
def sentences(text: str, language: str) -> tuple[Sentence, ...]:
    """The sentences of a paragraph; what has no full stop at its end is one too."""
    found, start = [], 0
    for match in END.finditer(text):
        if _ends(text, match, language):
            found.append(_stripped(text, start, match.end()))
            start = match.end()
    found.append(_stripped(text, start, len(text)))
    return tuple(sentence for sentence in found if any(map(str.isalnum, sentence.text)))


def length(sentence: Sentence) -> int:
    """How many words a sentence has, also in a script without spaces."""
    return word_count(sentence.text)


def _stripped(text: str, start: int, end: int) -> Sentence:
    piece = text[start:end]
    return Sentence(piece.strip(), start + len(piece) - len(piece.lstrip()))


def _ends(text: str, match: re.Match[str], language: str) -> bool:
    """Whether a sentence ends here: no abbreviation does, and no sentence begins with a small letter."""
    following = text[match.end() :].lstrip().lstrip(OPENING)[:1]
    if following.islower():
        return False
    if match[0] != ".":
        return True
    last = LAST_WORD.search(text, 0, match.end())
    word = last[0] if last else ""
    return not INITIAL.fullmatch(word) and word.rstrip(".").lower() not in words(
        "sentences", "abbreviations", language
    )
