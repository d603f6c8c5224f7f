"""One made-up article: its front matter and its text."""

import json
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from random import Random

from bench.corpus.blocks import Writer
from bench.corpus.naming import Name
from bench.corpus.sources import keys
from bench.corpus.words import Speaker

# Of a hundred articles so many have a text of so many words: the median is about that of the sample glossary.
LENGTHS = ((30, 120, 240), (45, 240, 360), (20, 450, 800), (5, 1200, 2000))
UPDATED, DUE = date(2025, 1, 1), date(2095, 1, 1)  # reviews fall due when nobody measures any more
AUDIENCES = ("[clients]", "[clinicians]", "[clients, clinicians]")
SECTION = (60, 220)  # words of a section
DEEPEST = 4


def article(name: Name, others: Sequence[Name], seed: int) -> str:
    """The file of an article; `others` are those that it can lead to."""
    speaker = Speaker(Random(f"{seed} {name.slug}"))
    chance = speaker.chance
    near = chance.sample(others, min(len(others), chance.randint(2, 5)))
    cited, also = _sources(chance)
    writer = Writer(speaker, cited, near)
    (row,) = chance.choices(LENGTHS, [row[0] for row in LENGTHS])
    body = "\n\n".join(_body(writer, chance.randint(*row[1:])))
    notes = "\n".join(f"[^{number}]: {text}" for number, text in enumerate(writer.notes, 1))
    head = "\n".join(_front_matter(name, speaker, near, also))
    return "\n\n".join(filter(None, (f"---\n{head}\n---\n{body}", notes))) + "\n"


def _sources(chance: Random) -> tuple[list[str], list[str]]:
    """What an article can cite, and what it lists beside."""
    drawn = chance.sample(keys(), chance.randint(4, 14))
    beside = chance.choice((0, 0, 0, 1, 2))
    return drawn[beside:], drawn[:beside]


def _front_matter(name: Name, speaker: Speaker, near: Sequence[Name], also: Sequence[str]) -> Iterator[str]:
    chance = speaker.chance
    title = f"Sample entry {name.number}: the {name.quality} {name.thing}, {speaker.phrase('about')}"
    yield f"title: {json.dumps(title)}"
    yield f"term: {name.term}"
    yield from _listed(
        "also_known_as", dict.fromkeys(speaker.phrase("known_as") for _ in range(chance.randint(0, 2)))
    )
    yield f"description: {json.dumps(speaker.sentence('description', thing=name.thing, things=name.things))}"
    yield "category: Sample data"
    yield f"audience: {chance.choice(AUDIENCES)}"
    yield f"version: {chance.randint(1, 4)}.{chance.randint(0, 9)}"
    yield f"updated: {UPDATED + timedelta(chance.randrange(365))}"
    yield from ("reviewed:", "  by: Sample Data Team", "  sample: true")
    yield f"  due: {DUE + timedelta(chance.randrange(365))}"
    yield "status: published"
    yield from _listed("key_points", speaker.sentences(3, 5, "point"))
    yield from _listed("actions", speaker.sentences(2, 3, "action") if speaker.happens(0.8) else ())
    yield from _listed(
        "questions_to_ask", speaker.sentences(2, 3, "question") if speaker.happens(0.8) else ()
    )
    yield from _listed("related", [other.slug for other in near])
    yield from _listed("references", also)


def _listed(key: str, lines: Sequence[str] | dict[str, None]) -> Iterator[str]:
    if lines:
        yield f"{key}:"
        yield from (f"  - {line}" for line in lines)


def _body(writer: Writer, words: int) -> Iterator[str]:
    """Sections until there are about so many words; the last one often answers questions."""
    speaker = writer.speaker
    asked = speaker.happens(0.5)
    left = words - (70 if asked else 0)
    depth = 2
    while left > 0:
        text = list(_section(writer, depth, min(left, speaker.chance.randint(*SECTION))))
        left -= sum(len(block.split()) for block in text)
        yield from text
        deeper = words > SECTION[1] and speaker.happens(0.4)
        depth = min(depth + 1, DEEPEST) if deeper else 2
    if asked:
        yield "## Questions people ask {.faq}"
        for question in speaker.sentences(2, 3, "question"):
            yield f"### {question}"
            yield " ".join(speaker.sentences(2, 3))


def _section(writer: Writer, depth: int, words: int) -> Iterator[str]:
    yield f"{'#' * depth} {writer.speaker.sentence('heading')}"
    made = 0
    while made < words:
        block = writer.any() if made and writer.speaker.happens(0.35) else writer.paragraph()
        made += len(block.split())
        yield block
