"""The formulas, against values that were published for them, and texts that were counted by hand."""

import pytest

from glossary_publish.readability.figures import Figures, count
from glossary_publish.readability.sentences import sentences
from tests.readability.test_syllables import PLATYPUS

# Published with the SMOG formula: words of three and more syllables in 30 sentences, and the grade (McGraw's table).
CONVERSION = {
    (7, 12): 6,
    (13, 20): 7,
    (21, 30): 8,
    (31, 42): 9,
    (43, 56): 10,
    (57, 72): 11,
    (73, 90): 12,
    (91, 110): 13,
    (111, 132): 14,
    (133, 156): 15,
    (157, 182): 16,
    (183, 210): 17,
    (211, 240): 18,
}


def figures(text: str, language: str = "en") -> Figures:
    return count(sentences(text, language), language)


def test_the_sentence_of_the_platypus_has_its_published_grade() -> None:
    counted = figures(f"{PLATYPUS}.")
    assert (counted.sentences, counted.words, counted.syllables) == (1, 13, 24)
    assert counted.grade == pytest.approx(11.3, abs=0.05)


def test_a_book_of_one_syllable_words_has_its_published_grade() -> None:
    # "Green Eggs and Ham": 5.7 words per sentence and 1.02 syllables per word, grade -1.3.
    assert Figures(1000, 5700, 5814, 0).grade == pytest.approx(-1.3, abs=0.05)


def test_the_lowest_grade_is_the_one_of_sentences_of_one_syllable() -> None:
    assert figures("Go. Sit. Run. Eat.").grade == pytest.approx(-3.4)


@pytest.mark.parametrize(("counts", "grade"), CONVERSION.items())
def test_smog_agrees_with_its_published_table(counts: tuple[int, int], grade: int) -> None:
    # The table was made with 3 and the plain root; McLaughlin's own formula has the constants of his regression.
    for polysyllables in counts:
        smog = Figures(30, 600, 900, polysyllables).smog
        assert smog is not None
        assert round((smog - 3.1291) / 1.0430 + 3) == grade


def test_smog_of_64_polysyllables_is_11() -> None:
    assert Figures(30, 600, 900, 64).smog == pytest.approx(11, abs=0.5)


def test_a_paragraph_has_the_figures_that_were_counted_by_hand() -> None:
    counted = figures(
        "The client is the one who answers. "  # 7 words, 9 syllables
        "Nobody else knows as well how a session felt from that side. "  # 12 words, 15 syllables, Nobody
        "It is a reason to talk."  # 6 words, 7 syllables
    )
    assert counted == Figures(3, 25, 31, 1)
    assert counted.words_per_sentence == pytest.approx(8.33, abs=0.01)
    assert counted.grade == pytest.approx(0.39 * 25 / 3 + 11.8 * 31 / 25 - 15.59)
    assert counted.smog == pytest.approx(6.43, abs=0.01)  # 1.0430 times the root of 10, and 3.1291
    assert counted.smog_is_estimated


def test_figures_of_parts_add_up() -> None:
    one, two = "We talk. They listen.", "A rupture can be repaired."
    assert figures(one) + figures(two) == figures(f"{one} {two}")


@pytest.mark.parametrize("language", ["es", "ar", "zh-Hans"])
def test_in_other_languages_there_are_no_grades(language: str) -> None:
    counted = figures("Hola a todos. Somos dos.", language)
    assert (counted.words_per_sentence, counted.grade, counted.smog) == (2.5, None, None)


def test_a_text_without_words_has_no_figures() -> None:
    assert (Figures().words_per_sentence, Figures().grade, Figures().smog) == (None, None, None)
