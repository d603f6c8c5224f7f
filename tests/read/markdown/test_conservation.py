"""No word of a Markdown text is lost: it is in the blocks, in order, or an error is reported."""

import random
import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass

from hypothesis import given
from hypothesis import strategies as st

from glossary_publish.article import Text
from glossary_publish.diagnostics import Span
from glossary_publish.publication import texts
from tests.read.sample import read_text
from tests.support.campaign import Campaign

PIECES = (
    "# |## |### |#### |- |* |+ |1. |2. |1) |  |    |> |>||\n|| |---|***|___|===|```|~~~|<!-- |-->|<b>|</b>|[|]|(|)|"
    "[^a]|[^a]: |[@|@|; |, p. 4|]: |![|](|{#|{.|{|}|{lang=fr}|*|**|***|_|__|`|``|\\|&amp;|&#x20;|&nbsp;|&|http://|"
    "https://example.org|article:s|tel:1|~~|[ ] |- [x] |<http://x.org>|<|>|!|\"|'|=|: |~ |  \n|\\\n|é|e\u0301|10|…"
).split("|")
TABLE = ["|", "| ", " |", "\n|---|---|\n", "\n| a | b |\n|---|---|\n"]
LINE_ENDS = ["\n", "\n\n", "\n\n\n", " ", ""]
WORD = "w{}x"
# What Markdown itself uses up: the names of notes and of addresses.
NAMES = re.compile(r"\[\^?[^\[\]]*\](?::|(?=\[))|\[\^[^\[\]]*\]|\]\[[^\[\]]*\]")


def said(value: object) -> Iterator[str]:
    """Every text in a model, in order."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, tuple):
        for part in value:
            yield from said(part)
    elif is_dataclass(value) and not isinstance(value, Span):
        for field in fields(value):
            yield from said(getattr(value, field.name))


@dataclass(frozen=True, slots=True)
class Fate:
    """What became of the words of a text: those that are lost, and those that are printed, in their order.

    A text with an error is not printed, so nothing is lost in silence. Notes are printed elsewhere.
    """

    lost: list[str]
    printed: list[int]


def fate(text: str) -> Fate:
    """What became of the numbered words of a text."""
    blocks, notes, report = read_text(text)
    if report.failed:
        return Fate([], [])
    kept = " ".join((*said(blocks), *said(notes)))
    named = " ".join(NAMES.findall(text))
    words = re.findall(r"w\d+x", text)
    printed = re.findall(r"w(\d+)x", "\n".join(texts(blocks)))
    return Fate([word for word in words if word not in kept and word not in named], list(map(int, printed)))


def texts_within(value: object) -> Iterator[tuple[Text, ...]]:
    """The texts that stand side by side, for each place where inlines stand."""
    if isinstance(value, tuple):
        yield tuple(part for part in value if isinstance(part, Text))
        for part in value:
            yield from texts_within(part)
    elif is_dataclass(value) and not isinstance(value, Span):
        for field in fields(value):
            yield from texts_within(getattr(value, field.name))


def drawn(chance: random.Random) -> str:
    """A text of markup and numbered words, thrown together."""
    parts: list[str] = []
    for number in range(chance.randint(1, 16)):
        parts += chance.choices([*PIECES, *TABLE], k=chance.choice([0, 0, 1, 1, 2, 3]))
        parts += [WORD.format(number), chance.choice(LINE_ENDS)]
    return "".join(parts)


def test_no_word_of_a_text_thrown_together_is_lost(campaign: Campaign) -> None:
    chance = campaign.random("words of Markdown")
    for _ in range(campaign.count(40_000)):
        text = drawn(chance)
        found = fate(text)
        assert found.lost == [], text
        assert found.printed == sorted(found.printed), text


@given(st.lists(st.tuples(st.sampled_from([*PIECES, *TABLE, *LINE_ENDS]), st.booleans()), max_size=40))
def test_no_word_between_pieces_of_markup_is_lost(pieces: list[tuple[str, bool]]) -> None:
    text = "".join(piece + WORD.format(number) * word for number, (piece, word) in enumerate(pieces))
    assert fate(text).lost == []


@given(st.text(alphabet="ab #*_`[](){}<>|:;@^!~\\&-=+.,1\n\t\"'é\u0301", max_size=300))
def test_any_text_is_read_or_refused_and_never_raises(text: str) -> None:
    read_text(text)


@given(st.lists(st.sampled_from([*PIECES, *TABLE, *LINE_ENDS, "word", "two  words"]), max_size=30))
def test_texts_are_never_empty_and_hold_no_line_ends_and_no_runs_of_spaces(pieces: list[str]) -> None:
    blocks, notes, _ = read_text("".join(pieces))
    for text in (text.text for side_by_side in texts_within((blocks, notes)) for text in side_by_side):
        assert text
        assert not re.search(r"[\n\t]|  ", text)
        assert unicodedata.is_normalized("NFC", text)


def test_the_words_of_a_text_stay_in_order() -> None:
    text = "## w1x\n\nw2x *w3x* **w4x `w5x`**\nw6x\n\n- w7x\n  1. w8x\n- w9x\n\n> w10x\n\nw11x\n: w12x\n"
    assert fate(text).printed == list(range(1, 13))


def test_a_word_that_is_lost_would_be_seen() -> None:
    assert fate("w1x [w2x](tel:1)").printed == [1, 2]
    assert fate("w1x [w2x](tel:1").printed == []
    assert fate("[w1x]: w2x\n") == Fate([], [])
    assert fate("w1x\n\n[^w2x]\n\n[^w2x]: w3x") == Fate([], [1])
