"""What the readers of text share: the parts that hold it, and what is gathered from them."""

from collections.abc import Iterator
from dataclasses import dataclass, field

from lxml import etree

from glossary_publish.verify.inspect.docx.anchors import Anchors
from glossary_publish.verify.inspect.docx.looks import Looks
from glossary_publish.verify.inspect.docx.note_marks import NoteMarks
from glossary_publish.verify.inspect.docx.numbering import Numbering
from glossary_publish.verify.inspect.docx.package import Package
from glossary_publish.verify.inspect.docx.styles import Styles
from glossary_publish.verify.inspect.docx.wordml import R
from glossary_publish.verify.inspection import Fault, Item, Painted

TEXT, NOTES, FURNITURE = "text", "notes", "furniture"


@dataclass(frozen=True, slots=True, eq=False)
class Story:
    """A part that holds text, and what that text is (17.10, 17.11): `text`, `notes` or `furniture`.

    `place` is its name for messages.
    """

    part: str
    root: etree._Element
    role: str
    place: str = field(init=False)

    def __post_init__(self) -> None:
        object.__setattr__(self, "place", self.part.rpartition("/")[2])


def unused_faults(package: Package, story: Story) -> Iterator[Fault]:
    """Images and addresses that hang on a part, and that nothing in it shows."""
    used = {str(id) for id in story.root.xpath("//@r:*", namespaces={"r": R.strip("{}")})}
    for arrow in package.arrows.get(story.part, {}).values():
        if arrow.kind in ("image", "hyperlink") and arrow.id not in used:
            yield Fault("unexpected-part", f"nothing shows {arrow.target!r}", story.place)


@dataclass(slots=True)
class Heard:
    """What is gathered from all stories."""

    faults: list[Fault]
    items: list[Item] = field(default_factory=list)
    outline: list[tuple[int, str]] = field(default_factory=list)
    painted: list[Painted] = field(default_factory=list)


@dataclass(frozen=True, slots=True, eq=False)
class Document:
    """What the readers of all stories look up."""

    package: Package
    styles: Styles
    looks: Looks
    numbering: Numbering
    anchors: Anchors
    marks: NoteMarks
    language: str
    right_to_left: bool
    heard: Heard
