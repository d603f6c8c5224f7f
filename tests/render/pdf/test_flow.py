"""Boxes follow each other as WeasyPrint has it: quick answers are those of the long way."""

from collections.abc import Callable
from itertools import product
from typing import Any

import pytest
from weasyprint.formatting_structure import boxes

from glossary_publish.render.pdf import flow
from tests.support.publications import every_construct

Make = Callable[..., bytes]
FLOATS = ("none", "left", "right", "inline-start", "inline-end", "footnote")
POSITIONS = ("static", "relative", "absolute", "fixed", ("running()", "name"), ("note()", "name"))
KINDS = (boxes.BlockBox, boxes.InlineBlockBox, boxes.InlineBox, boxes.LineBox, boxes.TableBox)
MARGINS: tuple[list[float], ...] = ([], [3], [-2.5], [0, 0.0], [4, 7.5, 7.5], [-1, -6], [2, -3, 5, -8, 0])


def is_in_normal_flow(box: Any) -> bool:
    """What WeasyPrint says."""
    return not (
        box.is_floated()
        or box.is_absolutely_positioned()
        or box.is_running()
        or box.is_footnote()
        or box.is_note()
    )


def establishes_formatting_context(box: Any) -> bool:
    """What WeasyPrint says."""
    return (
        box.is_floated()
        or box.is_absolutely_positioned()
        or box.is_column
        or (isinstance(box, boxes.BlockContainerBox) and not isinstance(box, boxes.BlockBox))
        or (isinstance(box, boxes.BlockBox) and box.style["overflow"] != "visible")
        or "flow-root" in box.style["display"]
    )


def page_values(box: Any) -> tuple[Any, Any]:
    """What WeasyPrint says."""
    start = end = box.style["page"]
    followed = [child for child in box.children if is_in_normal_flow(child) or child.is_floated()]
    if followed and not isinstance(box, boxes.TableBox):
        start = page_values(followed[0])[0] or start
        end = page_values(followed[-1])[1] or end
    return start, end


def collapse_margin(margins: list[Any]) -> Any:
    """What WeasyPrint says."""
    margins = [0, *margins]
    return max(m for m in margins if m >= 0) + min(m for m in margins if m <= 0)


def box(kind: type[Any], *children: Any, **style: Any) -> Any:
    """A box of a kind with a style."""
    usual = {"float": "none", "position": "static", "overflow": "visible", "display": ("block", "flow")}
    return kind("p", usual | {"page": ""} | style, None, children)


@pytest.mark.parametrize(("floats", "position"), list(product(FLOATS, POSITIONS)))
def test_who_floats_or_stands_elsewhere_is_not_in_the_flow(floats: str, position: Any) -> None:
    made = box(boxes.BlockBox, float=floats, position=position)
    assert flow.is_in_normal_flow(made) == is_in_normal_flow(made)


@pytest.mark.parametrize(("kind", "floats", "position"), list(product(KINDS, FLOATS, POSITIONS)))
def test_who_keeps_margins_inside_does_so(kind: type[Any], floats: str, position: Any) -> None:
    for overflow, display, column in product(
        ("visible", "hidden"), (("block", "flow"), ("block", "flow-root")), (False, True)
    ):
        made = box(kind, float=floats, position=position, overflow=overflow, display=display)
        made.is_column = column
        assert flow.establishes_formatting_context(made) == establishes_formatting_context(made)


@pytest.mark.parametrize(("first", "last", "outer"), list(product(("", "a"), ("", "b"), ("", "c"))))
def test_a_page_is_asked_for_by_the_first_and_the_last_words(first: str, last: str, outer: str) -> None:
    ends = [
        box(boxes.BlockBox, box(boxes.BlockBox, page=page), page=around)
        for page, around in ((first, ""), ("", last))
    ]
    aside = [box(boxes.BlockBox, page="aside", position="absolute") for _ in range(2)]
    for kind, floats in product((boxes.BlockBox, boxes.TableBox), ("none", "left", "footnote")):
        ends[0].style["float"] = floats
        made = box(kind, aside[0], ends[0], box(boxes.BlockBox, page="midst"), ends[1], aside[1], page=outer)
        assert flow.page_values(made) == page_values(made)


@pytest.mark.parametrize("margins", MARGINS)
def test_margins_that_adjoin_collapse(margins: list[Any]) -> None:
    expected = collapse_margin(margins)
    assert (flow.collapse_margin(margins), type(flow.collapse_margin(margins))) == (expected, type(expected))


def test_all_that_a_handout_asks_is_answered_the_same(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: dict[str, int] = {}

    def watched(name: str, long_way: Callable[..., Any]) -> None:
        quick = getattr(flow, name)

        def asked(*arguments: Any, **keywords: Any) -> Any:
            answer = quick(*arguments, **keywords)
            assert answer == long_way(*arguments, **keywords)
            seen[name] = seen.get(name, 0) + 1
            return answer

        monkeypatch.setattr(flow, name, asked)

    watched("is_in_normal_flow", is_in_normal_flow)
    watched("establishes_formatting_context", establishes_formatting_context)
    watched("page_values", page_values)
    watched("collapse_margin", collapse_margin)
    watched("get_clearance", flow._clearance)
    watched("avoid_collisions", flow._avoid)
    make(every_construct())
    assert len(seen) == 6
    assert min(seen.values()) > 50
