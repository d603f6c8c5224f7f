"""Plain YAML is read line by line, to the same tree as the parser's, and nothing else is."""

import random
import subprocess
import sys

import pytest

from glossary_publish.diagnostics import Report
from glossary_publish.read.front_matter import split
from glossary_publish.read.yaml.composing import compose_yaml
from glossary_publish.read.yaml.plain import read_plain
from glossary_publish.read.yaml.tree import Tree
from tests.support.campaign import Campaign
from tests.support.house.sources import ROOT

PIECES = (
    *(
        "- ",
        "  - ",
        "- - ",
        "-\n",
        ": ",
        ":",
        "? ",
        "key:",
        "key: v\n",
        "<<: x",
        "a:b",
        "--- ",
        "...",
        "\n",
        "\n\n",
    ),
    *(
        "\n  ",
        "\n- ",
        "\n# c\n",
        "\n  # d\n",
        "\n    # e",
        " #",
        "#f",
        '"x"',
        "'y'",
        "''",
        "'it''s'",
        '"ü"',
        '"',
        "'",
    ),
    *(
        "[a, b]",
        "[a b]",
        "[a,b]",
        "{a: b}",
        "{a: [b, c], d: e f}",
        "[",
        "]",
        "{",
        "}",
        ",",
        "&",
        "*",
        "!",
        "|",
        ">",
    ),
    *(
        "%",
        "@",
        "`",
        "~",
        "\\",
        "=",
        " ",
        "  ",
        "0",
        "é",
        "e\u0301",
        "ع",
        "\u00a0",
        "\u0085",
        "\u2028",
        "\u00ad",
    ),
)


def sources() -> dict[str, str]:
    """The YAML of every file of the sample glossary."""
    halves = {
        path.name: split(path.read_text("utf-8"), path.name, Report())
        for folder in ("articles", "boilerplate")
        for path in sorted((ROOT / "content" / folder).glob("*.md"))
    }
    fronts = {name: half.yaml for name, half in halves.items() if half}
    return {**fronts, "references.yaml": (ROOT / "content/references.yaml").read_text("utf-8")}


def parsed(text: str) -> Tree | None:
    """The tree that the parser makes, if it has nothing to say."""
    report = Report()
    tree = compose_yaml(text, "f", 3, report, "en")
    return None if list(report) else tree


def spoiled(text: str, chance: random.Random) -> str:
    """A few lines of a text, with some pieces put in or in the place of others."""
    lines = text.split("\n")
    start = chance.randrange(len(lines))
    text = "\n".join(lines[start : start + chance.randint(1, 6)]) + "\n"
    for _ in range(chance.randint(0, 3)):
        place = chance.randrange(len(text) + 1)
        text = text[:place] + chance.choice(PIECES) + text[place + chance.choice((0, 0, 0, 1, 2, 5)) :]
    return text


@pytest.mark.parametrize("name", sources())
def test_the_files_of_the_sample_glossary_are_read_alike_both_ways(name: str) -> None:
    text = sources()[name]
    tree = read_plain(text, "f", 3)
    assert tree is not None
    assert tree == parsed(text)


def test_what_is_read_line_by_line_is_what_the_parser_reads(campaign: Campaign) -> None:
    chance, texts = campaign.random("plain YAML"), list(sources().values())
    count, plain = campaign.count(40_000), 0
    for _ in range(count):
        text = spoiled(chance.choice(texts), chance)
        tree = read_plain(text, "f", 3)
        if tree is not None:
            plain += 1
            assert tree == parsed(text), text
    assert plain > count / 20


@pytest.mark.parametrize(
    "text",
    [
        "key: one: two",
        "key: words # cut",
        "key:\n  # meant as a value\n  - a",
        "key: a\n  second line",
        "key: |\n  lines",
        'key: "a \\" b"',
        'key: "a" b',
        "key: [two words, c]",
        "key: {a: b, a: c}",
        "key: *alias",
        "key: a\nkey: b",
        "- no\n- keys",
        "  key: indented",
        "key:\n  - a\n b: c",
        "key:\n  -\n",
        "word",
        "key: a\u0085b: c",
        "",
    ],
)
def test_everything_else_is_left_to_the_parser(text: str) -> None:
    assert read_plain(text, "f", 1) is None


def test_no_parser_is_imported_for_plain_files() -> None:
    code = (
        "import sys\n"
        "from glossary_publish.diagnostics import Report\n"
        "from glossary_publish.read.yaml import read_yaml\n"
        "assert read_yaml('key: value\\n', 'f', 1, Report())\n"
        "sys.exit('ruamel.yaml' in sys.modules)\n"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
