"""Spares pydyf to ask of each value whether it is one of many kinds: what it writes stays the same."""

import re
from collections.abc import Callable
from typing import Any

import pydyf

ESCAPED = re.compile(r"[\\()]")

_bytes: Callable[[object], bytes] = pydyf._to_bytes
_string: Callable[[Any], bytes] = pydyf.String.data.fget


def write_values_quickly() -> None:
    """Let pydyf use the functions below; doing it again changes nothing."""
    pydyf._to_bytes = value
    pydyf.String.data = property(string)


def value(item: object) -> bytes:
    """A value as it stands in a file."""
    if type(item) is bytes:
        return item
    if type(item) is float:
        return b"%d" % item if item.is_integer() else (b"%f" % item).rstrip(b"0")
    if type(item) is int:
        return b"%d" % item
    if type(item) is str:
        return item.encode("ascii")
    return item.data if isinstance(item, pydyf.Object) else _bytes(item)


def string(item: Any) -> bytes:
    """A string as it stands in a file; few have a sign that has to be told from what bounds it."""
    words = item.string
    if type(words) is str and words.isascii() and not ESCAPED.search(words):
        return b"(%s)" % words.encode()
    return _string(item)
