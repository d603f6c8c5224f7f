"""Sections and articles stay within the budget of their audience."""

import pytest

from tests.readability.sample import assessed, codes, found

HARD = "Psychodynamic collaboration facilitates interpersonal reliability. "
LONG = "We go to the place that we know and we say what we see there when we are in it. "
EASY = "We talk with you. You tell us how it is. We listen well. "
BUDGET = '[[reading_budgets]]\naudience = "clients"\nlanguage = "en"\n'


def section(words: str, times: int) -> str:
    return f"## One\n\n{words * times}\n"


def test_a_section_that_is_too_hard_is_told_at_its_heading() -> None:
    one = next(one for one in found(section(HARD, 20)) if one.code == "reading-grade-over-budget")
    assert one.message.startswith("the section 'One' reads at grade ")
    assert one.message.endswith("the budget for clients is 11")
    assert one.span is not None
    assert one.span.line == 12


def test_a_section_with_long_sentences_is_told() -> None:
    settings = BUDGET + "words_per_sentence = 18\n\n"
    (one,) = found(section(LONG, 6), settings)
    assert one.code == "sentences-over-budget"
    assert one.message == "the section 'One' has 20.0 words per sentence; the budget for clients is 18"


def test_a_short_section_counts_for_the_article_only() -> None:
    assert codes(section(HARD, 3)) == []
    assert codes(section(HARD, 12) + "\n" + section(HARD, 12).replace("One", "Two")) == [
        "reading-grade-over-budget",
    ]


def test_smog_is_judged_with_30_sentences_and_no_fewer() -> None:
    settings = BUDGET + "grade = 99\nsmog = 12\n\n"
    body = section("The psychodynamic therapist is reliable. ", 28)
    assert assessed(body, settings).whole.sentences == 29
    assert codes(body, settings) == []
    (one,) = found(body + "\nYes.\n", settings)
    assert one.code == "smog-over-budget"
    assert "the budget for clients is 12" in one.message


def test_smog_of_the_article_is_told_beside_a_section() -> None:
    assert codes(section(HARD, 40)) == ["smog-over-budget", "reading-grade-over-budget"]


@pytest.mark.parametrize("body", [section(EASY, 40), section(LONG, 6), "## One\n\n- word\n- word\n"])
def test_plain_text_is_within_the_budget(body: str) -> None:
    assert codes(body) == []


def test_other_languages_are_judged_by_the_length_of_sentences_alone() -> None:
    assert codes(section(HARD, 20), language="es") == []
    long = section("Palabra " + "palabra " * 28 + "fin. ", 6)
    assert codes(long, language="es") == ["sentences-over-budget"]
