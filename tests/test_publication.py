"""How words are counted, whatever an author writes."""

import pytest

from glossary_publish.publication import word_count


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("", 0),
        ("one two", 2),
        ("a_b -- c", 2),
        ("_" * 300_000, 0),
        ("-" * 300_000 + " one", 1),
        ("你好吗 x", 3),
    ],
)
def test_words_are_what_holds_a_letter_or_a_digit(text: str, count: int) -> None:
    assert word_count(text) == count
