"""Lines end where WeasyPrint ends them, although fewer words are measured."""

from collections.abc import Callable
from typing import Any

import pytest
from weasyprint.text import line_break

from glossary_publish.article import Emphasis, Paragraph, Text
from glossary_publish.render.pdf import breaking, remembering
from tests.render.pdf.handouts import with_body
from tests.support.publications import at, every_construct, words

Make = Callable[..., bytes]
TEXTS = (
    "All that can be said of it was said before, AV To Wa. Ty Yes Ve, and is said here once more, {0} for certain.",
    "Self-help, state-of-the-art and/or well-known: the so-called {0}, i.e. 5 % of 1,000 mg, 3–4 m² – “in short”.",
    "A {0} https://example.org/a-very-long-address/that-goes-on/and-on/until-no-line-can-hold-it-any-longer/at-all ends.",
    "Ünïcödé ßtand: naïve façade, ‘être’ {0} œuvre, Ελληνικά και кириллица, fi fl ffi, a\u00a0b\u00a0c\u00a0d and e.",
    "Here סוף and {0} ends;. One more line of words that are of no use to anybody follows this.",
)


@pytest.fixture
def outcomes(monkeypatch: pytest.MonkeyPatch) -> dict[str, int]:
    """How often a line was broken quickly; each is broken the long way, too, and is the same."""
    seen = {"whole": 0, "broken": 0, "uncertain": 0}

    def watched(text: str, style: Any, room: float) -> Any:
        found = quickly(text, style, room)
        if found is None:
            seen["uncertain"] += 1
            return found
        long_way = breaking._split(text, style, None, room, 0)
        assert found[1:] == long_way[1:]
        assert found[0].text == long_way[0].text
        assert found[0].first_line_direction == long_way[0].first_line_direction
        assert vars(found[0]).keys() == vars(long_way[0]).keys()
        seen["whole" if found[2] is None else "broken"] += 1
        return found

    quickly = breaking._quickly
    monkeypatch.setattr(breaking, "_quickly", watched)
    monkeypatch.setattr(remembering, "split_first_line", remembering._split)
    return seen


def test_every_line_of_a_handout_is_the_same(make: Make, outcomes: dict[str, int]) -> None:
    make(every_construct(), "a4")
    assert outcomes["whole"] > 80


def test_lines_of_all_lengths_are_the_same(make: Make, outcomes: dict[str, int]) -> None:
    paragraphs = [
        Paragraph((Text(text.format("i" * number) + " "), Emphasis(words(text.format("l" * number)))), at(20))
        for number in range(60)
        for text in TEXTS
    ]
    make(with_body(*paragraphs))
    assert outcomes["broken"] > 100
    assert outcomes["whole"] > 100
    assert outcomes["uncertain"] > 20


def test_the_file_is_the_same(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = make(every_construct())
    monkeypatch.setattr(remembering, "split_first_line", breaking._split)
    assert make(every_construct()) == quick


@pytest.mark.parametrize("pair", ["ab", "a ", " b", "-a", "/b", ". ", "\u00a0a", "\u2e80\u2e80", "a(", ") "])
def test_a_line_may_end_between_the_same_letters(pair: str) -> None:
    for language in ("en", "de", None):
        for text in (pair, pair * 3):
            assert breaking.can_break_text(text, language) == line_break.can_break_text(text, language)
