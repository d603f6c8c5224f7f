"""citeproc-js in V8: loaded at the first use, kept for the life of the process, closed at its end."""

import atexit
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from glossary_publish.bibliography.style import CitationStyle

if TYPE_CHECKING:
    from py_mini_racer import MiniRacer


@dataclass(frozen=True, slots=True)
class Printed:
    """What the style prints, as marked text (see engine.js). `prefix` and `suffix` surround every citation."""

    citations: tuple[str, ...]
    prefix: str
    suffix: str
    keys: tuple[str, ...]
    entries: tuple[str, ...]


def run(
    style: CitationStyle,
    items: Mapping[str, Mapping[str, Any]],
    citations: Sequence[Sequence[Mapping[str, str]]],
    uncited: Sequence[str],
) -> Printed:
    """Print citations and entries; the same question is answered once."""
    question = json.dumps([items, citations, uncited], ensure_ascii=False, sort_keys=True)
    return _answer(_prepared(style), question)


@lru_cache(maxsize=256)
def _answer(style: int, question: str) -> Printed:
    found = json.loads(str(_machine().eval(f"JSON.stringify(format({style}, ...{question}))")))
    return Printed(
        citations=tuple(found["citations"]),
        prefix=found["prefix"],
        suffix=found["suffix"],
        keys=tuple(found["keys"]),
        entries=tuple(found["entries"]),
    )


@cache
def _prepared(style: CitationStyle) -> int:
    arguments = (style.csl.decode("utf-8-sig"), style.locale.decode("utf-8-sig"), style.language)
    return int(str(_machine().eval(f"String(prepare(...{json.dumps(arguments)}))")))


@cache
def _machine() -> "MiniRacer":
    from py_mini_racer import MiniRacer

    machine = MiniRacer()
    # Left open, V8 hangs about every second process at its end: its callback thread is already gone.
    atexit.register(machine.close)
    folder = files("glossary_publish.bibliography")
    machine.eval("var module = {};")
    machine.eval(folder.joinpath("citeproc", "citeproc.js").read_text("utf-8"))
    machine.eval(folder.joinpath("engine.js").read_text("utf-8"))
    return machine
