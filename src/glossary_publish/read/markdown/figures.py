"""Images that stand alone in a paragraph."""

import unicodedata

from markdown_it.token import Token

from glossary_publish.article import Figure, Inline
from glossary_publish.diagnostics import Span
from glossary_publish.read.markdown.inlines import read_inlines
from glossary_publish.read.markdown.notes import Notes
from glossary_publish.read.markdown.parser import parse_inlines
from glossary_publish.read.markdown.source import Source
from glossary_publish.read.paths import ROOT, outside_content


def only_image(block: Token) -> Token | None:
    """The image of a paragraph that holds nothing else."""
    children = [child for child in block.children or () if child.type != "text" or child.content.strip()]
    return children[0] if len(children) == 1 and children[0].type == "image" else None


def read_figure(image: Token, block: Token, source: Source, notes: Notes) -> Figure:
    """A figure from an image: path, alternative text and the caption in its title."""
    span = source.inside(block, image.meta["at"], len(image.content) + 3)
    return Figure(
        _path(str(image.attrs.get("src", "")), span, source),
        _alt(image, span, source),
        _caption(str(image.attrs.get("title", "")), block, source, notes),
        span,
    )


def _path(address: str, span: Span, source: Source) -> str:
    path = f"{ROOT}/{address}"
    if outside_content(path):
        help = f"copy it to {ROOT}/images/ and write images/<file name>"
        source.error("image-outside-content", f"the image {address!r} is not in {ROOT}/", span, help)
    return path


def _alt(image: Token, span: Span, source: Source) -> str:
    words: list[str] = []
    for child in image.children or ():
        if child.type in ("text", "text_special", "code_inline"):
            words.append(child.content)
        elif child.type in ("softbreak", "hardbreak"):
            words.append(" ")
        elif child.type not in ("em_open", "em_close", "strong_open", "strong_close"):
            message = "the alternative text of an image holds more than words"
            source.error("markup-in-alt-text", message, span, "write plain words between ![ and ]")
            break
    alt = " ".join(unicodedata.normalize("NFC", "".join(words)).split())
    if not alt:
        help = "say between ![ and ] what the image shows, for those who cannot see it"
        source.error("missing-alt-text", "the image has no alternative text", span, help)
    return alt


def _caption(title: str, block: Token, source: Source, notes: Notes) -> tuple[Inline, ...]:
    """The caption is Markdown too; it begins on the line of the address or on the one below."""
    words = " ".join(title.split())
    if not words:
        return ()
    caption = Token("inline", "", 0, content=words)
    start, end = block.map or [0, 1]
    first = title.strip().partition("\n")[0]
    line = next((number for number in range(start, end) if first in source.lines[number]), start)
    caption.map = [line, end]
    caption.meta["column"] = max(source.lines[line].find(first), 0)
    parse_inlines(caption, {})
    return read_inlines(caption, source, notes)
