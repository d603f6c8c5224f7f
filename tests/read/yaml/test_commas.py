"""Sentences and names that commas would split are told."""

import pytest

from glossary_publish.diagnostics import Report
from glossary_publish.read.yaml import read_yaml


def help_of(text: str) -> dict[str, str]:
    report = Report()
    read_yaml(text, "f", 1, report)
    return {diagnostic.code: diagnostic.help for diagnostic in report}


def test_words_in_brackets_are_printed_with_their_marks() -> None:
    assert help_of("names: [working alliance, bond]\n") == {
        "words-in-flow-list": 'write: names: ["working alliance", bond], or each entry on a line of its own after a dash'
    }


def test_a_name_in_braces_is_printed_with_its_marks() -> None:
    assert help_of("author: {family: Fluck, Jr., given: X}\n") == {
        "value-split-at-comma": 'write: family: "Fluck, Jr."'
    }
    assert help_of("author: {Fluck}\n") == {"value-split-at-comma": "give it a value"}


@pytest.mark.parametrize(
    "text",
    [
        "audience: [clients, clinicians]\n",
        "names: ['working alliance', \"bond of trust\"]\n",
        "issued: {date-parts: [[2018, 12]]}\n",
        "author: {family: Del Re, given: A. C.}\n",
        'author: {family: "Fluck, Jr.", given: X}\n',
        "empty: []\nnone: {}\n",
        "nested: [{a: b c}, {d: e f}]\n",
    ],
)
def test_short_words_and_quoted_ones_are_left_alone(text: str) -> None:
    assert help_of(text) == {}
