"""The lines that repeat on pages, and the words that renderers put on marks and labels."""

from collections.abc import Iterator

from glossary_publish.compose.parts.front import day
from glossary_publish.compose.prepared import Prepared
from glossary_publish.layout import Layout
from glossary_publish.publication import Furniture


def furniture(made: Prepared, layout: Layout) -> tuple[Furniture, ...]:
    """The lines that the layout names, in its order; what else it names there is drawn by its renderer."""
    lines = {"foot": _foot, "page": _page, "draft": _draft}
    return tuple(Furniture(id, lines[id](made)) for id in layout.furniture if id in lines)


def _foot(made: Prepared) -> str:
    article, wording = made.article, made.wording
    due = article.reviewed.due
    review = (
        wording.text("foot-review-due", date=day(made, due)) if due else wording.text("foot-not-recorded")
    )
    return wording.text("foot", term=article.term, version=article.version, review=review, code=made.code)


def _page(made: Prepared) -> str:
    return made.wording.pattern("page", "page", "pages")


def _draft(made: Prepared) -> str:
    return made.wording.text("draft")


def words(made: Prepared) -> Iterator[tuple[str, str]]:
    """The strings that renderers ask for by their key."""
    wording = made.wording
    yield "contents", wording.text("contents")
    yield "backlink", wording.text("backlink")
    yield "cover-label", wording.text("cover-label", glossary=made.glossary.title)
    yield "landmark-start", wording.text("landmark-start")
    yield "note-mark", wording.pattern("note-mark", "number")
    yield "accessibility-summary", wording.text("accessibility-summary")
