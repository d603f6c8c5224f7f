"""No word of a YAML text is lost: it is in the tree, in a plain comment, or an error is reported."""

import random
import re
import unicodedata
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_publish.diagnostics import Report
from glossary_publish.read.yaml import Mapping, Node, Scalar, Sequence, read_yaml
from tests.support.campaign import Campaign

PIECES = [
    *(
        ": ",
        ":",
        ", ",
        ",",
        "# ",
        "#",
        " #",
        "  # ",
        "  #",
        "- ",
        "-",
        "[",
        "]",
        "{",
        "}",
        "'",
        '"',
        "'\"",
        "\\",
        "\\n",
    ),
    *(
        "\\x41",
        "&a ",
        "*a",
        "!t ",
        "@",
        "`",
        "%",
        "> ",
        ">\n  ",
        "| ",
        "|\n  ",
        "|",
        "? ",
        "<<",
        "---\n",
        "...\n",
    ),
    *("  ", "   ", "é", "key: ", "one: \n  two: ", "- - ", "[a, b]", "{a: b}", "'it''s'"),
]
LINE_ENDS = ["\n", "\n", "\n  ", "\n    ", "\nkey: ", "\n  - ", "\nother: ", " ", ""]
COMMENT = re.compile(r"^ *#.*|(?:  |[:,\[{-] )#+(?: .*|$)|(?<=['\"\]}]) +#.*", re.MULTILINE)


def said(node: Node) -> Iterator[str]:
    """Every text in a tree."""
    match node:
        case Scalar():
            yield node.text
        case Sequence():
            for item in node.items:
                yield from said(item)
        case Mapping():
            for key, value in node.entries:
                yield key.text
                yield from said(value)


def lost(text: str) -> list[str]:
    """The words of a text that are neither in its tree nor in a comment, when no error is reported."""
    report = Report()
    tree = read_yaml(text, "f", 1, report)
    if tree is None:
        assert report.failed
        return []
    kept = " ".join(said(tree))
    commented = " ".join(COMMENT.findall(text))
    return [word for word in re.findall(r"w\d+x", text) if word not in kept and word not in commented]


def drawn(chance: random.Random) -> str:
    """Keys, values and markup, thrown together."""
    parts = ["key: "]
    for number in range(chance.randint(1, 10)):
        parts += chance.choices(PIECES, k=chance.choice([0, 0, 0, 1, 1, 2]))
        parts += [f"w{number}x", chance.choice(LINE_ENDS)]
    return "".join(parts)


def test_no_word_of_a_text_thrown_together_is_lost(campaign: Campaign) -> None:
    chance = campaign.random("words of YAML")
    for _ in range(campaign.count(40_000)):
        text = drawn(chance)
        assert lost(text) == [], text


@given(st.text(alphabet="ab:#-[]{},'\"\\&*!|>%@`?. \n\t0", max_size=200))
def test_any_text_is_read_or_refused_and_never_raises(text: str) -> None:
    lost(text)


@given(st.text(alphabet=st.characters(codec="utf-8", categories=("L", "N", "P", "S", "Zs")), max_size=60))
def test_a_value_in_quotation_marks_is_read_as_it_stands(text: str) -> None:
    tree = read_yaml("key: '{}'\n".format(text.replace("'", "''")), "f", 1, report := Report())
    if tree is not None:
        value = tree.get("key")
        assert isinstance(value, Scalar)
        assert " ".join(value.text.split()) == " ".join(unicodedata.normalize("NFC", text).split())
    else:
        assert report.failed


@pytest.mark.parametrize(
    "text", ["no", "yes", "null", "~", "1.10", "12:30:45", "010", "0x1F", "1e3", "2025-13-45", "1_000"]
)
def test_no_value_is_taken_for_anything_but_text(text: str) -> None:
    tree = read_yaml(f"key: {text}\n", "f", 1, Report())
    assert tree is not None
    assert tree.get("key") == Scalar(text, tree.entries[0][1].span)
