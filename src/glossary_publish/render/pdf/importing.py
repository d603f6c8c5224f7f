"""WeasyPrint, imported in half of its time.

It has cffi parse the C declarations of Pango and others whenever a program starts, and some of them again with each
file; cffi can also write down what it parsed (its "out-of-line" mode), and that is what `declarations` holds.
It imports half of fontTools for fonts without HarfBuzz and for variable fonts, which layouts do not have.
"""

import os
import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from importlib import import_module
from types import ModuleType
from typing import Any

import _cffi_backend
import cffi

from glossary_publish.render.pdf.declarations import DECLARATIONS

# Pango looks for fonts in threads. One that is about to end when the program is must not have its code taken away.
STAYS_LOADED = getattr(os, "RTLD_NODELETE", 0)
SELDOM_USED = ("fontTools.subset", "fontTools.varLib.instancer")


class Declared(_cffi_backend.FFI):  # type: ignore[misc]  # cffi has no types
    """Stands in for `cffi.FFI`: it knows all declarations already."""

    def __init__(self) -> None:
        super().__init__("declarations", **DECLARATIONS)

    def cdef(self, *_: Any) -> None:
        """Take declarations, which are known."""

    def dlopen(self, name: str, flags: int = 0) -> Any:
        """Open a library for the life of the process."""
        return super().dlopen(name, flags | STAYS_LOADED)


class Later(ModuleType):
    """Stands in for a module of which functions alone are used: it is imported when one of them is called."""

    def __getattr__(self, name: str) -> Callable[..., Any]:
        """Something to be called."""
        if name.startswith("__"):
            raise AttributeError(name)
        return partial(_call, self.__name__, name)


@contextmanager
def quickly() -> Iterator[None]:
    """Import WeasyPrint meanwhile."""
    parsing, later = cffi.FFI, [name for name in SELDOM_USED if name not in sys.modules]
    cffi.FFI = Declared
    sys.modules.update({name: Later(name) for name in later})
    try:
        yield
    finally:
        cffi.FFI = parsing
        for name in later:
            del sys.modules[name]


def _call(module: str, name: str, *arguments: Any, **keywords: Any) -> Any:
    return getattr(import_module(module), name)(*arguments, **keywords)
