"""The paragraph styles that a document uses, for the template that defines them."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from glossary_publish.render.docx.names import WITHOUT_PATH, Place, Style, parse, step
from glossary_publish.render.docx.numbering import Numbering


@dataclass(frozen=True, slots=True)
class Derived:
    """A style inside a box or a container, in points; `num` and `level` are the numbers that it brings along."""

    id: str
    base: str
    leaf: str
    box: str
    path: str
    left: float
    right: float
    hanging: float
    num: int
    level: int


@dataclass(slots=True)
class Styles:
    """Gathers the styles that are used; `indent` is the layout's."""

    indent: Mapping[str, Any]
    used: set[Style] = field(default_factory=set)

    def use(self, leaf: str, place: Place) -> str:
        """The id of a style, which the document then defines."""
        style = Style(leaf, place)
        self.used.add(style)
        return style.id

    def derived(self, always: tuple[str, ...], numbering: Numbering) -> list[Derived]:
        """Every style in a box or a container, with those it is based on, sorted by id.

        A style of list items has a list of its own: what an editor sets in it gets a bullet or a number.
        """
        wanted = {style for style in self.used | set(map(parse, always)) if _derived(style)}
        wanted |= {style.base for style in wanted if _derived(style.base)}
        return [self._style(style, numbering) for style in sorted(wanted, key=lambda style: style.id)]

    def _style(self, style: Style, numbering: Numbering) -> Derived:
        place, num, hanging = style.place, 0, 0.0
        if style.leaf == "Item":
            num = numbering.open(place, 1 if place.path.endswith("N") else None).id
            hanging = step(place.path[-1], self.indent)
        return Derived(
            style.id,
            style.base.id,
            style.leaf,
            place.box,
            place.path,
            style.left(self.indent),
            style.right(self.indent),
            hanging,
            num,
            place.lists - 1,
        )


def _derived(style: Style) -> bool:
    """Whether it stands in a box or a container; all others are in the template by name."""
    return bool(style.place.box) or (bool(style.place.path) and style.leaf not in WITHOUT_PATH)
