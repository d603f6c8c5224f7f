"""A Markdown text as leaves: its body, and its notes in the order of their marks."""

import posixpath
import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from glossary_publish.verify.conservation.blocks import Blocks, Raw
from glossary_publish.verify.conservation.inlines import Inlines, unescaped
from glossary_publish.verify.conservation.leaves import Cited, Leaf, code_lines, placed, plain, words

KEY = re.compile(r"(?<![\w\\])-?@(\w+(?:[:.#$%&+?<>~/-]+\w+)*)")
IMAGES = "content"


@dataclass(frozen=True, slots=True)
class Text:
    """What a Markdown text says; `notes` holds the leaves of each footnote by its number, from 1."""

    body: tuple[Leaf, ...]
    notes: tuple[tuple[Leaf, ...], ...]


def read_text(lines: Sequence[str], first_line: int, path: str) -> Text:
    """Read the lines of a text that begins on `first_line` of its file."""
    blocks = Blocks(list(lines), first_line)
    reader = _Reader(blocks, path)
    body = tuple(leaf for raw in blocks.body for leaf in reader.leaves(raw))
    unmarked = [label for label in blocks.notes if label not in reader.numbers]
    notes = [
        tuple(leaf for raw in blocks.notes.get(label, ()) for leaf in reader.leaves(raw))
        for label in (*reader.numbers, *unmarked)
    ]
    return Text(body, tuple(notes))


class _Reader:
    def __init__(self, blocks: Blocks, path: str) -> None:
        self._addresses = blocks.addresses
        self._path = path
        self.numbers: dict[str, int] = {}

    def leaves(self, raw: Raw) -> list[Leaf]:
        """A leaf; of a picture its description and its caption."""
        if raw.literal:
            lines = raw.text.split("\n")
            numbers = tuple(range(raw.line, raw.line + len(lines)))
            return [Leaf(raw.mark, code_lines(raw.text), self._path, raw.line, raw.text, numbers)]
        inlines = Inlines(self._addresses)
        text = inlines.read(raw.text)
        if len(inlines.pictures) == 1 and not text.strip():
            return self._figure(raw, inlines)
        return [self._leaf(raw.mark, text, raw.line, inlines)]

    def _figure(self, raw: Raw, inlines: Inlines) -> list[Leaf]:
        ((alt, address),) = inlines.pictures
        place = posixpath.normpath(f"{IMAGES}/{address.target}")
        figure = replace(plain("figure", alt, self._path, raw.line), links=(place,))
        if not address.title:
            return [figure]
        caption = Inlines({})
        text = caption.read(" ".join(address.title.split()))
        return [figure, self._leaf("caption", text, raw.line, caption)]

    def _leaf(self, mark: str, text: str, line: int, inlines: Inlines) -> Leaf:
        notes = [str(self.numbers.setdefault(label, len(self.numbers) + 1)) for label in inlines.notes]
        leaf = Leaf(
            mark,
            words(text),
            self._path,
            line,
            text,
            citations=tuple(map(cited, inlines.citations)),
            notes=tuple(notes),
            links=tuple(inlines.links),
            languages=tuple(inlines.languages),
        )
        return placed(leaf, text) if "\n" in text else leaf


def cited(text: str) -> tuple[Cited, ...]:
    """The sources that are named between the brackets of a citation."""
    found = []
    for part in text.split(";"):
        key = KEY.search(part)
        if key:
            before, place = unescaped(part[: key.start()]), unescaped(part[key.end() :].lstrip(", \n"))
            found.append(Cited(key[1], words(before), words(place)))
    return tuple(found)
