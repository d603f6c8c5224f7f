"""Text that was meant as markup and is none: it would be printed with its brackets and braces."""

import re

from markdown_it.token import Token

from glossary_publish.read.markdown.source import Source

SUSPECT = re.compile(
    r"(?P<citation>(?<![\w@])@\w[\w:.-]*)"
    r"|(?P<attribute>\{\s*(?:[#.][\w-]|[\w-]+=[^{}\s])[^{}]*\}|\]\{)"
    r"|(?P<link>\](?:\(|\[))"
    r"|(?P<note>\^\[)"
)
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


def check_text(token: Token, block: Token, source: Source) -> None:
    """Report what looks like markup in a text that the parser left as text."""
    for match in SUSPECT.finditer(token.content):
        code, message, help = ADVICE[match.lastgroup or ""]
        offset = max(token.meta.get("at", 0) - len(token.content), 0) + match.start()
        span = source.inside(block, offset, len(match[0]))
        source.error(code, message.format(match[0]), span, help.format(match[0]))
