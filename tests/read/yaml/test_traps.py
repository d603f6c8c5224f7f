"""The help prints the line as it should be written, and the line then means what was meant."""

import pytest

from glossary_publish.diagnostics import Report
from glossary_publish.read.yaml import Scalar, Sequence, read_yaml
from glossary_publish.read.yaml.traps import corrected, quoted, trap_of
from tests.read.sample import codes_of

VALUES = [
    "Alliance: what it is",
    "Alliance #1 in therapy",
    "Alliance # one",
    "#1 in therapy",
    '"Alliance" in therapy',
    "'Tis the alliance",
    "@alliance",
    "`alliance`",
    "% of people",
    "[Draft] Alliance",
    "{Draft} Alliance",
    "> 5 people",
    "| 5 people",
    "- Alliance",
    "*Alliance* in therapy",
    "!important",
    "&alliance",
    ", too",
    "Alliance:",
    'He said "so": it is',
    'It\'s "so": it is',
]

# To the parser, one colon makes a key of an entry; the schema refuses it.
KEYS_OF_ENTRIES = {
    "Alliance: what it is",
    "Alliance:",
    'He said "so": it is',
    'It\'s "so": it is',
    "- Alliance",
}


@pytest.mark.parametrize("value", VALUES)
def test_the_corrected_line_says_what_was_meant(value: str) -> None:
    report = Report()
    assert read_yaml(f"key: {value}\n", "f", 1, report) is None
    [found] = report
    assert found.help.startswith("write: key: ")
    line = found.help.removeprefix("write: ").partition("; a comment")[0]
    tree = read_yaml(line + "\n", "f", 1, Report())
    assert tree is not None
    text = tree.get("key")
    assert isinstance(text, Scalar)
    assert text.text == value


@pytest.mark.parametrize("value", [*VALUES, "Goals: they are: shared"])
def test_the_corrected_entry_of_a_list_says_what_was_meant(value: str) -> None:
    report = Report()
    tree = read_yaml(f"key:\n  - {value}\n", "f", 1, report)
    if tree is not None:
        assert value in KEYS_OF_ENTRIES
        return
    [found] = report
    line = found.help.removeprefix("write: ").partition("; a comment")[0]
    tree = read_yaml(f"key:\n  {line}\n", "f", 1, Report())
    assert tree is not None
    entries = tree.get("key")
    assert isinstance(entries, Sequence)
    assert [entry.text for entry in entries.items if isinstance(entry, Scalar)] == [value]


def test_quotation_marks_are_those_that_change_least() -> None:
    assert quoted("a: b") == '"a: b"'
    assert quoted('a "b"') == "'a \"b\"'"
    assert quoted("a\\b") == "'a\\b'"
    assert quoted('it\'s "b"\\') == '"it\'s \\"b\\"\\\\"'


@pytest.mark.parametrize(
    "line",
    [
        "key: value",
        "- value",
        "key: 'a: b'",
        'key: "a: b"  # c',
        "key:",
        "",
        "# a: b: c",
        "key: [a, b]",
        "key: |",
        "key: >-  # c",
    ],
)
def test_a_good_line_is_no_trap(line: str) -> None:
    assert trap_of(line) is None


def test_a_line_without_key_or_dash_has_no_correction() -> None:
    assert corrected("just words") == ""
    assert corrected("key:") == ""
    assert corrected("  - - a b") == 'write: - - "a b"'
    assert corrected("x" * 5000) == ""


def test_the_nearest_trap_above_explains_a_later_failure() -> None:
    report = Report()
    read_yaml("a: b\nc: 'Tis\nd: e\nf: it's\n", "f", 1, report)
    assert codes_of(report) == ["leading-quote"]
    assert report.diagnostics[0].span is not None
    assert report.diagnostics[0].span.line == 2
