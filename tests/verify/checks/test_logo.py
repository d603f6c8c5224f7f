"""A logo of which nothing is seen, or that takes too much room, is found on the finished sheet."""

from dataclasses import replace

import pytest

from glossary_publish.compose import compose
from glossary_publish.diagnostics import PublishError, Report, UsageError
from glossary_publish.glossary.clinics.dressing import dressed
from glossary_publish.layout import load_layout
from glossary_publish.publish import publish
from glossary_publish.verify.checks.logo import check
from glossary_publish.workspace import MemoryWorkspace
from tests.glossary.clinics.sample import FILE, SLUG, clinic, png
from tests.glossary.sample import edited, loaded
from tests.verify.checks.sheets import printed, told

HEAD = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 60" width="90" height="60">'
UNSEEN = {
    "white": '<rect width="90" height="60" fill="#ffffff"/>',
    "clear": '<rect width="90" height="60" opacity="0"/>',
    "outside": '<rect x="200" y="200" width="9" height="9"/>',
    "without ink": '<rect width="90" height="60" fill="none"/>',
    "all but white": '<path d="M0 0H90V60Z" fill="#f4f6f5"/>',
}


def published(*changes: dict[str, str], name: str = "handout") -> bytes:
    """The sheet of the sample clinic with some files changed."""
    glossary, report = loaded(*changes)
    report.stop_if_failed()
    whole = glossary.for_clinic(SLUG)
    assert whole.clinic
    layout = dressed(load_layout(MemoryWorkspace({}), name), whole.clinic)
    return publish(compose(whole, whole.articles[0], layout), layout, Report())


def refused(*changes: dict[str, str]) -> list[tuple[str, str]]:
    """Code and place of what stops the sheet."""
    with pytest.raises(PublishError) as caught:
        published(*changes)
    assert not isinstance(caught.value, UsageError)
    return [(one.code, str(one.span)) for one in caught.value.diagnostics if one.severity > 1]


def test_a_logo_as_it_should_be_is_seen() -> None:
    assert told(check, printed()) == []
    (logo,) = (picture for picture in printed().pictures if picture.alt.startswith("Logo"))
    assert (logo.page, logo.darkest < 120) == (1, True)


@pytest.mark.parametrize("drawing", UNSEEN.values(), ids=list(UNSEEN))
def test_there_is_never_an_empty_corner(drawing: str) -> None:
    files = clinic(files={"logo.svg": f"{HEAD}{drawing}</svg>"})
    assert refused(files) == [("logo-not-seen", f"{FILE}:8:1")]


@pytest.mark.parametrize("size", [(6000, 4000), (4000, 300), (300, 4000)])
@pytest.mark.parametrize("name", ["handout", "large-print-us"])
def test_a_large_logo_is_scaled(size: tuple[int, int], name: str) -> None:
    files = clinic(('logo = "logo.svg"', 'logo = "logo.png"'), files={"logo.png": png(*size)})
    assert published(files, name=name)


def test_a_style_sheet_that_does_not_scale_is_found_out() -> None:
    spoiled = (".letterhead > figure img {", ".letterhead > figure img { height: 40mm; } .nothing {")
    assert told(check, printed(file="letterhead.css", spoiled=spoiled)) == [("logo-too-large", "letterhead")]
    assert told(check, replace(printed(), pictures=())) == [("logo-not-seen", "letterhead")]


def test_words_that_look_like_a_page_are_words() -> None:
    name = ('name = "Corner Clinic"', 'name = "<b>Corner</b> & <script>alert(1)</script>"')
    assert published(clinic(name))


def test_a_sign_that_no_font_has_is_told_where_the_clinic_wrote_it() -> None:
    name = ('name = "Corner Clinic"', 'name = "Corner 𓀀 Clinic"')
    assert ("missing-glyph", f"{FILE}:1:1") in refused(clinic(name))


def test_a_missing_string_stops_the_sheets_of_clinics_and_names_itself() -> None:
    strings = edited("layouts/strings/en.toml", ('feedback = "Questions', 'feedbck = "Questions'))
    with pytest.raises(PublishError) as caught:
        published(clinic(), strings)
    (found,) = caught.value.diagnostics
    assert (found.code, str(found.span)) == ("missing-string", "layouts/strings/en.toml")
    assert "'feedback'" in found.message
