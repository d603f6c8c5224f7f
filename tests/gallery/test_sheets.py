"""A slice of the sheets that `make gallery` judges: made by one worker and by two, judged, and the judges judged."""

from dataclasses import replace
from pathlib import Path

import pytest

from tests.gallery import page
from tests.gallery.judging import judged, sentences_of, strangers, structure, untold
from tests.gallery.matrix import (
    LANGUAGES,
    PAPERS,
    Sheet,
    every_sheet,
    lay_out,
    printed_layouts,
    rows,
    sheets_in,
    translated,
)
from tests.support.campaign import Campaign
from tests.support.clinics import clinic_slugs
from tests.support.command import TODAY, run
from tests.support.house.sources import ROOT


@pytest.fixture(scope="module")
def wanted(campaign: Campaign) -> list[Sheet]:
    """The sheets of this run."""
    return campaign.slice("sheets of clinics", every_sheet())


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory, wanted: list[Sheet]) -> Path:
    """A glossary that prints these sheets, printed by one worker and by two."""
    project = lay_out(tmp_path_factory.mktemp("gallery") / "project", rows(wanted))
    for jobs in (1, 2):
        options = ("--jobs", str(jobs), "--out", project / f"by-{jobs}")
        ended = run("build", "--project", project, "--as-of", TODAY, *options, folder=ROOT)
        assert ended.returncode == 0, ended.stderr
    return project


def test_two_clinics_three_languages_every_layout_both_papers_and_two_articles_are_judged() -> None:
    assert (len(clinic_slugs()), len(translated()), len(LANGUAGES), len(PAPERS)) == (2, 2, 3, 2)
    assert len(printed_layouts()) >= 6
    assert len({*every_sheet()}) == 24 * len(printed_layouts())


def test_the_sheets_pass_all_judges(project: Path, wanted: list[Sheet]) -> None:
    made = sheets_in(project / "by-1")
    assert {*made} == {*wanted}
    assert judged(made) == []


def test_two_workers_make_the_same_sheets_as_one(project: Path) -> None:
    alone, together = (
        {path.relative_to(folder): path.read_bytes() for path in folder.rglob("*") if path.is_file()}
        for folder in (project / "by-1", project / "by-2")
    )
    assert alone == together


def test_a_sheet_of_another_clinic_is_found_out(project: Path) -> None:
    for sheet, file in sheets_in(project / "by-1").items():
        (other,) = {*clinic_slugs()} - {sheet.clinic}
        found = {one.message for one in strangers(replace(sheet, clinic=other), file)}
        assert {sheet.clinic, "logo"} <= found, file


def test_a_sheet_of_another_article_is_found_out(project: Path) -> None:
    for sheet, file in sheets_in(project / "by-1").items():
        (other,) = {*translated()} - {sheet.slug}
        assert [*structure(replace(sheet, slug=other), file)], file


def test_sentences_out_of_order_and_arabic_that_is_painted_are_not_told() -> None:
    sheet = every_sheet()[0]
    for language in LANGUAGES:
        sentences = sentences_of(replace(sheet, language=language).source, body=True)
        assert len(sentences) >= 12
        assert [*untold(sentences, "\n".join(sentences))] == []
        turned = [sentences[1], sentences[0], *sentences[2:]]
        assert [*untold(sentences, "\n".join(turned))] == [sentences[1]]
        assert [*untold(sentences, "\n".join(sentence[::-1] for sentence in sentences))] == sentences


def test_the_page_of_the_gallery_shows_every_layout() -> None:
    (listed,) = page.LISTED.findall(page.PAGE.read_text("utf-8"))
    assert listed == page.listed()
    assert [name for name in printed_layouts() if not page.picture(name).exists()] == []
