"""The tools of the tests do what tests rely on."""

from pathlib import Path

import pytest

from tests.support.campaign import SHARE, Campaign
from tests.support.golden import Golden


@pytest.mark.parametrize("full", [1, 7, 20, 1000])
def test_a_slice_is_at_least_a_twentieth_and_never_empty(full: int) -> None:
    drawn = Campaign(1, whole=False).slice("faults", range(full))
    assert len(drawn) >= max(1, full * SHARE)
    assert set(drawn) <= set(range(full))


def test_a_slice_depends_on_the_seed_and_the_name_alone() -> None:
    items = range(1000)
    one = Campaign(1, whole=False)
    assert one.slice("a", items) == Campaign(1, whole=False).slice("a", items)
    assert one.slice("a", items) != one.slice("b", items)
    assert one.slice("a", items) != Campaign(2, whole=False).slice("a", items)


def test_a_soak_leaves_nothing_out() -> None:
    assert Campaign(1, whole=True).slice("faults", range(9)) == list(range(9))
    assert Campaign(1, whole=True).count(500) == 500


def test_a_golden_that_differs_or_is_missing_fails(tmp_path: Path) -> None:
    path = tmp_path / "expected.txt"
    with pytest.raises(AssertionError, match="--update-goldens"):
        Golden(update=False).expect("words", path)
    Golden(update=True).expect("words", path)
    Golden(update=False).expect("words", path)
    with pytest.raises(AssertionError, match="says otherwise"):
        Golden(update=False).expect("other words", path)
