"""Shortcuts come to what WeasyPrint comes to the long way."""

from collections.abc import Callable
from typing import Any

import pytest
from weasyprint.layout import preferred

from glossary_publish.render.pdf import shortcuts
from glossary_publish.render.pdf.shortcuts import shrink_to_fit, value_of
from tests.support.publications import every_construct

ROOMS = (1.0, 20.0, 60.0, 400.0, 4000.0)

Make = Callable[..., bytes]


def computed(style: Any, name: str) -> Any:
    """A value the long way."""
    return shortcuts._compute(style, name)


def measured(context: Any, box: Any, room: float) -> Any:
    """A width the long way."""
    longest_word = preferred.min_content_width(context, box, outer=False)
    return min(max(longest_word, room), preferred.max_content_width(context, box, outer=False))


def test_every_value_of_every_style_is_the_same(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = set()

    def watched(style: Any, name: str) -> Any:
        value = value_of(style, name)
        style.pop(name, None)
        assert computed(style, name) == value
        seen.add(name)
        return value

    monkeypatch.setattr(shortcuts, "value_of", watched)
    make(every_construct())
    assert len(seen) > 150


def test_every_width_is_the_same_whatever_room_there_is(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = set()

    def watched(context: Any, box: Any, room: float) -> Any:
        for width in ROOMS:
            assert shrink_to_fit(context, box, width) == measured(context, box, width)
        width = shrink_to_fit(context, box, room)
        seen.add(width)
        return width

    monkeypatch.setattr(shortcuts, "shrink_to_fit", watched)
    make(every_construct())
    assert len(seen) > 5


def test_the_file_is_the_same(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = make(every_construct())
    monkeypatch.setattr(shortcuts, "value_of", computed)
    monkeypatch.setattr(shortcuts, "shrink_to_fit", measured)
    assert make(every_construct()) == quick
