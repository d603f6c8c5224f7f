"""The lists that plain language is measured with: data files in `data/`, read once."""

import tomllib
from functools import cache
from pathlib import Path
from typing import Any

from glossary_publish.glossary.languages import broader

FOLDER = Path(__file__).parent / "data"
ANY = "any"  # what holds in every language


@cache
def table(name: str) -> dict[str, Any]:
    """A data file of this room."""
    return tomllib.loads((FOLDER / f"{name}.toml").read_text("utf-8"))


@cache
def words(name: str, key: str, language: str) -> frozenset[str]:
    """The words of a list in a language, in those that it narrows, and in any."""
    tables = [table(name).get(tag, {}) for tag in (*broader(language), ANY)]
    return frozenset(word for found in tables for word in found.get(key, ()))


@cache
def irregular_words() -> dict[str, int]:
    """English words whose syllables no rule counts, with their number."""
    return {word: int(count) for count, words in table("syllables").items() for word in words.split()}
