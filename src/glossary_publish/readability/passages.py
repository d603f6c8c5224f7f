"""The text of an article as a reader meets it: sections of passages, in the order of its editions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from typing import assert_never

from glossary_publish.article import (
    Article,
    Block,
    BulletList,
    Citation,
    Code,
    CodeBlock,
    DefinitionList,
    Emphasis,
    FactList,
    Figure,
    Heading,
    Inline,
    LanguageSpan,
    Line,
    LineBreak,
    Link,
    NoteList,
    NoteReference,
    OrderedList,
    Paragraph,
    QrCode,
    Quote,
    ReferenceList,
    Strong,
    Table,
    Text,
)
from glossary_publish.diagnostics import Span

SECTION = 2  # the level of the headings that begin a section
IN_BRIEF, BEFORE, NOTES = "(front matter)", "(before the first heading)", "(notes)"


@dataclass(frozen=True, slots=True)
class Passage:
    """A text that is read without a break. `notes` are the numbers of the footnotes that it points to.

    One that is not `scored` has no sentences: a heading, a term, a cell of a table, a name.
    """

    text: str
    span: Span
    scored: bool = True
    notes: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A heading of the article and what stands below it; for what has no heading, its name in parentheses."""

    name: str
    span: Span
    passages: tuple[Passage, ...]


def sections_of(article: Article) -> tuple[Section, ...]:
    """The sections of an article that have words: its front matter, its text, its footnotes."""
    found = [Section(IN_BRIEF, article.place("description"), tuple(_front(article))), *_body(article)]
    if article.notes:
        inner = [passage for note in article.notes for passage in _passages(note.blocks)]
        found.append(Section(NOTES, article.notes[0].span, tuple(inner)))
    return tuple(section for section in found if section.passages)


def note_passages(article: Article) -> dict[int, tuple[Passage, ...]]:
    """The passages of each footnote, by its number."""
    return {note.number: tuple(_passages(note.blocks)) for note in article.notes}


def _front(article: Article) -> Iterator[Passage]:
    yield Passage(article.title, article.place("title"), scored=False)
    yield from (Passage(line.text, line.span, scored=False) for line in article.also_known_as)
    yield Passage(article.description, article.place("description"))
    lines: tuple[Line, ...] = (*article.key_points, *article.actions, *article.questions_to_ask)
    yield from (Passage(line.text, line.span) for line in lines)


def _body(article: Article) -> Iterator[Section]:
    name, span, inner = BEFORE, Span(article.path), list[Passage]()
    for block in article.blocks:
        if isinstance(block, Heading) and block.level == SECTION:
            yield Section(name, span, tuple(inner))
            name, span, inner = _words(block.children), block.span, []
        inner += _passages([block])
    yield Section(name, span, tuple(inner))


def _passages(blocks: Iterable[Block]) -> Iterator[Passage]:
    """The passages of some blocks. Quotations are left out: nobody may reword them."""
    for block in blocks:
        match block:
            case Heading():
                yield _passage(block.children, block.span, scored=False)
            case Paragraph():
                yield _passage(block.children, block.span)
            case BulletList() | OrderedList():
                for item in block.items:
                    yield from _passages(item.blocks)
            case DefinitionList():
                for entry in block.entries:
                    yield from (_passage(term, block.span, scored=False) for term in entry.terms)
                    for meaning in entry.meanings:
                        yield from _passages(meaning)
            case Table():
                for row in (block.header, *block.rows):
                    yield from (_passage(cell.children, block.span, scored=False) for cell in row)
            case Figure():
                yield _passage(block.caption, block.span, scored=False)
            case Quote() | CodeBlock() | FactList() | ReferenceList() | NoteList() | QrCode():
                pass
            case _:
                assert_never(block)


def _passage(inlines: tuple[Inline, ...], span: Span, scored: bool = True) -> Passage:
    return Passage(_words(inlines), span, scored, tuple(_notes(inlines)))


def _words(inlines: Iterable[Inline]) -> str:
    """The words of some inlines, without citations, marks and literal characters."""
    return "".join(map(_words_of, inlines))


def _words_of(inline: Inline) -> str:
    match inline:
        case Text():
            return inline.text
        case LineBreak():
            return " "
        case Emphasis() | Strong() | LanguageSpan() | Link():
            return _words(inline.children)
        case Code() | Citation() | NoteReference():
            return ""
        case _:
            assert_never(inline)


def _notes(inlines: Iterable[Inline]) -> Iterator[int]:
    for inline in inlines:
        match inline:
            case NoteReference():
                yield inline.number
            case Emphasis() | Strong() | LanguageSpan() | Link():
                yield from _notes(inline.children)
            case Text() | Code() | LineBreak() | Citation():
                pass
            case _:
                assert_never(inline)
