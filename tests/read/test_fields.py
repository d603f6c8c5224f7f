"""What the schema refuses is told with help."""

import pytest

from tests.read.sample import BODY, front, read, with_front


def help_of(text: str) -> str:
    _, report = read(text)
    [found] = report
    return found.help


@pytest.mark.parametrize(
    ("line", "help"),
    [
        ("keypoints: [a]", "did you mean 'key_points'?"),
        ("Related: [a]", "did you mean 'related'?"),
        ("questions: [a]", "did you mean 'questions_to_ask'?"),
    ],
)
def test_a_misspelt_key_is_answered_with_the_one_that_is_meant(line: str, help: str) -> None:
    assert help_of(front("", line) + BODY) == help


def test_a_key_like_no_other_is_answered_with_all_of_them() -> None:
    assert help_of(front("", "xyz: a") + BODY).startswith("known keys: title, term, also_known_as")


def test_a_missing_key_is_answered_with_what_it_says() -> None:
    assert help_of(with_front("category", "")) == "The label above the title."


def test_an_unknown_value_is_answered_with_the_known_ones() -> None:
    assert help_of(front("", "status: draft") + BODY) == "write 'published' or 'withdrawn'"


def test_an_entry_with_a_colon_is_answered_with_the_line_in_quotation_marks() -> None:
    assert help_of(with_front("key_points", 'key_points:\n  - Goals: "shared"')) == 'write: - "Goals: shared"'


def test_all_faults_are_told_at_once() -> None:
    text = with_front("version", "version: one").replace("updated: 2025-12-18", "updated: then")
    assert {diagnostic.code for diagnostic in read(text)[1]} == {"malformed-version", "malformed-day"}
