"""What a worker does for a preview: one edition from its publication to proven bytes, and those to pictures."""

from dataclasses import dataclass

from glossary_publish.build.making import NotMade, make
from glossary_publish.diagnostics import Diagnostic
from glossary_publish.layout import Layout
from glossary_publish.preview.picture import Picture
from glossary_publish.publication import Publication


@dataclass(frozen=True, slots=True)
class Painted:
    """The pages of a proven edition, and the warnings and notes of its making."""

    pictures: tuple[Picture, ...]
    diagnostics: tuple[Diagnostic, ...]


def paint(publication: Publication, layout: Layout, width: int) -> Painted | NotMade:
    """Make and prove one edition and paint its pages so wide; only bytes that are proven are painted."""
    # In a worker alone, under its limits: what paints is no code of ours.
    from glossary_publish.preview.picturing import page_pictures

    made = make(publication, layout)
    if isinstance(made, NotMade):
        return made
    return Painted(page_pictures(made.data, width), made.diagnostics)
