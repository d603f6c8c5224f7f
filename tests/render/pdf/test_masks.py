"""The mask of a QR code is the one that segno chooses by looking at each module."""

from random import Random

import pytest
import segno

from glossary_publish.render.pdf import masks
from glossary_publish.render.pdf.masks import encoder

STRIPES = bytes((1, 0, 1, 1, 1, 0) * 30)


@pytest.fixture
def slowly(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(encoder, "find_and_apply_best_mask", masks._best)


@pytest.mark.parametrize("version", range(1, 41, 3))
def test_a_code_of_any_size_is_the_one_that_segno_makes(
    version: int, slowly: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    del slowly
    address, level = f"E/{version}", "mqhl"[version % 4]
    long = segno.make(address, version=version, error=level, micro=False, boost_error=False)
    monkeypatch.setattr(encoder, "find_and_apply_best_mask", masks.best_mask)
    quick = segno.make(address, version=version, error=level, micro=False, boost_error=False)
    assert (quick.mask, quick.matrix) == (long.mask, long.matrix)


@pytest.mark.parametrize("width", [21, 25, 45])
def test_a_code_misleads_as_much_as_segno_says(width: int) -> None:
    dice = Random(width)
    for dark in (0.0, 0.2, 0.5, 0.8, 1.0):
        rows = [bytearray(dice.random() < dark for _ in range(width)) for _ in range(width)]
        assert masks.penalty(masks.number(rows), width) == encoder.evaluate_mask(rows, width, width)


@pytest.mark.parametrize("first", range(6))
def test_finders_that_overlap_and_touch_the_edge_count_as_segno_counts_them(first: int) -> None:
    rows = [bytearray(STRIPES[first : first + 33])] * 33
    assert masks.penalty(masks.number(rows), 33) == encoder.evaluate_mask(rows, 33, 33)


def test_small_codes_and_masks_that_were_asked_for_are_left_to_segno(
    slowly: None, monkeypatch: pytest.MonkeyPatch
) -> None:
    del slowly
    wanted = segno.make("1", micro=True).matrix, segno.make("1", micro=False, mask=3).matrix
    monkeypatch.setattr(encoder, "find_and_apply_best_mask", masks.best_mask)
    assert (segno.make("1", micro=True).matrix, segno.make("1", micro=False, mask=3).matrix) == wanted
