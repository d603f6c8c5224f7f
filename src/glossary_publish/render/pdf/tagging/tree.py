"""The structure tree while it grows, and the marks by which painted content belongs to it."""

from dataclasses import dataclass, field
from typing import Any, TypeAlias

Box: TypeAlias = Any  # a box of WeasyPrint's formatting structure; the package has no types

# Elements that stand in a line of text (ISO 32000-1, table 338) unless they are placed as blocks; all others begin
# and end a flow of words.
INLINE = frozenset({"Span", "Link", "Reference", "Code"})
BLOCK = "/Placement/Block"


@dataclass(frozen=True, slots=True)
class Content:
    """Marked content: page index and MCID."""

    page: int
    mcid: int


@dataclass(frozen=True, slots=True)
class Area:
    """The area of a link on a page; WeasyPrint makes its annotation while it writes the file."""

    page: int
    box: Box


@dataclass(slots=True, eq=False)
class Node:
    """A structure element. `attributes` is the PDF source of /A; `language` is empty where it is the parent's.

    spoken_as: the mark whose words are read in place of the content.
    """

    role: str
    parent: "Node | None" = None
    id: str = ""
    title: str = ""
    language: str = ""
    alternative: str = ""
    attributes: str = ""
    spoken_as: "Mark | None" = None
    kids: "list[Node | Content | Area]" = field(default_factory=list)

    def grow(
        self, role: str, id: str = "", title: str = "", alternative: str = "", attributes: str = ""
    ) -> "Node":
        """A new element after the kids that are there."""
        node = Node(role, self, id, title, "", alternative, attributes)
        self.kids.append(node)
        return node

    @property
    def spoken(self) -> str:
        """The language in force."""
        node: Node | None = self
        while node and not node.language:
            node = node.parent
        return node.language if node else ""

    @property
    def flow(self) -> "Node":
        """The nearest element whose words follow each other: a paragraph, a cell, the body of a list item."""
        node = self
        while node.role in INLINE and BLOCK not in node.attributes and node.parent:
            node = node.parent
        return node


@dataclass(slots=True, eq=False)
class Mark:
    """How a box is marked while it is painted.

    artifact: the kind of page furniture it is, or empty; else `mcid` counts. words: what is to be read in place
    of the glyphs, or empty; `by_element` if its structure element says so, else the content itself. space: a space
    was swallowed after the last word and has to be painted.
    """

    mcid: int = -1
    artifact: str = ""
    words: str = ""
    by_element: bool = False
    space: bool = False

    @property
    def replacement(self) -> str:
        """The words that are read in place of the glyphs, with the space that a line end swallowed."""
        return self.words + " " * self.space if self.words else ""
