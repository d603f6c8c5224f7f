"""Text that was meant as markup and is none: it would be printed with its brackets and braces."""

import re

from markdown_it.token import Token

from glossary_publish.read.markdown.source import Source

SUSPECT = re.compile(
    r"(?P<citation>(?<![\w@])@\w+(?:[:.+/-]+\w+)*)"
    r"|(?P<attribute>\{\s*(?:[#.][\w-]|[\w-]+=[^{}\s])[^{}]*\}|\]\{)"
    r"|(?P<link>\](?:\(|\[))"
    r"|(?P<note>\^\[)"
)
POSSIBLE = re.compile(r"[@{\]^*_]")  # without one of these nothing below is found
ADVICE = {
    "citation": (
        "bare-citation",
        "{!r} stands outside brackets",
        "write [{0}] to cite a source, or \\{0} for the words themselves",
    ),
    "attribute": (
        "unknown-attribute",
        "{!r} is printed as it stands",
        "attributes stand at the end of a heading or after bracketed words; write \\{{ for a brace",
    ),
    "link": (
        "malformed-link",
        "{!r} does not make a link here",
        "write [words](address), without spaces in the address and brackets in the words; or \\] for a bracket",
    ),
    "note": (
        "inline-note",
        "notes are not written into the text",
        "write [^1] here and [^1]: with the note below",
    ),
}

STRAY = re.compile(r"\*\*|(?<!\w)__|__(?!\w)")
UNSPACED_HEADING = re.compile(r"#{2,6}[^#\s]")


def check_text(token: Token, block: Token, source: Source) -> None:
    """Report what looks like markup in a text that the parser left as text."""
    if not POSSIBLE.search(token.content):
        return
    for match in SUSPECT.finditer(token.content):
        code, message, help = ADVICE[match.lastgroup or ""]
        offset = max(token.meta.get("at", 0) - len(token.content), 0) + match.start()
        span = source.inside(block, offset, len(match[0]))
        source.error(code, message.format(match[0]), span, help.format(match[0]))
    for match in STRAY.finditer(token.content):
        offset = max(token.meta.get("at", 0) - len(token.content), 0) + match.start()
        message = f"{match[0]} is printed as it stands"
        help = (
            f"set no space inside the marks and no letter outside; write \\{match[0][0]} for the sign itself"
        )
        source.report.warning("stray-mark", message, source.inside(block, offset, 2), help)


def check_paragraph(text: Token, source: Source) -> None:
    """Report a paragraph that was meant as a definition, a table or a heading."""
    first = text.map[0] if text.map else 0
    lines = text.content.split("\n")
    for number, line in enumerate(lines[1:], 1):
        if line.lstrip().startswith(": "):
            help = "set the term on the one line before the colon, with an empty line before the term"
            message = "a definition follows no term"
            source.error("misplaced-definition", message, source.line(first + number), help)
    if len(lines) > 1 and all(line.lstrip().startswith("|") for line in lines):
        help = "below the header, write a line such as |---|---| with as many cells"
        source.error("malformed-table", "these lines do not make a table", source.line(first), help)
    if UNSPACED_HEADING.match(text.content):
        message = "the line does not make a heading"
        source.error("malformed-heading", message, source.line(first), "put a space after the last #")
