"""Printed lines of the faultless sample, to be measured against promises of a layout."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from glossary_publish.layout import Minima
from glossary_publish.verify.evidence import gather
from glossary_publish.verify.inspection import Inspection, LineSeen, PageSeen
from tests.verify.checks.perfect import Check, layout, perfect, place, publication

WIDTH, HEIGHT = 612.0, 792.0
MM = 72 / 25.4
PAGE = PageSeen(WIDTH, HEIGHT, (60.0, 50.0, 60.0, 40.0))


def line(
    start: str = "In the US", baseline: float = 200.0, item: int | None = None, **changes: Any
) -> LineSeen:
    """A line of the item that begins so; -1 as `item` puts it outside the text."""
    whole = LineSeen(
        text=start,
        page=1,
        item=place(start, "pdf") if item is None else item,
        left=100.0,
        right=500.0,
        top=baseline - 9,
        low=baseline + 3,
        baseline=baseline,
        size=12.0,
    )
    return replace(whole, **changes)


def printed(*lines: LineSeen, pages: Sequence[PageSeen] = (PAGE,)) -> Inspection:
    """A handout that was printed in these lines."""
    return replace(perfect("pdf"), lines=lines, pages=tuple(pages))


def measured(
    check: Check, inspection: Inspection, direction: str = "ltr", **minima: Any
) -> list[tuple[str, str]]:
    """Message and part of what one check says of a layout with these promises."""
    promises = Minima(**{"size": 8.5, "contrast": 4.5, **minima})
    source = publication("pdf")
    source = replace(source, metadata=replace(source.metadata, direction=direction))
    evidence = gather(source, replace(layout("pdf"), minima=promises), inspection)
    return [(found.message, found.part) for found in check(evidence)]
