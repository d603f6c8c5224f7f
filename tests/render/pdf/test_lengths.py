"""Lengths that are taken over in one go are those that WeasyPrint works out."""

from collections.abc import Callable
from typing import Any

import pytest

from glossary_publish.render.pdf import lengths
from tests.support.publications import every_construct

Make = Callable[..., bytes]
NAMES = (*lengths.EDGES, *lengths.SIZES, *lengths.LEAST, *lengths.BORDERS)


def test_every_length_of_every_box_is_the_same(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    seen = {True: 0, False: 0}

    def watched(box: Any, containing_block: Any) -> None:
        before = dict(vars(box))
        resolve_percentages(box, containing_block)
        quick = dict(vars(box))
        vars(box).clear()
        vars(box).update(before)
        lengths._resolve(box, containing_block)
        assert vars(box) == quick
        seen[bool(box.style.lengths)] += 1

    resolve_percentages = lengths.resolve_percentages
    monkeypatch.setattr(lengths, "resolve_percentages", watched)
    make(every_construct())
    assert min(seen.values()) > 20
