"""A page as a picture."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Picture:
    """A page as PNG, with its size in pixels."""

    data: bytes
    width: int
    height: int
