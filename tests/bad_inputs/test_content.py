"""Bad content, end to end: each fault is told once at its place, the old files stay, and all else is built.

All faults are tried in one build, so that each also shows that it is in the way of no other.
"""

from dataclasses import dataclass

import pytest

from glossary_publish.build.trial import SAMPLE
from tests.bad_inputs.content import CASES, ENTRY, IMAGES, TEXT, Case
from tests.bad_inputs.images import gif, png, svg
from tests.bad_inputs.project import (
    ARTICLES,
    GOOD,
    REFERENCES,
    SETTINGS,
    Ended,
    Project,
    expect_calm,
    expect_kept,
    expect_whole,
    files_of,
    sample,
    unmarked,
)
from tests.read.bad_articles import ALL, Bad
from tests.read.sample import BODY, FRONT
from tests.support.campaign import Campaign

ROWS = """[[editions]]
articles = ["first", "second"]
layouts = ["handout", "ebook", "word"]

[[editions]]
layouts = ["ebook"]
"""
PICTURES = {"png": png(), "svg": svg(), "gif": gif()}
LISTED = (SAMPLE / REFERENCES).read_text("utf-8")


@dataclass(frozen=True, slots=True)
class Broken:
    """What became of a project whose second build met all faults."""

    project: Project
    before: dict[str, bytes]
    ended: Ended
    places: dict[str, str]


@dataclass(frozen=True, slots=True)
class Text:
    """A bad text of an article, in the place of a good one."""

    slug: str
    bad: Bad


@pytest.fixture(scope="module")
def texts(campaign: Campaign) -> list[Text]:
    """The bad articles that the reading of articles is tested with."""
    return [Text(f"text-{ALL.index(bad)}", bad) for bad in campaign.slice("bad articles", ALL)]


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory, texts: list[Text]) -> Broken:
    project = sample(tmp_path_factory.mktemp("content") / "project")
    settings = project.text(SETTINGS)
    project.write(SETTINGS, settings[: settings.index("[[editions]]")] + ROWS)
    _write_good(project, texts)
    built = project.build()
    assert built.code == 0, built.errors
    before = files_of(project.dist)
    for slug in GOOD:
        project.remove(f"dist/{slug}")
    places = _write_bad(project, texts)
    return Broken(project, before, project.build(), places)


def _write_good(project: Project, texts: list[Text]) -> None:
    for text in texts:
        project.write(f"{ARTICLES}/{text.slug}.md", FRONT + BODY)
    project.write(f"{ARTICLES}/other-article.md", FRONT.replace("  - other-article", "  - first") + BODY)
    project.write(
        REFERENCES, LISTED + "".join(ENTRY.format(slug=case.slug) for case in CASES if case.reference)
    )
    for case in CASES:
        project.write(f"{ARTICLES}/{case.slug}.md", case.good())
        if case.image:
            project.write(f"{IMAGES}/{case.image}", PICTURES[case.image.rpartition(".")[2]])
        if case.boilerplate:
            project.write(_boilerplate(case), TEXT.format(slug=case.slug))


def _write_bad(project: Project, texts: list[Text]) -> dict[str, str]:
    """Break everything; the place of each fault by the name of its article."""
    places: dict[str, str] = {}
    listed = LISTED
    for case in CASES:
        places[case.slug] = case.place.format(slug=case.slug)
        if case.article:
            text, places[case.slug] = unmarked(case.article, f"{ARTICLES}/{case.slug}.md")
            project.write(f"{ARTICLES}/{case.slug}.md", text)
        if case.reference:
            listed, places[case.slug] = unmarked(listed + case.reference.format(slug=case.slug), REFERENCES)
        if case.boilerplate:
            text, place = unmarked(case.boilerplate.format(slug=case.slug), _boilerplate(case))
            project.write(_boilerplate(case), text)
            places[case.slug] = place if case.act is None else places[case.slug]
        if case.act is not None:
            case.act(project, case.slug)
    project.write(REFERENCES, listed)
    for one in texts:
        path = f"{ARTICLES}/{one.slug}.md"
        text, places[one.slug] = unmarked(one.bad.text, path)
        if one.bad.line:
            places[one.slug] = f"{path}:{one.bad.line}:{one.bad.column or 1}"
        project.write(path, text)
    return places


def _boilerplate(case: Case) -> str:
    return f"content/boilerplate/{case.slug}.en.md"


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.name)
def test_a_fault_is_told_once_at_its_place(broken: Broken, case: Case) -> None:
    place = broken.places[case.slug]
    assert [(one.code, one.place) for one in broken.ended.errors if one.place == place] == [
        (case.code, place)
    ]
    files = {f"{ARTICLES}/{case.slug}.md", place.partition(":")[0]} - {REFERENCES}
    codes = [] if place.startswith(REFERENCES) else [case.code]
    assert broken.ended.at(*files) == [*codes, *case.follows]


def test_the_bad_articles_that_reading_is_tested_with_are_each_told_once(
    broken: Broken, texts: list[Text]
) -> None:
    for text in texts:
        path = f"{ARTICLES}/{text.slug}.md"
        told = [(one.code, one.place) for one in broken.ended.errors if one.place.partition(":")[0] == path]
        assert told == [(text.bad.code, broken.places[text.slug])], text.bad.name


def test_old_files_of_bad_articles_stay_as_they_were(broken: Broken, texts: list[Text]) -> None:
    expect_kept(
        broken.before, broken.project.dist, *(case.slug for case in CASES), *(text.slug for text in texts)
    )


def test_good_articles_are_built_whatever_is_wrong_with_others(broken: Broken) -> None:
    made = files_of(broken.project.dist)
    wanted = [f"{slug}/{slug}.{suffix}" for slug in GOOD for suffix in ("docx", "epub", "pdf")]
    assert {name: made.get(name) == broken.before[name] for name in wanted} == dict.fromkeys(wanted, True)


def test_a_build_with_faults_ends_calmly_and_leaves_whole_files(broken: Broken) -> None:
    assert broken.ended.code == 1
    expect_calm(broken.ended)
    expect_whole(broken.project.dist)


def test_no_article_with_a_fault_is_told_of_anywhere_else(broken: Broken) -> None:
    known = {place.partition(":")[0] for place in broken.places.values()}
    known |= {f"{ARTICLES}/{case.slug}.md" for case in CASES}
    assert [one for one in broken.ended.errors if one.place.partition(":")[0] not in known] == []
