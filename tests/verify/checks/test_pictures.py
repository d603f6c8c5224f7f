"""Every picture says in words what it shows."""

from glossary_publish.verify.checks.pictures import check
from glossary_publish.verify.inspection import Kind
from tests.verify.checks.perfect import messages, perfect, spoiled, told


def test_another_description_is_told() -> None:
    bad = spoiled("A square", alt="A circle beside a square")
    assert told(check, bad) == [("alternative-text-differs", "body")]
    assert messages(check, bad) == [
        "expected the alternative text 'A square beside a circle', found 'A circle beside a square'"
    ]


def test_a_description_that_is_lost_is_told() -> None:
    assert told(check, spoiled("A square", alt="")) == [("alternative-text-differs", "body")]


def test_the_qr_code_of_a_handout_is_described_too() -> None:
    assert told(check, spoiled("QR code", "pdf", alt="QR code")) == [("alternative-text-differs", "address")]


def test_words_that_have_become_a_picture_are_told() -> None:
    bad = spoiled("Ask.", kind=Kind.FIGURE, alt="Ask")
    assert told(check, bad) == [("alternative-text-differs", "actions")]


def test_white_space_in_a_description_does_not_matter() -> None:
    assert told(check, spoiled("A square", alt=" A square\nbeside a circle")) == []
    assert told(check, perfect("pdf")) == []
