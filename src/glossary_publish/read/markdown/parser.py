"""The Markdown parser as it is set up here: CommonMark, tables, definition lists, footnotes and our own two inlines."""

from functools import cache
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.token import Token
from markdown_it.utils import EnvType
from mdit_py_plugins.deflist import deflist_plugin
from mdit_py_plugins.footnote import footnote_plugin

from glossary_publish.read.markdown.syntax import citation, language_span, note_mark

# The parser drops in silence what is nested more deeply; `nesting` refuses far less than that.
DEEPEST_PARSED = 100


class _PlacedState(StateInline):
    """Notes on each token where it was found: text its end, everything else its beginning."""

    def pushPending(self) -> Token:  # noqa: N802  # the name is the library's
        token = super().pushPending()
        token.meta["at"] = self.pos
        return token

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        # The rule for links has moved on to the words of the link.
        ahead = ttype == "link_open" and self.pos > 0 and self.src[self.pos - 1] == "["
        self.pos -= ahead
        token = super().push(ttype, tag, nesting)
        token.meta["at"] = self.pos
        self.pos += ahead
        return token


class _PlacedInline(ParserInline):
    """The inline parser, with places."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _PlacedState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


class _Parser(MarkdownIt):
    """Leaves addresses as they are typed: `links` judges them, and a refused one must not turn into text."""

    def normalizeLink(self, url: str) -> str:  # noqa: N802  # the name is the library's
        return url

    def normalizeLinkText(self, link: str) -> str:  # noqa: N802  # the name is the library's
        return link

    def validateLink(self, url: str) -> bool:  # noqa: ARG002, N802  # name and argument are the library's
        return True


@cache
def parser() -> MarkdownIt:
    """The parser; it keeps no state between texts, and leaves the content of blocks to `parse_inlines`."""
    options = {
        "maxNesting": DEEPEST_PARSED,
        "html": True,  # so that it is seen and refused
        "store_labels": True,
        "inline_definitions": True,
    }
    md = _Parser("commonmark")
    md.inline = _PlacedInline()
    md.configure("commonmark", options)
    md.use(deflist_plugin)
    md.use(footnote_plugin, inline=False, move_to_end=False)
    md.inline.ruler.at("footnote_ref", note_mark)
    md.inline.ruler.before("link", "citation", citation)
    md.inline.ruler.before("link", "language_span", language_span)
    md.enable(["table", "strikethrough"])
    # Escapes and entities stay apart: what is escaped is no citation and no attribute.
    md.disable(["text_join", "inline"])
    return md


def parse_inlines(token: Token, environment: EnvType) -> None:
    """Parse the content of an inline token into its children."""
    md = parser()
    token.children = md.inline.parse(token.content, md, environment, [])
