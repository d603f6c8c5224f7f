"""Every construct that the inspector knows, in one handmade file without a fault."""

import hashlib

import pytest

from glossary_publish.verify.inspect.pdf import inspect
from glossary_publish.verify.inspection import Inspection, Item, Kind, LanguageSeen, LinkSeen
from tests.verify.inspect.pdf.handmade import sample


@pytest.fixture(scope="module")
def seen() -> Inspection:
    """What the inspector finds in the sample."""
    return inspect(sample())


def test_items_come_in_the_order_of_the_structure_tree(seen: Inspection) -> None:
    assert seen.items == (
        Item(Kind.HEADING, "First title", 1, anchor="title"),
        Item(Kind.PARAGRAPH, "Call now", stamp="crisis-us@1.0"),
        Item(
            Kind.PARAGRAPH,
            "Words go\nover the line here mot juste",
            links=(LinkSeen("here", "https://example.org/a"),),
            notes=("1",),
            languages=(LanguageSeen("fr", "mot juste"),),
        ),
        Item(Kind.PARAGRAPH, "One", within=("bullet",), label="bullet"),
        Item(Kind.PARAGRAPH, "Two", within=("bullet",), label="bullet"),
        Item(Kind.HEADER_CELL, "Name", label="1,1"),
        Item(Kind.HEADER_CELL, "Sum", label="1,2"),
        Item(Kind.CELL, "All", label="2,1"),
        Item(Kind.CELL, "3", label="2,2"),
        Item(Kind.FIGURE, "", alt="A square"),
        Item(Kind.PARAGRAPH, "שלום"),
        Item(Kind.HEADING, "Sources", 2),
        Item(Kind.REFERENCE, "Bordin. Alliance.", label="1", anchor="reference-1"),
        Item(Kind.REFERENCE, "Horvath. Alliance.", label="2", anchor="reference-2"),
        Item(Kind.NOTE, "A note.", label="1", anchor="note-1"),
    )


def test_artifacts_are_furniture_page_by_page(seen: Inspection) -> None:
    assert seen.furniture == ("Handmade", "Page 1", "Handmade", "Page 2")


def test_metadata_bookmarks_and_attachments_are_read(seen: Inspection) -> None:
    assert seen.metadata == {
        "title": "Handmade",
        "language": "en",
        "slug": "handmade",
        "source_hash": "abc",
        "version": "1.0",
    }
    assert seen.outline == ((1, "First title"), (1, "Sources"))
    assert seen.attachments == {"handmade.md": hashlib.sha256(b"source").hexdigest()}


def test_every_run_is_painted_with_its_size_and_the_contrast_of_its_colours(seen: Inspection) -> None:
    runs = {run.text: run for run in seen.painted}
    assert len(seen.painted) == 27
    assert all(run.visible for run in seen.painted)
    assert runs["First title"].size == 20
    assert runs["1"].size == 8
    assert runs["over the line"].contrast == 21
    assert 8.7 < runs["Call now"].contrast < 8.9
    assert runs["A note."].place == "page 2"


def test_a_clean_file_has_no_fault(seen: Inspection) -> None:
    assert seen.faults == ()
