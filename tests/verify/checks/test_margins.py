"""Words keep away from the edges, and ink from what printers leave white."""

from dataclasses import replace
from typing import Any

import pytest

from glossary_publish.verify.checks.margins import check
from tests.verify.checks.printed import HEIGHT, MM, PAGE, WIDTH, line, measured, printed


@pytest.mark.parametrize(
    ("side", "place"),
    [
        ("left", {"left": 15 * MM}),
        ("right", {"right": WIDTH - 15 * MM}),
        ("upper", {"top": 15 * MM}),
        ("lower", {"low": HEIGHT - 15 * MM}),
    ],
)
def test_a_line_in_a_margin_is_told_with_its_side(side: str, place: dict[str, Any]) -> None:
    told = f"'In the US' is 15.0 mm from the {side} edge, at least 18 mm are needed (page 1)"
    assert measured(check, printed(line(**place)), margin=18) == [(told, "crisis-notice")]
    assert measured(check, printed(line(**place)), margin=15) == []
    assert measured(check, printed(line(**place))) == []


@pytest.mark.parametrize(
    ("page", "direction", "bound"),
    [(1, "ltr", "left"), (2, "ltr", "right"), (1, "rtl", "right"), (2, "rtl", "left")],
)
def test_the_inner_margin_is_on_the_side_that_is_bound(page: int, direction: str, bound: str) -> None:
    both = line(left=19 * MM, right=WIDTH - 19 * MM, page=page)
    found = measured(check, printed(both, pages=(PAGE, PAGE)), direction, margin=18, inner=20)
    assert [message.partition(" edge")[0] for message, _ in found] == [
        f"'In the US' is 19.0 mm from the {bound}"
    ]


def test_the_page_foot_may_stand_in_the_margin() -> None:
    assert measured(check, printed(line(low=HEIGHT - 11 * MM, item=-1)), margin=18) == []


def test_ink_where_a_printer_prints_nothing_is_told_with_its_page() -> None:
    bad = replace(PAGE, white=(60.0, 50.0, 60.0, 5 * MM))
    told = "page 2 is printed on up to 5.0 mm from its lower edge, 10 are safe"
    assert measured(check, printed(pages=(PAGE, bad)), safe=10) == [(told, "")]
    assert measured(check, printed(pages=(PAGE, bad)), safe=5) == []


def test_pages_that_are_too_many_are_told_as_such_alone() -> None:
    bad = replace(PAGE, white=(0.0, 0.0, 0.0, 0.0))
    assert measured(check, printed(pages=(PAGE, bad)), safe=10, pages=1) == []
    assert len(measured(check, printed(pages=(bad, PAGE)), safe=10, pages=1)) == 4


def test_a_space_may_hang_where_two_directions_meet() -> None:
    mixed = line(text="Hebrew שלום", item=line().item, left=17 * MM)
    assert measured(check, printed(mixed), margin=18) == []
    assert measured(check, printed(line(left=17 * MM)), margin=18) != []
