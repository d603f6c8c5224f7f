"""A line that is remembered is the one that WeasyPrint would break again."""

from collections.abc import Callable
from typing import Any

import pytest

from glossary_publish.render.pdf import remembering
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
