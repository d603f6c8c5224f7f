"""Reading a Markdown text: checks before parsing, blocks, notes, and what was defined and never used."""

from typing import Any

from markdown_it.token import Token

from glossary_publish.article import Block, Note
from glossary_publish.diagnostics import Report, Span
from glossary_publish.read.characters import check_characters
from glossary_publish.read.markdown.blocks import Reader
from glossary_publish.read.markdown.headings import Anchors, take_attributes
from glossary_publish.read.markdown.nesting import too_deep
from glossary_publish.read.markdown.notes import Notes, read_notes
from glossary_publish.read.markdown.parser import parse_inlines, parser
from glossary_publish.read.markdown.source import Source

LARGEST = 1024 * 1024
ERRORS_SHOWN = 100

Read = tuple[tuple[Block, ...], tuple[Note, ...]]


def read_markdown(text: str, path: str, first_line: int, report: Report, language: str = "en") -> Read:
    """The blocks and notes of a text; what does not fit is reported. `first_line` is the line on which it begins."""
    found = Report()
    result = _read(text, path, first_line, found, language)
    errors = sorted(found, key=lambda one: (one.span.line, one.span.column) if one.span else (0, 0))
    report.extend(errors[:ERRORS_SHOWN])
    return result


def _read(text: str, path: str, first_line: int, report: Report, language: str) -> Read:
    if len(text) > LARGEST:
        message = f"the text has {len(text):,} characters; at most {LARGEST:,} are read"
        report.error("text-too-large", message, Span(path, first_line), "split the article")
        return (), ()
    if not check_characters(text, path, first_line, report, language):
        return (), ()
    source = Source(path, text.split("\n"), first_line, language, report)
    environment: dict[str, Any] = {}
    tokens = parser().parse(text, environment)
    if too_deep(tokens, source):
        return (), ()
    anchors = Anchors()
    take_attributes(tokens, source, anchors)
    for token in tokens:
        if token.type == "inline":
            parse_inlines(token, environment)
    _check_addresses(tokens, environment, source)
    reader = Reader(source, Notes(source), anchors)
    blocks = reader.blocks(tokens)
    return blocks, read_notes(reader)


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
