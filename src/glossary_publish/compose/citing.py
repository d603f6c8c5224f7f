"""The article's own text made whole: citations get their marks, notes their ways back, links their targets."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache

from glossary_publish.article import Article, Citation, CitationItem, Inline, Link, Note, NoteReference
from glossary_publish.bibliography.formatting import (
    Cited,
    Formatted,
    FormattedEntry,
    format_ahead,
    format_citations,
)
from glossary_publish.bibliography.reference import Reference
from glossary_publish.bibliography.style import CitationStyle
from glossary_publish.compose.rewriting import Blocks, Rewriter
from glossary_publish.same import Same

ARTICLE_LINK = "article:"


@dataclass(frozen=True, slots=True)
class CitedText:
    """An article's text with all that is printed in it, and the references that it cites or lists.

    `cited_at` holds the anchors of the citations of each reference, by its key.
    """

    body: Blocks
    notes: tuple[Note, ...]
    references: tuple[FormattedEntry, ...]
    cited_at: Mapping[str, tuple[str, ...]]


def cited_text(
    article: Article, style: CitationStyle, references: Mapping[str, Reference], site: str
) -> CitedText:
    """Fill in everything that the text of an article leaves to its glossary."""
    formatted = format_citations(style, references, *_cited(Same(article)))
    filler = _Filler(formatted, site)
    rewriter = Rewriter(filler.inline)
    body = rewriter.blocks(article.blocks)
    notes = [replace(note, blocks=rewriter.blocks(note.blocks)) for note in article.notes]
    return CitedText(
        body,
        tuple(replace(note, marked_at=filler.marks_of(note)) for note in notes),
        formatted.entries,
        {key: tuple(dict.fromkeys(anchors)) for key, anchors in filler.cited_at.items()},
    )


def linked(blocks: Blocks, site: str) -> Blocks:
    """Blocks that hold no citations and notes, with their links to articles led to the site."""
    filler = _Filler(Formatted((), ()), site)
    return Rewriter(filler.inline).blocks(blocks)


def without_targets(text: CitedText) -> CitedText:
    """The same for an edition that does not list the references: what is cited leads nowhere in it."""

    def plain(inline: Inline) -> Inline:
        if isinstance(inline, Citation):
            return replace(inline, marks=tuple(replace(mark, target="") for mark in inline.marks))
        return inline

    rewriter = Rewriter(plain)
    notes = (replace(note, blocks=rewriter.blocks(note.blocks)) for note in text.notes)
    return replace(text, body=rewriter.blocks(text.body), notes=tuple(notes))


def format_next(
    articles: Iterable[Article], style: CitationStyle, references: Mapping[str, Reference]
) -> None:
    """Have the citations of articles formatted in one go that will be composed next."""
    format_ahead(style, references, [_cited(Same(article)) for article in articles])


@lru_cache(maxsize=32)
def _cited(same: Same[Article]) -> Cited:
    """The items of all citations in the order in which they are filled in, and what is listed without one."""
    article, found = same.value, list[tuple[CitationItem, ...]]()

    def look(inline: Inline) -> Inline:
        if isinstance(inline, Citation):
            found.append(inline.items)
        return inline

    looker = Rewriter(look)
    for blocks in (article.blocks, *(note.blocks for note in article.notes)):
        looker.blocks(blocks)
    keys = {item.key for items in found for item in items}
    return found, [line.text for line in article.references if line.text not in keys]


class _Filler:
    """Fills in inlines in reading order, and keeps where each reference and note was met."""

    def __init__(self, formatted: Formatted, site: str) -> None:
        self.marks = iter(formatted.citations)
        self.site = site
        self.citations = 0
        self.cited_at: dict[str, list[str]] = {}
        self.marked_at: dict[int, list[str]] = {}

    def inline(self, inline: Inline) -> Inline:
        """An inline with what is printed in it."""
        match inline:
            case Citation():
                return self._citation(inline)
            case NoteReference():
                return self._note_reference(inline)
            case Link():
                return Link(self._target(inline.target), inline.children)
            case _:
                return inline

    def marks_of(self, note: Note) -> tuple[str, ...]:
        """The anchors of the marks of a note."""
        return tuple(self.marked_at.get(note.number, ()))

    def _citation(self, citation: Citation) -> Citation:
        self.citations += 1
        anchor = f"cite-{self.citations}"
        for item in citation.items:
            self.cited_at.setdefault(item.key, []).append(anchor)
        return replace(citation, marks=next(self.marks), anchor=anchor)

    def _note_reference(self, reference: NoteReference) -> NoteReference:
        marks = self.marked_at.setdefault(reference.number, [])
        again = f"-{len(marks) + 1}" if marks else ""
        marks.append(f"note-mark-{reference.number}{again}")
        return NoteReference(reference.number, marks[-1])

    def _target(self, target: str) -> str:
        if target.startswith(ARTICLE_LINK):
            return f"{self.site}/{target.removeprefix(ARTICLE_LINK)}"
        return target
