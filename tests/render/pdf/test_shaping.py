"""Texts that share their fonts are measured and painted as those that do not."""

from collections.abc import Callable
from typing import Any

import pytest

from glossary_publish.render.pdf import shaping
from tests.support.publications import every_construct

Make = Callable[..., bytes]


def test_the_file_is_the_same(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = make(every_construct())
    for name, the_long_way in (
        ("set_up", shaping._set_up),
        ("set_text", shaping._set_text),
        ("deactivate", shaping._deactivate),
        ("reactivate", shaping._reactivate),
        ("strut", shaping._strut),
        ("split_first_line", shaping._split),
    ):
        monkeypatch.setattr(shaping, name, the_long_way)
    assert make(every_construct()) == quick


def test_what_was_measured_is_painted_as_what_is_shaped_anew(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = make(every_construct())
    kept = []

    def watched(layout: Any, style: Any) -> None:
        kept.append(layout.kept)
        layout.kept = False
        shaping_reactivate(layout, style)

    shaping_reactivate = shaping.reactivate
    monkeypatch.setattr(shaping, "reactivate", watched)
    assert make(every_construct()) == quick
    assert kept.count(True) > 100


def test_the_narrowest_line_of_a_table_is_the_same(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: set[str] = set()

    def watched(text: str, style: Any, context: Any, room: Any, *others: Any, **more: Any) -> Any:
        found = shaping_split(text, style, context, room, *others, **more)
        long_way = shaping._split(text, style, context, room, *others, **more)
        assert found[1:] == long_way[1:]
        if found[0] is None:
            seen.add(text[0])
        return found

    shaping_split = shaping.split_first_line
    monkeypatch.setattr(shaping, "split_first_line", watched)
    make(every_construct())
    assert len(seen) > 10


def test_fonts_are_shared_by_texts_of_one_style_alone(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: dict[int, set[Any]] = {}

    def watched(layout: Any, style: Any) -> None:
        shaping_set_up(layout, style)
        if layout.shared:
            shared = id(shaping._shared(style))
            sizes.setdefault(shared, set()).add((style["font_size"], style["font_weight"], style["lang"]))

    shaping_set_up = shaping.set_up
    monkeypatch.setattr(shaping, "set_up", watched)
    make(every_construct())
    assert len(sizes) > 5
    assert all(len(kinds) == 1 for kinds in sizes.values())
