"""Backgrounds and corners are those that WeasyPrint finds."""

from collections.abc import Callable
from typing import Any

import pytest

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
