"""The scanner takes Markdown off a text and nothing else; on everything that can be read, it agrees with the reader."""

import time
from collections.abc import Iterable

import pytest

from glossary_publish.diagnostics import Report
from glossary_publish.read.markdown import read_markdown
from glossary_publish.verify.conservation.leaves import Leaf
from glossary_publish.verify.conservation.markdown import read_text
from glossary_publish.verify.conservation.shown import shown
from tests.support.campaign import Campaign
from tests.verify.conservation.manuscripts import manuscript

FULL = 8000  # manuscripts


def leaves(text: str) -> list[tuple[str, str]]:
    """Mark and words of each leaf of a text."""
    return [(leaf.mark, " ".join(leaf.words)) for leaf in read_text(text.split("\n"), 1, "x.md").body]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("*a* **b** ***c*** _d_", "a b c d"),
        ("un*believ*able", "unbelievable"),
        ("snake_case and 2 * 3", "snake_case and 2 * 3"),
        (r"\*a\* \_ \[x\] \# \\", r"* a * _ [ x ] # \ "[:-1]),
        ("`a * b` ``c ` d``", "a * b c ` d"),
        ("AT&T &amp; &lt;b&gt; &#65; &#x42; &copy; &none;", "AT & T & < b > A B © & none ;"),
        ("[words](https://example.org/a_b \n) and [more][x]\n\n[x]: tel:1", "words and more"),
        ("[not a link] and [x] too", "[ not a link ] and [ x ] too"),
        ("<https://example.org/a> <b@c.org>", "https : / / example . org / a b @ c . org"),
        ("[mot *juste*]{lang=fr}.", "mot juste ."),
        ("Cited [see @a, p. 4; @b].", "Cited \ufdd0 ."),
        ("Noted.[^x]\n\n[^x]: A note.", "Noted . \ufdd1"),
        ("hard\\\nbreak  \nand soft\nbreak", "hard break and soft break"),
        ("so\u00adft e\u0301", "soft é"),
        ("التحالف العلاجي 治疗联盟", "التحالف العلاجي 治疗联盟"),
        ("“quotes” — 80–87 …", "“ quotes ” — 80 – 87 …"),
    ],
)
def test_inlines_become_words(text: str, words: str) -> None:
    assert leaves(text) == [("p", words)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("## A *b* {#c .d}", [("h2", "A b")]),
        ("### A ###", [("h3", "A")]),
        ("a\nb\n\nc", [("p", "a b"), ("p", "c")]),
        ("- a\n- b\n  c", [("bullet+/p", "a"), ("bullet+/p", "b c")]),
        ("- a\n\n  b", [("bullet+/p", "a"), ("bullet/p", "b")]),
        ("- a\n  - b\n- c", [("bullet+/p", "a"), ("bullet/bullet+/p", "b"), ("bullet+/p", "c")]),
        ("- - a", [("bullet+/bullet+/p", "a")]),
        ("3. a\n4. b", [("3.+/p", "a"), ("4.+/p", "b")]),
        ("1. a\n1. b", [("1.+/p", "a"), ("2.+/p", "b")]),
        ("a\n2. b", [("p", "a 2 . b")]),
        ("> a\n> b\nc\n\nd", [("quote+/p", "a b c"), ("p", "d")]),
        ("> - a", [("quote+/bullet+/p", "a")]),
        ("```\na * b\n  &amp;\n```", [("code", "a * b   &amp;")]),
        ("    a *b*", [("code", "a *b*")]),
        ("a\n: b\n\nc\n: d", [("term", "a"), ("meaning+/p", "b"), ("term", "c"), ("meaning+/p", "d")]),
        ("a\n: b\n: c\n\n  d", [("term", "a"), ("meaning+/p", "b"), ("meaning+/p", "c"), ("meaning/p", "d")]),
        ("| a | b |\n|---|--:|", [("cell 1,1", "a"), ("cell 1,2", "b")]),
        ("| a |\n|---|\n| c \\| `d` |", [("cell 1,1", "a"), ("cell 2,1", "c | d")]),
        ('![A *b*](images/c.png "D & e")', [("figure", "A b"), ("caption", "D & e")]),
        ("[x]: tel:1\n[y]: tel:2\n\na", [("p", "a")]),
    ],
)  # fmt: skip
def test_blocks_become_leaves(text: str, expected: list[tuple[str, str]]) -> None:
    assert leaves(text) == expected


