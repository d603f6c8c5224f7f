"""The content document: every part of the publication as a section, in reading order."""

from collections.abc import Iterator
from dataclasses import dataclass

from markupsafe import Markup

from glossary_publish.publication import Part, Publication
from glossary_publish.render.epub.navigation import headings
from glossary_publish.render.html import Writer

# What a part is to assistive technology and to reading systems (DPUB-ARIA 1.1).
# Safety text is a section of the text and never a note: readers hide notes until somebody asks for them.
ROLES = {
    "crisis-notice": ("notice", "doc-notice"),
    "disclaimer": ("notice", "doc-notice"),
    "body": ("bodymatter", ""),
    "notes": ("endnotes", "doc-endnotes"),
    "references": ("bibliography", "doc-bibliography"),
    "colophon": ("colophon", "doc-colophon"),
}


@dataclass(frozen=True, slots=True)
class Section:
    """A part as an element: its tag, its attributes and what is in it."""

    tag: str
    attributes: dict[str, str]
    content: Markup


def sections(publication: Publication, writer: Writer) -> Iterator[Section]:
    """All parts in reading order, nothing added and nothing left out."""
    for part in publication.parts:
        heading = next(headings([part]), None)
        attributes = _attributes(part, heading.anchor if heading else "")
        content = Markup(writer.blocks(part.blocks))  # noqa: S704  the writer escapes every word
        yield Section("section" if heading else "div", attributes, content)


def _attributes(part: Part, heading: str) -> dict[str, str]:
    type, role = ROLES.get(part.id, ("", ""))
    attributes = {
        "class": f"part {part.id}",
        "epub:type": type,
        "role": role,
        "aria-labelledby": heading if role else "",
        "data-boilerplate": f"{part.stamp.id}@{part.stamp.version}" if part.stamp else "",
    }
    return {name: value for name, value in attributes.items() if value}
