"""Backgrounds, corners and links are those that WeasyPrint finds."""

from collections.abc import Callable
from typing import Any

import pytest
from weasyprint import anchors, document

from glossary_publish.render.pdf import grounds
from tests.support.publications import every_construct

Make = Callable[..., bytes]
NAMES = (*grounds.CORNERS, "background")


def test_every_box_has_the_corners_and_the_background_it_had(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = {True: 0, False: 0}

    def watched(page: Any, box: Any, pictures: Any, children: bool = True, style: Any = None) -> None:
        lay_grounds(page, box, pictures, children, style)
        quick = [getattr(box, name) for name in NAMES]
        grounds._lay(page, box, pictures, False, style)
        assert [getattr(box, name) for name in NAMES] == quick
        seen[quick[-1] is None] += 1

    lay_grounds = grounds.lay_grounds
    monkeypatch.setattr(grounds, "lay_grounds", watched)
    make(every_construct())
    assert seen[True] > 200
    assert seen[False] > 3


def test_links_and_anchors_are_the_same(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = {"links": 0, "places": 0, "bookmarks": 0}

    def watched(box: Any, places: Any, links: Any, bookmarks: Any, forms: Any) -> None:
        gather_anchors(box, places, links, bookmarks, forms)
        with monkeypatch.context() as long_way:
            long_way.setattr(anchors, "gather_anchors", grounds._gather)
            found: tuple[Any, ...] = ({}, [], [], {None: []})
            grounds._gather(box, *found)
        assert found == (places, links, bookmarks, forms)
        for name, some in (("links", links), ("places", places), ("bookmarks", bookmarks)):
            seen[name] += len(some)

    gather_anchors = grounds.gather_anchors
    monkeypatch.setattr(document, "gather_anchors", watched)
    monkeypatch.setattr(grounds, "leave_out_grounds", lambda: None)
    make(every_construct())
    assert min(seen.values()) > 5
