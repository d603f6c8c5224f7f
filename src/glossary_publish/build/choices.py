"""What an edition is made of where it might be something else.

The hashes of what was read do not tell that another file fits better now: a notice for the region of a clinic, a
related article that has been mended or translated, strings for a narrower language. Of other articles no more is
shown than what stands in parentheses here. And of the file of all references an edition has only its own entries.
"""

import json
from collections.abc import Iterable, Mapping
from functools import lru_cache

from glossary_publish.article import Article
from glossary_publish.bibliography.reference import Reference
from glossary_publish.compose.boilerplate import boilerplate_of
from glossary_publish.diagnostics import PublishError
from glossary_publish.glossary import Glossary
from glossary_publish.glossary.strings import string_paths
from glossary_publish.publication import sha256
from glossary_publish.same import Same

REFERENCE = "reference "
ENOUGH = 20  # characters of a hash to tell what an entry was from what it is


def choices(glossary: Glossary, article: Article) -> dict[str, str]:
    """What was chosen for an article, by what it is for."""
    language = article.language
    related = [glossary.article(line.text, language) for line in article.related]
    original = glossary.article(article.slug, glossary.language) if article.translates else None
    found = {
        "boilerplate": _boilerplate(glossary, article),
        "related articles": [f"{one.path} ({one.term})" for one in related if one],
        "original": [f"{original.path} ({original.version}: {original.title})"] if original else [],
        "strings": string_paths(language, glossary.sources),
        "citation style": glossary.styles[language].paths,
    }
    chosen = {name: ", ".join(paths) for name, paths in found.items() if paths}
    return chosen | _entries(glossary, glossary.cited[article.path])


def entries_again(glossary: Glossary, before: Mapping[str, str]) -> tuple[dict[str, str], dict[str, str]]:
    """The entries of references among what was chosen, and what they are now; those that are gone are left out."""
    then = {name: entry for name, entry in before.items() if name.startswith(REFERENCE)}
    return then, _entries(glossary, (name.removeprefix(REFERENCE) for name in then))


def _entries(glossary: Glossary, keys: Iterable[str]) -> dict[str, str]:
    known = glossary.references
    return {f"{REFERENCE}{key}": _entry(Same(known[key])) for key in keys if key in known}


@lru_cache(maxsize=4096)
def _entry(same: Same[Reference]) -> str:
    """What an entry says, wherever it stands in its file."""
    reference = same.value
    said = json.dumps([reference.kind, reference.data], sort_keys=True)
    return f"entry {sha256(said.encode())[:ENOUGH]}"


def _boilerplate(glossary: Glossary, article: Article) -> list[str]:
    try:
        return [text.path for text in boilerplate_of(glossary, article)]
    except PublishError:
        return []
