"""A change to a clean document, and the faults that it must have.

A change is words in a part that are there once, and what comes in their place. A mutant without codes is no
fault of the file: another thing is read from it.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Mutant:
    """Changes to the text of parts, files that are added, and parts that are taken away."""

    codes: frozenset[str]
    changes: tuple[tuple[str, str, str], ...] = ()
    more: tuple[tuple[str, bytes], ...] = ()
    without: tuple[str, ...] = ()

    def apply(self, parts: Mapping[str, str]) -> dict[str, str]:
        """The parts after the changes."""
        changed = {kind: text for kind, text in parts.items() if kind not in self.without}
        for kind, old, new in self.changes:
            times = changed[kind].count(old)
            assert times == 1, f"{old!r} is there {times} times"
            changed[kind] = changed[kind].replace(old, new)
        return changed


MUTANTS: dict[str, Mutant] = {}


def mutant(
    name: str,
    codes: str,
    *changes: tuple[str, str, str],
    more: tuple[tuple[str, bytes], ...] = (),
    without: tuple[str, ...] = (),
) -> None:
    """Keep a mutant; `codes` are parted by spaces."""
    assert name not in MUTANTS, name
    MUTANTS[name] = Mutant(frozenset(codes.split()), changes, more, without)


def text(name: str, codes: str, old: str, new: str) -> None:
    """Keep a mutant of the main part."""
    mutant(name, codes, ("document", old, new))


def after(name: str, codes: str, old: str, more: str) -> None:
    """Keep a mutant of the main part that has something more after something."""
    text(name, codes, old, old + more)


def before(name: str, codes: str, old: str, more: str) -> None:
    """Keep a mutant of the main part that has something more before something."""
    text(name, codes, old, more + old)
