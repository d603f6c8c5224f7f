"""Words of a passage are found again in the file."""

from glossary_publish.diagnostics import Span
from glossary_publish.readability.places import Places

TEXT = """---
## Alliance

The [alliance](article:alliance-and-repair) of two [@alliance1979, p. 3]
is an **alliance** of `alliance` trust, and{lang=en} so on.
"""


def found(*words: str, line: int = 4, nth: int = 0) -> str:
    span = Places(TEXT).find(words, Span("a.md", line), nth)
    return f"{span.line}:{span.column}-{span.end_column}"


def test_words_are_found_behind_markup_and_none_inside_it() -> None:
    assert found("alliance") == "4:6-14"
    assert found("alliance", nth=1) == "5:9-17"
    assert found("alliance", "of", "trust", nth=0) == "5:9-39"


def test_a_part_of_a_word_with_a_hyphen_is_found() -> None:
    span = Places("The DSM-5 and the HAq-II, r = 0.3").find(["HAq"], Span("a.md", 1))
    assert (span.column, span.end_column) == (19, 22)


def test_words_over_a_line_end_are_marked_on_the_first_line() -> None:
    assert found("of", "two", "is", "an") == "4:45-51"


def test_the_first_words_stand_for_a_sentence_that_differs_later() -> None:
    assert found("The", "alliance", "of", "two", "is", "never", "there") == "4:1-51"


def test_what_cannot_be_found_keeps_the_place_of_its_block() -> None:
    assert found("nowhere") == "4:0-0"
    assert found("alliance", nth=5) == "4:0-0"
    assert Places(TEXT).find(["alliance"], Span("a.md")) == Span("a.md")
