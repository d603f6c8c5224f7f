"""What a content stream paints: runs of glyphs and rectangles, and the marked content they stand in."""

from dataclasses import dataclass, field
from typing import TypeAlias

from glossary_publish.verify.inspect.pdf.fonts import Font
from glossary_publish.verify.inspection import Fault

Matrix: TypeAlias = tuple[float, float, float, float, float, float]
Colour: TypeAlias = tuple[float, float, float]
Box: TypeAlias = tuple[
    float, float, float, float
]  # left, top, right, bottom in points; the page's upper left is 0, 0

IDENTITY: Matrix = (1.0, 0.0, 0.0, 1.0, 0.0, 0.0)
INVISIBLE_MODES = (3, 7)  # text rendering modes that paint nothing (ISO 32000-1, table 106)


@dataclass(slots=True)
class Replacement:
    """/ActualText (14.9.4): what is read in place of the glyphs inside; `painted` once there are any."""

    text: str
    painted: bool = False


@dataclass(slots=True)
class Marked:
    """A marked-content sequence (14.6), with what it inherits from those around it.

    container: object number of the page or form in whose stream it stands; mcid: -1 outside the structure.
    """

    tag: str
    container: int
    mcid: int = -1
    artifact: bool = False
    replacement: Replacement | None = None
    language: str = ""


@dataclass(slots=True)
class Run:
    """Glyphs that one operator shows, all on one line.

    starts, ends: of each glyph, along the baseline, in text space; matrix: from there to the page. size:
    effective size in points; nominal: the size in text space. fill: None where the colour is not a plain one.
    mode: text rendering mode. missing: the characters that are painted as the empty box. item: the index of the
    item that the glyphs belong to, once the structure is read; -1 for none.
    """

    page: int
    order: int
    marked: Marked | None
    matrix: Matrix
    size: float
    nominal: float
    fill: Colour | None
    alpha: float
    mode: int
    font: Font
    texts: list[str] = field(default_factory=list)
    starts: list[float] = field(default_factory=list)
    ends: list[float] = field(default_factory=list)
    missing: str = ""
    item: int = -1
    _text: str | None = None

    @property
    def text(self) -> str:
        """What the glyphs say, one after the other."""
        if self._text is None:
            self._text = "".join(self.texts)
        return self._text

    def stretch(self, first: int, last: int, below: float, above: float) -> Box:
        """The box from one glyph to another; `below` and `above` the baseline in ratios of the size."""
        return rectangle(
            self.starts[first],
            -below * self.nominal,
            self.ends[last] - self.starts[first],
            (above + below) * self.nominal,
            self.matrix,
        )


@dataclass(slots=True)
class Fill:
    """A painted rectangle or image; `colour` None for an image or a colour that is not a plain one."""

    page: int
    order: int
    box: Box
    colour: Colour | None
    alpha: float


@dataclass(slots=True)
class Page:
    """A page: its size in points, and what is painted on it in painting order.

    number: its object number. marks: container and MCID of all tagged content. untagged: how many graphics
    are painted that are neither in the structure nor artifacts. colours: those of paths that
    are plain, each with container and MCID of its content. strokes: straight lines that are drawn. drawings: where
    a path of many pieces is painted.
    """

    index: int
    number: int
    width: float
    height: float
    runs: list[Run] = field(default_factory=list)
    fills: list[Fill] = field(default_factory=list)
    marks: list[tuple[int, int]] = field(default_factory=list)
    untagged: int = 0
    faults: list[Fault] = field(default_factory=list)
    colours: set[tuple[Colour, int, int]] = field(default_factory=set)
    strokes: list[Box] = field(default_factory=list)
    drawings: list[Box] = field(default_factory=list)


def multiply(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does one thing and then the other (8.3.4)."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m


def rectangle(left: float, low: float, width: float, height: float, matrix: Matrix) -> Box:
    """The box around a rectangle after a matrix."""
    a, b, c, d, e, f = matrix
    if not b and not c and a * width >= 0 >= d * height:  # upright, as nearly everything is
        return a * left + e, d * (low + height) + f, a * (left + width) + e, d * low + f
    xs = [a * x + c * y + e for x in (left, left + width) for y in (low, low + height)]
    ys = [b * x + d * y + f for x in (left, left + width) for y in (low, low + height)]
    return min(xs), min(ys), max(xs), max(ys)
