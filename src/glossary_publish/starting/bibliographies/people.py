"""The names of BibTeX: parted by `and`, each as Given von Family, or as von Family, Suffix, Given."""

import re
from collections.abc import Iterator

from glossary_publish.bibliography.texts import normal
from glossary_publish.starting.bibliographies.latex import text_of


def people(value: str) -> list[dict[str, str]]:
    """The names; raises `ValueError` for what is none, and for a list that is cut short with `others`."""
    found = [_person(name) for name in _parted(" ".join(value.split()), " and ")]
    if {"literal": "others"} in found:
        raise ValueError("ends with `others`, and the others are to be named")
    return found


def _person(name: str) -> dict[str, str]:
    name = name.strip()
    if not name or f"{name} ".startswith("and "):
        raise ValueError("has an empty name")
    if name.startswith("{") and _closes_at_the_end(name):
        return {"literal": normal(text_of(name))}
    parts = [part.strip() for part in _parted(name, ",")]
    if len(parts) > 3:
        raise ValueError(f"has a name with {len(parts) - 1} commas: {name!r}")
    if len(parts) == 1:
        given, family, suffix = *_turned(name), ""
    else:
        family, suffix, given = parts[0], parts[1] if len(parts) == 3 else "", parts[-1]
    said = {"family": family, "given": given, "suffix": suffix}
    texts = {part: normal(text_of(words)) for part, words in said.items() if words}
    return texts if "given" in texts else {"literal": texts.get("family", "")}


def _turned(name: str) -> tuple[str, str]:
    """Given names, and the family with the small words before it."""
    words = list(_parted(name, " "))
    first = next((place for place, word in enumerate(words[:-1]) if re.match("[a-z]", word)), len(words) - 1)
    return " ".join(words[:first]), " ".join(words[first:])


def _parted(text: str, mark: str) -> Iterator[str]:
    """The pieces between marks that stand in no braces."""
    depth, start, position = 0, 0, 0
    while position < len(text):
        depth += (text[position] == "{") - (text[position] == "}")
        if depth == 0 and text.startswith(mark, position):
            yield text[start:position]
            start = position + len(mark)
            position = start
        else:
            position += 1
    yield text[start:]


def _closes_at_the_end(name: str) -> bool:
    depth = 0
    for place, letter in enumerate(name):
        depth += (letter == "{") - (letter == "}")
        if depth == 0:
            return place == len(name) - 1
    return False
