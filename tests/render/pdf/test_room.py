"""Page feet of many lines have room, and the crisis notice stands on the first page, whatever stands above it."""

import random
from dataclasses import replace

import pytest

from glossary_publish.build.material import Material
from glossary_publish.build.plan import Edition
from glossary_publish.diagnostics import Diagnostic, Report
from glossary_publish.layout import Layout, layout_names, load_layout
from glossary_publish.publication import Furniture, Publication
from glossary_publish.render.pdf import render
from glossary_publish.verify.inspect.pdf import inspect
from glossary_publish.verify.runner import verify
from glossary_publish.workspace import DiskWorkspace, MemoryWorkspace
from tests.render.pdf.conftest import PAPERS
from tests.render.pdf.handouts import Length, of_length
from tests.render.pdf.measured import measured
from tests.support.house.sources import ROOT
from tests.support.publications import every_construct

NAMES = [
    name
    for name in layout_names(DiskWorkspace(ROOT))
    if load_layout(DiskWorkspace(ROOT), name).format == "pdf"
]
LONGEST = 80  # letters that a term may have everywhere
CROWDED = {
    "overlapping-text",
    "ink-near-edge",
    "crisis-notice-not-on-first-page",
    "furniture-differs",
    "term-too-long-for-foot",
}
TERMS = {
    "en": "measures of the therapeutic alliance between clients and therapists in treatment ",
    "ar": "مقياس تحالف العمل العلاجي مع استبيانات للمراجعين والمعالجين في العلاجات الطويلة جدًا ",
}
SLUG = "working-alliance-inventory"
CLINICS = ("", "example-clinic-north", "example-clinic-south")


@pytest.fixture(scope="module")
def material() -> Material:
    """The sample glossary."""
    return Material(ROOT)


def of_term(term: str, publication: Publication) -> Publication:
    """A publication with another term at the foot of its pages."""
    metadata = publication.metadata
    foot, *others = publication.furniture
    assert metadata.term in foot.text
    text = foot.text.replace(metadata.term, term)
    return replace(
        publication,
        metadata=replace(metadata, term=term),
        furniture=(Furniture(foot.id, text), *others),
    )


def told(publication: Publication, layout: Layout) -> list[Diagnostic]:
    """What is found while an edition is made and read back."""
    report = Report()
    data = render(publication, layout, report)
    if data:
        verify(publication, layout, inspect(data), report)
    return list(report)


@pytest.mark.parametrize("language", TERMS)
@pytest.mark.parametrize("paper", PAPERS)
@pytest.mark.parametrize("name", NAMES)
def test_a_term_of_many_letters_is_set_over_more_lines(
    name: str, paper: str, language: str, material: Material
) -> None:
    term = (TERMS[language] * 2)[:LONGEST].strip()
    layout = material.layout(name, paper).layout
    publication = material.compose(Edition(SLUG, language, name, paper, "pdf", ""))
    assert CROWDED.isdisjoint(found.code for found in told(of_term(term, publication), layout))


@pytest.mark.parametrize("name", ["handout", "large-print-us", "booklet"])
def test_a_term_that_no_page_foot_holds_is_told_at_its_line(name: str) -> None:
    publication = of_term(TERMS["en"] * 40, every_construct())
    title = next(part for part in publication.parts if part.id == "title")
    source = b"---\ntitle: A title\nterm: A term\n---\n"
    publication = replace(publication, sources=((title.span.path, source),))
    (error,) = told(publication, load_layout(MemoryWorkspace({}), name))
    assert error.code == "term-too-long-for-foot"
    assert error.span
    assert (error.span.path, error.span.line) == (title.span.path, 3)
    assert f"at most {LONGEST} letters" in error.help


@pytest.mark.parametrize("clinic", CLINICS)
@pytest.mark.parametrize("name", ["large-print-uk", "large-print-us", "booklet"])
def test_the_crisis_notice_stands_on_the_first_page_below_a_letterhead(
    name: str, clinic: str, material: Material
) -> None:
    for language in ("en", "es", "ar"):
        for paper in PAPERS:
            layout = material.layout(name, paper, clinic).layout
            publication = material.compose(Edition(SLUG, language, name, paper, "pdf", "", clinic))
            found = told(publication, layout)
            assert CROWDED.isdisjoint(one.code for one in found), found


@pytest.mark.parametrize("language", ["en", "es", "ar"])
@pytest.mark.parametrize("name", ["large-print-uk", "large-print-us", "booklet"])
def test_narrow_pages_keep_codes_references_and_addresses_in_one_piece(
    name: str, language: str, material: Material
) -> None:
    for paper in PAPERS:
        layout = material.layout(name, paper, CLINICS[-1]).layout
        publication = material.compose(Edition(SLUG, language, name, paper, "pdf", "", CLINICS[-1]))
        sheet = measured(render(publication, layout, Report()))
        code = publication.metadata.code
        feet = ["".join(run.text for run in foot) for foot in sheet.feet]
        assert all(code in foot for foot in feet)
        lines = [line.text for line in sheet.lines]
        assert sum(code in line for line in lines) == 2  # in the imprint and in the address
        assert [line for line in lines if line.endswith("https://")] == []
        parted = [run.text for foot in sheet.feet for run in foot if run.text.endswith("-")]
        assert parted == []


@pytest.mark.parametrize("name", ["large-print-uk", "large-print-us", "booklet"])
def test_no_reference_and_no_imprint_is_parted_where_pages_are_narrow(name: str) -> None:
    for seed in range(3):
        publication = of_length(Length(2, 3, 3, 9), random.Random(seed))
        sheet = measured(render(publication, load_layout(MemoryWorkspace({}), name), Report()))
        part = [part.id for part in publication.parts].index("references")
        flows = [flow for flow in sheet.flows() if flow[0].part == part]
        assert len(flows) > 9
        assert [flow[0].text for flow in flows if len({line.page for line in flow}) > 1] == []
        imprint = [part.id for part in publication.parts].index("colophon")
        assert len({line.page for line in (*sheet.of_part(imprint), *sheet.of_part(imprint + 1))}) == 1


def test_points_of_a_summary_stand_under_each_other_below_short_and_long_headings(material: Material) -> None:
    for language in ("en", "es"):
        layout = material.layout("summary", "letter").layout
        publication = material.compose(Edition(SLUG, language, "summary", "letter", "pdf", ""))
        sheet = measured(render(publication, layout, Report()))
        lists = ("actions", "questions-to-ask")
        numbers = [number for number, part in enumerate(publication.parts) if part.id in lists]
        assert len(numbers) == len(lists)
        lines = [line for number in numbers for line in sheet.of_part(number) if line.role == "LBody"]
        (column,) = {round(line.left) for line in lines}
        assert column > layout.options["page"]["inner"] * 72 / 25.4 + layout.options["page"]["gutter"]


def test_a_title_below_the_name_of_a_clinic_is_smaller_and_still_the_largest_heading(
    material: Material,
) -> None:
    for name in NAMES:
        sizes = []
        for clinic in CLINICS[:2]:
            layout = material.layout(name, "letter", clinic).layout
            publication = material.compose(Edition(SLUG, "en", name, "letter", "pdf", "", clinic))
            lines = measured(render(publication, layout, Report())).lines
            sizes.append(max(line.size for line in lines if line.role == "H1"))
            assert sizes[-1] > max(line.size for line in lines if line.role == "H2" and line.text != "988")
        assert sizes[1] < sizes[0] if name in ("handout", "easy-print", "booklet") else sizes[1] <= sizes[0]
