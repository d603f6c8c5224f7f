"""Blank lines that are missing, too close or too faint are found, on the finished sheet."""

from dataclasses import replace

import pytest

from glossary_publish.verify.checks.blank_lines import check
from tests.verify.checks.sheets import printed, sheet, told

AREAS = ("write-in-questions", "write-in-appointment", "write-in-notes")
LINES = 5 + 3 + 6  # of the handout, one for each label of the appointment among them


def test_a_sheet_as_it_should_be_has_all_its_blank_lines() -> None:
    assert len(printed().rules) >= LINES
    assert told(check, printed()) == []


def test_blank_lines_are_decoration_and_their_heading_is_a_heading() -> None:
    publication, _ = sheet()
    assert [part.id for part in publication.parts if part.id in AREAS] == list(AREAS)
    assert printed().faults == ()
    headings = {item.text for item in printed().items if item.level == 2}
    assert {"Questions for my clinician", "My next appointment", "My notes"} <= headings


def test_each_blank_line_is_missed() -> None:
    whole = printed()
    areas = []
    for index in range(len(whole.rules)):
        rules = whole.rules[:index] + whole.rules[index + 1 :]
        areas += told(check, replace(whole, rules=rules))
    missing = [part for code, part in areas if code == "blank-lines-missing"]
    assert sorted(missing) == sorted(
        ["write-in-questions"] * 5 + ["write-in-appointment"] * 3 + ["write-in-notes"] * 6
    )


@pytest.mark.parametrize(
    ("spoiled", "code"),
    [
        ((".blank::after {", ".blank::after { display: none;"), "blank-lines-missing"),
        (("height: {{ layout.write_in.pitch }}mm", "height: 8.5mm"), "blank-lines-too-close"),
        (("background: {{ colour.quiet }}", "background: {{ colour.line }}"), "blank-lines-faint"),
        (("height: .6pt", "height: 6pt"), "blank-lines-missing"),
    ],
    ids=["unseen", "close", "faint", "bars"],
)
def test_a_style_sheet_that_spoils_the_lines_is_found_out(spoiled: tuple[str, str], code: str) -> None:
    found = told(check, printed(file="write-in.css", spoiled=spoiled))
    assert [part for one, part in found if one == code] == list(AREAS)


def test_a_clinic_that_asks_for_no_lines_gets_none() -> None:
    none = ('write_in = ["questions", "appointment", "notes"]\n', "")
    publication, _ = sheet(none)
    assert not {part.id for part in publication.parts} & set(AREAS)
    assert told(check, printed(none), none) == []
