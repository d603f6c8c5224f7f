"""In a right-to-left text, what has to run from left to right is found: numbers to call, addresses, foreign names."""

import pytest

from glossary_publish.render.islands import foreign, islands, right_to_left


def found(text: str) -> list[str]:
    """The stretches that run from left to right; nothing is lost between them."""
    pieces = list(islands(text))
    assert "".join(piece for piece, _ in pieces) == text
    return [piece for piece, island in pieces if island]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("اتصل على 800-273-8255 الآن", ["800-273-8255"]),
        ("اتصل على +1 (800) 555-0123.", ["+1 (800) 555-0123"]),
        ("اتصل على (800) 555-0123 أو 116 123", ["(800) 555-0123", "116 123"]),
        ("انظر doi:10.1037/a0022140.", ["doi:10.1037/a0022140"]),
        ("اقرأ: https://example.org/a?EC-YCW2NK", ["https://example.org/a?EC-YCW2NK"]),
        ("اكتب إلى someone@example.org، من فضلك", ["someone@example.org"]),
        ("هذا هو الخط (Suicide & Crisis Lifeline).", ["Suicide & Crisis Lifeline"]),
        ("قال J. R. Smith, A. Jones. ثم قال", ["J. R. Smith, A. Jones"]),
        ("الناشر: Example Press · الإصدار 1.0 · EC-YCW2NK", ["Example Press", "1.0", "EC-YCW2NK"]),
        ("كان r = 0.28 تقريبًا", ["r = 0.28"]),
        ("المقياس Scale (short form) هنا", ["Scale (short form)"]),
        ("CC BY 4.0", ["CC BY 4.0"]),
    ],
)
def test_numbers_addresses_and_names_are_kept_together(text: str, expected: list[str]) -> None:
    assert found(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "",
        "كلمات فقط",
        "مقياس WAI هنا",
        "مقياس (WAI): هنا",
        "في عام 1989 كان",
        "في عام 1989 WAI كان",
        "15% من الناس",
        " · ",
    ],
)
def test_single_words_and_numbers_are_left_where_they_are(text: str) -> None:
    assert found(text) == []


def test_sentences_are_not_joined_over_their_ends() -> None:
    assert found("اسمه Dr. Smith. 988-123 هو الرقم") == ["Dr. Smith", "988-123"]
    assert found("من A-b: C-d") == ["A-b", "C-d"]


def test_right_to_left_words_in_a_left_to_right_text_are_found_without_what_is_around_them() -> None:
    text = "Psychol. 1989;36:2 (دراسة لأداة قياس), in English (نص)."
    pieces = list(foreign(text))
    assert "".join(piece for piece, _ in pieces) == text
    assert [piece for piece, turned in pieces if turned] == ["دراسة لأداة قياس", "نص"]
    assert list(foreign("")) == [("", False)]


@pytest.mark.parametrize(
    ("text", "turned"), [("1989 (نص) a", True), ("A نص", False), ("12", False), ("", False), ("«שלום»", True)]
)
def test_the_first_letter_of_a_text_decides_its_direction(text: str, turned: bool) -> None:
    assert right_to_left(text) is turned
