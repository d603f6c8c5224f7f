"""What crosses to a worker as bytes. A frozen dataclass goes as its fields, in a third of the time that pickle takes.

Pickle asks one by slots for its state by a function in Python, and sets it field by field; a publication holds
a thousand. `pickle.loads` reads both.

A part of a publication goes in a package of its own, which is made once and opened once for all editions that have the
part in common: there too it is one object, so that what is found out about it serves for all of them.
"""

import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import lru_cache
from operator import attrgetter
from typing import Any

from glossary_publish.publication import Part
from glossary_publish.same import Same

Reduce = Callable[[Any], tuple[Callable[..., Any], tuple[Any, ...]]]
PARTS_KEPT = 32  # the editions of an article come soon after each other


def packed(value: object) -> bytes:
    """A value as bytes for `pickle.loads`."""
    buffer = io.BytesIO()
    packer = pickle.Pickler(buffer, pickle.HIGHEST_PROTOCOL)
    packer.dispatch_table = _TABLE
    packer.dump(value)
    return buffer.getvalue()


class _Table(dict[type, Reduce]):
    """How objects of a kind are packed; of a kind that is not here pickle packs them in its own way."""

    def __missing__(self, kind: type) -> Reduce:
        if issubclass(kind, Part):
            self[kind] = _apart
        elif issubclass(kind, Enum):
            self[kind] = _by_value
        elif _is_its_fields(kind):
            self[kind] = _by_fields(kind)
        else:
            raise KeyError(kind)
        return self[kind]


_TABLE = _Table()


def _apart(part: Part) -> tuple[Callable[[bytes], Part], tuple[bytes]]:
    return _opened, (_closed(Same(part)),)


@lru_cache(maxsize=PARTS_KEPT)
def _closed(same: Same[Part]) -> bytes:
    return packed(_by_fields(Part)(same.value)[1])


@lru_cache(maxsize=PARTS_KEPT)
def _opened(package: bytes) -> Part:
    return Part(*pickle.loads(package))  # noqa: S301  it was packed here and came with what the parent sent


def _by_value(member: Enum) -> tuple[type, tuple[Any, ...]]:
    return type(member), (member.value,)


def _is_its_fields(kind: type) -> bool:
    """Whether objects of a kind can be made anew from their fields in order; only frozen ones hold no cycle."""
    if not is_dataclass(kind):
        return False
    own: Any = kind
    if not own.__dataclass_params__.frozen or own.__reduce__ is not object.__reduce__:
        return False
    if hasattr(kind, "__post_init__"):
        return False
    return bool(fields(kind)) and all(field.init and not field.kw_only for field in fields(kind))


def _by_fields(kind: type) -> Reduce:
    names = [field.name for field in fields(kind)]
    found = attrgetter(*names)
    if len(names) == 1:
        return lambda value: (kind, (found(value),))
    return lambda value: (kind, found(value))
