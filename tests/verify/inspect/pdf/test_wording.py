"""What is read in place of glyphs may differ from them in what a right-to-left line turns round, and in nothing else."""

import pytest

from glossary_publish.verify.inspect.pdf.wording import alike


@pytest.mark.parametrize(
    ("said", "painted"),
    [
        ("שלום עולם", "םלוע םולש"),
        ("(שלום)", "(םולש)"),
        ("שלום עולם).", "םלוע םולש)."),
        ("1. ", " .1"),
        (". 2018;55(4):316-340. ", " .316-340:)4(55;2018 ."),
        ("https://example.org/a/", "/https://example.org/a"),
        ("word\u00adbreak", "word-break"),
        ("می\u200cشود", "دوشیم"),
    ],
)
def test_what_a_line_turns_round_is_alike(said: str, painted: str) -> None:
    assert alike(said, painted)


@pytest.mark.parametrize(
    ("said", "painted"),
    [
        ("do not stop", "stop do not"),
        ("take 5 mg", "take 50 mg"),
        ("988", "911"),
        ("1. ", " .2"),
        ("12", "21"),
        ("שלום", "שלומ"),
        ("שלום עולם).", "םלוע םולש."),
    ],
)
def test_other_words_and_other_numbers_are_not_alike(said: str, painted: str) -> None:
    assert not alike(said, painted)
