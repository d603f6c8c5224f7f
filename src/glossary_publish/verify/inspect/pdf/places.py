"""Whether the places that links and bookmarks lead to are there, and are what they say."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from glossary_publish.verify.inspect.pdf.links import Destination, LinkArea
from glossary_publish.verify.inspect.pdf.outline import Bookmark
from glossary_publish.verify.inspect.pdf.painting import Run
from glossary_publish.verify.inspect.pdf.structure import Element
from glossary_publish.verify.inspect.pdf.words import Runs, all_runs
from glossary_publish.verify.inspection import Fault, Item, Kind

NEAR = 72.0  # points above the first line of an item: margins and padding, its own and those around it


def place_faults(
    areas: Iterable[LinkArea],
    named: Mapping[str, Destination],
    items: Sequence[Item],
    firsts: Sequence[Run | None],
) -> Iterator[Fault]:
    """Links to names that are not there, and names that are not where the item of that name is."""
    for area in areas:
        if area.target.startswith("#") and area.target[1:] not in named:
            yield Fault(
                "dead-link", f"a link leads to {area.target}, which is not there", f"page {area.page + 1}"
            )
    for item, first in zip(items, firsts, strict=True):
        place = named.get(item.anchor) if item.anchor else None
        if place and first and not _at(place, first):
            message = f"the destination {item.anchor} is not where {item.text[:40]!r} is"
            yield Fault("misplaced-destination", message, f"page {place.page + 1}")


def bookmark_faults(
    bookmarks: Sequence[Bookmark], items: Sequence[Item], firsts: Sequence[Run | None]
) -> Iterator[Fault]:
    """Bookmarks that lead nowhere, or not to the heading of their words."""
    headings: dict[str, list[Run]] = {}
    for item, first in zip(items, firsts, strict=True):
        if item.kind is Kind.HEADING and first:
            headings.setdefault("".join(item.text.split()), []).append(first)
    for bookmark in bookmarks:
        here = headings.get("".join(bookmark.text.split()), [])
        place = bookmark.destination
        if place is None:
            yield Fault("dead-bookmark", f"the bookmark {bookmark.text!r} leads nowhere")
        elif here and not any(_at(place, first) for first in here):
            yield Fault("misplaced-bookmark", f"the bookmark {bookmark.text!r} does not lead to its heading")


def _at(place: Destination, first: Run) -> bool:
    above = first.matrix[5] - place.top
    return place.page == first.page and (place.top < 0 or -first.size <= above <= NEAR + 2 * first.size)


def split_faults(elements: Iterable[Element], runs: Runs) -> Iterator[Fault]:
    """A list or table that goes on over a page is one element, not two of the same kind in a row."""
    for element in elements:
        for first, second in pairwise(element.elements):
            if first.role != second.role or first.role not in ("L", "Table"):
                continue
            before, after = _pages(first, runs), _pages(second, runs)
            same = first.attributes.get("ListNumbering") == second.attributes.get("ListNumbering")
            if before and after and max(before) < min(after) and same:
                message = f"a {first.role} ends with its page and another begins the next"
                yield Fault("split-element", message, f"page {min(after) + 1}")


def _pages(element: Element, runs: Runs) -> set[int]:
    return {run.page for run in all_runs(element, runs)}
