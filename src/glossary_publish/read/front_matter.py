"""A source file in its two halves: the YAML between the lines of dashes, and the Markdown after them."""

from dataclasses import dataclass

from glossary_publish.diagnostics import Report, Span

FENCE = "---"
EXAMPLE = "begin the file with a line ---, then the front matter, then another line ---"


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """The halves of a file, and the number of the first line of each."""

    yaml: str
    yaml_line: int
    body: str
    body_line: int


def split(text: str, path: str, report: Report) -> FrontMatter | None:
    """Split a file at its lines of dashes; None after an error when there is no front matter or no body."""
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if not any(line.strip() for line in lines):
        report.error("empty-file", "the file is empty", Span(path), EXAMPLE)
        return None
    if lines[0].rstrip() != FENCE:
        report.error("missing-front-matter", "the first line is no ---", Span(path, 1, 1), EXAMPLE)
        return None
    end = next((number for number, line in enumerate(lines[1:], 1) if line.rstrip() == FENCE), None)
    if end is None:
        message = "the front matter that begins here is never closed"
        report.error(
            "unclosed-front-matter", message, Span(path, 1, 1, 4), "put a line --- after its last key"
        )
        return None
    body = "\n".join(lines[end + 1 :])
    if not body.strip():
        message = "nothing follows the front matter"
        report.error("empty-body", message, Span(path, end + 1, 1, 4), "write the text below this line")
        return None
    return FrontMatter("\n".join(lines[1:end]) + "\n", 2, body, end + 2)
