"""From the tokens of a paragraph, heading or cell to inlines."""

import re
import unicodedata
from dataclasses import dataclass, field

from markdown_it.token import Token

from glossary_publish.article import (
    Citation,
    Code,
    Emphasis,
    Inline,
    LanguageSpan,
    LineBreak,
    Link,
    NoteReference,
    Strong,
    Text,
)
from glossary_publish.diagnostics import Span
from glossary_publish.publication import plain_text
from glossary_publish.read.characters import check_decoded
from glossary_publish.read.languages import is_language_tag
from glossary_publish.read.markdown.citations import MalformedCitation, read_citation
from glossary_publish.read.markdown.links import target_of
from glossary_publish.read.markdown.notes import Notes
from glossary_publish.read.markdown.source import Source
from glossary_publish.read.markdown.suspects import check_text

DEEPEST = 12
SPACES = re.compile("[\t\n][ \t\n]*| [ \t\n]+")  # all that is more than one space
LANGUAGE = re.compile(r"""lang=(["']?)([A-Za-z0-9-]+)\1""")
LINKS = "write article:<slug>, or an address that begins with https://, http://, mailto: or tel:"
CITATIONS = "write [@key], [@key, p. 4] or [see @one, pp. 3-5; @two]"


@dataclass(slots=True)
class _Frame:
    """An inline that is open: its token, and what was found inside so far."""

    token: Token
    children: list[Inline] = field(default_factory=list)
    text: list[str] = field(default_factory=list)

    def close_text(self) -> None:
        """Turn the words gathered so far into one text."""
        if self.text:
            words = SPACES.sub(" ", unicodedata.normalize("NFC", "".join(self.text)))
            self.text.clear()
            self.children += [Text(words)] if words else []  # the parser leaves empty texts beside its marks

    def add(self, inline: Inline) -> None:
        """Add an inline after the words gathered so far."""
        self.close_text()
        self.children.append(inline)


def read_inlines(block: Token, source: Source, notes: Notes) -> tuple[Inline, ...]:
    """The inlines of one `inline` token; what the model cannot hold is reported."""
    stack = [_Frame(block)]
    links = 0
    for token in block.children or ():
        frame = stack[-1]
        match token.type:
            case "text":
                check_text(token, block, source)
                frame.text.append(token.content)
            case "text_special":
                if token.info == "entity":
                    check_decoded(token.content, _span(token, block, source), source.report, source.language)
                frame.text.append(token.content)
            case "softbreak":
                frame.text.append(" ")
            case "hardbreak":
                frame.add(LineBreak())
            case "code_inline":
                frame.add(Code(unicodedata.normalize("NFC", token.content)))
            case "citation":
                frame.add(_citation(token, block, source))
            case "note_mark":
                frame.add(NoteReference(notes.mark(token.content, _span(token, block, source))))
            case "link_open" | "em_open" | "strong_open" | "span_open":
                links += token.type == "link_open"
                if links > 1:
                    _refuse("unsupported-nesting", "a link stands in a link", token, block, source)
                if len(stack) > DEEPEST:
                    _refuse("nested-too-deep", f"more than {DEEPEST} levels of markup", token, block, source)
                    return ()
                stack.append(_Frame(token))
            case "link_close" | "em_close" | "strong_close" | "span_close":
                links -= token.type == "link_close"
                frame.close_text()
                stack.pop()
                stack[-1].add(_closed(frame, block, source))
            case "s_open" | "s_close":
                if token.type == "s_open":
                    _refuse("strikethrough", "struck-out words stand in the text", token, block, source)
            case "html_inline":
                _refuse("raw-html", f"raw HTML stands in the text: {token.content!r}", token, block, source)
            case "image":
                _refuse("image-in-text", "an image stands in a line of text", token, block, source)
            case unknown:
                raise AssertionError(unknown)
    stack[0].close_text()
    return tuple(stack[0].children)


def _closed(frame: _Frame, block: Token, source: Source) -> Inline:
    token, children = frame.token, tuple(frame.children)
    if token.type == "em_open":
        return Emphasis(children)
    if token.type == "strong_open":
        return Strong(children)
    if token.type == "span_open":
        return _language_span(token, children, block, source)
    return _link(token, children, block, source)


def _link(token: Token, children: tuple[Inline, ...], block: Token, source: Source) -> Inline:
    address = str(token.attrs.get("href", ""))
    if not plain_text(children).strip():
        _refuse("empty-link", f"the link to {address!r} has no words", token, block, source)
    if "title" in token.attrs:
        _refuse("link-title", "a link has a title, which no reader on paper sees", token, block, source)
    try:
        return Link(target_of(address), children)
    except ValueError as error:
        source.error("forbidden-link", str(error), _span(token, block, source), LINKS)
        return Link("", children)


def _language_span(token: Token, children: tuple[Inline, ...], block: Token, source: Source) -> Inline:
    match = LANGUAGE.fullmatch(token.info)
    if match is None:
        message = f"{{{token.info}}} is no attribute of words"
        source.error("unknown-attribute", message, _span(token, block, source), "write [words]{lang=fr}")
        return LanguageSpan("", children)
    if not is_language_tag(match[2]):
        message = f"{match[2]!r} is no language tag"
        help = "write a tag of BCP 47, such as fr, pt-BR or zh-Hans"
        source.error("malformed-language", message, _span(token, block, source), help)
    if not plain_text(children).strip():
        _refuse("empty-span", "no words stand between the brackets", token, block, source)
    return LanguageSpan(match[2], children)


def _citation(token: Token, block: Token, source: Source) -> Inline:
    span = _span(token, block, source, len(token.content) + 2)
    try:
        return Citation(read_citation(token.content), span)
    except MalformedCitation as error:
        place = source.inside(block, token.meta["at"] + 1 + error.index)
        source.error("malformed-citation", error.message, place, CITATIONS)
        return Citation((), span)


HELP = {
    "unsupported-nesting": "set one after the other",
    "nested-too-deep": "use less markup",
    "strikethrough": "delete the words, or write ~ as \\~",
    "raw-html": "use Markdown; write < as \\< where it is meant",
    "image-in-text": "set the image on a line of its own, with an empty line before and after",
    "empty-link": "write the words of the link between its brackets",
    "link-title": "say it in the words of the link",
    "empty-span": "write the words between the brackets",
}


def _refuse(code: str, message: str, token: Token, block: Token, source: Source) -> None:
    source.error(code, message, _span(token, block, source), HELP[code])


def _span(token: Token, block: Token, source: Source, length: int = 0) -> Span:
    return source.inside(block, token.meta["at"], length or len(token.markup or token.content) or 1)
