"""What a glossary has editions of: what its rows name, and what is asked for beside them."""

import shutil
from pathlib import Path

import pytest

from glossary_publish.bibliography import engine
from glossary_publish.bibliography.engine import run
from glossary_publish.build.material import Material
from glossary_publish.build.plan import Selection
from tests.support.house.sources import ROOT

SLUG = "session-rating-scale"
Settings = tuple[str, str]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "content", tmp_path / "content")
    return tmp_path


def changed(project: Path, old: str, new: str) -> Material:
    """The glossary with other settings."""
    file = project / "content/glossary.toml"
    text = file.read_text("utf-8")
    assert text.count(old) == 1
    file.write_text(text.replace(old, new), "utf-8")
    return Material(project)


def paths(
    material: Material, *layouts: str, papers: tuple[str, ...] = (), clinics: tuple[str, ...] = ()
) -> set[str]:
    """The files of one article on some layouts that are asked for."""
    asked = material.called(Selection(layouts=layouts, papers=papers, clinics=clinics))
    editions = material.editions(("en",), clinics, asked.layouts, asked.papers)
    return {edition.path for edition in editions if edition.slug == SLUG and asked.takes(edition)}


def test_a_layout_that_no_row_names_is_made_when_it_is_asked_for(project: Path) -> None:
    material = Material(project)
    assert paths(material, "summary") == {f"{SLUG}/{SLUG}_summary.pdf"}
    assert paths(material, "summary", papers=("a4",)) == {f"{SLUG}/{SLUG}_summary_a4.pdf"}
    assert paths(material, "summary", "handout") == {f"{SLUG}/{SLUG}.pdf", f"{SLUG}/{SLUG}_summary.pdf"}


def test_a_bare_build_makes_what_the_rows_name_and_no_more(project: Path) -> None:
    layouts = {edition.layout for edition in Material(project).editions()}
    assert layouts == {"handout", "ebook", "word"}


def test_a_layout_that_a_row_names_for_some_articles_is_made_of_no_others(project: Path) -> None:
    row = '[[editions]]\narticles = ["therapeutic-alliance"]\nlayouts = ["summary"]\n\n[[editions]]'
    assert paths(changed(project, "[[editions]]", row), "summary") == set()


def test_a_layout_that_is_not_there_is_no_edition(project: Path) -> None:
    assert paths(Material(project), "sumary") == set()
    assert paths(Material(project), "large-print") == set()


def test_large_print_is_what_the_glossary_says(project: Path) -> None:
    material = changed(project, 'paper = "letter"', 'paper = "letter"\nlarge_print = "large-print-uk"')
    assert paths(material, "large-print") == {f"{SLUG}/{SLUG}_large-print-uk.pdf"}


def test_editions_taken_in_turn_are_all_there_and_composed_as_when_they_are_asked_for_alone(
    project: Path,
) -> None:
    material, alone = Material(project), Material(project)
    editions = material.editions(asked=sorted(material.languages), clinics=material.clinic_slugs)
    mixed = editions[::2] + editions[1::2]  # not article by article
    turns = [(edition, material.compose(edition)) for edition in material.in_turn(mixed)]
    assert [edition for edition, _ in turns] == list(mixed)
    run.cache_clear()
    assert all(alone.compose(edition) == publication for edition, publication in turns)


def test_the_engine_of_citations_is_asked_less_often_than_there_are_articles(
    project: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run.cache_clear()
    asked = list[str]()
    evaluated = engine._evaluated

    def noted(program: str) -> str:
        asked.append(program)
        return evaluated(program)

    monkeypatch.setattr(engine, "_evaluated", noted)
    material = Material(project)
    editions = material.editions()
    for edition in material.in_turn(editions):
        material.compose(edition)
    formats = [program for program in asked if program.startswith("format")]
    assert len({edition.slug for edition in editions}) == 6
    assert len(formats) == 3  # for one article, two, and the rest


def test_a_clinic_prints_a_layout_that_it_does_not_list(project: Path) -> None:
    clinic = Material(project).clinic_slugs[0]
    (path,) = paths(Material(project), "easy-print", clinics=(clinic,))
    assert path.startswith(f"clinics/{clinic}/{SLUG}/{SLUG}_easy-print")
