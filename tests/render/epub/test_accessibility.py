"""Claims about accessibility are made only when they are true."""

from dataclasses import replace

import pytest

from glossary_publish.article import (
    Block,
    BulletList,
    Definition,
    DefinitionList,
    Figure,
    ListItem,
    Note,
    NoteList,
    Quote,
)
from glossary_publish.publication import Image, Part, Publication
from glossary_publish.render.epub.accessibility import accessibility, pictures
from tests.support.publications import at, every_construct, paragraph


def claims(publication: Publication, name: str) -> list[str]:
    """The values that are claimed under one name."""
    return [meta.value for meta in accessibility(publication) if meta.name == f"schema:{name}"]


def with_body(*blocks: Block) -> Publication:
    """The sample with another body and no pictures elsewhere."""
    publication = every_construct(qr=False)
    body = Part("body", blocks, at(19))
    return replace(publication, chapters=(replace(publication.chapters[0], parts=(body,)),))


def figure(alt: str) -> Figure:
    """A picture of the sample."""
    return Figure("content/images/dot.svg", alt, (), at(54))


def test_described_pictures_let_the_text_suffice() -> None:
    publication = every_construct(qr=False)
    assert claims(publication, "accessMode") == ["textual", "visual"]
    assert claims(publication, "accessModeSufficient") == ["textual"]
    assert "alternativeText" in claims(publication, "accessibilityFeature")


def test_a_picture_without_alternative_text_withdraws_the_claims() -> None:
    publication = with_body(figure("A dot"), figure(" "))
    assert claims(publication, "accessModeSufficient") == ["textual,visual"]
    assert "alternativeText" not in claims(publication, "accessibilityFeature")


def test_a_book_without_pictures_claims_no_alternative_text() -> None:
    publication = with_body(paragraph("Words only."))
    assert claims(publication, "accessMode") == ["textual"]
    assert "alternativeText" not in claims(publication, "accessibilityFeature")


def test_headings_below_the_title_make_the_structure_navigable() -> None:
    publication = with_body(paragraph("Words only."))
    assert "structuralNavigation" in claims(publication, "accessibilityFeature")
    flat = replace(publication, front=publication.front[:2], back=())
    assert "structuralNavigation" not in claims(flat, "accessibilityFeature")


@pytest.mark.parametrize(
    ("media_type", "data"),
    [
        ("image/gif", b"GIF89a"),
        ("image/svg+xml", b"<svg><circle><animate attributeName='r'/></circle></svg>"),
        ("image/png", b"\x89PNG\r\n\x1a\n....acTL"),
        ("image/webp", b"RIFF....WEBPVP8X..........ANIM"),
    ],
)
def test_a_picture_that_may_move_makes_the_hazard_unknown(media_type: str, data: bytes) -> None:
    publication = every_construct(qr=False)
    assert claims(publication, "accessibilityHazard") == ["none"]
    moving = replace(publication, images=(Image("content/images/dot.svg", media_type, data, 1, 1),))
    assert claims(moving, "accessibilityHazard") == ["unknown"]


def test_no_conformance_is_claimed() -> None:
    assert not [
        meta
        for meta in accessibility(every_construct())
        if "conformsTo" in meta.name or "certif" in meta.name
    ]


def test_pictures_are_found_however_deep_they_stand() -> None:
    inside = Quote((BulletList((ListItem((figure("in a list in a quote"),)),), at(1)),), at(1))
    defined = DefinitionList((Definition((), ((figure("in a meaning"),),)),), at(1))
    noted = NoteList((Note(1, "note-1", (figure("in a note"),), at(1)),), at(1))
    found = [picture.alt for picture in pictures(with_body(inside, defined, noted))]
    assert found == ["in a list in a quote", "in a meaning", "in a note"]
