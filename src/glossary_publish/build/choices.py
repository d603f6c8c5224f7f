"""Which files an edition is made of where it might be others.

The hashes of what was read do not tell that another file fits better now: a notice for the region of a clinic, a
related article that has been mended or translated, strings for a narrower language. Of other articles no more is
shown than what stands in parentheses here.
"""

from glossary_publish.article import Article
from glossary_publish.compose.boilerplate import boilerplate_of
from glossary_publish.diagnostics import PublishError
from glossary_publish.glossary import Glossary
from glossary_publish.glossary.strings import string_paths


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
    return {name: ", ".join(paths) for name, paths in found.items() if paths}


def _boilerplate(glossary: Glossary, article: Article) -> list[str]:
    try:
        return [text.path for text in boilerplate_of(glossary, article)]
    except PublishError:
        return []
