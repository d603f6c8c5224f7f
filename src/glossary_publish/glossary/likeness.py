"""Guessing what a misspelt name was meant to be."""

from collections.abc import Iterable
from difflib import get_close_matches


def did_you_mean(name: str, known: Iterable[str], otherwise: str) -> str:
    """The help for an unknown name: the known one that is most like it, or what to do otherwise."""
    names = {one.lower(): one for one in sorted(known)}
    close = get_close_matches(name.lower(), names, n=1)
    return f"did you mean {names[close[0]]}?" if close else otherwise
