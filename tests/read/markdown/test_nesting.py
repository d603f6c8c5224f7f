"""The parser's own limit is never reached: what is too deep is refused far before it drops a word."""

import inspect
import sys
import time

import pytest

from glossary_publish.read.markdown.nesting import DEEPEST_LEVEL
from glossary_publish.read.markdown.parser import DEEPEST_PARSED, parser
from tests.read.sample import codes_of, read_text


def test_the_limit_of_the_parser_is_far_away() -> None:
    assert parser().options["maxNesting"] == DEEPEST_PARSED > DEEPEST_LEVEL + 20


@pytest.mark.parametrize("depth", [9, 10, 20, 49, 50, 51, 99, 100, 101, 500])
@pytest.mark.parametrize("piece", ["> ", "- ", "1. ", "> - ", "- > "])
def test_a_text_that_is_too_deep_is_refused_whatever_its_depth(piece: str, depth: int) -> None:
    _, _, report = read_text(f"{piece * depth}x\n\nCall 988.\n")
    assert set(codes_of(report)) & {"nested-too-deep", "unsupported-nesting"}


def test_a_full_stack_is_told_as_nesting() -> None:
    text = "> " * 48 + "x\n"
    assert codes_of(read_text(text)[2]) == ["nested-too-deep"]
    limit, depth = sys.getrecursionlimit(), len(inspect.stack(0))
    sys.setrecursionlimit(depth + 60)
    try:
        assert codes_of(read_text(text)[2]) == ["nested-too-deep"]
    finally:
        sys.setrecursionlimit(limit)


@pytest.mark.parametrize(
    "text",
    [
        "[" * 900,
        "[a" * 900,
        "![" * 900,
        "[" * 300 + "a" + "](tel:1)" * 300,
        "[" * 300 + "a" + "]{lang=fr}" * 300,
        "![" * 300 + "a" + "](images/a.png)" * 300,
        "*a **b " * 1000 + "c" + "** *" * 1000,
        "`a" * 9000,
        "<a " * 5000,
        "<!-- " * 3000,
        "&#" * 9000,
        "[@a; " * 900,
        "{a=" * 6000,
        "## a" + " {" * 9000 + "}",
        "## a" + " " * 19000 + "b",
        "[^a]: " * 3000,
        "a\n: " * 4000 + "b",
        "1. a\n" * 20000,
        "\n".join(f"[{number}]: tel:1" for number in range(20000)),
        "\n".join(f"[^{number}]: a" for number in range(5000)),
        "## a\n" * 20000,
        "a\\\n" * 6000,
        "|" * 19000,
    ],
    ids=lambda text: text[:6],
)
def test_texts_made_to_be_slow_are_read_or_refused_in_time(text: str) -> None:
    start = time.process_time()
    read_text(text)
    assert time.process_time() - start < 10  # well below one second each on an idle machine
