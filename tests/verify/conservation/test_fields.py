"""The values of YAML are found without a YAML library, and they are those that the reader finds."""

import re
from pathlib import Path
from random import Random

import pytest

from glossary_publish.diagnostics import Report
from glossary_publish.read.yaml import Mapping, Node, Scalar, read_yaml
from glossary_publish.verify.conservation.fields import (
    Fields,
    read_fields,
    read_some_fields,
    value_of,
    values_of,
)
from tests.support.campaign import Campaign

ROOT = Path(__file__).resolve().parents[3]
FULL = 4000  # front matters
EVERYTHING = r"""
plain: some words
double: "with: # and \"q\" \u00e9 \x41 and
  more \
  joined"
single: 'single ''q''
  two'
literal: |
  block *lines*

  more: yes
folded: >-
  folded
  text
flow: [one, two, "q, r", 'x']
mapping: {a: b, c: [1, [2, 3]], d: {e: f}, "g h": i}
items:
  - one
  - two
    goes on
  -   three
  - "four: x"
  - |
    five
    six
flush:
- flush
- {family: X, given: Y Z}
nested:
  k: v
  l:
    m: w   # comment
    n:
      - o: 1
        p: 2
      - o: 3
long: plain
  continued here
  and here
# comment
after:   # comment only
  - s
address: http://x.org/a#b
colon: a:b
lines: [ multi,
  line, flow
  ]
quoted: "tail" # comment
number: -5
"""

Found = dict[str, list[tuple[str, int]]]


def scanned(text: str) -> Found:
    """What the scanner finds."""
    return _told(read_fields(text.split("\n"), 1))


def _told(found: Fields) -> Found:
    return {
        key: [(" ".join(value.text.split()), value.line) for value in values]
        for key, values in found.items()
        if any(value.text for value in values)
    }


def read(text: str) -> Found | None:
    """What the reader finds; none for what it refuses."""
    report = Report()
    tree = read_yaml(text, "x.yaml", 1, report)
    if tree is None or report.failed:
        return None
    found: Found = {}
    _flatten(tree, "", found)
    return found


def _flatten(node: Node, path: str, found: Found) -> None:
    if isinstance(node, Scalar):
        if node.text:
            found.setdefault(path, []).append((" ".join(node.text.split()), node.span.line))
    elif isinstance(node, Mapping):
        for key, value in node.entries:
            _flatten(value, f"{path}.{key.text}" if path else key.text, found)
    else:
        for item in node.items:
            _flatten(item, path, found)


def test_every_way_to_write_a_value_is_known() -> None:
    assert scanned(EVERYTHING) == read(EVERYTHING)


@pytest.mark.parametrize("path", sorted((ROOT / "content").rglob("*.*")), ids=lambda path: path.name)
def test_the_sample_glossary_is_found_as_it_is_read(path: Path) -> None:
    if path.suffix == ".md":
        text = path.read_text("utf-8").split("---\n")[1]
    elif path.suffix == ".yaml":
        text = path.read_text("utf-8")
    else:
        text = "a: b"
    assert scanned(text) == read(text)


@pytest.mark.parametrize("path", [None, *sorted((ROOT / "content/articles").glob("*.md"))], ids=str)
def test_a_few_keys_are_found_as_among_all(path: Path | None) -> None:
    text = path.read_text("utf-8").split("---\n")[1] if path else EVERYTHING
    found = scanned(text)
    keys = {key.partition(".")[0] for key in found}
    for some in (*({key} for key in keys), {"title", "term"}, {"plain", "nested", "after"}, set[str]()):
        same = {key: values for key, values in found.items() if key.partition(".")[0] in some}
        assert _told(read_some_fields(text.split("\n"), 1, some)) == same


def test_values_are_told_on_one_line() -> None:
    fields = read_fields(["a: one", "  two", "b: [c, d]"], 1)
    assert value_of(fields, "a") == "one two"
    assert values_of(fields, "b") == ["c", "d"]
    assert (value_of(fields, "x"), values_of(fields, "x")) == ("", [])


VALUES = (
    "word",
    "some words",
    "it's",
    "a 'b' c",
    "x: y",
    "# no",
    "é “q”",
    "12:30",
    "2025-12-18",
    "a #b",
    "[x]",
    "- y",
)


def _front_matter(random: Random) -> str:
    lines = []
    for number in range(random.randint(1, 6)):
        key = f"key_{number}"
        match random.randrange(6):
            case 0:
                lines.append(f"{key}: {_scalar(random, '  ')}")
            case 1:
                lines += [f"{key}:", *(f"  - {_scalar(random, '    ')}" for _ in range(random.randint(1, 3)))]
            case 2:
                lines += [
                    f"{key}:",
                    f"  inner: {_scalar(random, '    ')}",
                    f"  other: {_scalar(random, '    ')}",
                ]
            case 3:
                lines.append(f"{key}: [{', '.join(_quoted(random) for _ in range(random.randint(1, 3)))}]")
            case 4:
                mark = random.choice("|>") + random.choice(("", "-", "+"))
                lines += [
                    f"{key}: {mark}",
                    *(f"  {random.choice(VALUES)}" for _ in range(random.randint(1, 3))),
                ]
            case _:
                lines += [f"{key}:", f"  - {{a: {_quoted(random)}, b: [{_quoted(random)}]}}", "  - {a: c}"]
        lines += random.choice(([], [], [""], ["# a comment"]))
    return "\n".join(lines) + "\n"


def _scalar(random: Random, indent: str) -> str:
    value = random.choice(VALUES)
    match random.randrange(4):
        case 0:
            return _quoted(random)
        case 1 if not re.search(r"[#:\[\"]|^-|^'", value):
            return f"{value}\n{indent}and more"
        case _:
            return value


def _quoted(random: Random) -> str:
    value = random.choice(VALUES)
    return f'"{value}"' if random.random() < 0.5 else "'" + value.replace("'", "''") + "'"


def test_on_all_that_can_be_read_the_scanner_agrees_with_the_reader(campaign: Campaign) -> None:
    random = campaign.random("front matters")
    count = 0
    for _ in range(campaign.count(FULL)):
        text = _front_matter(random)
        expected = read(text)
        if expected is not None:
            count += 1
            assert scanned(text) == expected, text
    assert count > campaign.count(FULL) // 4


@pytest.mark.parametrize(
    "text",
    ["[" * 9_000, "a: {" * 3_000, "- " * 3_000 + "x", 'a: "' + "\\" * 9_001, "a: |", "a:", "-", ":", "'"],
)
def test_what_is_no_yaml_does_no_harm(text: str) -> None:
    read_fields(text.split("\n"), 1)
