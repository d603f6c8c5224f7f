"""Block Markdown taken off a text: headings, paragraphs, items, cells and notes as leaves (CommonMark 0.31, 4 and 5)."""

import re
from dataclasses import dataclass, field

from glossary_publish.verify.conservation.inlines import Address, label_of, unescaped
from glossary_publish.verify.conservation.leaves import Nest
from glossary_publish.verify.conservation.lines import (
    ADDRESS,
    ATTRIBUTES,
    CLOSING,
    DEEPER,
    FENCE,
    HEADING,
    ITEM,
    MEANING,
    NOTE,
    QUOTE,
    RULE,
    UNDERLINE,
    cells_of,
    heads_table,
    indent_of,
    spread,
    too_weak,
)

TOP = 0


@dataclass(frozen=True, slots=True)
class Raw:
    """A leaf whose text is still Markdown; `literal` tells that it is code."""

    mark: str
    text: str
    line: int
    literal: bool = False


@dataclass(slots=True)
class _Container:
    """A quote, list item, definition or note that is open; text in it is indented by `indent`."""

    kind: str
    indent: int = 0


@dataclass(slots=True)
class _Open:
    """A leaf that is open, with its lines so far."""

    kind: str
    line: int
    lines: list[str] = field(default_factory=list)
    fence: str = ""
    indent: int = 0


