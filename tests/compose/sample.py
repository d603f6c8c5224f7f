"""Publications composed from the sample glossary in memory."""

from dataclasses import replace
from functools import lru_cache
from pathlib import Path

from glossary_publish.compose import compose
from glossary_publish.diagnostics import Diagnostic, PublishError
from glossary_publish.glossary import Glossary
from glossary_publish.layout import Layout, PartSpec, load_layout
from glossary_publish.publication import Part, Publication, texts
from glossary_publish.workspace import DiskWorkspace
from tests.glossary.clinics.sample import SLUG, clinic
from tests.glossary.sample import ARTICLE, edited, loaded

ROOT = Path(__file__).resolve().parents[2]

OTHER = "content/articles/other.md"
LISTS = """\
actions:
  - Ask.
questions_to_ask:
  - How long will it take?
also_known_as:
  - attempt
  - test run
related:
  - other
key_points:"""


@lru_cache
def layout(name: str = "handout") -> Layout:
    """A layout of the project."""
    return load_layout(DiskWorkspace(ROOT), name)


def listing(*parts: tuple[str, str], name: str = "handout") -> Layout:
    """A layout that lists some parts, each in a form."""
    return replace(layout(name), parts=tuple(PartSpec(id, form) for id, form in parts))


def glossary(*changes: dict[str, str]) -> Glossary:
    """The sample glossary with some files put in place of others; nothing in it may be at fault."""
    whole, report = loaded(*changes)
    report.stop_if_failed()
    return whole


def composed(*changes: dict[str, str], on: Layout | None = None, slug: str = "trial") -> Publication:
    """The sample article for a layout, with some files of its glossary changed."""
    whole = glossary(*changes)
    (article,) = (article for article in whole.articles if article.slug == slug)
    return compose(whole, article, on or layout())


def compose_for_clinic(*changes: dict[str, str], on: Layout | None = None, slug: str = SLUG) -> Publication:
    """The same for a clinic."""
    whole = glossary(clinic(), *changes).for_clinic(slug)
    (article,) = (article for article in whole.articles if article.slug == "trial")
    return compose(whole, article, on or layout())


def article(*changes: tuple[str, str]) -> dict[str, str]:
    """The sample article with some words changed."""
    return edited(ARTICLE, *changes)


def fault_of(error: PublishError) -> Diagnostic:
    """The one diagnostic of an error."""
    (found,) = error.diagnostics
    assert found.help
    return found


def part(publication: Publication, id: str) -> Part:
    """The one part with an id."""
    (found,) = (part for part in publication.parts if part.id == id)
    return found


def lines(publication: Publication, id: str) -> list[str]:
    """The texts of a part, one for each smallest block."""
    return list(texts(part(publication, id).blocks))


def ids(publication: Publication) -> list[str]:
    """The ids of all parts in their order."""
    return [part.id for part in publication.parts]


def everything(publication: Publication) -> str:
    """All words that an edition shows, its page lines too."""
    shown = [text for part in publication.parts for text in texts(part.blocks)]
    return "\n".join([*shown, *(line.text for line in publication.furniture)])


def complete(*changes: tuple[str, str]) -> dict[str, str]:
    """The sample article with every list that front matter can have, and the article that it is related to."""
    return article(("key_points:", LISTS), *changes) | edited(
        ARTICLE, ("term: Trial", "term: Other term"), to=OTHER
    )
