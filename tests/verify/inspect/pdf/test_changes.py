"""A change to the words, links, languages, files or names of a PDF changes what the inspector says of it."""

from typing import Any

from pikepdf import Array, Dictionary, Name, String

from glossary_publish.verify.inspect.pdf import inspect
from glossary_publish.verify.inspection import Inspection, LinkSeen
from tests.verify.inspect.pdf.handmade import sample
from tests.verify.inspect.pdf.mutation import altered, append, edit, element

SAMPLE = sample()
CLEAN = inspect(SAMPLE)


def texts(inspection: Inspection) -> list[str]:
    """The texts of all items."""
    return [item.text for item in inspection.items]


def test_a_swapped_letter_changes_the_text_read_and_the_text_painted() -> None:
    def change(pdf: Any) -> None:
        page = pdf.pages[0]
        page.contents_coalesce()
        start, digits, end = page.Contents.read_bytes().partition(b"> Tj")
        page.Contents = pdf.make_stream(start[:-2] + b"21" + digits + end)

    changed = inspect(altered(SAMPLE, change))
    assert texts(changed)[0] == "First titlF"
    assert changed.painted[0].text == "First titlF"


def test_a_retargeted_link_shows_its_new_target() -> None:
    def change(pdf: Any) -> None:
        pdf.pages[0].Annots[0].A.URI = String("https://example.org/b")

    links = [link for item in inspect(altered(SAMPLE, change)).items for link in item.links]
    assert links == [LinkSeen("here", "https://example.org/b")]


def test_a_lost_language_is_missing() -> None:
    def change(pdf: Any) -> None:
        del element(pdf, "Span")["/Lang"]

    assert not any(item.languages for item in inspect(altered(SAMPLE, change)).items)


def test_an_altered_attachment_has_another_hash() -> None:
    def change(pdf: Any) -> None:
        pdf.Root.Names.EmbeddedFiles.Names[1].EF.F = pdf.make_stream(b"Source")

    attachments = inspect(altered(SAMPLE, change)).attachments
    assert attachments.keys() == CLEAN.attachments.keys()
    assert attachments != CLEAN.attachments


def test_another_title_in_xmp_alone_is_read_and_disagrees() -> None:
    def change(pdf: Any) -> None:
        pdf.Root.Metadata = pdf.make_stream(pdf.Root.Metadata.read_bytes().replace(b">Handmade<", b">Other<"))

    changed = inspect(altered(SAMPLE, change))
    assert changed.metadata["title"] == "Other"
    assert [fault.code for fault in changed.faults] == ["metadata-disagree"]


def test_an_element_that_is_moved_changes_the_order() -> None:
    def change(pdf: Any) -> None:
        kids = element(pdf, "Document").K
        first, second = kids[0], kids[1]
        kids[0], kids[1] = second, first

    assert texts(inspect(altered(SAMPLE, change)))[:2] == ["Call now", "First title"]


def test_an_element_that_is_dropped_is_gone_from_the_text_and_orphaned_on_the_page() -> None:
    def change(pdf: Any) -> None:
        del element(pdf, "Document").K[1]

    changed = inspect(altered(SAMPLE, change))
    assert "Call now" not in texts(changed)
    assert "orphan-content" in {fault.code for fault in changed.faults}


def test_an_element_that_is_copied_is_read_twice() -> None:
    def change(pdf: Any) -> None:
        kids = element(pdf, "Document").K
        kids.insert(2, pdf.make_indirect(Dictionary(dict(kids[1].items()))))

    changed = inspect(altered(SAMPLE, change))
    assert texts(changed).count("Call now") == 2
    assert {"content-twice", "element-twice"} <= {fault.code for fault in changed.faults}


def test_a_heading_of_another_level_is_seen() -> None:
    def change(pdf: Any) -> None:
        element(pdf, "H2").S = Name.H1

    levels = [item.level for item in inspect(altered(SAMPLE, change)).items if item.level]
    assert levels == [1, 1]


def test_other_numbers_of_a_list_are_seen() -> None:
    def change(pdf: Any) -> None:
        body = element(pdf, "LI", 2).K
        other = element(pdf, "LI", 3).K
        body[0].K, other[0].K = Array(list(other[0].K)), Array(list(body[0].K))

    labels = [
        item.label for item in inspect(altered(SAMPLE, change)).items if item.anchor.startswith("reference")
    ]
    assert labels == ["2", "1"]


def test_an_extra_sentence_outside_the_structure_is_furniture_or_a_fault() -> None:
    artifact = inspect(
        altered(SAMPLE, lambda pdf: append(pdf, "/Artifact BMC BT /F 9 Tf 1 0 0 1 40 300 Tm <21> Tj ET EMC"))
    )
    assert len(artifact.furniture) == len(CLEAN.furniture) + 1
    bare = inspect(altered(SAMPLE, lambda pdf: append(pdf, "BT /F 9 Tf 1 0 0 1 40 300 Tm <21> Tj ET")))
    assert [fault.code for fault in bare.faults] == ["unmarked-content"]


def test_words_that_only_the_screen_reader_gets_are_in_the_item_and_a_fault() -> None:
    changed = inspect(
        altered(SAMPLE, lambda pdf: edit(pdf, "<</MCID 0 >>", "<</MCID 0 /ActualText (Last title)>>"))
    )
    assert changed.items[0].text == "Last title"
    assert [fault.code for fault in changed.faults] == ["misleading-actual-text"]


def test_a_stamp_that_is_changed_is_seen() -> None:
    def change(pdf: Any) -> None:
        element(pdf, "Sect").T = String("crisis-uk@2.0")

    assert inspect(altered(SAMPLE, change)).items[1].stamp == "crisis-uk@2.0"
