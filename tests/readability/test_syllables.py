"""Syllables, against words that a person counted."""

import tomllib
from pathlib import Path

import pytest

from glossary_publish.readability.data import irregular_words
from glossary_publish.readability.syllables import syllables

COUNTED = tomllib.loads(Path(__file__).with_name("hand_counted.toml").read_text("utf-8"))
PLATYPUS = "The Australian platypus is seemingly a hybrid of a mammal and reptilian creature"


@pytest.mark.parametrize("count", COUNTED)
def test_words_have_the_syllables_that_a_person_counts(count: str) -> None:
    words = COUNTED[count].split()
    assert {word: syllables(word) for word in words} == dict.fromkeys(words, int(count))


def test_the_sentence_of_the_platypus_has_the_24_syllables_that_are_published() -> None:
    assert sum(map(syllables, PLATYPUS.split())) == 24


@pytest.mark.parametrize(
    ("word", "count"),
    [
        ("CBT", 3),
        ("WAI", 5),
        ("SSRIs", 4),
        ("0.28", 1),
        ("30,000", 1),
        ("psycho-social", 4),
        ("naïve", 2),
        ("café", 2),
    ],
)
def test_letters_figures_and_accents_are_counted_as_they_are_read(word: str, count: int) -> None:
    assert syllables(word) == count


def test_a_possessive_has_no_syllable_more_and_some_negations_have() -> None:
    assert [syllables(word) for word in ("client's", "client’s", "doesn't", "don’t")] == [2, 2, 2, 1]


def test_every_word_has_a_syllable() -> None:
    assert [syllables(word) for word in ("hmm", "—", "x", "語")] == [1, 1, 1, 1]


def test_no_word_stands_twice_in_the_list_of_exceptions() -> None:
    lists = tomllib.loads(
        (Path(syllables.__code__.co_filename).parent / "data/syllables.toml").read_text("utf-8")
    )
    assert sum(len(words.split()) for words in lists.values()) == len(irregular_words())
