"""citeproc-js in V8: loaded at the first use, kept for the life of the process, closed at its end."""

import atexit
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass
from functools import cache, lru_cache
from hashlib import sha256
from importlib.resources import files
from typing import TYPE_CHECKING, Any

from glossary_publish.bibliography.style import FOLDER, CitationStyle
from glossary_publish.bibliography.tree import root_of, tree
from glossary_publish.diagnostics import EnvironmentFault, PublishError, Span, UsageError, fault

if TYPE_CHECKING:
    from py_mini_racer import MiniRacer

# V8 compiles what runs often, which halves the time of an article; its last and slowest compiler costs more than it
# spares. Where a system refuses program code that is written into memory, V8 would end the process, and interprets.
COMPILING, INTERPRETING = ("--single-threaded", "--no-opt"), ("--single-threaded", "--jitless")
# V8 sets addresses aside, not memory (it uses some 60 MB); with fewer it ends the process.
ADDRESSES = 2 << 40
LONGEST = 60.0  # seconds; an article takes about two thousandths of one
_AHEAD: dict[tuple[CitationStyle, str], str] = {}  # the answers to what will be asked next


@dataclass(frozen=True, slots=True)
class Printed:
    """What the style prints, as marked text (see engine.js). `prefix` and `suffix` surround every citation."""

    citations: tuple[str, ...]
    prefix: str
    suffix: str
    keys: tuple[str, ...]
    entries: tuple[str, ...]


def question_of(
    items: Mapping[str, Mapping[str, Any]],
    citations: Sequence[Sequence[Mapping[str, str]]],
    uncited: Sequence[str],
) -> str:
    """What the engine is asked about the citations and the other references of an article."""
    return json.dumps([items, citations, uncited], ensure_ascii=False)


@lru_cache(maxsize=256)
def run(style: CitationStyle, question: str) -> Printed:
    """Print citations and entries; the same question is answered once in a process.

    Raises `UsageError` for a style that does not compile, `PublishError` for references that it fails on.
    """
    try:
        found = json.loads(_printed(style, question))
    except _Failed as error:
        message = f"the citation style {style.name!r} fails on the references of an article: {error}"
        raise fault(PublishError, "citation-engine-failed", message, help="try the style 'ama'") from error
    return Printed(
        citations=tuple(found["citations"]),
        prefix=found["prefix"],
        suffix=found["suffix"],
        keys=tuple(found["keys"]),
        entries=tuple(found["entries"]),
    )


def run_ahead(style: CitationStyle, questions: Iterable[str]) -> None:
    """Find the answers to what will be asked next: the engine needs half as long for each of many at once.

    What it fails on is told when it is asked.
    """
    found = {question: _kept(style, question) for question in dict.fromkeys(questions)}
    fresh = [question for question, answer in found.items() if answer is None]
    if len(fresh) > 1:
        with suppress(PublishError, _Failed):
            program = f"formatAll({_prepared(style)}, [{', '.join(map(_parsed, fresh))}])"
            for question, answer in zip(fresh, json.loads(_evaluated(program)), strict=True):
                if answer is not None:
                    found[question] = _keep(style, question, answer)
    _AHEAD.clear()
    _AHEAD.update(((style, question), answer) for question, answer in found.items() if answer is not None)


def _printed(style: CitationStyle, question: str) -> str:
    """An answer as JSON: one that was found before or kept, or that of the engine, which is then kept."""
    answer = _AHEAD.get((style, question)) or _kept(style, question)
    return _keep(style, question, _asked(style, question)) if answer is None else answer


def _kept(style: CitationStyle, question: str) -> str | None:
    return None if style.answers is None else style.answers.get(_whole(style, question))


def _keep(style: CitationStyle, question: str, answer: str) -> str:
    if style.answers is not None:
        style.answers[_whole(style, question)] = answer
    return answer


def _whole(style: CitationStyle, question: str) -> str:
    return json.dumps([style.language, _hash(style.csl), _hash(style.locale), question])


@lru_cache(maxsize=8)
def _hash(data: bytes) -> str:
    return sha256(data).hexdigest()


def _asked(style: CitationStyle, question: str) -> str:
    return _evaluated(f"format({_prepared(style)}, ...{_parsed(question)})")


@cache
def _prepared(style: CitationStyle) -> int:
    arguments = json.dumps([tree(root_of(style.csl)), tree(root_of(style.locale)), style.language])
    try:
        return int(_evaluated(f"prepare(...{_parsed(arguments)})"))
    except _Failed as error:
        message = f"the citation style {style.name!r} does not compile: {error}"
        span = Span(f"{FOLDER}/{style.name}.csl")
        help = "put the file there as its publisher gives it out"
        raise fault(UsageError, "malformed-citation-style", message, span, help) from error


class _Failed(Exception):
    """The engine threw an error; the message is its first line."""


def _parsed(text: str) -> str:
    """An expression for the value of JSON: V8 reads JSON in a string faster than the same in a program."""
    return f"JSON.parse({json.dumps(text)})"


def _evaluated(expression: str) -> str:
    """The JSON of an expression."""
    machine = _machine()
    from py_mini_racer import JSEvalException, JSTimeoutException

    try:
        return str(machine.eval(f"JSON.stringify({expression})", timeout_sec=LONGEST))
    except JSTimeoutException:
        raise _Failed(f"no answer within {LONGEST:.0f} seconds") from None
    except JSEvalException as error:
        lines = [line.strip() for line in str(error).splitlines() if "Error" in line]
        raise _Failed(lines[0] if lines else str(error)) from None


@cache
def _machine() -> "MiniRacer":
    if _addresses_are_limited():
        raise _missing(
            "the address space of this process is limited", "lift the limit with: ulimit -v unlimited"
        )
    try:
        from py_mini_racer import MiniRacer, init_mini_racer

        init_mini_racer(flags=COMPILING if _may_compile() else INTERPRETING, ignore_duplicate_init=True)
        machine = MiniRacer()
    except (ImportError, OSError, RuntimeError) as error:
        raise _missing(str(error), "install the packages of requirements.lock again") from error
    # Left open, V8 hangs about every second process at its end: the thread that it calls back is gone by then.
    atexit.register(machine.close)
    folder = files("glossary_publish.bibliography")
    machine.eval("var module = {};")
    machine.eval(folder.joinpath("citeproc", "citeproc.js").read_text("utf-8"))
    machine.eval(folder.joinpath("engine.js").read_text("utf-8"))
    return machine


def _addresses_are_limited() -> bool:
    if sys.platform == "win32":
        return False  # there is no such limit
    import resource

    limit, _ = resource.getrlimit(resource.RLIMIT_AS)
    return limit != resource.RLIM_INFINITY and limit < ADDRESSES


def _may_compile() -> bool:
    """Whether this process may write program code into memory, as far as that can be tried."""
    if sys.platform != "linux":
        return False
    import mmap

    try:
        mmap.mmap(-1, mmap.PAGESIZE, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC).close()
    except OSError:
        return False
    return True


def _missing(reason: str, help: str) -> PublishError:
    message = f"the engine that formats references does not start: {reason}"
    return fault(EnvironmentFault, "citation-engine-missing", message, help=help)
