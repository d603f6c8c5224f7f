"""What a clinic puts on a sheet, in the words of its file and in the language of the article."""

import pytest

from glossary_publish.article import Citation, FactList, Figure, LanguageSpan, Link, Mark
from glossary_publish.compose import compose
from glossary_publish.diagnostics import Report
from glossary_publish.glossary.clinics.dressing import dressed
from glossary_publish.glossary.walking import blocks_within, inlines_within
from glossary_publish.publication import Publication, plain_text
from glossary_publish.verify.conservation import conserve
from tests.compose.sample import compose_for_clinic, composed, glossary, ids, layout, lines, listing, part
from tests.glossary.clinics.sample import FILE, FOLDER, SLUG, clinic
from tests.glossary.sample import SETTINGS, edited

MODES = ("full", "short", "on-request")


def test_the_letterhead_says_who_it_is_and_how_to_reach_them() -> None:
    made = compose_for_clinic()
    assert ids(made)[:3] == ["letterhead", "language-line", "label"]
    assert lines(made, "letterhead") == [
        "Logo of Corner Clinic",
        "Corner Clinic",
        "Appointments",
        "555-0100",
        "Open",
        "Weekdays, 9 to 5",
        "Website",
        "https://corner.example.org",
        "1 Sample Street Exampletown",
    ]
    assert lines(made, "language-line") == ["Need an interpreter? Ask us."]
    assert lines(made, "feedback") == ["Questions or comments about this sheet? sheets@corner.example.org"]


def test_the_short_letterhead_has_name_logo_and_numbers() -> None:
    made = compose_for_clinic(on=listing(("letterhead", "short"), ("title", "full")))
    assert lines(made, "letterhead") == ["Logo of Corner Clinic", "Corner Clinic", "Appointments", "555-0100"]


def test_every_block_of_the_letterhead_has_its_place_in_the_file() -> None:
    places = [str(block.span) for block in part(compose_for_clinic(), "letterhead").blocks]
    assert places == [f"{FILE}:8:1", f"{FILE}:1:1", f"{FILE}:11:3", f"{FILE}:2:1"]


def test_numbers_and_addresses_can_be_pressed_where_a_sheet_is_read_on_a_screen() -> None:
    made = compose_for_clinic()
    assert targets(made, "letterhead") == ["tel:5550100", "https://corner.example.org"]
    assert targets(made, "feedback") == ["mailto:sheets@corner.example.org"]


@pytest.mark.parametrize(
    ("contact", "target"),
    [
        ("+1 (555) 555-0101", "tel:+15555550101"),
        ("https://corner.example.org/remarks", "https://corner.example.org/remarks"),
    ],
)
def test_remarks_go_by_any_way_that_a_clinic_names(contact: str, target: str) -> None:
    made = compose_for_clinic(clinic(("sheets@corner.example.org", contact)))
    assert targets(made, "feedback") == [target]


def test_words_of_the_clinic_in_another_language_say_so() -> None:
    made = compose_for_clinic(clinic(("name =", 'language = "es"\nname =')))
    spans = [inline for block in part(made, "letterhead").blocks for inline in inlines_within(block)]
    spoken = {plain_text([one]): one.language for one in spans if isinstance(one, LanguageSpan)}
    assert spoken == dict.fromkeys(
        ("Corner Clinic", "Appointments", "Weekdays, 9 to 5", "1 Sample Street Exampletown"), "es"
    )


def test_an_edition_for_nobody_has_nothing_of_a_clinic() -> None:
    made = composed(clinic())
    assert not {"letterhead", "language-line", "feedback", "write-in-notes"} & set(ids(made))
    assert made.images == ()
    assert made.clinic == ""
    assert not [path for path, _ in made.sources if path.startswith("content/clinics/")]


def test_an_edition_without_a_letterhead_carries_no_logo() -> None:
    made = compose_for_clinic(on=layout("ebook"))
    assert made.images == ()
    assert [image.path for image in compose_for_clinic().images] == [f"{FOLDER}/logo.svg"]


def test_the_code_tells_sheets_of_clinics_apart_and_an_old_number_from_a_new_one() -> None:
    changed = compose_for_clinic(clinic(("555-0100", "555-0101")))
    assert len({made.metadata.code for made in (composed(clinic()), compose_for_clinic(), changed)}) == 3


def test_the_parts_to_write_on_have_a_heading_and_the_labels_of_an_appointment() -> None:
    made = compose_for_clinic()
    assert lines(made, "write-in-questions") == ["Questions for my clinician"]
    assert lines(made, "write-in-appointment") == ["My next appointment", "Date and time", "With", "Where"]
    assert lines(made, "write-in-notes") == ["My notes"]


def test_a_layout_may_have_lines_to_write_on_whatever_a_clinic_asks_for() -> None:
    made = composed(
        on=listing(("title", "full"), ("write-in-notes", "full"), ("write-in-questions", "clinic"))
    )
    assert "write-in-notes" in ids(made)
    assert "write-in-questions" not in ids(made)


@pytest.mark.parametrize("site", [True, False], ids=["with a site", "without"])
@pytest.mark.parametrize("mode", MODES)
def test_references_are_listed_or_it_is_told_where_they_are(mode: str, site: bool) -> None:
    wanted = clinic(("colour =", f'references = "{mode}"\ncolour ='))
    settings = {} if site else edited(SETTINGS, ('site = "https://example.org/trial"\n', ""))
    whole = glossary(wanted, settings).for_clinic(SLUG)
    assert whole.clinic
    shown = dressed(layout(), whole.clinic)
    made = compose(whole, whole.articles[0], shown)
    report = Report()
    conserve(made, report, shown)
    assert list(report) == []
    words = " ".join(lines(made, "references"))
    assert ("Ask Corner Clinic" in words) == (mode == "on-request")
    assert ("listed with the full article" in words) == (site and mode != "full")
    listed = mode == "full" or (mode == "short" and not site)
    assert any(mark.target for mark in marks(made)) == listed


def targets(publication: Publication, id: str) -> list[str]:
    inlines = [inline for block in part(publication, id).blocks for inline in inlines_within(block)]
    return [inline.target for inline in inlines if isinstance(inline, Link)]


def marks(publication: Publication) -> list[Mark]:
    blocks = [block for one in publication.parts for block in blocks_within(one.blocks)]
    assert [block for block in blocks if isinstance(block, Figure | FactList)]
    return [
        mark
        for block in blocks
        for one in inlines_within(block)
        if isinstance(one, Citation)
        for mark in one.marks
    ]
