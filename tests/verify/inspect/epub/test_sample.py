"""An ebook of every construct is read back as what it is."""

import pytest

from glossary_publish.verify.expected import expected_items
from glossary_publish.verify.inspect.epub import inspect
from glossary_publish.verify.inspection import Inspection, Item, Kind, LanguageSeen, LinkSeen
from tests.verify.inspect.epub.book import TEXT, altered, edition, packed, publication, swap, unpacked


@pytest.fixture(scope="module")
def seen() -> Inspection:
    """What the inspector finds in the ebook."""
    return inspect(edition())


def test_the_items_are_those_of_the_publication_and_no_others(seen: Inspection) -> None:
    assert seen.items == tuple(one.item for one in expected_items(publication(), "epub"))


def test_every_kind_of_item_is_in_the_sample(seen: Inspection) -> None:
    assert {item.kind for item in seen.items} == set(Kind)


def test_a_paragraph_has_its_links_languages_and_note_marks(seen: Inspection) -> None:
    paragraph = next(item for item in seen.items if item.text.startswith("The French"))
    assert paragraph == Item(
        Kind.PARAGRAPH,
        "The French say l’alliance thérapeutique, in Arabic it is التحالف العلاجي. Read the long story [1,2(p4)]"
        " or call 988, literally x < y, and go on after a break.",
        links=(
            LinkSeen("the long story", "https://example.org/a?b=1&c=2"),
            LinkSeen("1", "#reference-1"),
            LinkSeen("2(p4)", "#reference-2"),
            LinkSeen("988", "tel:988"),
        ),
        languages=(LanguageSeen("fr", "l’alliance thérapeutique"), LanguageSeen("ar", "التحالف العلاجي")),
        notes=("2",),
    )


def test_lines_outside_the_text_are_furniture(seen: Inspection) -> None:
    assert {"Contents", "Start of the text", "Back to the text 2", "↩︎ 1", "Note 1"} <= set(seen.furniture)
    assert "First." not in seen.furniture


def test_metadata_is_read_from_the_package(seen: Inspection) -> None:
    metadata = publication().metadata
    assert seen.metadata == {
        "title": metadata.title,
        "language": "en",
        "identifier": metadata.identifier,
        "description": metadata.description,
        "publisher": metadata.publisher,
        "licence": "CC BY 4.0",
        "updated": "2025-12-18",
        "reviewer": metadata.reviewer,
        "version": "1.0",
        "slug": "every-construct",
        "source_hash": metadata.source_hash,
        "code": "EC-K4QX7",
        "direction": "ltr",
    }


def test_the_contents_are_the_outline(seen: Inspection) -> None:
    assert seen.outline[:2] == (
        (1, "Every construct: shown once"),
        (2, "In a crisis? You can get help now."),
    )
    assert (3, "A table") in seen.outline


def test_every_word_is_painted_in_a_size_and_contrast_that_can_be_read(seen: Inspection) -> None:
    painted = "".join("".join(run.text.split()) for run in seen.painted)
    words = {word for item in seen.items for word in item.text.split()}
    assert [word for word in sorted(words) if word not in painted] == []
    assert all(run.visible and run.size >= 7 and run.contrast >= 4.5 for run in seen.painted)


def test_the_callout_is_painted_larger_than_the_text(seen: Inspection) -> None:
    callout = next(run for run in seen.painted if run.text == "988")
    assert callout.size > 12 < max(run.size for run in seen.painted)


def test_an_ebook_carries_no_attachments_and_has_no_faults(seen: Inspection) -> None:
    assert seen.attachments == {}
    assert seen.faults == ()


def test_order_and_packing_of_the_archive_do_not_matter(seen: Inspection) -> None:
    files = unpacked(edition())
    first, *others = files
    turned = packed({name: files[name] for name in (first, *reversed(others))}, stored=files)
    assert inspect(turned) == seen


def test_white_space_and_the_form_of_characters_do_not_matter(seen: Inspection) -> None:
    def change(files: dict[str, bytes]) -> None:
        swap(files, TEXT, "Yes, it often can.", "\n  Yes,\n\tit of\u00adten   can.\n")
        swap(files, TEXT, "80–87, Flückiger", "80–87, Flu\u0308ckiger")

    assert inspect(altered(change)).items == seen.items


def test_a_list_may_hold_plain_words_or_paragraphs(seen: Inspection) -> None:
    changed = inspect(altered(lambda files: swap(files, TEXT, "<li>Second.</li>", "<li><p>Second.</p></li>")))
    assert changed.items == seen.items


@pytest.mark.parametrize("data", [b"", b"PK", b"<html/>", b"PK\x05\x06" + bytes(18)])
def test_what_is_no_ebook_is_one_fault(data: bytes) -> None:
    found = inspect(data)
    assert [fault.code for fault in found.faults] == ["unreadable-epub"]
    assert found.items == ()
