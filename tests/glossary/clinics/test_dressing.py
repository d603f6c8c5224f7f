"""A layout wears a clinic's colour where it can be read, and never where it may have none."""

from dataclasses import replace

import pytest

from glossary_publish.diagnostics import PublishError
from glossary_publish.glossary import Glossary
from glossary_publish.glossary.clinics import Clinic
from glossary_publish.glossary.clinics.dressing import dressed
from glossary_publish.layout import Brand, Layout, branded, load_layout
from glossary_publish.workspace import MemoryWorkspace
from tests.glossary.clinics.sample import FILE, clinic
from tests.glossary.sample import loaded

MIDDLING = "#4d7f76"  # 4.6 to 1: enough for most, not for large print


def one(*changes: tuple[str, str]) -> Clinic:
    glossary, report = loaded(clinic(*changes))
    report.stop_if_failed()
    return only(glossary)


def only(glossary: Glossary) -> Clinic:
    (found,) = glossary.clinics
    return found


def layout(name: str) -> Layout:
    return load_layout(MemoryWorkspace({}), name)


@pytest.mark.parametrize("name", ["handout", "large-print-us", "ebook", "word"])
def test_one_colour_drives_every_format(name: str) -> None:
    worn = dressed(layout(name), one())
    assert worn.theme["colour"]["brand"] == "#00594c"
    assert {**worn.theme["colour"], "brand": ""} == {**layout(name).theme["colour"], "brand": ""}


def test_a_layout_of_greys_stays_grey() -> None:
    grey = replace(layout("handout"), minima=replace(layout("handout").minima, colours=False))
    assert dressed(grey, one()).theme == grey.theme


def test_a_colour_that_large_print_cannot_take_is_refused_there_alone_with_one_that_it_can() -> None:
    pale = one(("#00594c", MIDDLING))
    assert dressed(layout("handout"), pale).brand.colour == MIDDLING
    with pytest.raises(PublishError) as caught:
        dressed(layout("large-print-us"), pale)
    (found,) = caught.value.diagnostics
    assert (found.code, str(found.span)) == ("faint-colour", f"{FILE}:9:1")
    assert "needs 7 to 1" in found.message
    proposed = found.help.partition('"')[2].rstrip('"')
    assert dressed(layout("large-print-us"), one(("#00594c", proposed))).brand.colour == proposed


@pytest.mark.parametrize(
    ("mode", "form"), [("full", "full"), ("short", "address"), ("on-request", "request")]
)
def test_the_references_stand_on_paper_as_the_clinic_wants_them(mode: str, form: str) -> None:
    wanted = one(("colour =", f'references = "{mode}"\ncolour ='))
    forms = {row.id: row.form for row in dressed(layout("handout"), wanted).parts}
    assert forms["references"] == form
    assert dressed(layout("ebook"), wanted).parts == layout("ebook").parts


def test_without_looks_of_its_own_a_clinic_changes_nothing() -> None:
    plain = one(('colour = "#00594c"\n', ""))
    assert dressed(layout("handout"), plain) == layout("handout")
    assert branded(layout("handout"), Brand()) == layout("handout")
