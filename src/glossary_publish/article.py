"""The canonical article as its author wrote it: blocks of inlines, each block with its place in the source.

The same blocks and inlines make up the parts of a `publication.Publication`; composing fills in
`Citation.marks` and `Citation.anchor`, turns `article:` targets into addresses, and adds the
blocks that no author types (`FactList`, `ReferenceList`, `NoteList`, `QrCode`).
"""

from dataclasses import dataclass
from datetime import date

from glossary_publish.diagnostics import Span

# --- inlines -------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Text:
    """Characters in NFC; no line breaks, no runs of spaces."""

    text: str


@dataclass(frozen=True, slots=True)
class Emphasis:
    """Stressed words (`*…*`), and titles of works in references."""

    children: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Strong:
    """Important words (`**…**`)."""

    children: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Code:
    """Literal characters (`` `…` ``)."""

    text: str


@dataclass(frozen=True, slots=True)
class LineBreak:
    """A line end that the author asked for."""


@dataclass(frozen=True, slots=True)
class LanguageSpan:
    """Words in another language (`[mot]{lang=fr}`); `language` is a BCP 47 tag."""

    language: str
    children: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class Link:
    """A link; `target` is http, https, mailto, tel, `article:<slug>` (before composing) or `#anchor`."""

    target: str
    children: "tuple[Inline, ...]"


@dataclass(frozen=True, slots=True)
class CitationItem:
    """One cited source: its key, and the place in it (`label` is a CSL locator term such as `page`)."""

    key: str
    label: str = ""
    locator: str = ""
    prefix: str = ""
    suffix: str = ""


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of a printed citation; `target` is the anchor of the reference it leads to, or empty."""

    text: str
    target: str = ""


@dataclass(frozen=True, slots=True)
class Citation:
    """Sources cited at one place. `marks` is what is printed and `anchor` its id; both empty until composed."""

    items: tuple[CitationItem, ...]
    span: Span
    marks: tuple[Mark, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class NoteReference:
    """The mark of a footnote; notes are numbered from 1 in the order of their first mark."""

    number: int
    anchor: str = ""


Inline = Text | Emphasis | Strong | Code | LineBreak | LanguageSpan | Link | Citation | NoteReference

# --- blocks --------------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Heading:
    """A heading; the title of an edition is level 1, an article's own sections start at 2."""

    level: int
    children: tuple[Inline, ...]
    anchor: str
    span: Span
    classes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph. `role` is empty in articles; composed parts name what it is (`lede`, `callout`, `legend`, …)."""

    children: tuple[Inline, ...]
    span: Span
    role: str = ""


@dataclass(frozen=True, slots=True)
class ListItem:
    """One item of a list."""

    blocks: "tuple[Block, ...]"


@dataclass(frozen=True, slots=True)
class BulletList:
    """A list without an order."""

    items: tuple[ListItem, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class OrderedList:
    """A numbered list; the first item carries the number `start`."""

    items: tuple[ListItem, ...]
    span: Span
    start: int = 1


@dataclass(frozen=True, slots=True)
class Definition:
    """Terms and what they mean."""

    terms: tuple[tuple[Inline, ...], ...]
    meanings: "tuple[tuple[Block, ...], ...]"


@dataclass(frozen=True, slots=True)
class DefinitionList:
    """Terms with their definitions."""

    entries: tuple[Definition, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell of a table; `align` is left, center, right or empty."""

    children: tuple[Inline, ...]
    align: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table with one header row; every row has as many cells as the header."""

    header: tuple[Cell, ...]
    rows: tuple[tuple[Cell, ...], ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Quote:
    """Words of somebody else."""

    blocks: "tuple[Block, ...]"
    span: Span


@dataclass(frozen=True, slots=True)
class CodeBlock:
    """Literal lines."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Figure:
    """An image of content/images/ (`path` is project-relative) with its alternative text and optional caption."""

    path: str
    alt: str
    caption: tuple[Inline, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Fact:
    """A label and its value in the line of facts (`Updated`, `18 December 2025`)."""

    label: tuple[Inline, ...]
    value: tuple[Inline, ...]


@dataclass(frozen=True, slots=True)
class FactList:
    """The facts about the article: updated, reviewed, review due, version. Composed, never typed."""

    facts: tuple[Fact, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ReferenceEntry:
    """A formatted reference; `number` is 0 in author-date styles, `cited_at` the anchors of its citations."""

    key: str
    number: int
    anchor: str
    children: tuple[Inline, ...]
    cited_at: tuple[str, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class ReferenceList:
    """The references in the order of the citation style. Composed, never typed."""

    entries: tuple[ReferenceEntry, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote; `marked_at` holds the anchors of its marks."""

    number: int
    anchor: str
    blocks: "tuple[Block, ...]"
    span: Span
    marked_at: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class NoteList:
    """The footnotes of the article, in order. Composed; a Word edition shows them as real footnotes."""

    notes: tuple[Note, ...]
    span: Span


@dataclass(frozen=True, slots=True)
class QrCode:
    """A QR code of `target`, with alternative text. Composed, never typed."""

    target: str
    alt: str
    span: Span


Block = (
    Heading
    | Paragraph
    | BulletList
    | OrderedList
    | DefinitionList
    | Table
    | Quote
    | CodeBlock
    | Figure
    | FactList
    | ReferenceList
    | NoteList
    | QrCode
)

# --- the article ---------------------------------------------------------------------------------


@dataclass(frozen=True, slots=True)
class Review:
    """Who reviewed the article and when; a sample was reviewed by no clinician."""

    by: str
    sample: bool = False
    on: date | None = None
    due: date | None = None


@dataclass(frozen=True, slots=True)
class Line:
    """A plain value of the front matter (no Markdown) and its place."""

    text: str
    span: Span


@dataclass(frozen=True, slots=True)
class Translation:
    """What an article that is a translation records: the version of its original, and the hash of each block of it."""

    version: str
    blocks: tuple[Line, ...]


@dataclass(frozen=True, slots=True)
class Article:
    """One canonical article. `source` is the file as read; `places` maps a front-matter key to its place."""

    slug: str
    language: str
    path: str
    source: bytes
    title: str
    term: str
    also_known_as: tuple[Line, ...]
    description: str
    category: str
    audience: tuple[str, ...]
    version: str
    updated: date
    reviewed: Review
    status: str
    superseded_by: str
    key_points: tuple[Line, ...]
    actions: tuple[Line, ...]
    questions_to_ask: tuple[Line, ...]
    related: tuple[Line, ...]
    references: tuple[Line, ...]
    boilerplate: tuple[Line, ...]
    blocks: tuple[Block, ...]
    notes: tuple[Note, ...]
    places: tuple[tuple[str, Span], ...]
    translates: Translation | None = None

    def place(self, key: str) -> Span:
        """Where a front-matter key stands; the file itself when the key is missing."""
        return dict(self.places).get(key, Span(self.path))
