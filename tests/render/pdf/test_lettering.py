"""Glyphs that are spelt once are painted as those that WeasyPrint spells one by one."""

from collections.abc import Callable
from typing import Any

import pytest
import weasyprint
from weasyprint import draw
from weasyprint.draw import text
from weasyprint.text.line_break import Layout as Shaped

from glossary_publish.layout import Layout
from glossary_publish.render.pdf import lettering, remembering, shaping
from glossary_publish.render.pdf.document import stylesheet
from glossary_publish.render.pdf.press import press
from tests.support.publications import every_construct

Make = Callable[..., bytes]

CUT = "width: 5em; overflow: hidden; white-space: nowrap; text-overflow: ellipsis"
FEW = "width: 9em; max-lines: 1; continue: discard; block-ellipsis: auto"
# What is painted in one go, and what is left to WeasyPrint.
TEXTS = {
    "plain": ("<p>Words, AVAToLT and 12 numbers</p>", True),
    "spaced": ("<p style='letter-spacing: 2px; word-spacing: 3px'>To AV We</p>", True),
    "justified": (f"<p style='text-align: justify; width: 9em'>{'some words in lines ' * 9}</p>", True),
    "struck": ("<p><u>below</u> <s>through</s> <sup>above</sup></p>", True),
    "several fonts": ("<p>one \u2211 two \u05d0\u05d1 three \u0628\u064a\u062a <i>four</i></p>", True),
    "two fonts in turns": ("<p>one \u2211 two \u2211 three</p>", True),
    "from right to left": ("<p dir='rtl' lang='he'>\u05d0\u05d1 (12) abc \u05d2</p>", True),
    "hyphens": ("<p style='width: 3em; hyphens: manual'>one two\u00adthree\u00adfour</p>", False),
    "anywhere": ("<p style='width: 3em; overflow-wrap: anywhere'>onetwothreefourfive</p>", True),
    "not visible": ("<p>one <span style='visibility: hidden'>two</span></p>", True),
    "lifted accents": ("<p dir='rtl' lang='ar'>\u0628\u0650\u064a\u0652\u062a\u064c</p>", False),
    "no font has it": ("<p>one \u1200 two \u1200</p>", False),
    "not seen": ("<p>\u200b</p>", False),
    "cut off": (f"<p style='{CUT}'>words that are too many</p>", False),
    "cut off in a word": (f"<p style='{CUT}; overflow-wrap: anywhere'>wordsthataretoomany</p>", False),
    "few lines": (f"<p style='{FEW}'>{'words ' * 20}</p>", False),
}


def painted(html: str, layout: Layout) -> bytes:
    """A page as WeasyPrint makes it by itself."""
    machine = press(stylesheet("ltr", layout), layout.fonts)
    page = weasyprint.HTML(string=f"<html lang='en'><body>{html}")
    made: bytes = page.render(stylesheets=[machine.sheet], font_config=machine.fonts).write_pdf()
    return made


def the_long_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let WeasyPrint shape and spell everything anew."""
    monkeypatch.setattr(draw, "draw_text", lettering._draw_text)
    monkeypatch.setattr(text, "draw_first_line", lettering._draw)
    monkeypatch.setattr(remembering, "split_first_line", remembering._split)
    monkeypatch.setattr(Shaped, "deactivate", shaping._deactivate)
    monkeypatch.setattr(Shaped, "reactivate", shaping._reactivate)


@pytest.mark.parametrize("kind", TEXTS)
def test_a_text_is_painted_the_same(kind: str, layout: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    html, in_one_go = TEXTS[kind]
    left = ""

    def watched(stream: Any, box: Any, *arguments: Any) -> Any:
        nonlocal left
        left += box.text.strip()
        return original(stream, box, *arguments)

    original = lettering._draw
    with monkeypatch.context() as here:
        here.setattr(lettering, "_draw", watched)
        quick = painted(html, layout)
    the_long_way(monkeypatch)
    assert quick == painted(html, layout)
    assert bool(left) is not in_one_go


def test_the_file_is_the_same(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = make(every_construct())
    monkeypatch.setattr(lettering, "draw_text", lettering._draw_text)
    monkeypatch.setattr(lettering, "draw_first_line", lettering._draw)
    assert make(every_construct()) == quick
