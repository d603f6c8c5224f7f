"""What a clinic's file and a brand beside it say is read as it was meant."""

from collections.abc import Mapping
from types import MappingProxyType

import pytest

from glossary_publish.glossary.clinics import Clinic
from tests.glossary.clinics.sample import FOLDER, LOGO, clinic, png
from tests.glossary.sample import SETTINGS, edited, loaded, told

NO_LOOKS = (('logo = "logo.svg"\n', ""), ('colour = "#00594c"\n', ""))
POSIT = """
meta:
  name:
    short: Corner
    full: Corner Clinic
  link: https://corner.example.org
logo:
  images:
    mark:
      path: mark.png
      alt: A square
  small: mark
  medium:
    light: wide.png
    dark: mark
color:
  palette:
    pine: "#0A5C4F"
  foreground: "#111111"
  primary: pine
typography:
  base: Open Sans
"""


def read(
    *changes: tuple[str, str],
    settings: tuple[str, str] | None = None,
    files: Mapping[str, bytes | str] = MappingProxyType({}),
) -> Clinic:
    """The clinic, in which nothing may be at fault."""
    changed = [edited(SETTINGS, settings)] if settings else []
    glossary, report = loaded(clinic(*changes, files=files), *changed)
    assert told(report, "brand-not-used", "missing-review-date", "no-related-articles") == []
    (found,) = glossary.clinics
    return found


def test_every_value_is_read() -> None:
    found = read()
    assert (found.slug, found.name, found.address) == (
        "corner",
        "Corner Clinic",
        ("1 Sample Street", "Exampletown"),
    )
    assert [(phone.label.in_language("en"), phone.number) for phone in found.phones] == [
        (("en", "Appointments"), "555-0100")
    ]
    assert found.hours.in_language("en") == ("en", "Weekdays, 9 to 5")
    assert (found.website, found.feedback) == ("https://corner.example.org", "sheets@corner.example.org")
    assert found.write_in == ("questions", "appointment", "notes")
    assert found.logo
    assert found.logo.path == f"{FOLDER}/logo.svg"


def test_what_a_clinic_does_not_say_is_what_the_glossary_says() -> None:
    found = read(settings=('region = "US"', 'region = "GB"'))
    assert (found.language, found.region, found.paper) == ("en", "GB", "letter")
    assert (found.layouts, found.references, found.preprinted_top) == (("handout",), "full", 0.0)


def test_a_text_may_be_there_in_several_languages() -> None:
    found = read(('hours = "Weekdays, 9 to 5"', 'hours.en = "Weekdays"\nhours.es = "Días laborables"'))
    assert found.hours.in_language("es-MX") == ("es", "Días laborables")
    assert found.hours.in_language("fr") == ("en", "Weekdays")


@pytest.mark.parametrize("name", ["brand.yml", "_brand.yml"])
def test_logo_and_colour_may_stand_in_a_brand(name: str) -> None:
    found = read(*NO_LOOKS, files={name: POSIT, "wide.png": png(300, 100), "mark.png": png(50, 50)})
    assert found.colour == "#0a5c4f"
    assert found.logo
    assert (found.logo.path, found.logo.width) == (f"{FOLDER}/wide.png", 300)


def test_the_file_of_the_clinic_goes_before_its_brand() -> None:
    found = read(files={"brand.yml": POSIT, "wide.png": png(300, 100)})
    assert found.colour == "#00594c"
    assert found.logo
    assert found.logo.path == f"{FOLDER}/logo.svg"


@pytest.mark.parametrize(
    "brand",
    [
        "logo: mark.png",
        "logo:\n  path: mark.png",
        "logo:\n  large: mark.png",
        "logo:\n  medium:\n    path: mark.png",
    ],
)
def test_a_brand_names_its_logo_in_many_ways(brand: str) -> None:
    found = read(*NO_LOOKS, files={"brand.yml": brand, "mark.png": png(50, 50)})
    assert found.logo
    assert found.logo.path == f"{FOLDER}/mark.png"


def test_what_a_brand_says_and_nobody_follows_is_noted() -> None:
    _, report = loaded(clinic(files={"brand.yml": POSIT, "wide.png": png(300, 100)}))
    assert [line for line in told(report) if "brand-not-used" in line] == [
        f"{FOLDER}/brand.yml:21:1 brand-not-used: typography of the brand is not used"
    ]


@pytest.mark.parametrize(
    "words",
    [
        "Call 555-0101 [press 2]",
        "Open 50% longer",
        "Dr. {x",
        "«Clínica Central»",
        "A < B",
        "Ask for your birthday card",
    ],
)
def test_words_that_are_no_placeholders_may_stand_there(words: str) -> None:
    assert read(("Need an interpreter? Ask us.", words)).language_help.in_language("en") == ("en", words)


def test_a_logo_may_lie_in_a_folder_of_the_clinic() -> None:
    found = read(('logo = "logo.svg"', 'logo = "pictures/mark.svg"'), files={"pictures/mark.svg": LOGO})
    assert found.logo
    assert found.logo.path == f"{FOLDER}/pictures/mark.svg"
