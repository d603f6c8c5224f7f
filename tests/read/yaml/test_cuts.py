"""A # that cuts a value is told from a # that begins a comment."""

import pytest

from glossary_publish.diagnostics import Report
from glossary_publish.read.yaml import read_yaml
from tests.read.sample import codes_of


def told(text: str) -> list[str]:
    report = Report()
    read_yaml(text, "f", 1, report)
    return [f"{diagnostic.code} {diagnostic.span}" for diagnostic in report] if codes_of(report) else []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("a: b # c\n", "1:6"),
        ("a: b  #c\n", "1:7"),
        ("a: #c\n", "1:4"),
        ("a: b\n  c # d\n", "2:5"),
        ("a: b\n  # c\n", "2:3"),
        ("a:\n  - b #1\n  - c\n", "2:7"),
        ("a:\n  - #b\n  - c\n", "2:5"),
        ("a: [b, #c\n d]\n", "1:8"),
        ("a: [b]# c\n", "1:7"),
        ("a: 'b'# c\n", "1:7"),
        ("a: {b: c #d\n }\n", "1:10"),
        ("a: > # b\n  c\n", "1:6"),
        ("a: |  #b\n  c\n", "1:7"),
        ("a: b\n    #c\nd: e\n", "2:5"),
    ],
)
def test_a_value_that_is_cut_is_told_at_its_sign(text: str, place: str) -> None:
    assert told(text) == [f"unquoted-hash f:{place}"]


@pytest.mark.parametrize(
    "text",
    [
        "a: b  # c\n",
        "a: b   #\n",
        "a: b  ## c\n",
        "# c\na: b\n",
        "a: b\n# c\nd: e\n",
        "a:  # c\n  - b\n",
        "a: # c\n  - b\n",
        "a:\n  # c\n  - b\n  # d\n  - e\n",
        "a:\n  b: c\n  # d\n  e: f\n",
        "a: '#b'\n",
        "a: 'b # c'\n",
        "a: 'b' # c\n",
        "a: b#c\n",
        "a: |\n  # b\n  c # d\n",
        "a: >\n  # b\n",
        "a: [b, c] # d\n",
        "a: 'b\n  # c'\n",
    ],
)
def test_a_plain_comment_is_left_alone(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    "text", ["a: 'b\nc: d'\n", "a:\n  b: 'c\n  d: e'\n", 'a: "b\n\nc"\n', "l:\n- 'a\n- b'\n"]
)
def test_a_quotation_mark_that_swallows_lines_is_told(text: str) -> None:
    assert [line.partition(" ")[0] for line in told(text)] == ["unclosed-quote"]


@pytest.mark.parametrize("text", ["a: 'b\n  c'\n", "a:\n  b: 'c\n\n    d'\n", "l:\n- 'a\n  b'\n"])
def test_a_quotation_of_several_lines_is_left_alone(text: str) -> None:
    assert told(text) == []
