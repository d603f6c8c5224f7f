"""The cover: words of the publication set on a plain ground by the layout's `[cover]` table.

Lengths in that table are in units of the cover, which are the pixels of its PNG.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from glossary_publish.layout import Layout
from glossary_publish.publication import Metadata, Publication
from glossary_publish.render.epub.typesetting import Face, face, wrapped

SHRINK = 0.92  # how much smaller a title is tried that runs too low


@dataclass(frozen=True, slots=True)
class CoverLine:
    """A line of type: `x` is where reading starts, `y` the baseline, both from the top left corner.

    `length` is how wide it is in the theme's family: a reader that lacks the family fits its own to it.
    """

    text: str
    x: float
    y: float
    length: float
    size: float
    weight: str
    face: Face

    @property
    def measured(self) -> bool:
        """Whether its length is known; the letters of other fonts are not to be drawn out to one that was guessed."""
        return self.face.shows(self.text)


@dataclass(frozen=True, slots=True)
class Cover:
    """The cover, set: all that its pictures draw. `rule` is a bar: left, top, width, height.

    `words` is all that it says, the alternative to the picture.
    """

    width: int
    height: int
    ground: str
    ink: str
    family: str
    language: str
    direction: str
    rule: tuple[float, float, float, float]
    lines: tuple[CoverLine, ...]
    words: str

    @property
    def drawable(self) -> bool:
        """Whether the vendored fonts can show every word as it should be."""
        return self.direction == "ltr" and all(line.face.shows(line.text) for line in self.lines)


def set_cover(publication: Publication, layout: Layout) -> Cover:
    """Break the words of the cover into lines and give each line its place."""
    table, metadata = layout.options["cover"], publication.metadata
    setter = _Setter(table, layout, metadata.direction)
    words = _words(metadata, publication.word("cover-label"))
    rule = table["rule"]
    return Cover(
        width=table["width"],
        height=table["height"],
        ground=layout.theme["colour"][table["ground"]],
        ink=layout.theme["colour"][table["ink"]],
        family=layout.theme["type"]["family"],
        language=metadata.language,
        direction=metadata.direction,
        rule=(setter.leftmost(rule["width"]), rule["y"], rule["width"], rule["height"]),
        lines=(*setter.label(words), *setter.title(words), *setter.publisher(words)),
        words=" · ".join((words["label"], metadata.title, metadata.publisher)),
    )


def _words(metadata: Metadata, label: str) -> dict[str, str]:
    """What stands where: the part of the title after the term is the subtitle."""
    head, _, rest = metadata.title.partition(":")
    split = head == metadata.term
    return {
        "label": label,
        "title": head if split else metadata.title,
        "subtitle": rest.strip() if split else "",
        "publisher": metadata.publisher,
    }


class _Setter:
    """Sets the words of one cover."""

    def __init__(self, table: Mapping[str, Any], layout: Layout, direction: str) -> None:
        self.table = table
        family = layout.theme["type"]["family"]
        ours = [font for font in layout.fonts if (font.family, font.style) == (family, "normal")]
        self.fonts = {font.weight: face(font.data) for font in ours}
        self.measure = table["width"] - 2 * table["margin"]
        self.mirrored = direction == "rtl"
        self.start: float = table["width"] - table["margin"] if self.mirrored else table["margin"]

    def leftmost(self, width: float) -> float:
        """The left edge of something that begins where reading starts."""
        return self.start - width if self.mirrored else self.start

    def label(self, words: Mapping[str, str]) -> list[CoverLine]:
        return list(self._block(words, "label", self.table["label"]["y"], 1.0))

    def title(self, words: Mapping[str, str]) -> list[CoverLine]:
        """Title and subtitle, as large as the layout wants but small enough for their longest words.

        They end above the publisher.
        """
        scale = 1.0
        whole = f"{words['title']} {words['subtitle']}".split()
        while True:
            lines = list(self._block(words, "title", self.table["title"]["y"], scale))
            below = lines[-1].y + self.table["subtitle"]["gap"] * scale
            lines += self._block(words, "subtitle", below, scale)
            unbroken = " ".join(line.text for line in lines).split() == whole
            if unbroken and lines[-1].y <= self.table["title"]["lowest"]:
                return lines
            scale *= SHRINK

    def publisher(self, words: Mapping[str, str]) -> list[CoverLine]:
        lines = list(self._block(words, "publisher", 0, 1.0))
        lift = self.table["height"] - self.table["margin"] - lines[-1].y if lines else 0
        return list(self._block(words, "publisher", lift, 1.0))

    def _block(self, words: Mapping[str, str], name: str, y: float, scale: float) -> Iterator[CoverLine]:
        style = self.table[name]
        size, font = style["size"] * scale, self.fonts[style["weight"]]
        for text in wrapped(words[name], font, size, self.measure):
            y += size * style["leading"]
            length = round(font.width(text, size), 2)
            yield CoverLine(text, self.start, round(y, 2), length, round(size, 2), style["weight"], font)
