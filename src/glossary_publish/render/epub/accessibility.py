"""What the book may claim about its accessibility, worked out from what is in it.

EPUB Accessibility 1.1, 2.2. No conformance and no certifier is stated here: a program cannot vouch for what
only people can judge.
"""

import re
from collections.abc import Iterable, Iterator
from typing import assert_never

from glossary_publish.article import (
    Block,
    BulletList,
    CodeBlock,
    DefinitionList,
    FactList,
    Figure,
    Heading,
    NoteList,
    OrderedList,
    Paragraph,
    QrCode,
    Quote,
    ReferenceList,
    Table,
)
from glossary_publish.publication import Image, Publication
from glossary_publish.render.epub.navigation import headings
from glossary_publish.render.epub.opf import Meta

ANIMATED_SVG = re.compile(rb"<(?:\w+:)?(?:animate|animateMotion|animateTransform|set)[\s/>]")


def accessibility(publication: Publication) -> tuple[Meta, ...]:
    """The schema.org statements of the package document, each one true of this publication."""
    figures = list(pictures(publication))
    described = all(figure.alt.strip() for figure in figures)
    structured = any(heading.level > 1 for heading in headings(publication.parts))
    claims = [("accessMode", "textual")]
    if figures:
        claims.append(("accessMode", "visual"))
    if described:
        claims.append(("accessModeSufficient", "textual"))
    else:
        claims.append(("accessModeSufficient", "textual,visual"))
    features = _features(bool(figures) and described, structured)
    claims += [("accessibilityFeature", feature) for feature in features]
    claims.append(("accessibilityHazard", "unknown" if any(map(_moves, publication.images)) else "none"))
    claims.append(("accessibilitySummary", publication.word("accessibility-summary")))
    return tuple(Meta(f"schema:{name}", value) for name, value in claims)


def _features(alternatives: bool, structure: bool) -> Iterator[str]:
    # Every book has a navigation document, one reading order, roles and a style sheet in relative units.
    yield from ("ARIA", "displayTransformability", "readingOrder", "tableOfContents", "unlocked")
    if structure:
        yield "structuralNavigation"
    if alternatives:
        yield "alternativeText"


def _moves(image: Image) -> bool:
    """Whether an image may be animated: then nobody has looked at whether it flashes."""
    if image.media_type == "image/svg+xml":
        return ANIMATED_SVG.search(image.data) is not None
    return image.media_type == "image/gif" or b"acTL" in image.data[:4096] or b"ANIM" in image.data[:64]


def pictures(publication: Publication) -> Iterator[Figure | QrCode]:
    """Every picture of the publication, in order."""
    for part in publication.parts:
        yield from _pictures(part.blocks)


def _pictures(blocks: Iterable[Block]) -> Iterator[Figure | QrCode]:
    for block in blocks:
        match block:
            case Figure() | QrCode():
                yield block
            case BulletList() | OrderedList():
                for item in block.items:
                    yield from _pictures(item.blocks)
            case DefinitionList():
                for entry in block.entries:
                    for meaning in entry.meanings:
                        yield from _pictures(meaning)
            case Quote():
                yield from _pictures(block.blocks)
            case NoteList():
                for note in block.notes:
                    yield from _pictures(note.blocks)
            case Heading() | Paragraph() | Table() | CodeBlock() | FactList() | ReferenceList():
                pass
            case _:
                assert_never(block)
