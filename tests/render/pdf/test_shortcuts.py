"""Shortcuts come to what WeasyPrint comes to the long way."""

from collections import deque
from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pytest
from pydyf import Stream
from weasyprint import css
from weasyprint.layout import preferred

from glossary_publish.render.pdf import shortcuts, styling
from glossary_publish.render.pdf.shortcuts import begin, begin_anonymous, resolve, shrink_to_fit, value_of
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


def begun(style: Any, computed: Callable[[Any, str], Any]) -> set[str]:
    """The properties that a style begins with, after each was computed the long way and found the same."""
    names = set(style)
    for name in names:
        value = style.pop(name)
        assert computed(style, name) == value
        style[name] = value
    return names


def test_a_style_begins_with_the_values_that_no_rule_sets(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: set[str] = set()

    def watched(style: Any, *arguments: Any) -> None:
        begin(style, *arguments)
        seen.update(begun(style, computed))

    monkeypatch.setattr(shortcuts, "begin", watched)
    make(every_construct())
    assert len(seen) > 100


def test_a_box_without_element_begins_with_the_initial_values(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: set[str] = set()

    def watched(style: Any, parent: Any) -> None:
        begin_anonymous(style, parent)
        seen.update(begun(style, anonymous))

    anonymous = css.AnonymousStyle.__missing__
    borders = {"border_top_width", "border_right_width", "border_bottom_width", "border_left_width"}
    monkeypatch.setattr(shortcuts, "begin_anonymous", watched)
    make(every_construct())
    assert len(seen) > 100
    assert borders < seen


def test_every_length_is_the_same(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = set()

    def watched(box: Any, name: str, whole: Any) -> None:
        resolve(box, name, whole)
        value = getattr(box, name)
        shortcuts._resolve(box, name, whole)
        assert getattr(box, name) == value
        seen.add((name, value))

    monkeypatch.setattr(shortcuts, "resolve", watched)
    make(every_construct())
    assert len(seen) > 30


def test_every_value_of_every_style_is_the_same(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = set()

    def watched(style: Any, name: str) -> Any:
        value = value_of(style, name)
        style.pop(name, None)
        assert computed(style, name) == value
        seen.add(name)
        return value

    monkeypatch.setattr(styling, "recall", lambda style, known: None)
    monkeypatch.setattr(shortcuts, "value_of", watched)
    make(every_construct())
    assert len(seen) > 100


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


@pytest.mark.parametrize(
    ("drawn", "quickly"),
    [
        ("M4 4.5h7m1 0h2m-9 1h3m-2 12h1", True),
        ("M0 0h41", True),
        ("M4 4h7v7h-7z", False),
        ("M4 4.25h7", False),
        ("m4 4h7", False),
    ],
)
def test_a_path_of_level_strokes_is_drawn_the_same(drawn: str, quickly: bool) -> None:
    node = SimpleNamespace(attrib={"d": drawn}, get={"d": drawn}.get, vertices=deque())
    streams = []
    for draw in (shortcuts.path, shortcuts._path):
        image = SimpleNamespace(stream=Stream(), point=lambda x, y, _: (float(x), float(y)))
        draw(image, node, 16)
        streams.append(image.stream.data)
    assert streams[0] == streams[1]
    assert bool(shortcuts.STROKES.fullmatch(drawn)) is quickly
