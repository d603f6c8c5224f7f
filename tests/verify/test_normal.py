"""Texts are compared in one form, and the end of a line in a PDF is a space or nothing, as the source has it."""

import pytest
from hypothesis import given
from hypothesis import strategies as some

from glossary_publish.verify.normal import normal, painted_words, settled, squeezed

WORDS = some.lists(some.text("abcé-–شعب", min_size=1, max_size=6), min_size=1, max_size=12)


@pytest.mark.parametrize(
    ("text", "form"),
    [
        ("  two\n words\t", "two words"),
        ("soft\u00adhyphen", "softhyphen"),
        ("Flu\u0308ckiger", "Flückiger"),
        ("no\u00a0break", "no break"),
        ("thin\u2009space", "thin space"),
        ("", ""),
    ],
)
def test_the_normal_form(text: str, form: str) -> None:
    assert normal(text) == form


def test_signs_that_look_alike_are_not_made_equal() -> None:
    assert normal("1–2") != normal("1-2")
    assert normal("ﬁt") != normal("fit")
    assert normal("x\u200by") != normal("xy")


def test_the_squeezed_form_has_no_spaces() -> None:
    assert squeezed(" a b\nc ") == "abc"


@given(WORDS, some.randoms(use_true_random=False))
def test_a_text_is_settled_wherever_its_lines_end(words: list[str], chance: object) -> None:
    text = normal(" ".join(words))
    choose = chance.random  # type: ignore[attr-defined]  # hypothesis gives a random.Random
    broken = "".join("\n" if c == " " and choose() < 0.4 else c + "\n" * (choose() < 0.1) for c in text)
    assert settled(text, "\n".join(line.strip(" ") for line in broken.split("\n"))) == text


def test_a_text_without_line_ends_stays_as_it_is() -> None:
    assert settled("expected words", "other words") == "other words"


@pytest.mark.parametrize(
    ("expected", "found", "text"),
    [
        ("one two", "one\ntwo", "one two"),
        ("onetwo", "one\ntwo", "onetwo"),
        ("a well-known fact", "a well-\nknown fact", "a well-known fact"),
        ("a well-known fact here", "a well-\nknown fact there", "a well-known fact there"),
        ("one two three", "one\nfour three", "one four three"),
        ("one two", "one\n\ntwo", "one two"),
        ("one two", "one\ntwo three", "one two three"),
        ("one two three", "one\ntwo", "one two"),
    ],
)
def test_the_source_decides_what_a_line_end_is(expected: str, found: str, text: str) -> None:
    assert settled(expected, found) == text


def test_signs_stand_apart_from_their_words_in_a_right_to_left_line() -> None:
    assert painted_words("اتصل على 988، الآن") == ["اتصل", "على", "988", "الآن"]
    assert painted_words("Call 988, now") == ["Call", "988,", "now"]
