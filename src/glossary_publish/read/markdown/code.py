"""Literal lines, between fences or indented."""

import re
import unicodedata

from markdown_it.token import Token

from glossary_publish.article import CodeBlock
from glossary_publish.read.markdown.source import Source

FENCE_END = re.compile(r"[\s>]*(`{3,}|~{3,})\s*")


def read_code(token: Token, source: Source) -> CodeBlock:
    """A code block; a language after the fence is refused, for no edition shows it."""
    span = source.block(token)
    language = token.info.strip()
    if language:
        help = "leave nothing after the marks that open the code"
        source.error("code-language", f"the language {language!r} of code is not shown", span, help)
    if token.type == "fence" and not _closed(token, source):
        message = "the marks that open the code are never closed"
        source.error("unclosed-code", message, span, f"write {token.markup} below its last line")
    text = unicodedata.normalize("NFC", token.content.rstrip("\n"))
    if not text.strip():
        source.error("empty-code", "the code has no characters", span, "write it or delete the marks")
    return CodeBlock(text, span)


def _closed(token: Token, source: Source) -> bool:
    first, end = token.map or [0, 0]
    match = FENCE_END.fullmatch(source.lines[end - 1]) if end - first > 1 else None
    return match is not None and match[1].startswith(token.markup)
