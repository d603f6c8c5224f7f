"""Texts that share their fonts are measured and painted as those that do not."""

import gc
from collections.abc import Callable
from importlib.util import find_spec, module_from_spec
from types import ModuleType
from typing import Any

import pytest
from weasyprint.text import line_break
from weasyprint.text.ffi import pango

from glossary_publish.render.pdf import markers, remembering, shaping
from tests.support.publications import every_construct

Make = Callable[..., bytes]


def as_it_came() -> ModuleType:
    """WeasyPrint's module once more, without anything that was put into it."""
    spec = find_spec(line_break.__name__)
    assert spec is not None
    assert spec.loader is not None
    module = module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


def remember_nothing(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let every text be shaped anew."""
    monkeypatch.setattr(remembering, "split_first_line", remembering._split)
    monkeypatch.setattr(markers, "absolute_box_layout", markers._layout)


def test_the_file_is_the_same(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = make(every_construct())
    remember_nothing(monkeypatch)
    for name, the_long_way in (
        ("set_up", as_it_came().Layout.setup),
        ("set_text", shaping._set_text),
        ("deactivate", shaping._deactivate),
        ("reactivate", shaping._reactivate),
        ("strut", shaping._strut),
    ):
        monkeypatch.setattr(shaping, name, the_long_way)
    assert make(every_construct()) == quick


def test_what_was_measured_is_painted_as_what_is_shaped_anew(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = make(every_construct())
    remember_nothing(monkeypatch)
    kept = []

    def watched(layout: Any, style: Any) -> None:
        kept.append(layout.kept)
        shaping._reactivate(layout, style)
        layout.kept = False

    monkeypatch.setattr(shaping, "reactivate", watched)
    assert make(every_construct()) == quick
    assert kept.count(True) > 100


def test_fonts_are_shared_by_texts_of_one_style_alone(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    sizes: dict[int, set[Any]] = {}

    def watched(layout: Any, style: Any) -> None:
        shaping_set_up(layout, style)
        if layout.shared:
            shared = id(shaping.shared(style))
            sizes.setdefault(shared, set()).add((style["font_size"], style["font_weight"], style["lang"]))

    shaping_set_up = shaping.set_up
    remember_nothing(monkeypatch)
    monkeypatch.setattr(shaping, "set_up", watched)
    make(every_construct())
    assert len(sizes) > 5
    assert all(len(kinds) == 1 for kinds in sizes.values())


def test_a_style_goes_on_having_the_strut_that_it_had_first(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: set[Any] = set()

    def watched(style: Any) -> Any:
        found = shaping_strut(style)
        assert shaping._strut(style) == found
        seen.add(found)
        return found

    shaping_strut = shaping.strut
    monkeypatch.setattr(shaping, "strut", watched)
    make(every_construct())
    assert len(seen) > 5


def test_a_style_goes_on_having_the_fonts_that_it_had_first(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen: set[int] = set()

    def watched(style: Any) -> Any:
        found = shaping_shared(style)
        assert shaping._known(style) is found
        seen.add(id(found))
        return found

    shaping_shared = shaping.shared
    remember_nothing(monkeypatch)
    monkeypatch.setattr(shaping, "shared", watched)
    make(every_construct())
    assert len(seen) > 5


class Counted:
    """Pango, and how many lists of attributes it made and took back."""

    made = returned = 0

    def __getattr__(self, name: str) -> Any:
        """A function of Pango."""
        return getattr(pango, name)

    def pango_attr_list_new(self) -> Any:
        """Make a list."""
        self.made += 1
        return pango.pango_attr_list_new()

    def pango_attr_list_unref(self, attributes: Any) -> None:
        """Take back a list."""
        self.returned += 1
        pango.pango_attr_list_unref(attributes)


def test_a_file_leaves_nothing_behind_of_its_texts(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    """WeasyPrint forgets a list of attributes for each text with more space between its letters or words."""
    make(every_construct())  # what texts of one style share stays
    counted = Counted()
    monkeypatch.setattr(shaping, "pango", counted)
    monkeypatch.setattr(line_break, "pango", counted)
    make(every_construct())
    gc.collect()
    assert counted.made == counted.returned > 0
