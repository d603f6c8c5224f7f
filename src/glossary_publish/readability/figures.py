"""The figures of a text: words per sentence, Flesch-Kincaid grade and SMOG grade."""

from collections.abc import Iterable
from dataclasses import dataclass
from math import sqrt

from glossary_publish.readability.sentences import Sentence, length
from glossary_publish.readability.syllables import syllables

FORMULAS_ARE_FOR = "en"  # both were fitted to texts in English
POLYSYLLABIC = 3
SMOG_SENTENCES = 30  # McLaughlin's sample; with fewer sentences the grade is an estimate


@dataclass(frozen=True, slots=True)
class Figures:
    """What was counted in a text. In a language that the formulas are not for, `syllables` is 0."""

    sentences: int = 0
    words: int = 0
    syllables: int = 0
    polysyllables: int = 0

    def __add__(self, other: "Figures") -> "Figures":
        return Figures(
            self.sentences + other.sentences,
            self.words + other.words,
            self.syllables + other.syllables,
            self.polysyllables + other.polysyllables,
        )

    @property
    def words_per_sentence(self) -> float | None:
        """The mean length of a sentence; none for a text without words."""
        return self.words / self.sentences if self.words else None

    @property
    def grade(self) -> float | None:
        """The Flesch-Kincaid grade level (Kincaid and others, 1975)."""
        if not self.syllables:
            return None
        return 0.39 * self.words / self.sentences + 11.8 * self.syllables / self.words - 15.59

    @property
    def smog(self) -> float | None:
        """The SMOG grade (McLaughlin, 1969), for 30 sentences at the rate of this text."""
        if not self.syllables:
            return None
        return 1.0430 * sqrt(self.polysyllables * SMOG_SENTENCES / self.sentences) + 3.1291

    @property
    def smog_is_estimated(self) -> bool:
        """Whether the text is shorter than the sample that the SMOG formula asks for."""
        return self.smog is not None and self.sentences < SMOG_SENTENCES


def has_formulas(language: str) -> bool:
    """Whether grades can be worked out in a language."""
    return language.partition("-")[0] == FORMULAS_ARE_FOR


def count(text: Iterable[Sentence], language: str) -> Figures:
    """Count some sentences."""
    return sum((_count(sentence, language) for sentence in text), Figures())


def _count(sentence: Sentence, language: str) -> Figures:
    if not has_formulas(language):
        return Figures(1, length(sentence))
    spoken = [syllables(word) for word in sentence.words]
    return Figures(1, len(spoken), sum(spoken), sum(number >= POLYSYLLABIC for number in spoken))
