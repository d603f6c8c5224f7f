"""What a clinic puts on paper stands in no ebook and no Word draft, and on no sheet of hers may it be missing."""

from dataclasses import replace

import pytest

from glossary_publish.diagnostics import Span
from glossary_publish.layout import load_layout
from glossary_publish.publication import Part
from glossary_publish.verify.checks import blank_lines
from glossary_publish.verify.checks.parts import check
from glossary_publish.verify.evidence import gather
from glossary_publish.workspace import MemoryWorkspace
from tests.support.publications import paragraph
from tests.verify.checks.perfect import LAYOUTS, perfect, publication
from tests.verify.checks.sheets import printed, sheet

PARTS = ("letterhead", "language-line", "feedback", "write-in-notes")


@pytest.mark.parametrize("format", ["epub", "docx"])
@pytest.mark.parametrize("part", PARTS)
def test_a_part_for_paper_is_found_in_other_files(format: str, part: str) -> None:
    sample = publication(format)
    added = Part(part, (paragraph("Corner Clinic"),), Span("content/clinics/corner/clinic.toml"))
    spoiled = replace(sample, front=(added, *sample.front))
    evidence = gather(spoiled, load_layout(MemoryWorkspace({}), LAYOUTS[format]), perfect(format))
    assert [(one.code, one.part) for one in check(evidence)] == [("part-for-paper-only", part)]
    assert list(blank_lines.check(evidence)) == []


@pytest.mark.parametrize("part", PARTS[:3])
def test_a_layout_that_gives_a_clinic_no_place_is_found_out(part: str) -> None:
    made, layout = sheet()
    without = replace(layout, parts=tuple(row for row in layout.parts if row.id != part))
    found = [(one.code, one.part) for one in check(gather(made, without, printed()))]
    assert found == [("part-not-in-layout", part)]


def test_a_letterhead_that_stands_below_the_title_is_found_out() -> None:
    made, layout = sheet()
    seen = printed()
    assert list(check(gather(made, layout, seen))) == []
    parts = {part.id: len(part.blocks) for part in made.front}
    title = next(index for index, item in enumerate(seen.items) if item.level == 1)
    assert parts["letterhead"] > 1
    moved = replace(
        seen, items=(*seen.items[title : title + 1], *seen.items[:title], *seen.items[title + 1 :])
    )
    assert "part-out-of-order" in {one.code for one in check(gather(made, layout, moved))}
