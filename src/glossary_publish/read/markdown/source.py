"""The text that is being read, and where in its file each part of it stands."""

from dataclasses import dataclass

from markdown_it.token import Token

from glossary_publish.diagnostics import Report, Span

MOST_ERRORS = 100


class TooManyErrors(Exception):
    """So many errors were found that the rest of the text is not read."""


@dataclass(frozen=True, slots=True)
class Source:
    """The lines of a Markdown text; `first_line` is the number of the first one in its file."""

    path: str
    lines: list[str]
    first_line: int
    language: str
    report: Report

    def line(self, index: int) -> Span:
        """The text of one line, by its index."""
        text = self.lines[index] if index < len(self.lines) else ""
        start = len(text) - len(text.lstrip())
        return Span(self.path, self.first_line + index, start + 1, max(len(text.rstrip()), start + 1) + 1)

    def block(self, token: Token) -> Span:
        """The first line of a block."""
        return self.line(token.map[0] if token.map else 0)

    def inside(self, token: Token, offset: int, length: int = 1) -> Span:
        """A place in the text of an inline token; `offset` counts the characters of its content."""
        before = token.content[:offset]
        index = (token.map[0] if token.map else 0) + before.count("\n")
        raw = self.lines[index] if index < len(self.lines) else ""
        begin = before.rfind("\n") + 1
        piece = token.content[begin:].partition("\n")[0]
        shift = raw.find(piece, token.meta.get("column", 0))
        if shift < 0:
            # A cell with an escaped pipe, or indentation by tabs: the content is not the raw text.
            shift = len(raw) - len(raw.lstrip())
        column = shift + offset - begin + 1
        return Span(self.path, self.first_line + index, column, column + max(length, 1))

    @property
    def errors(self) -> int:
        """How many errors were found so far."""
        return len(self.report.diagnostics)

    def error(self, code: str, message: str, span: Span, help: str) -> None:
        """Report an error of the text; raises `TooManyErrors` after the last one that is told."""
        self.report.error(code, message, span, help)
        if self.errors >= MOST_ERRORS:
            raise TooManyErrors
