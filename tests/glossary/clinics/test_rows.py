"""Rows of `[[editions]]` that name clinics, and clinics whose region has no notice."""

import pytest

from glossary_publish.compose import compose
from glossary_publish.diagnostics import PublishError, UsageError
from glossary_publish.layout import load_layout
from glossary_publish.workspace import MemoryWorkspace
from tests.glossary.clinics.sample import FILE, SLUG, clinic
from tests.glossary.sample import CRISIS, SETTINGS, edited, loaded

ROWS = "[[editions]]"


def rows(text: str) -> list[tuple[tuple[str, ...], tuple[str, ...]]]:
    """Layouts and clinics of the rows of a glossary that has a first row of this text."""
    glossary, report = loaded(clinic(), edited(SETTINGS, (ROWS, f"{ROWS}\n{text}\n\n{ROWS}")))
    report.stop_if_failed()
    return [(row.layouts, row.clinics) for row in glossary.editions]


def told(text: str) -> list[tuple[str, str]]:
    with pytest.raises(UsageError) as caught:
        rows(text)
    return [(found.message, found.help) for found in caught.value.diagnostics]


def test_a_row_for_clinics_needs_no_layouts() -> None:
    assert rows('clinics = ["corner"]')[0] == ((), ("corner",))
    assert rows('layouts = ["handout", "large-print"]\nclinics = ["corner"]')[0][1] == ("corner",)


def test_a_row_that_names_a_clinic_that_is_not_there_is_told_the_nearest() -> None:
    assert told('clinics = ["cornr"]') == [
        ("editions.clinics names the clinic 'cornr', which is not there", "did you mean corner?")
    ]


def test_a_row_for_nobody_needs_layouts_and_knows_no_large_print() -> None:
    assert [message for message, _ in told('articles = ["trial"]')] == ["editions.layouts is missing"]
    (found,) = told('layouts = ["large-print"]')
    assert found[0] == "editions.layouts names the layout 'large-print', which is not there"


def test_a_clinic_in_a_region_without_a_notice_is_told_at_its_region() -> None:
    abroad = clinic(("colour =", 'region = "FR"\ncolour ='))
    glossary, report = loaded(abroad, edited(CRISIS, ("region: any", "region: US")))
    report.stop_if_failed()
    article, layout = glossary.articles[0], load_layout(MemoryWorkspace({}), "handout")
    assert compose(glossary, article, layout).clinic == ""
    with pytest.raises(PublishError) as caught:
        compose(glossary.for_clinic(SLUG), article, layout)
    (found,) = caught.value.diagnostics
    assert (found.code, str(found.span)) == ("no-boilerplate-for-role", f"{FILE}:9:1")
    assert "region FR" in found.message
