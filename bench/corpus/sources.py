"""The references of a made-up glossary: nobody wrote them, and nothing stands behind their addresses."""

import json
from collections.abc import Mapping
from random import Random
from typing import Any

from bench.corpus.words import Speaker, table

COUNT = 160


def key(number: int) -> str:
    """The key of a reference."""
    return f"sample-{number:03}"


def keys() -> tuple[str, ...]:
    """The keys of all references."""
    return tuple(key(number) for number in range(1, COUNT + 1))


def references(seed: int) -> str:
    """The file content/references.yaml."""
    chance = Random(f"{seed} sources")
    entries = (_entry(number, Speaker(chance)) for number in range(1, COUNT + 1))
    return "\n\n".join(["# Made up for measurement.\nreferences:", *entries]) + "\n"


def _entry(number: int, speaker: Speaker) -> str:
    words = table("sources")
    chance = speaker.chance
    (row,) = chance.choices(words["kinds"], [row["share"] for row in words["kinds"]])
    first = chance.randint(1, 400)
    known = {
        "container-title": json.dumps(chance.choice(words["journals"])),
        "publisher": json.dumps(words["publisher"]),
        "volume": chance.randint(1, 60),
        "issue": chance.randint(1, 12),
        "page": f"{first}-{first + chance.randint(4, 20)}",
        "number": chance.randint(1, 900),
        "number-of-pages": chance.randint(90, 400),
        "URL": f"{words['address']}/{key(number)}",
        "accessed": "{date-parts: [[2025, 6, 1]]}",
    }
    lines = [
        f"  - id: {key(number)}",
        f"    type: {row['type']}",
        f"    kind: {row['kind']}",
        f"    title: {json.dumps(_title(number, speaker, words))}",
        "    author:",
        *(f"      - {{literal: {name}}}" for name in _authors(chance, words)),
        f"    issued: {{date-parts: [[{chance.randint(1990, 2024)}]]}}",
        *(f"    {field}: {known[field]}" for field in row["fields"]),
        "    language: en",
    ]
    return "\n".join(lines)


def _title(number: int, speaker: Speaker, words: Mapping[str, Any]) -> str:
    title = speaker.filled(speaker.chance.choice(words["titles"]))
    return f"{title[0].upper()}{title[1:]} ({number})"


def _authors(chance: Random, words: Mapping[str, Any]) -> list[str]:
    return [
        f"{group} {chance.randint(1, 99)}"
        for group in chance.sample(words["groups"], chance.choice((1, 1, 2, 3)))
    ]
