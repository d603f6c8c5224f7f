"""What a reader found in a finished file, in one shape for all formats.

An inspector reports what the file says and shows, never what it should: it knows no Publication.
`text` is in normal form (NFC, no soft hyphens, white space one space) but for one thing: a PDF line end
inside an item is kept as a line feed, because it may stand for a space or for nothing; the comparison decides.
"""

from dataclasses import dataclass, field
from enum import Enum


class Kind(Enum):
    """What an item is to a reader or a screen reader."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    TERM = "term"
    MEANING = "meaning"
    HEADER_CELL = "header cell"
    CELL = "cell"
    CODE = "code"
    FIGURE = "figure"
    CAPTION = "caption"
    REFERENCE = "reference"
    NOTE = "note"
    FACT_LABEL = "fact label"
    FACT_VALUE = "fact value"


@dataclass(frozen=True, slots=True)
class LinkSeen:
    """A link: its words, and its target (an address, or `#anchor` inside the file)."""

    text: str
    target: str


@dataclass(frozen=True, slots=True)
class LanguageSeen:
    """A stretch whose language differs from the document's."""

    language: str
    text: str


@dataclass(frozen=True, slots=True)
class Item:
    """One leaf of the document in reading order: a heading, a paragraph, a cell, a reference, …

    level: heading level, 0 elsewhere.
    within: the containers from outside in: `bullet`, `ordered`, `quote`, `definitions`, `note`.
    label: on the first item of a list item `bullet` or its number (`2`); of a reference or note its number;
        of a cell `row,column` from 1 (the header row is row 1); else empty.
    anchor: the id that links can reach, with `-` between words (`reference-1`, `note-2`), or empty.
    alt: the alternative text of a figure.
    notes: the numbers of the footnote marks inside, in order; the marks themselves are not in `text`.
    stamp: `id@version` of the boilerplate this item belongs to, or empty.
    locked: whether the format keeps an editor from changing it.
    """

    kind: Kind
    text: str
    level: int = 0
    within: tuple[str, ...] = ()
    label: str = ""
    anchor: str = ""
    alt: str = ""
    links: tuple[LinkSeen, ...] = ()
    languages: tuple[LanguageSeen, ...] = ()
    notes: tuple[str, ...] = ()
    stamp: str = ""
    locked: bool = False


@dataclass(frozen=True, slots=True)
class Painted:
    """How a stretch of text reaches the eye: size in points, contrast against its background (1 to 21), visible or not.

    item: the index of the item that it is a word, label or mark of, or -1 where the reader cannot tell.
    """

    text: str
    size: float
    contrast: float
    visible: bool
    place: str
    item: int = -1


@dataclass(frozen=True, slots=True)
class LineSeen:
    """A line of an item as it is printed, or one outside the text (item -1); in points from the upper left corner.

    page: its number from 1. size: of its largest type. slanted, underlined: whether some of it is. stretch: how much wider
    than in its font its narrowest space is. grey: the lowest contrast in it once all colours are grey.
    """

    text: str
    page: int
    item: int
    left: float
    right: float
    top: float
    low: float
    baseline: float
    size: float
    slanted: bool = False
    underlined: bool = False
    stretch: float = 1.0
    grey: float = 21.0


@dataclass(frozen=True, slots=True)
class RuleSeen:
    """A rule as it is printed, in points from the upper left corner; `page` is its number from 1."""

    page: int
    left: float
    right: float
    top: float
    contrast: float


@dataclass(frozen=True, slots=True)
class PictureSeen:
    """A picture as it is printed, in points from the upper left corner of its page; darkest: a grey level, 0 for black."""

    alt: str
    page: int
    left: float
    top: float
    right: float
    low: float
    darkest: int


@dataclass(frozen=True, slots=True)
class QrSeen:
    """A QR code as it is printed, in points from the upper left corner of its page, without the white around it.

    alt: the alternative text of its picture. modules: how many it has on a side. quiet: how many modules around it are
    white, to four. correction: its level, `L`, `M`, `Q` or `H`. fault: why it cannot be read; then `text` is empty.
    """

    alt: str
    page: int
    left: float
    top: float
    right: float
    low: float
    modules: int
    quiet: float
    correction: str = ""
    text: str = ""
    fault: str = ""


@dataclass(frozen=True, slots=True)
class PageSeen:
    """A page as it is printed, in points; `white` is how far the ink is from its left, upper, right and lower edge."""

    width: float
    height: float
    white: tuple[float, float, float, float]
    coloured: bool = False


@dataclass(frozen=True, slots=True)
class Fault:
    """Something wrong with the file itself, whatever it says: a diagnostic code, a message, and where.

    item: the index of the item that it is in, or -1 where it is in none.
    """

    code: str
    message: str
    place: str = ""
    item: int = -1


@dataclass(frozen=True, slots=True)
class Inspection:
    """All that was read back from one file.

    metadata keys: title, language, identifier, description, publisher, reviewer, licence, version, updated,
    slug, source_hash, code, direction; a format leaves out what it cannot carry and lists it in `cannot`.
    furniture: the lines that repeat on pages or stand outside the text, as read, once per page or section.
    outline: (level, text) of bookmarks, navigation entries or heading styles.
    attachments: file name to SHA-256.
    lines, pages, rules, pictures, codes: what is printed, for formats that have pages of their own.
    """

    format: str
    items: tuple[Item, ...]
    furniture: tuple[str, ...] = ()
    metadata: dict[str, str] = field(default_factory=dict)
    cannot: tuple[str, ...] = ()
    outline: tuple[tuple[int, str], ...] = ()
    painted: tuple[Painted, ...] = ()
    attachments: dict[str, str] = field(default_factory=dict)
    faults: tuple[Fault, ...] = ()
    lines: tuple[LineSeen, ...] = ()
    pages: tuple[PageSeen, ...] = ()
    rules: tuple[RuleSeen, ...] = ()
    pictures: tuple[PictureSeen, ...] = ()
    codes: tuple[QrSeen, ...] = ()
