"""Blocks and inlines as XHTML, for the formats that are made of it."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from html import escape
from typing import assert_never

from glossary_publish.article import (
    Block,
    BulletList,
    Cell,
    Citation,
    Code,
    CodeBlock,
    Definition,
    DefinitionList,
    Emphasis,
    Fact,
    FactList,
    Figure,
    Heading,
    Inline,
    LanguageSpan,
    LineBreak,
    Link,
    ListItem,
    Mark,
    Note,
    NoteList,
    NoteReference,
    OrderedList,
    Paragraph,
    QrCode,
    Quote,
    ReferenceEntry,
    ReferenceList,
    Strong,
    Table,
    Text,
)
from glossary_publish.direction import direction
from glossary_publish.publication import plain_text
from glossary_publish.render.islands import islands, right_to_left


@dataclass(frozen=True, slots=True)
class Writer:
    """What the formats do each in their own way.

    `image` gives the address of an image by its path, `qr` that of a QR code by its target. `note_mark`
    names a note mark to a screen reader (`Note {number}`). `backlink` is the label of a link back to the
    text and `backlink_sign` what is seen of it: both empty where there is no way back.
    `semantics` adds `epub:type`. `whole` is a word that stays in one piece at its hyphen. `groups` puts each entry of a
    list of terms or facts into an element of its own (HTML 4.4.9), which a page can keep together. Where the text
    runs from right to left (`way`), what has to run from left to right stands in elements of its own, and so do
    references in other letters.
    """

    image: Callable[[str], str]
    qr: Callable[[str], str]
    note_mark: str
    backlink: str = ""
    backlink_sign: str = ""
    semantics: bool = False
    whole: str = ""
    groups: bool = False
    way: str = "ltr"

    # --- blocks ----------------------------------------------------------------------------------

    def blocks(self, blocks: Iterable[Block]) -> str:
        """Blocks in their order, one below the other."""
        return "\n".join(self.block(block) for block in blocks)

    def block(self, block: Block) -> str:
        """One block as an element."""
        match block:
            case Heading():
                attributes = attribute("id", block.anchor) + attribute("class", " ".join(block.classes))
                return f"<h{block.level}{attributes}>{self.inlines(block.children)}</h{block.level}>"
            case Paragraph():
                return f"<p{attribute('class', block.role)}>{self.inlines(block.children)}</p>"
            case BulletList():
                return f"<ul>\n{self._items(block.items)}\n</ul>"
            case OrderedList():
                start = attribute("start", str(block.start)) if block.start != 1 else ""
                return f"<ol{start}>\n{self._items(block.items)}\n</ol>"
            case DefinitionList():
                return "<dl>\n" + "\n".join(self._definition(entry) for entry in block.entries) + "\n</dl>"
            case Table():
                return self._table(block)
            case Quote():
                return f"<blockquote>\n{self.blocks(block.blocks)}\n</blockquote>"
            case CodeBlock():
                return f"<pre><code>{text(block.text)}</code></pre>"
            case Figure():
                return self._figure(block)
            case FactList():
                return '<dl class="facts">\n' + "\n".join(map(self._fact, block.facts)) + "\n</dl>"
            case ReferenceList():
                return self._references(block)
            case NoteList():
                return '<ol class="notes">\n' + "\n".join(map(self._note, block.notes)) + "\n</ol>"
            case QrCode():
                source = attribute("src", self.qr(block.target)) + f' alt="{quoted(block.alt)}"'
                return f'<figure class="qr">\n<img{source}/>\n</figure>'
            case _:
                assert_never(block)

    def _items(self, items: Iterable[ListItem]) -> str:
        return "\n".join(f"<li>{self._compact(item.blocks)}</li>" for item in items)

    def _compact(self, blocks: Sequence[Block]) -> str:
        """A lone paragraph stands in its item without an element of its own, also before a list inside."""
        first, *others = blocks if blocks else (None,)
        if isinstance(first, Paragraph) and not any(isinstance(other, Paragraph) for other in others):
            return "\n".join([self.inlines(first.children), *map(self.block, others)])
        return "\n" + self.blocks(blocks) + "\n"

    def _definition(self, entry: Definition) -> str:
        terms = [f"<dt>{self.inlines(term)}</dt>" for term in entry.terms]
        meanings = [f"<dd>{self._compact(meaning)}</dd>" for meaning in entry.meanings]
        return self._group("\n".join([*terms, *meanings]))

    def _fact(self, fact: Fact) -> str:
        return self._group(f"<dt>{self.inlines(fact.label)}</dt>\n<dd>{self.inlines(fact.value)}</dd>")

    def _group(self, entry: str) -> str:
        return f"<div>\n{entry}\n</div>" if self.groups else entry

    def _table(self, table: Table) -> str:
        head = "".join(self._cell(cell, "th", attribute("scope", "col")) for cell in table.header)
        rows = ("".join(self._cell(cell, "td") for cell in row) for row in table.rows)
        body = "\n".join(f"<tr>{row}</tr>" for row in rows)
        return f"<table>\n<thead>\n<tr>{head}</tr>\n</thead>\n<tbody>\n{body}\n</tbody>\n</table>"

    def _cell(self, cell: Cell, tag: str, attributes: str = "") -> str:
        return f"<{tag}{attributes}{attribute('class', cell.align)}>{self.inlines(cell.children)}</{tag}>"

    def _figure(self, figure: Figure) -> str:
        picture = f'<img{attribute("src", self.image(figure.path))} alt="{quoted(figure.alt)}"/>'
        caption = f"\n<figcaption>{self.inlines(figure.caption)}</figcaption>" if figure.caption else ""
        return f"<figure>\n{picture}{caption}\n</figure>"

    def _references(self, block: ReferenceList) -> str:
        numbered = any(entry.number for entry in block.entries)
        tag = "ol" if numbered else "ul"
        turned = self.way == "rtl" and not all(
            right_to_left(plain_text(entry.children)) for entry in block.entries
        )
        way, writer = (' dir="ltr"', replace(self, way="ltr")) if turned else ("", self)
        entries = "\n".join(map(writer._reference, block.entries))
        return f'<{tag} class="references"{way}>\n{entries}\n</{tag}>'

    def _reference(self, entry: ReferenceEntry) -> str:
        number = str(entry.number) if entry.number else ""
        attributes = attribute("id", entry.anchor) + attribute("value", number)
        return f"<li{attributes}>{self.inlines(entry.children)}{self._backlinks(entry.cited_at)}</li>"

    def _note(self, note: Note) -> str:
        attributes = attribute("id", note.anchor) + attribute("value", str(note.number))
        attributes += self._type("endnote")
        *others, last = note.blocks
        back = self._backlinks(note.marked_at)
        if not isinstance(last, Paragraph):
            closing = f"<p>{back}</p>" if back else ""
            return f"<li{attributes}>\n{self.blocks(note.blocks)}\n{closing}</li>"
        words = self.inlines(last.children) + back
        if not others:
            return f"<li{attributes}>{words}</li>"
        return f"<li{attributes}>\n{self.blocks(others)}\n<p>{words}</p>\n</li>"

    def _backlinks(self, anchors: Sequence[str]) -> str:
        """A way back to every place that leads here."""
        if not self.backlink:
            return ""
        return "".join(self._backlink(anchor, index, len(anchors)) for index, anchor in enumerate(anchors, 1))

    def _backlink(self, anchor: str, index: int, count: int) -> str:
        number = f" {index}" if count > 1 else ""
        attributes = attribute("href", f"#{anchor}") + ' role="doc-backlink"' + self._type("backlink")
        attributes += attribute("aria-label", self.backlink + number)
        return f" <a{attributes}>{text(self.backlink_sign + number)}</a>"

    # --- inlines ---------------------------------------------------------------------------------

    def inlines(self, inlines: Iterable[Inline]) -> str:
        """Inlines one after the other; no line begins with a citation."""
        return "".join(self.inline(inline) for inline in _kept_together(tuple(inlines)))

    def inline(self, inline: Inline) -> str:
        """One inline as text or an element."""
        match inline:
            case Text():
                return self._text(inline.text)
            case Emphasis():
                return f"<em>{self.inlines(inline.children)}</em>"
            case Strong():
                return f"<strong>{self.inlines(inline.children)}</strong>"
            case Code():
                return f"<code>{text(inline.text)}</code>"
            case LineBreak():
                return "<br/>"
            case LanguageSpan():
                inner = replace(self, way=direction(inline.language))
                return f"<span{language_attributes(inline.language)}>{inner.inlines(inline.children)}</span>"
            case Link():
                return f"<a{attribute('href', inline.target)}>{self.inlines(inline.children)}</a>"
            case Citation():
                marks = "".join(map(self._mark, inline.marks))
                return f'<span class="citation"{attribute("id", inline.anchor)}>{marks}</span>'
            case NoteReference():
                return self._note_reference(inline)
            case _:
                assert_never(inline)

    def _text(self, words: str) -> str:
        """Words as text; in a right-to-left text each stretch that runs the other way as an element."""
        if self.way == "ltr":
            return self.words(words)
        pieces = (
            f'<span dir="ltr">{self.words(piece)}</span>' if island else self.words(piece)
            for piece, island in islands(words)
        )
        return "".join(pieces)

    def words(self, words: str) -> str:
        """Words as text, the one that stays whole as an element."""
        if not self.whole or self.whole not in words:
            return text(words)
        return f'<span class="whole">{text(self.whole)}</span>'.join(map(text, words.split(self.whole)))

    def _mark(self, mark: Mark) -> str:
        if not mark.target:
            return text(mark.text)
        attributes = attribute("href", f"#{mark.target}") + ' role="doc-biblioref"' + self._type("biblioref")
        return f"<a{attributes}>{text(mark.text)}</a>"

    def _note_reference(self, inline: NoteReference) -> str:
        attributes = attribute("id", inline.anchor) + f' href="#note-{inline.number}" role="doc-noteref"'
        attributes += self._type("noteref")
        attributes += attribute("aria-label", self.note_mark.format(number=inline.number))
        return f'<sup class="note-mark"><a{attributes}>{inline.number}</a></sup>'

    def _type(self, name: str) -> str:
        return attribute("epub:type", name) if self.semantics else ""


def _kept_together(inlines: Sequence[Inline]) -> Iterator[Inline]:
    """The inlines with a space that ends no line before each citation."""
    for inline, following in zip(inlines, (*inlines[1:], None), strict=False):
        match inline, following:
            case Text(words), Citation() if words.endswith(" "):
                yield Text(f"{words[:-1]}\u00a0")
            case _:
                yield inline


def text(words: str) -> str:
    """Words as XHTML text."""
    return escape(words, quote=False)


def quoted(words: str) -> str:
    """Words as the value of an attribute in double quotes."""
    return escape(words).replace("\n", "&#10;")


def attribute(name: str, value: str) -> str:
    """An attribute with the space before it; nothing for an empty value."""
    return f' {name}="{quoted(value)}"' if value else ""


def language_attributes(language: str) -> str:
    """The attributes of words in another language: HTML's, XML's and the direction of writing."""
    names = attribute("lang", language) + attribute("xml:lang", language)
    return names + attribute("dir", direction(language))