class Blocks:
    """Reads the lines of one text, once."""

    def __init__(self, lines: list[str], first_line: int) -> None:
        self.body: list[Raw] = []
        self.notes: dict[str, list[Raw]] = {}
        self.addresses: dict[str, Address] = {}
        self._lines = [spread(line) for line in lines]
        self._first = first_line
        self._leaves = self.body
        self._nest = Nest()
        self._containers: list[_Container] = []
        self._lists: dict[int, tuple[str, int]] = {}  # by depth: sign and number of the last item
        self._open: _Open | None = None
        self._row = 0
        self._terms = False
        for index in range(len(lines)):
            self._line(index)
        self._come_out(TOP)

    def _line(self, index: int) -> None:
        rest, matched = self._inside(self._lines[index])
        if matched < len(self._containers):
            paragraph = self._paragraph()
            if paragraph and rest.strip() and not self._begins(rest):
                paragraph.lines.append(rest.strip())  # though it stands outside of what the paragraph is in
                return
            self._come_out(matched)
            if self._terms and not matched and not self._parts(rest) and self._is_term(index):
                self._emit("term", rest.strip(), self._first + index)
                return
        if self._open and self._open.kind == "fence":
            self._fenced(self._open, rest)
        elif not rest.strip():
            self._blank()
        elif self._open and self._open.kind == "table" and self._is_row(rest):
            self._cells(rest, index)
        else:
            self._begin(rest, index)

    def _inside(self, line: str) -> tuple[str, int]:
        """The line within the containers that it is in, and how many these are."""
        rest = line
        for depth, container in enumerate(self._containers):
            if container.kind == "quote":
                quote = QUOTE.match(rest)
                if quote is None:
                    return rest, depth
                rest = rest[quote.end() :]
            elif not rest.strip():
                rest = ""
            elif indent_of(rest) >= container.indent:
                rest = rest[container.indent :]
            else:
                return rest, depth
        return rest, len(self._containers)

    def _paragraph(self) -> _Open | None:
        return self._open if self._open and self._open.kind == "paragraph" else None

    def _begins(self, rest: str) -> bool:
        """Whether a line begins a block of its own."""
        if indent_of(rest) >= DEEPER:
            return False
        starts = (QUOTE, ITEM, RULE, NOTE, HEADING, FENCE)
        return any(pattern.match(rest) for pattern in starts) or self._parts(rest)

    def _is_row(self, rest: str) -> bool:
        return indent_of(rest) < DEEPER and not self._begins(rest)

    def _begin(self, rest: str, index: int) -> None:
        """Open the containers that begin on a line, then its leaf."""
        deeper = False
        while True:
            paragraph = self._paragraph()
            if indent_of(rest) >= DEEPER:
                if paragraph:
                    paragraph.lines.append(rest.strip())
                else:
                    self._code(rest, index)
                return
            if quote := QUOTE.match(rest):
                self._enter("quote", "quote")
                rest = rest[quote.end() :]
            elif (item := self._item(rest)) and not (paragraph and not deeper and too_weak(item)):
                rest = self._enter_item(item, rest)
            elif not self._containers and (note := NOTE.match(rest)):
                self._close()
                self._forget(TOP)
                self._terms = False
                self._containers.append(_Container("note", DEEPER))
                self._leaves = self.notes.setdefault(note[1], [])
                rest = rest[note.end() :]
            elif self._terms and not self._containers and (meaning := MEANING.match(rest)):
                indent = len(meaning[1]) + 2
                self._enter("meaning", "meaning", indent)
                rest = rest[indent:]
            else:
                break
            deeper = True
            if not rest.strip():
                return
        self._leaf(rest, index)

    @staticmethod
    def _item(rest: str) -> re.Match[str] | None:
        return None if RULE.match(rest) else ITEM.match(rest)

    def _enter(self, kind: str, name: str, indent: int = 0) -> None:
        self._close()
        self._forget(len(self._nest))
        self._terms = self._terms and (bool(self._containers) or kind == "meaning")
        self._containers.append(_Container(kind, indent))
        self._nest.enter(name)

    def _enter_item(self, item: re.Match[str], rest: str) -> str:
        self._close()
        self._terms = self._terms and bool(self._containers)
        depth, sign = len(self._nest), item[4] or item[2]
        last, number = self._lists.get(depth, ("", 0))
        number = number + 1 if last == sign else int(item[3] or 0)
        self._forget(depth)
        self._lists[depth] = (sign, number)
        space = len(item[5])
        width = len(item[1]) + len(item[2])
        indent = width + (space if 1 <= space <= DEEPER else 1)
        self._containers.append(_Container("item", indent))
        self._nest.enter(f"{number}." if item[3] else "bullet")
        return rest[indent:] if rest[indent:].strip() else ""

    def _forget(self, depth: int) -> None:
        """A list ends where something else stands at its depth."""
        for other in [one for one in self._lists if one >= depth]:
            del self._lists[other]

    def _leaf(self, rest: str, index: int) -> None:
        line = self._first + index
        if heading := HEADING.match(rest):
            self._close()
            text = CLOSING.sub("", rest[heading.end() :]).strip()
            self._emit(f"h{len(heading[1])}", ATTRIBUTES.sub("", text), line)
        elif fence := FENCE.match(rest):
            self._close()
            self._open = _Open("fence", line + 1, fence=fence[2], indent=len(fence[1]))
        elif RULE.match(rest) or (self._open and UNDERLINE.match(rest)):
            self._close()
        elif not self._containers and heads_table(rest, "".join(self._lines[index + 1 : index + 2])):
            self._close()
            self._open, self._row = _Open("table", line), 0
            self._cells(rest, index)
        elif (paragraph := self._paragraph()) and not self._parts(rest):
            paragraph.lines.append(rest.strip())
        elif not self._containers and self._is_term(index):
            self._close()
            self._emit("term", rest.strip(), line)
        else:
            self._close()
            self._open = _Open("paragraph", line, [rest.strip()])

    def _parts(self, rest: str) -> bool:
        """Whether a line in a definition looks like another one, and so begins a paragraph of its own."""
        return self._terms and MEANING.match(rest) is not None

    def _is_term(self, index: int) -> bool:
        """Whether a line has its meaning below it, with at most one empty line between."""
        following = [line for line in self._lines[index + 1 : index + 3] if line.strip()]
        here = bool(self._lines[index].strip())
        return here and bool(following) and MEANING.match(following[0]) is not None

    def _cells(self, rest: str, index: int) -> None:
        self._row += 1
        if self._row == 2:
            return  # the line between header and rows
        row = 1 if self._row == 1 else self._row - 1
        for column, cell in enumerate(cells_of(rest), 1):
            self._emit(f"cell {row},{column}", cell, self._first + index)

    def _code(self, rest: str, index: int) -> None:
        if self._open is None or self._open.kind != "code":
            self._close()
            self._open = _Open("code", self._first + index)
        self._open.lines.append(rest[DEEPER:])

    def _fenced(self, leaf: _Open, rest: str) -> None:
        fence = FENCE.match(rest)
        if fence and fence[2].startswith(leaf.fence) and not rest[fence.end() :].strip():
            self._close()
        else:
            leaf.lines.append(rest[min(leaf.indent, indent_of(rest)) :])

    def _blank(self) -> None:
        if self._open and self._open.kind == "code":
            self._open.lines.append("")
        else:
            self._close()

    def _close(self) -> None:
        """End the leaf that is open."""
        leaf, self._open = self._open, None
        if leaf is None or leaf.kind == "table":
            return
        text = "\n".join(leaf.lines)
        if leaf.kind != "paragraph":
            self._emit("code", text.rstrip(), leaf.line, literal=True)
            return
        line = leaf.line
        while address := ADDRESS.match(text):
            title = address[4] or address[5] or address[6] or ""
            target = Address(unescaped(address[2] or address[3] or ""), unescaped(title))
            self.addresses.setdefault(label_of(address[1]), target)
            line += address[0].count("\n")
            text = text[address.end() :]
        if text:
            self._emit("p", text, line)

    def _emit(self, kind: str, text: str, line: int, *, literal: bool = False) -> None:
        self._forget(len(self._nest))
        if not self._containers:
            self._terms = kind == "term"
        self._leaves.append(Raw(self._nest.mark(kind), text, line, literal))

    def _come_out(self, depth: int) -> None:
        self._close()
        left = self._containers[depth:]
        del self._containers[depth:]
        if any(container.kind == "note" for container in left):
            self._leaves = self.body
            self._forget(TOP)
        self._nest.leave(sum(container.kind != "note" for container in self._containers))
