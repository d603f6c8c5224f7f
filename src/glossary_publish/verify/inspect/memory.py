"""What stands byte for byte in many files, read once: style sheets, definitions of styles and lists, fonts."""

from collections.abc import Callable
from functools import lru_cache
from typing import TypeVar

LARGE = 2**18  # bytes; what an edition shares with others is smaller, and larger things are not kept
KEPT = 16  # of each kind, the latest ones

Read = TypeVar("Read")


def remembered(read: Callable[[bytes, str], Read]) -> Callable[[bytes, str], Read]:
    """A reader of the bytes of a part, and its name, that gives again what it gave for the same bytes.

    What it gives is shared: nobody may change it.
    """
    kept = lru_cache(maxsize=KEPT)(read)

    def reading(data: bytes, name: str) -> Read:
        return kept(data, name) if len(data) <= LARGE else read(data, name)

    return reading
