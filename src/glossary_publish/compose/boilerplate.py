"""Which boilerplate an article carries: one text for each role, and those that it asks for itself."""

from collections.abc import Callable, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import lru_cache

from glossary_publish.article import Article
from glossary_publish.diagnostics import PublishError, Span, fault
from glossary_publish.glossary.model import ANY, Boilerplate, Glossary
from glossary_publish.same import Same


def boilerplate_of(glossary: Glossary, article: Article) -> tuple[Boilerplate, ...]:
    """The text of each role in the order of the settings, then those of the article's front matter.

    Raises `PublishError` when a role has no text, or more than one that is as good as the other.
    """
    chosen = [_for_role(glossary, article, role) for role in glossary.roles]
    named = [_by_id(glossary, line.text, article.language) for line in article.boilerplate]
    return tuple({text.id: text for text in (*chosen, *named)}.values())


def boilerplate_anywhere(glossary: Glossary, article: Article) -> tuple[Boilerplate, ...]:
    """What the article carries in the region of the glossary and in that of any clinic, each text once.

    Raises `PublishError` as `boilerplate_of` does for the glossary; a clinic whose region has no text has no edition.
    """
    found = {text.id: text for text in boilerplate_of(glossary, article)}
    for region in sorted({clinic.region for clinic in glossary.clinics} - {glossary.region}):
        with suppress(PublishError):
            found |= {text.id: text for text in boilerplate_of(replace(glossary, region=region), article)}
    return tuple(found.values())


def _for_role(glossary: Glossary, article: Article, role: str) -> Boilerplate:
    asked, texts = _fitting(
        Same(glossary.boilerplate), role, glossary.region, article.language, article.audience
    )
    if len(texts) != 1:
        raise _not_one(glossary, article, role, asked, texts)
    return texts[0]


@lru_cache(maxsize=256)
def _fitting(
    boilerplate: Same[tuple[Boilerplate, ...]],
    role: str,
    region: str,
    language: str,
    audience: tuple[str, ...],
) -> tuple[str, Sequence[Boilerplate]]:
    """Narrow the texts of a role down by region, language and audience; what fits exactly goes before the rest.

    Comes with what was asked for, in words.
    """
    steps: tuple[tuple[str, Callable[[Boilerplate], int]], ...] = (
        (f"region {region}", lambda text: _for_region(text, region)),
        (f"language {language}", lambda text: text.serves(language)),
        (f"audience {' and '.join(audience)}", lambda text: _for_audience(text, audience)),
    )
    texts = [text for text in boilerplate.value if text.role == role]
    asked = f"role {role!r}"
    for name, fit in steps:
        asked += f", {name}"
        best = max(map(fit, texts), default=0)
        texts = [text for text in texts if best and fit(text) == best]
    return asked, tuple(texts)


def _for_region(text: Boilerplate, region: str) -> int:
    return 2 if text.region == region else int(text.region == ANY)


def _for_audience(text: Boilerplate, audience: Sequence[str]) -> int:
    """A text for clients alone is no better than one for anybody if clinicians read the article too."""
    if set(audience) == {text.audience}:
        return 3
    return 2 if text.audience == ANY else int(text.audience in audience)


def _by_id(glossary: Glossary, id: str, language: str) -> Boilerplate:
    texts = [text for text in glossary.boilerplate if text.id == id]
    return max(texts, key=lambda text: text.serves(language))


def _not_one(
    glossary: Glossary, article: Article, role: str, asked: str, texts: Sequence[Boilerplate]
) -> PublishError:
    place = glossary.clinic.place("region") if glossary.clinic else Span(article.path)
    if texts:
        names = " and ".join(sorted(text.path for text in texts))
        message = f"{names} are both there for {asked}"
        help = "give one of them another region or audience"
        return fault(PublishError, "ambiguous-boilerplate", message, place, help)
    message = f"no boilerplate is there for {asked}"
    help = f"add content/boilerplate/<id>.{article.language}.md with role: {role}"
    return fault(PublishError, "no-boilerplate-for-role", message, place, help)
