"""From the tokens of a Markdown text to blocks."""

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass, field

from markdown_it.token import Token

from glossary_publish.article import (
    Block,
    BulletList,
    CodeBlock,
    Definition,
    DefinitionList,
    Heading,
    ListItem,
    OrderedList,
    Paragraph,
    Quote,
)
from glossary_publish.read.markdown.figures import only_image, read_figure
from glossary_publish.read.markdown.headings import Anchors
from glossary_publish.read.markdown.inlines import read_inlines
from glossary_publish.read.markdown.notes import Notes
from glossary_publish.read.markdown.source import Source
from glossary_publish.read.markdown.tables import read_table

TASK = re.compile(r"\[[ xX]\](?=\s|$)")
FENCE_END = re.compile(r"[\s>]*(`{3,}|~{3,})\s*")


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
        found: list[Block] = []
        for start, end in _spans(tokens):
            block = self._block(tokens[start:end])
            if block is not None:
                found.append(block)
        return tuple(found)

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
                self._check_numbers(tokens)
                start = int(first.attrs.get("start", 1))
                return OrderedList(self._items(tokens), self.source.block(first), start)
            case "dl_open":
                return self._definition_list(tokens)
            case "blockquote_open":
                return self._quote(tokens)
            case "table_open":
                if self._refused("a table", first):
                    return None
                return read_table(tokens, self.source, self.notes)
            case "fence" | "code_block":
                return self._code(first)
            case "footnote_reference_open":
                if not self._refused("the text of a note", first):
                    self.definitions.append((first, tokens[1:-1]))
                return None
            case "definition":
                return None
            case "hr":
                self._error(
                    "thematic-break",
                    "a line that parts sections",
                    first,
                    "use a heading; write \\--- for dashes",
                )
                return None
            case "html_block":
                self._error("raw-html", "raw HTML", first, "use Markdown; write < as \\< where it is meant")
                return None
            case unknown:
                raise AssertionError(unknown)

    def _paragraph(self, text: Token) -> Block | None:
        image = only_image(text)
        if image is not None:
            if self._refused("an image", text):
                return None
            return read_figure(image, text, self.source, self.notes)
        for number, line in enumerate(text.content.split("\n")[1:], 1):
            if line.lstrip().startswith(": "):
                place = self.source.line((text.map[0] if text.map else 0) + number)
                help = "set the term on the one line before the colon, with an empty line before the term"
                self.source.error("misplaced-definition", "a definition follows no term", place, help)
        children = read_inlines(text, self.source, self.notes)
        return Paragraph(children, self.source.block(text))

    def _heading(self, first: Token, text: Token) -> Block | None:
        if self._refused("a heading", first):
            return None
        level = int(first.tag[1:])
        if first.markup in ("=", "-"):
            help = (
                "write ## before a heading; put an empty line before dashes and a backslash before the first"
            )
            self._error("underlined-heading", "text that is underlined becomes a heading", first, help)
        elif level == 1:
            help = "begin with ##; the title of the article is in the front matter"
            self._error("level-one-heading", "a heading of level 1", first, help)
        elif level > self.level + 1:
            message = f"a heading of level {level} follows one of level {self.level}"
            self.source.error(
                "skipped-heading-level", message, self.source.block(first), f"write {'#' * (self.level + 1)}"
            )
        self.level = level
        children = read_inlines(text, self.source, self.notes)
        if not children:
            self._error("empty-heading", "a heading without words", first, "write its words or delete it")
        anchor, classes = first.meta.get("attributes", ("", ()))
        return Heading(
            level, children, anchor or self.anchors.automatic(children), self.source.block(first), classes
        )

    def _items(self, tokens: list[Token]) -> tuple[ListItem, ...]:
        items: list[ListItem] = []
        for start, end in _spans(tokens[1:-1], 1):
            item = tokens[start]
            text = tokens[start + 2] if end - start > 3 else None
            if text is not None and text.type == "inline" and TASK.match(text.content):
                self._error(
                    "task-list", "a box to tick", item, "delete the brackets; an edition cannot be ticked"
                )
            blocks = self.nested("list", tokens[start + 1 : end - 1])
            if not blocks and not self.source.report.failed:
                self._error("empty-item", "a list item without words", item, "write its words or delete it")
            items.append(ListItem(blocks))
        return tuple(items)

    def _check_numbers(self, tokens: list[Token]) -> None:
        items = [tokens[start] for start, _ in _spans(tokens[1:-1], 1)]
        numbers = [int(item.info) for item in items]
        counted = list(range(numbers[0], numbers[0] + len(numbers)))
        if numbers not in (counted, [numbers[0]] * len(numbers)):
            wrong = next(
                i for i, (number, right) in enumerate(zip(numbers, counted, strict=True)) if number != right
            )
            message = f"the item is numbered {numbers[wrong]}, and would be printed as {counted[wrong]}"
            help = "number the items one after the other, or write words in place of the numbers"
            self.source.error("list-numbering", message, self.source.block(items[wrong]), help)

    def _definition_list(self, tokens: list[Token]) -> Block | None:
        if self._refused("a definition list", tokens[0]):
            return None
        entries: list[Definition] = []
        for start, end in _spans(tokens[1:-1], 1):
            if tokens[start].type == "dt_open":
                entries.append(Definition((read_inlines(tokens[start + 1], self.source, self.notes),), ()))
                continue
            meaning = self.nested("definition", tokens[start + 1 : end - 1])
            entries[-1] = Definition(entries[-1].terms, (*entries[-1].meanings, meaning))
        return DefinitionList(tuple(entries), self.source.block(tokens[0]))

    def _quote(self, tokens: list[Token]) -> Block | None:
        if "quote" in self.inside and self.inside[-1] != "quote":
            self._error(
                "unsupported-nesting",
                "a quote in a list in a quote",
                tokens[0],
                "set the quotes side by side",
            )
            return None
        blocks = self.nested("quote", tokens[1:-1])
        if not blocks and not self.source.report.failed:
            self._error("empty-quote", "a quote without words", tokens[0], "write its words or delete it")
        return Quote(blocks, self.source.block(tokens[0]))

    def _code(self, token: Token) -> Block:
        text = unicodedata.normalize("NFC", token.content.rstrip("\n"))
        if token.info.strip():
            help = "leave the line of the fence empty after its marks"
            self._error(
                "code-language", f"the language {token.info.strip()!r} of code is not shown", token, help
            )
        if token.type == "fence" and not self._closed(token):
            self._error(
                "unclosed-code", "a fence that is never closed", token, "close it with the same marks"
            )
        if not text.strip():
            self._error("empty-code", "code without a character", token, "write the code or delete the fence")
        return CodeBlock(text, self.source.block(token))

    def _closed(self, token: Token) -> bool:
        last = self.source.lines[token.map[1] - 1] if token.map and token.map[1] - token.map[0] > 1 else ""
        match = FENCE_END.fullmatch(last)
        return match is not None and match[1].startswith(token.markup)

    def _refused(self, what: str, token: Token) -> bool:
        """Whether a block may not stand where it does; Word could not hold it well."""
        if not self.inside:
            return False
        where = {"list": "a list", "quote": "a quote", "definition": "a definition", "note": "a note"}[
            self.inside[-1]
        ]
        help = f"set it outside, before or after {where}"
        self._error("unsupported-nesting", f"{what} in {where}", token, help)
        return True

    def _error(self, code: str, message: str, token: Token, help: str) -> None:
        self.source.error(
            code,
            f"{message} stands here" if not message.endswith("shown") else message,
            self.source.block(token),
            help,
        )


def _spans(tokens: list[Token], shift: int = 0) -> Iterator[tuple[int, int]]:
    """Where each block of a run of tokens begins and ends."""
    depth = start = 0
    for index, token in enumerate(tokens):
        if depth == 0:
            start = index
        depth += token.nesting
        if depth == 0:
            yield start + shift, index + 1 + shift
