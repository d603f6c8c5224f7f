"""How much a worker may take, and what it keeps."""

import resource
import subprocess
import sys

from glossary_publish.build.limits import with_room

DEPTHS, CALLS = 200, 500


def _deep(depth: int) -> int:
    """How often memory was taken anew while a small function was called many times, this deep in other calls."""
    if depth:
        return _deep(depth - 1)
    before = resource.getrusage(resource.RUSAGE_SELF).ru_minflt
    for number in range(CALLS):
        _called(number)
    return resource.getrusage(resource.RUSAGE_SELF).ru_minflt - before


def _called(number: int) -> list[int]:
    """Its frame is large enough to meet the edge of a piece at one of the depths."""
    return [number, number, number, number, number, number, number, number, number, number]


def _most() -> int:
    return max(_deep(depth) for depth in range(DEPTHS))


@with_room
def _most_with_room() -> int:
    return max(_deep(depth) for depth in range(DEPTHS))


def test_calls_take_no_memory_anew_where_a_function_has_room() -> None:
    assert _most() >= CALLS
    assert _most_with_room() < CALLS // 10


def test_a_function_with_room_is_called_as_before() -> None:
    @with_room
    def called(number: int, *more: int, times: int = 1) -> int:
        return (number + sum(more)) * times

    assert called(1, 2, 3, times=4) == 24


GIVES_BACK = """
from glossary_publish.build.limits import MEBIBYTE, give_back_memory, keep_memory, resident
keep_memory()
blocks = [b"x" * 10_000 for _ in range(10_000)]
del blocks[:-1]
kept = resident()
give_back_memory()
print((kept - resident()) // MEBIBYTE)
"""


def test_memory_that_is_kept_and_not_used_is_given_back() -> None:
    ended = subprocess.run([sys.executable, "-c", GIVES_BACK], capture_output=True, text=True, check=True)
    assert int(ended.stdout) > 80