def test_nothing_is_lost_however_deep_lists_are_nested() -> None:
    text = (
        "\n".join("  " * depth + f"- level {depth}" for depth in range(60)) + "\n\nCall 988 after the list."
    )
    found = leaves(text)
    assert len(found) == 61
    assert found[-1] == ("p", "Call 988 after the list .")


def test_notes_come_in_the_order_of_their_marks_wherever_they_stand() -> None:
    text = "[^b]: Second.\n\nA[^a] b[^b] c[^a].\n\n[^a]: First,\n    and on.\n\n    - With a list."
    found = read_text(text.split("\n"), 1, "x.md")
    notes = [[(leaf.mark, " ".join(leaf.words)) for leaf in note] for note in found.notes]
    assert found.body[0].notes == ("1", "2", "1")
    assert notes == [[("p", "First , and on ."), ("bullet+/p", "With a list .")], [("p", "Second .")]]


def test_a_citation_is_taken_apart() -> None:
    (leaf,) = read_text(["[see @bordin1979, pp. 3-5, too; @x:y.z]"], 1, "x.md").body
    ((first, second),) = leaf.citations
    assert (first.key, first.before) == ("bordin1979", ("see",))
    assert first.place == ("pp", ".", "3", "-", "5", ",", "too")
    assert (second.key, second.place) == ("x:y.z", ())


def test_every_word_knows_its_line() -> None:
    (leaf,) = read_text(["one", "two *three", "four* [five", "six](tel:1)"], 10, "x.md").body
    assert [leaf.line_of(index) for index in range(6)] == [10, 11, 11, 12, 12, 13]


def test_on_all_that_can_be_read_the_scanner_agrees_with_the_reader(campaign: Campaign) -> None:
    random = campaign.random("manuscripts")
    read = 0
    for _ in range(campaign.count(FULL)):
        text = manuscript(random)
        report = Report()
        blocks, notes = read_markdown(text, "x.md", 1, report)
        if report.failed:
            continue
        read += 1
        found = read_text(text.split("\n"), 1, "x.md")
        assert _plain(found.body) == _plain(shown(blocks)), text
        assert [_plain(note) for note in found.notes] == [_plain(shown(note.blocks)) for note in notes], text
    assert read > campaign.count(FULL) // 3


def _plain(some: Iterable[Leaf]) -> list[object]:
    """All that both sides know of a leaf."""
    return [
        (leaf.mark, leaf.words, leaf.notes, leaf.links, leaf.languages, [c.key for all in leaf.citations for c in all])
        for leaf in some
    ]  # fmt: skip


@pytest.mark.parametrize(
    "text",
    [
        "[" * 20_000,
        "]" * 20_000,
        "*a " * 20_000,
        "**a _b " * 10_000,
        "`" * 10_000 + "a",
        "![" * 10_000,
        "<" * 20_000,
        "&" * 20_000,
        "\\" * 20_001,
        "> " * 5_000 + "a",
        "- " * 3_000 + "a",
        "[a](" * 10_000,
        "[^a]" * 5_000,
        "| a " * 5_000,
        "a\n: b\n" * 5_000,
        "[a]: b\n" * 5_000,
        "1. a\n" * 10_000,
        '[a](b "c' * 5_000,
        "[@a; " * 5_000,
    ],
    ids=lambda text: repr(text[:12]),
)
def test_a_hostile_text_is_scanned_in_bounded_time(text: str) -> None:
    start = time.process_time()
    read_text(text.split("\n"), 1, "x.md")
    assert time.process_time() - start < 5
