"""Where sentences end."""

import pytest

from glossary_publish.readability.sentences import length, sentences


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
