"""The flow of words inside one item: pieces in their languages, with links and note marks between them."""

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import groupby

from glossary_publish.verify.inspection import LanguageSeen, LinkSeen
from glossary_publish.verify.normal import normal


@dataclass(frozen=True, slots=True)
class Spoken:
    """What an item says."""

    text: str
    links: tuple[LinkSeen, ...] = ()
    languages: tuple[LanguageSeen, ...] = ()
    notes: tuple[str, ...] = ()


class Pieces:
    """Gathers the words of one item in a document of a language."""

    def __init__(self, language: str) -> None:
        self._language = language
        self._pieces: list[tuple[str, str]] = []  # language and words
        self._links: list[LinkSeen] = []
        self._notes: list[str] = []

    def __bool__(self) -> bool:
        return bool(self._pieces or self._notes)

    def say(self, words: str, language: str) -> None:
        """Add words in a language."""
        self._pieces.append((language, words))

    def note(self, number: str) -> None:
        """Add the mark of a footnote, which is no text."""
        self._notes.append(number)

    def here(self) -> tuple[int, int]:
        """The place where a link begins."""
        return len(self._pieces), len(self._links)

    def link(self, start: tuple[int, int], target: str) -> None:
        """Make a link of all that was said since its beginning."""
        words = "".join(piece for _, piece in self._pieces[start[0] :])
        self._links.insert(start[1], LinkSeen(normal(words), target))

    def spoken(self) -> Spoken:
        """What was gathered, in normal form."""
        text = normal("".join(words for _, words in self._pieces))
        return Spoken(text, tuple(self._links), self._languages(), tuple(self._notes))

    def _languages(self) -> tuple[LanguageSeen, ...]:
        if all(language == self._language for language, _ in self._pieces):
            return ()
        groups = groupby(self._parted(), lambda piece: piece[0])
        stretches = (
            LanguageSeen(language, normal("".join(words for _, words in group)))
            for language, group in groups
            if language != self._language
        )
        return tuple(stretch for stretch in stretches if stretch.text)

    def _parted(self) -> Iterator[tuple[str, str]]:
        """The pieces; a space between two in one language is in that language too, for it is not spoken."""
        before = self._language
        for place, (language, words) in enumerate(self._pieces):
            if not words.strip():
                after = next((tongue for tongue, other in self._pieces[place:] if other.strip()), "")
                yield (before if before == after else language), words
                continue
            before = language
            yield language, words
