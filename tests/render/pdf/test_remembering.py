"""A line that is remembered is the one that WeasyPrint would break again."""

from collections.abc import Callable
from typing import Any

import pytest
import weasyprint

from glossary_publish.layout import Layout
from glossary_publish.render.pdf import remembering
from glossary_publish.render.pdf.document import stylesheet
from glossary_publish.render.pdf.press import press
from tests.support.publications import every_construct

Make = Callable[..., bytes]


def test_every_line_is_broken_the_same(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []

    def watched(text: str, style: Any, context: Any, room: Any, *others: Any, **more: Any) -> Any:
        found = split_first_line(text, style, context, room, *others, **more)
        long_way = remembering._split(text, style, context, room, *others, **more)
        assert found[1:] == long_way[1:]
        assert found[0].text == long_way[0].text
        assert found[0].max_width == long_way[0].max_width
        assert style.way == remembering._way(style)
        seen.append(id(found[0]))
        return found

    split_first_line = remembering.split_first_line
    monkeypatch.setattr(remembering, "split_first_line", watched)
    make(every_construct())
    make(every_construct())
    assert len(seen) > len(set(seen)) + 100


CUT_OFF = """<span>Words</span><div>Words</div><p>Words</p><span>Many words</span><p>Many words</p><div>Many words</div>
<section>Many words<br>more</section><div>Many words</div><section>Many words<br>more</section><p>Many words</p>"""
WIDTHS = """span { display: inline-block; white-space: nowrap } div { white-space: nowrap }
p { width: 5em; overflow: hidden; white-space: nowrap; text-overflow: ellipsis }
section { width: 9em; white-space: nowrap; max-lines: 1; continue: discard; block-ellipsis: auto }"""


def test_texts_are_cut_off_where_their_own_room_ends(layout: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    machine = press(stylesheet("ltr", layout), layout.fonts)

    def made() -> list[bytes]:
        html = weasyprint.HTML(string=CUT_OFF)
        sheets = [machine.sheet, weasyprint.CSS(string=WIDTHS)]
        return [
            html.write_pdf(stylesheets=sheets, font_config=machine.fonts, pdf_identifier=b"1")
            for _ in range(2)
        ]

    quick = made()
    assert quick[0] == quick[1]
    monkeypatch.setattr(remembering, "split_first_line", remembering._split)
    assert made() == quick


def test_the_file_is_the_same_without_memory_and_with_a_short_one(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = make(every_construct())
    with monkeypatch.context() as short:
        short.setattr(remembering, "MOST", 3)
        assert make(every_construct()) == quick
    monkeypatch.setattr(remembering, "split_first_line", remembering._split)
    monkeypatch.setattr(remembering, "narrowest_line", remembering._split)
    assert make(every_construct()) == quick


def test_the_narrowest_line_of_a_table_is_the_same(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: set[str] = set()

    def watched(text: str, style: Any, context: Any, room: Any, *others: Any, **more: Any) -> Any:
        found = narrowest_line(text, style, context, room, *others, **more)
        long_way = remembering._split(text, style, context, room, *others, **more)
        assert found[1:] == long_way[1:]
        if found[0] is None:
            seen.add(text[0])
        return found

    narrowest_line = remembering.narrowest_line
    monkeypatch.setattr(remembering, "narrowest_line", watched)
    make(every_construct())
    assert len(seen) > 10
