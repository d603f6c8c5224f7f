"""Times are taken in turn, compared round by round, and held against their bounds."""

from functools import partial

import pytest

from bench.pairs import Figure, Ratio, compare, interleaved, ratio


def test_things_are_run_once_unmeasured_and_then_in_turn_each_time_another_one_first() -> None:
    ran = list[str]()
    times = interleaved([partial(ran.append, name) for name in "abc"], 3)
    assert "".join(ran) == "abc" + "abc" + "bca" + "cab"
    assert [len(of_one) for of_one in times] == [3, 3, 3]


def test_the_ratio_is_the_median_of_the_rounds_and_not_that_of_the_medians() -> None:
    row = ratio("", [1.0, 2.0, 9.0], [2.0, 1.0, 3.0], 1.0)
    assert (row.ours, row.theirs, row.ratio) == (2.0, 2.0, 2.0)
    assert not row.holds


def test_the_time_of_a_part_of_the_work_is_scaled() -> None:
    row = ratio("", [5.0], [1.0], 0.5, scale=10)
    assert (row.theirs, row.ratio, row.holds) == (10.0, 0.5, True)


def test_two_things_are_compared_by_their_times() -> None:
    row = compare("nothing against a sum", lambda: None, lambda: sum(range(100_000)), 1.0, 3)
    assert 0 < row.ours < row.theirs
    assert row.holds


@pytest.mark.parametrize(("value", "said"), [(0.5, "holds"), (0.51, "does not hold")])
def test_a_line_says_whether_its_bound_holds(value: float, said: str) -> None:
    assert Figure("nothing changed", value, "s", 0.5).line().endswith(f"at most 0.5: {said}")
    assert Ratio("one article", value, 1.0, value, 0.5).line().endswith(f"at most 0.50: {said}")
