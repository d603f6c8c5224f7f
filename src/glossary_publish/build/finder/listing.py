"""What a page for finding sheets lists: topics, their texts in each language and version, and the files of each."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter

from glossary_publish.build.manifest import Entry
from glossary_publish.formats import FORMATS

NUMBER = re.compile(r"[0-9]+")
Age = tuple[str, tuple[int, ...]]


@dataclass(frozen=True, slots=True)
class Text:
    """What one or several files say: an article in one language and version. `older` if there is a newer one."""

    language: str
    title: str
    term: str
    also_known_as: tuple[str, ...]
    category: str
    version: str
    updated: str
    due: str
    code: str
    older: bool
    files: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Topic:
    """An article in all languages that there are files in; the text that names it stands first."""

    slug: str
    texts: tuple[Text, ...]


def topics(entries: Iterable[Entry], language: str) -> tuple[Topic, ...]:
    """What there is, by title; texts in the language of the page first, and of each language the newest."""
    by_slug = sorted(entries, key=attrgetter("slug", "path"))
    found = [
        Topic(slug, _texts(list(group), language)) for slug, group in groupby(by_slug, attrgetter("slug"))
    ]
    return tuple(sorted(found, key=lambda topic: (topic.texts[0].title.casefold(), topic.slug)))


def _texts(entries: list[Entry], language: str) -> tuple[Text, ...]:
    groups: dict[tuple[str, ...], list[Entry]] = {}
    for entry in entries:
        groups.setdefault(_facts(entry), []).append(entry)
    newest: dict[str, Age] = {}
    texts = []
    for facts, files in sorted(groups.items(), key=lambda group: (_age(group[1][0]), group[0]), reverse=True):
        updated, version, spoken, due, code, title, term, also_known_as, category = facts
        names = tuple(also_known_as.split("\n")) if also_known_as else ()
        age = _age(files[0])
        older = age < newest.setdefault(spoken, age)
        ordered = _in_order(files)
        texts.append(Text(spoken, title, term, names, category, version, updated, due, code, older, ordered))
    return tuple(sorted(texts, key=lambda text: (text.language != language, text.language)))


def _age(entry: Entry) -> Age:
    """What tells an older text from a newer one: its date, then its version, number by number."""
    return entry.topic.get("updated", ""), tuple(map(int, NUMBER.findall(entry.version)))


def _facts(entry: Entry) -> tuple[str, ...]:
    """All that a text says of itself."""
    topic = entry.topic
    title, term, updated = topic.get("title", entry.slug), topic.get("term", ""), topic.get("updated", "")
    names, category = topic.get("also_known_as", ""), topic.get("category", "")
    return updated, entry.version, entry.language, entry.valid_until, entry.code, title, term, names, category


def _in_order(files: list[Entry]) -> tuple[Entry, ...]:
    """Formats as the table of formats has them; of each, the usual layout first: names leave it out."""
    ranks, shortest = list(FORMATS), dict[str, int]()
    for entry in files:
        shortest[entry.layout] = min(len(entry.path), shortest.get(entry.layout, len(entry.path)))
    return tuple(
        sorted(
            files,
            key=lambda entry: (
                ranks.index(entry.format),
                shortest[entry.layout],
                entry.layout,
                len(entry.path),
                entry.path,
            ),
        )
    )
