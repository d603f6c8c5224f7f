"""Articles and references as they were read, kept for the next build; each carries the reads that made it.

They are pickled, and unpickled with nothing but the classes that they consist of, so that a file that somebody else
put there can run nothing.
"""

import io
import pickle
from collections.abc import Hashable
from datetime import date
from functools import lru_cache
from hashlib import sha256

from glossary_publish import article, diagnostics
from glossary_publish.bibliography import reference
from glossary_publish.build.cache.shelf import Shelf
from glossary_publish.build.packing import packed
from glossary_publish.glossary import mentions, references
from glossary_publish.glossary.memory import Known
from glossary_publish.glossary.mentions import read_written
from glossary_publish.glossary.references import read_references

MODULES = {module.__name__: module for module in (article, diagnostics, mentions, reference, references)}
READERS = (read_written, read_references)
Key = tuple[Hashable, ...]


class Readings:
    """What some readers gave, by the names that they were given; of others nothing is kept."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def get(self, key: Key) -> Known | None:
        """What was read under a key, if it is kept."""
        data = self._shelf.get(_name(key)) if key[0] in READERS else None
        if data is None:
            return None
        try:
            kept = _Unpickler(io.BytesIO(data)).load()
            return Known(*kept)
        except Exception:  # bytes that are no pickle, or one of something else, can raise anything
            return None

    def __setitem__(self, key: Key, known: Known) -> None:
        if key[0] in READERS:
            kept = known.arguments, known.reads, known.value, known.diagnostics
            self._shelf.put(_name(key), packed(kept))


def _name(key: Key) -> str:
    reader, *names = key
    return f"{getattr(reader, '__name__', '')}-{sha256(repr(names).encode()).hexdigest()[:24]}"


class _Unpickler(pickle.Unpickler):
    """Knows the classes that are kept, and no other."""

    def find_class(self, module: str, name: str) -> type:
        """A class by its name; raises `UnpicklingError` for any other."""
        return _class(module, name)


@lru_cache(maxsize=256)
def _class(module: str, name: str) -> type:
    if (module, name) == (date.__module__, date.__name__):
        return date
    found = vars(MODULES[module]).get(name) if module in MODULES else None
    if not isinstance(found, type) or found.__module__ != module:
        raise pickle.UnpicklingError(f"{module}.{name} is no part of what is kept")
    return found
