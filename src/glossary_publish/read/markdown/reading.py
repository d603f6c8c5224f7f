"""Reading a Markdown text: checks before parsing, blocks, notes, and what was defined and never used."""

from typing import Any

from markdown_it.token import Token

from glossary_publish.article import Block, Note
from glossary_publish.diagnostics import Report, Span
from glossary_publish.read.characters import check_characters
from glossary_publish.read.markdown.blocks import Reader
from glossary_publish.read.markdown.headings import Anchors, take_attributes
from glossary_publish.read.markdown.nesting import too_deep
from glossary_publish.read.markdown.notes import Notes
from glossary_publish.read.markdown.parser import parse_inlines, parser
from glossary_publish.read.markdown.source import Source, TooManyErrors

LARGEST = 256 * 1024
LARGEST_PARAGRAPH = 20_000
MOST_BRACKETS = 1_000  # in a paragraph; the parser takes time by their square

Read = tuple[tuple[Block, ...], tuple[Note, ...]]


def read_markdown(text: str, path: str, first_line: int, report: Report, language: str = "en") -> Read:
    """The blocks and notes of a text; what does not fit is reported. `first_line` is the line on which it begins."""
    found = Report()
    try:
        result = _read(text, path, first_line, found, language)
    except TooManyErrors:
        result = ((), ())
    except RecursionError:
        message = "the text is nested more deeply than can be read"
        found.error("nested-too-deep", message, Span(path, first_line, 1, 2), "make the text flatter")
        result = ((), ())
    report.extend(sorted(found, key=lambda one: (one.span.line, one.span.column) if one.span else (0, 0)))
    return result


def _read(text: str, path: str, first_line: int, report: Report, language: str) -> Read:
    if len(text) > LARGEST:
        message = f"the text has {len(text):,} characters; at most {LARGEST:,} are read"
        report.error("text-too-large", message, Span(path, first_line, 1, 2), "split the article")
        return (), ()
    if not check_characters(text, path, first_line, report, language):
        return (), ()
    source = Source(path, text.split("\n"), first_line, language, report)
    environment: dict[str, Any] = {}
    tokens = parser().parse(text, environment)
    if too_deep(tokens, source):
        return (), ()
    texts = [token for token in tokens if token.type == "inline"]
    if [token for token in texts if _too_large(token, source)]:
        return (), ()
    anchors = Anchors()
    take_attributes(tokens, source, anchors)
    for token in texts:
        parse_inlines(token, environment)
    _check_addresses(tokens, environment, source)
    reader = Reader(source, Notes(source), anchors)
    blocks = reader.blocks(tokens)
    return blocks, _notes(reader)


def _too_large(token: Token, source: Source) -> bool:
    """Report a paragraph that would take the parser too long; no honest one comes near."""
    large = len(token.content) > LARGEST_PARAGRAPH or token.content.count("[") > MOST_BRACKETS
    if large:
        message = f"the paragraph has {len(token.content):,} characters or too many brackets"
        help = f"keep it below {LARGEST_PARAGRAPH:,} characters and {MOST_BRACKETS:,} brackets"
        source.error("paragraph-too-large", message, source.block(token), help)
    return large


def _notes(reader: Reader) -> tuple[Note, ...]:
    """The notes in the order of their marks, once all other blocks are read."""
    source, notes = reader.source, reader.notes
    notes.inside = True
    found: dict[str, Note] = {}
    for first, tokens in reader.definitions:
        label, span = first.meta["label"], source.block(first)
        if label in found:
            source.error("duplicate-note", f"note {label!r} is written twice", span, "keep one of them")
            continue
        if label not in notes.marks:
            source.error(
                "unused-note", f"no mark leads to note {label!r}", span, f"write [^{label}] in the text"
            )
        number = notes.marks.get(label, (0, span))[0]
        errors = source.errors
        blocks = reader.nested("note", tokens)
        if not blocks and errors == source.errors:
            source.error(
                "empty-note", f"note {label!r} has no words", span, "write its words after the colon"
            )
        found[label] = Note(number, f"note-{number}", blocks, span)
    for label, (_, span) in notes.marks.items():
        if label not in found:
            help = f"write a line that begins with [^{label}]: and holds the note"
            source.error("undefined-note", f"there is no note {label!r}", span, help)
    return tuple(sorted(found.values(), key=lambda note: note.number))


def _check_addresses(tokens: list[Token], environment: dict[str, Any], source: Source) -> None:
    """Report addresses that are written apart (`[label]: address`) and used by no link, or written twice."""
    used = {
        child.meta["label"]
        for token in tokens
        for child in token.children or ()
        if child.type in ("link_open", "image") and "label" in child.meta
    }
    for token in tokens:
        if token.type == "definition" and token.meta["id"] not in used:
            message = f"no link uses the address {token.meta['label']!r}"
            source.error(
                "unused-address", message, source.block(token), "delete the line, or write \\[ for a bracket"
            )
    for double in environment.get("duplicate_refs", ()):
        message = f"the address {double['label']!r} is given twice"
        source.error("duplicate-address", message, source.line(double["map"][0]), "keep one of them")
