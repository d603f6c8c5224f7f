"""An article that asks for something about a patient is refused; signs that only look alike are not."""

import pytest

from tests.glossary.sample import ARTICLE, edited, loaded, told

QUIET = ("missing-review-date", "no-related-articles")


def faults(old: str, new: str) -> list[str]:
    _, report = loaded(edited(ARTICLE, (old, new)))
    return [line.removeprefix(ARTICLE) for line in told(report, *QUIET)]


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("The note.", "The note for {{ patient_name }}.", ":26"),
        ("The note.", "The note for «First_Name».", ":26"),
        ("*stressed*", "MERGEFIELD Name", ":17"),
        ("description: ", "description: For {{Client}}, ", ":4"),
    ],
)
def test_a_placeholder_is_refused_where_it_stands(old: str, new: str, place: str) -> None:
    (found,) = faults(old, new)
    assert found.startswith(f"{place}:")
    assert "merge-field: the text holds the placeholder" in found


@pytest.mark.parametrize(
    ("old", "new", "place"),
    [
        ("The note.", "The [fill in: note].", ":26:1"),
        ("by: Nobody", 'by: "[fill in: who]"', ":10:3"),
        ("category: Glossary", 'category: "[fill in: it]"', ":5:1"),
    ],
)
def test_a_place_to_fill_in_is_named(old: str, new: str, place: str) -> None:
    found = faults(old, new)
    assert [line.partition(" ")[0] for line in found] == [place]
    assert "place-to-fill: here is a place to fill in: [fill in: " in found[0]


@pytest.mark.parametrize(
    "words",
    ["a set {x}", "1 << 2 >> 0", "«une clinique»", "[your name]", "`{{ name }}` in words", "100 % sure %"],
)
def test_other_signs_may_stand_in_a_text(words: str) -> None:
    expected = ["merge-field"] if "{{" in words else []
    assert [line.split()[1].rstrip(":") for line in faults("The note.", words)] == expected
