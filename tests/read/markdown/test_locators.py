"""Places in a source are told apart from words about it."""

import pytest

from glossary_publish.read.markdown.locators import LABELS, TERMS, read_locator


@pytest.mark.parametrize(
    ("text", "label", "locator", "suffix"),
    [
        ("", "", "", ""),
        (", p. 4", "page", "4", ""),
        ("p. 4", "page", "4", ""),
        (", 4", "page", "4", ""),
        (", pp. 3-5, for more", "page", "3-5", ", for more"),
        (", pp. 3–5 and 7", "page", "3–5 and 7", ""),
        (", pp. 3, 5, 7 with care", "page", "3, 5, 7", "with care"),
        (", pp. iv-x", "page", "iv-x", ""),
        (", pp. S12-S14", "page", "S12-S14", ""),
        (", chap. 2", "chapter", "2", ""),
        (", § 12.3", "section", "12.3", ""),
        (", §12", "section", "12", ""),
        (", ¶ 4", "paragraph", "4", ""),
        (", vol. II, in passing", "volume", "II", ", in passing"),
        (", no. 3", "issue", "3", ""),
        (", fig. 3a", "figure", "3a", ""),
        (", table 2", "table", "2", ""),
        (", appendix B", "", "", ", appendix B"),
        (", in passing", "", "", ", in passing"),
        ("in passing", "", "", "in passing"),
        (", note that it is old", "", "", ", note that it is old"),
        (", line by line", "", "", ", line by line"),
        (", 2nd edition", "page", "2nd", "edition"),
        (", p. 4,", "page", "4", ""),
        (",", "", "", ""),
    ],
)
def test_a_place_is_read(text: str, label: str, locator: str, suffix: str) -> None:
    assert read_locator(text) == (label, locator, suffix)


@pytest.mark.parametrize("text", [", p.", ", pp. and more", ", §", ", vol. one"])
def test_a_label_without_a_number_is_refused(text: str) -> None:
    with pytest.raises(ValueError, match="no number follows"):
        read_locator(text)


def test_no_short_form_stands_for_two_terms() -> None:
    assert len(LABELS) == sum(len(words.split()) for words in TERMS.values())
