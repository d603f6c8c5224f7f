"""The printed marks of citations: each shows and leads to the references that its source names, and says nothing else."""

import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence

from glossary_publish.article import (
    Block,
    BulletList,
    Citation,
    CitationItem,
    DefinitionList,
    Emphasis,
    Figure,
    Heading,
    Inline,
    LanguageSpan,
    Link,
    Mark,
    NoteList,
    OrderedList,
    Paragraph,
    Quote,
    ReferenceEntry,
    Strong,
    Table,
)
from glossary_publish.diagnostics import Report
from glossary_publish.publication import Part
from glossary_publish.verify.conservation.comparison import HELP, words_added, words_lost
from glossary_publish.verify.conservation.fields import Fields
from glossary_publish.verify.conservation.printed import sayable
from glossary_publish.verify.conservation.styles import Style

NUMBERS = re.compile(r"(\d+)(?:\s*[-–]\s*(\d+))?")
DASHES = ("-", "–")

PIECE = re.compile(r"[^\W\d_]+|\d+")
YEAR_LETTERS = "abcdefgh"  # what tells apart sources of one author and year
BRACKETS = (("(", ")"), ("[", "]"))


def check_marks(
    part: Part,
    entries: Sequence[ReferenceEntry],
    references: Mapping[str, Fields],
    style: Style,
    report: Report,
) -> None:
    """Look at every citation of a part."""
    by_key = {entry.key: entry for entry in entries}
    for citation in citations_of(part.blocks):
        _check(part.id, citation, by_key, references, style, report)


def _check(
    part: str,
    citation: Citation,
    entries: Mapping[str, ReferenceEntry],
    references: Mapping[str, Fields],
    style: Style,
    report: Report,
) -> None:
    text = "".join(mark.text for mark in citation.marks)
    keys = [item.key for item in citation.items]
    if any(key not in entries for key in keys):
        return  # the list of references lacks the entry, and that is told
    wanted = [entries[key] for key in keys]
    numbered = all(entry.number for entry in wanted)
    targets = {mark.target for mark in citation.marks if mark.target}
    ranges = list(_numbers(citation)) if numbered else []
    shown = {number for numbers in ranges for number in numbers}
    within = {f"reference-{number}" for numbers in ranges for number in numbers[1:-1]}
    lost = {entry.anchor for entry in wanted} - targets - within
    crossed = {
        mark.target for mark in citation.marks if numbered and mark.target and not _shows_its_number(mark)
    }
    if lost or crossed or targets - {entry.anchor for entry in wanted}:
        message = f"the citation {text!r} leads to {_told(targets)}, and should to {_told(e.anchor for e in wanted)}"
        report.error("mark-leads-astray", message, citation.span, HELP, part)
    if numbered and shown != {entry.number for entry in wanted}:
        message = f"the citation {text!r} should show {', '.join(str(entry.number) for entry in wanted)}"
        report.error("mark-leads-astray", message, citation.span, HELP, part)
    said = _plain(text)
    if any(text.count(one) != text.count(other) for one, other in BRACKETS):
        message = f"the citation {text!r} has a bracket without its partner"
        report.error("mark-leads-astray", message, citation.span, HELP, part)
    lost_words = [word for item in citation.items for word in _own(item) if word not in said]
    if lost_words:
        words_lost(part, lost_words, citation.span, report)
    allowed = {word for item in citation.items for word in _own(item)}
    allowed |= {str(number) for number in shown} | style.own
    if not numbered:
        allowed |= {
            piece
            for key in keys
            for word in sayable(references.get(key, {}), style)
            for piece in _plain(word)
        }
    extra = [word for word in said if word not in allowed and word not in YEAR_LETTERS]
    if extra:
        words_added(part, extra, citation.span, report)


def _shows_its_number(mark: Mark) -> bool:
    number = NUMBERS.search(mark.text)
    return number is None or mark.target == f"reference-{number[1]}"


def _numbers(citation: Citation) -> Iterator[range]:
    """The numbers that a mark shows, in ranges of one or more.

    What leads to a reference shows its number first, and then the place in it. Between two of them a dash makes a range.
    """
    shown = ""
    for mark in citation.marks:
        number = NUMBERS.search(mark.text) if mark.target else None
        shown += number[0] if number else mark.text if mark.text.strip() in DASHES else ";"
    for first, last in NUMBERS.findall(shown):
        yield range(int(first), int(last or first) + 1)


def _own(item: CitationItem) -> Iterator[str]:
    """The words that an author set beside a key."""
    for piece in (item.prefix, item.locator, item.suffix):
        yield from _plain(piece)


def _plain(text: str) -> list[str]:
    """Words and numbers, even where they are joined (`pp9`, `2011a`)."""
    return PIECE.findall(unicodedata.normalize("NFC", text).casefold())


def _told(anchors: Iterable[str]) -> str:
    return ", ".join(sorted(set(anchors))) or "nothing"


def citations_of(blocks: Iterable[Block]) -> Iterator[Citation]:
    """All citations in some blocks."""
    for block in blocks:
        match block:
            case Heading() | Paragraph():
                yield from _within(block.children)
            case BulletList() | OrderedList():
                for item in block.items:
                    yield from citations_of(item.blocks)
            case DefinitionList():
                for entry in block.entries:
                    for term in entry.terms:
                        yield from _within(term)
                    for meaning in entry.meanings:
                        yield from citations_of(meaning)
            case Table():
                for row in (block.header, *block.rows):
                    for cell in row:
                        yield from _within(cell.children)
            case Quote():
                yield from citations_of(block.blocks)
            case Figure():
                yield from _within(block.caption)
            case NoteList():
                for note in block.notes:
                    yield from citations_of(note.blocks)
            case _:
                pass


def _within(inlines: Iterable[Inline]) -> Iterator[Citation]:
    for inline in inlines:
        match inline:
            case Citation():
                yield inline
            case Emphasis() | Strong() | LanguageSpan() | Link():
                yield from _within(inline.children)
            case _:
                pass
