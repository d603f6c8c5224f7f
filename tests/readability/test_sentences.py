"""Where sentences end."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_publish.readability.sentences import WORD, length, sentences


@pytest.mark.parametrize(
    ("text", "language", "parts"),
    [
        ("One. Two! Three? Four", "en", ["One.", "Two!", "Three?", "Four"]),
        ("She said “Go.” Then she left.", "en", ["She said “Go.”", "Then she left."]),
        ("It rose (by a lot). He fell.", "en", ["It rose (by a lot).", "He fell."]),
        ("Dr. Bordin wrote r = 0.28 in 1979.", "en", ["Dr. Bordin wrote r = 0.28 in 1979."]),
        ("J. D. Safran and co. wrote it.", "en", ["J. D. Safran and co. wrote it."]),
        ("Some measures, e.g. Scales, are short.", "en", ["Some measures, e.g. Scales, are short."]),
        ("Is it so? Yes. 295 studies agree.", "en", ["Is it so?", "Yes.", "295 studies agree."]),
        ("¿Quién lo verá? ¿Y usted? La Dra. Ruiz.", "es", ["¿Quién lo verá?", "¿Y usted?", "La Dra. Ruiz."]),
        ("ما هو؟ هذا مقياس.", "ar", ["ما هو؟", "هذا مقياس."]),
        ("第一句。第二句！", "zh-Hans", ["第一句。", "第二句！"]),
        ("…", "en", []),
    ],
)
def test_a_sentence_ends_at_its_full_stop_and_at_no_other(text: str, language: str, parts: list[str]) -> None:
    found = sentences(text, language)
    assert [sentence.text for sentence in found] == parts
    assert all(text[sentence.start :].startswith(sentence.text) for sentence in found)


def test_a_word_with_hyphens_is_one_word_and_so_is_a_figure() -> None:
    (sentence,) = sentences("A face-to-face talk – 30,000 of them, r = 0.28 – isn't rare.", "en")
    assert len(sentence.words) == length(sentence) == 10


@given(
    st.text(st.sampled_from("aZé1 .!?…\"”)(,-'。语م؟"), max_size=40),
    st.sampled_from(["en", "es", "ar", "zh-Hans"]),
)
def test_no_word_is_lost_between_sentences(text: str, language: str) -> None:
    found = sentences(text, language)
    assert [word for sentence in found for word in sentence.words] == WORD.findall(text)
    assert all(text[one.start : one.start + len(one.text)] == one.text for one in found)
