"""Safety text and references are locked, paragraph by paragraph, and everything else is open."""

from dataclasses import replace

import pytest

from glossary_publish.article import Cell, Table
from glossary_publish.publication import Part, Stamp
from tests.render.docx.conftest import NAMESPACES, Draft, Make, W
from tests.render.docx.samples import locked, with_parts
from tests.support.publications import at, heading, paragraph, words


def test_each_paragraph_of_a_locked_part_is_in_a_control_of_its_own(draft: Draft) -> None:
    controls = draft.find("//w:body/w:sdt")
    for control in controls:
        (content,) = control.iterchildren(f"{W}sdtContent")
        assert [str(child.tag) for child in content] == [f"{W}p"]
    tags = draft.values("//w:sdtPr/w:tag/@w:val")
    assert tags == [
        *(f"crisis-notice/crisis-us@1.0/{number}" for number in (1, 2, 3)),
        *(f"disclaimer/medical-disclaimer@1.2/{number}" for number in (1, 2)),
        *(f"references/{number}" for number in (1, 2, 3, 4)),
    ]


def test_controls_lock_their_content_and_say_what_they_hold(draft: Draft) -> None:
    assert set(draft.values("//w:sdtPr/w:lock/@w:val")) == {"sdtContentLocked"}
    assert len(draft.find("//w:sdtPr/w:lock")) == len(draft.find("//w:sdt"))
    names = list(dict.fromkeys(draft.values("//w:sdtPr/w:alias/@w:val")))
    assert names == ["In a crisis? You can get help now.", "Medical disclaimer", "References"]


def test_controls_are_building_blocks_so_that_libreoffice_keeps_their_links(draft: Draft) -> None:
    assert len(draft.find("//w:sdtPr/w:docPartObj/w:docPartGallery")) == len(draft.find("//w:sdt"))


def test_controls_have_ids_of_their_own(draft: Draft) -> None:
    ids = draft.values("//w:sdtPr/w:id/@w:val")
    assert len(set(ids)) == len(ids)


def test_links_stay_links_in_locked_text(draft: Draft) -> None:
    addresses = [draft.address(id) for id in draft.values("//w:sdt//w:hyperlink/@r:id")]
    assert addresses == ["tel:988", "https://doi.org/10.1037/pst0000172"]


def test_nothing_else_is_locked_or_protected(draft: Draft) -> None:
    assert draft.find("//w:documentProtection", "word/settings.xml") == []
    open_parts = {"First.", "What the term means", "Other entry: https://example.org/glossary/other-entry"}
    assert open_parts.isdisjoint(draft.values("//w:sdt//w:p"))


def test_a_table_is_locked_as_a_whole(make: Make) -> None:
    table = Table((Cell(words("Head")),), ((Cell(words("Cell")),),), at(10))
    draft = make(with_parts(locked(heading("Medical disclaimer", "disclaimer"), table)))
    assert len(draft.find("//w:sdt/w:sdtContent/w:tbl")) == 1


def test_a_part_with_a_stamp_that_is_open_has_controls_without_a_lock(make: Make) -> None:
    part = replace(locked(paragraph("Words.")), locked=False)
    draft = make(with_parts(part))
    (control,) = draft.find("//w:sdt[starts-with(w:sdtPr/w:tag/@w:val, 'disclaimer/')]")
    assert control.find(f"{W}sdtPr/{W}lock") is None


@pytest.mark.parametrize(
    "title", ["", "A heading that has many more words than the title of a control can hold"]
)
def test_a_part_without_a_short_heading_is_called_by_its_id(make: Make, title: str) -> None:
    blocks = (heading(title, "disclaimer"),) if title else (paragraph("Words."),)
    draft = make(with_parts(Part("disclaimer", blocks, at(10), True, Stamp("medical-disclaimer", "1.2", ""))))
    (control,) = draft.find("//w:sdt[starts-with(w:sdtPr/w:tag/@w:val, 'disclaimer/')]")
    assert control.xpath("string(w:sdtPr/w:alias/@w:val)", namespaces=NAMESPACES) == "disclaimer"
