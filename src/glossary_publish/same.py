"""Objects that are equal to themselves alone, to remember what was found out about them."""

from typing import Generic, TypeVar

Value = TypeVar("Value")


class Same(Generic[Value]):
    """An object that is equal to no other, whatever that holds; it must never change.

    Some have no hash, and to tell two articles or parts apart would take a look at each of their words.
    """

    __slots__ = ("value",)

    def __init__(self, value: Value) -> None:
        self.value = value

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Same) and other.value is self.value

    def __hash__(self) -> int:
        return id(self.value)
