"""From the tokens of a Markdown text to blocks."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token

from glossary_publish.article import (
    Block,
    BulletList,
    Citation,
    Definition,
    DefinitionList,
    Heading,
    ListItem,
    NoteReference,
    OrderedList,
    Paragraph,
    Quote,
)
from glossary_publish.publication import plain_text
from glossary_publish.read.markdown.code import read_code
from glossary_publish.read.markdown.figures import only_image, read_figure
from glossary_publish.read.markdown.headings import Anchors
from glossary_publish.read.markdown.inlines import read_inlines
from glossary_publish.read.markdown.lists import check_numbers, check_task
from glossary_publish.read.markdown.notes import Notes
from glossary_publish.read.markdown.source import Source
from glossary_publish.read.markdown.suspects import check_paragraph
from glossary_publish.read.markdown.tables import read_table

WHERE = {"list": "a list", "quote": "a quote", "definition": "a definition", "note": "a note"}
WRITE_WORDS = "write its words or delete it"


@dataclass(slots=True)
class Reader:
    """Reads blocks one after the other.

    `inside` names the blocks that are open around the present one; `definitions` gathers the texts of footnotes,
    which stand anywhere among the blocks.
    """

    source: Source
    notes: Notes
    anchors: Anchors
    definitions: list[tuple[Token, list[Token]]] = field(default_factory=list)
    level: int = 1
    inside: list[str] = field(default_factory=list)

    def blocks(self, tokens: list[Token]) -> tuple[Block, ...]:
        """The blocks that some tokens make."""
        found = (self._block(tokens[start:end]) for start, end in _spans(tokens))
        return tuple(block for block in found if block is not None)

    def nested(self, where: str, tokens: list[Token]) -> tuple[Block, ...]:
        """The blocks inside a list item, quote, definition or note."""
        self.inside.append(where)
        blocks = self.blocks(tokens)
        self.inside.pop()
        return blocks

    def _block(self, tokens: list[Token]) -> Block | None:
        first = tokens[0]
        match first.type:
            case "paragraph_open":
                return self._paragraph(tokens[1])
            case "heading_open":
                return self._heading(first, tokens[1])
            case "bullet_list_open":
                return BulletList(self._items(tokens), self.source.block(first))
            case "ordered_list_open":
                check_numbers([tokens[start] for start, _ in _spans(tokens[1:-1], 1)], self.source)
                start = int(first.attrs.get("start", 1))
                return OrderedList(self._items(tokens), self.source.block(first), start)
            case "dl_open":
                return self._definition_list(tokens)
            case "blockquote_open":
                return self._quote(tokens)
            case "table_open":
                return (
                    None if self._refused("a table", first) else read_table(tokens, self.source, self.notes)
                )
            case "fence" | "code_block":
                return read_code(first, self.source)
            case "footnote_reference_open":
                self._refused("the text of a note", first)
                self.definitions.append((first, tokens[1:-1]))
            case "definition":
                pass  # an address; whether a link uses it is seen elsewhere
            case "hr":
                message = "a line across the page stands here, and no format keeps it"
                self._error("thematic-break", message, first, "use a heading; write \\--- for dashes")
            case "html_block":
                help = "use Markdown; write < as \\< where it is meant"
                self._error("raw-html", "raw HTML stands here", first, help)
            case unknown:
                raise AssertionError(unknown)
        return None

    def _paragraph(self, text: Token) -> Block | None:
        image = only_image(text)
        if image is not None:
            return (
                None if self._refused("an image", text) else read_figure(image, text, self.source, self.notes)
            )
        check_paragraph(text, self.source)
        errors = self.source.errors
        children = read_inlines(text, self.source, self.notes)
        marks = any(isinstance(child, Citation | NoteReference) for child in children)
        if not marks and errors == self.source.errors and not plain_text(children).strip():
            self._error("empty-paragraph", "a paragraph holds nothing but spaces", text, "delete it")
        return Paragraph(children, self.source.block(text))

    def _heading(self, first: Token, text: Token) -> Block | None:
        if self._refused("a heading", first):
            return None
        level, span = int(first.tag[1:]), self.source.block(first)
        if first.markup in ("=", "-"):
            help = (
                "write ## before a heading; put an empty line before dashes and a backslash before the first"
            )
            self._error("underlined-heading", "the line below makes this a heading", first, help)
        elif level == 1:
            help = "begin with ##; the title of the article is in the front matter"
            self._error("level-one-heading", "a heading of level 1 stands in the text", first, help)
        elif level > self.level + 1:
            message = f"a heading of level {level} follows one of level {self.level}"
            self._error("skipped-level", message, first, f"write {'#' * (self.level + 1)}")
        self.level = level
        errors = self.source.errors
        children = read_inlines(text, self.source, self.notes)
        if errors == self.source.errors and not plain_text(children).strip():
            self._error("empty-heading", "the heading has no words", first, WRITE_WORDS)
        anchor, classes = first.meta.get("attributes", ("", ()))
        return Heading(level, children, anchor or self.anchors.automatic(children), span, classes)

    def _items(self, tokens: list[Token]) -> tuple[ListItem, ...]:
        items: list[ListItem] = []
        for start, end in _spans(tokens[1:-1], 1):
            check_task(tokens[start:end], self.source)
            errors = self.source.errors
            blocks = self.nested("list", tokens[start + 1 : end - 1])
            if not blocks and errors == self.source.errors:
                self._error("empty-item", "a list item has no words", tokens[start], WRITE_WORDS)
            items.append(ListItem(blocks))
        return tuple(items)

    def _definition_list(self, tokens: list[Token]) -> Block | None:
        if self._refused("a definition list", tokens[0]):
            return None
        entries: list[Definition] = []
        for start, end in _spans(tokens[1:-1], 1):
            if tokens[start].type == "dt_open":
                term = read_inlines(tokens[start + 1], self.source, self.notes)
                entries.append(Definition((term,), ()))
            else:
                meaning = self.nested("definition", tokens[start + 1 : end - 1])
                entries[-1] = Definition(entries[-1].terms, (*entries[-1].meanings, meaning))
        return DefinitionList(tuple(entries), self.source.block(tokens[0]))

    def _quote(self, tokens: list[Token]) -> Block | None:
        if "quote" in self.inside and self.inside[-1] != "quote":
            message = "a quote stands in a list or definition in a quote"
            self._error("unsupported-nesting", message, tokens[0], "set the quotes side by side")
            return None
        errors = self.source.errors
        blocks = self.nested("quote", tokens[1:-1])
        if not blocks and errors == self.source.errors:
            self._error("empty-quote", "a quote has no words", tokens[0], WRITE_WORDS)
        return Quote(blocks, self.source.block(tokens[0]))

    def _refused(self, what: str, token: Token) -> bool:
        """Whether a block may not stand where it does; Word could not hold it well."""
        if self.inside:
            where = WHERE[self.inside[-1]]
            help = f"set it before or after {where}"
            self._error("unsupported-nesting", f"{what} stands in {where}", token, help)
        return bool(self.inside)

    def _error(self, code: str, message: str, token: Token, help: str) -> None:
        self.source.error(code, message, self.source.block(token), help)


def _spans(tokens: list[Token], shift: int = 0) -> Iterator[tuple[int, int]]:
    """Where each block of a run of tokens begins and ends."""
    depth = start = 0
    for index, token in enumerate(tokens):
        if depth == 0:
            start = index
        depth += token.nesting
        if depth == 0:
            yield start + shift, index + 1 + shift
