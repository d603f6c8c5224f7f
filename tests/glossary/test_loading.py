"""The glossary as a whole, and which files it was made from."""

from pathlib import Path

import pytest

from glossary_publish.diagnostics import Report, Severity, UsageError
from glossary_publish.glossary import load_glossary
from glossary_publish.publication import sha256
from glossary_publish.workspace import DiskWorkspace
from tests.glossary.sample import (
    ARTICLE,
    CRISIS,
    DISCLAIMER,
    KINDS,
    REFERENCES,
    SETTINGS,
    edited,
    files,
    loaded,
    told,
    translated,
)

ROOT = Path(__file__).resolve().parents[2]
ENGLISH = "layouts/strings/en.toml"
QUIET = ("missing-review-date", "no-related-articles")


def test_the_glossary_of_the_project_has_no_faults() -> None:
    report = Report()
    glossary = load_glossary(DiskWorkspace(ROOT), report)
    languages = [article.language for article in glossary.articles]
    assert {language: languages.count(language) for language in languages} == {"en": 6, "es": 2, "ar": 2}
    assert [found for found in report if found.severity is Severity.ERROR] == []
    assert {found.code for found in report} == {"missing-review-date"}


def test_the_bytes_of_every_file_that_was_read_are_kept() -> None:
    glossary, _ = loaded()
    ours = {path for path in glossary.sources if path.startswith("content/")}
    assert ours == {ARTICLE, CRISIS, DISCLAIMER, KINDS, REFERENCES, SETTINGS}
    assert {ENGLISH, "layouts/citation-styles/ama.csl"} <= glossary.sources.keys()
    assert glossary.sources[ARTICLE] == glossary.articles[0].source


def test_every_read_is_recorded_by_the_workspace_that_was_given() -> None:
    workspace = DiskWorkspace(ROOT)
    glossary = load_glossary(workspace, Report())
    assert {path: sha256(data) for path, data in glossary.sources.items()}.items() <= workspace.reads.items()
    assert "content/articles/" in workspace.reads


def test_reading_the_same_files_twice_finds_the_same() -> None:
    (first, found), (second, again) = loaded(), loaded()
    assert (first.articles, first.boilerplate) == (second.articles, second.boilerplate)
    assert (first.references, list(found)) == (second.references, list(again))


def test_without_settings_nothing_can_go_on() -> None:
    with pytest.raises(UsageError) as caught:
        loaded(without=SETTINGS)
    assert [found.code for found in caught.value.diagnostics] == ["missing-configuration"]


def test_an_unknown_citation_style_stops_everything() -> None:
    with pytest.raises(UsageError) as caught:
        loaded(edited(SETTINGS, ('"ama"', '"amma"')))
    assert [found.code for found in caught.value.diagnostics] == ["unknown-citation-style"]


# --- strings -------------------------------------------------------------------------------------


def test_strings_of_a_region_stand_before_those_of_the_language() -> None:
    british = {"content/articles/trial.en-GB.md": translated(files()[ARTICLE])}
    glossary, report = loaded(british, {"layouts/strings/en-GB.toml": 'notes = "Footnotes"\n'})
    assert told(report, *QUIET) == []
    assert glossary.strings["en-GB"]["notes"] == "Footnotes"
    assert glossary.strings["en"]["notes"] == "Notes"
    assert glossary.strings["en-GB"]["references"] == glossary.strings["en"]["references"]


@pytest.mark.parametrize(
    ("line", "fault"),
    [
        ('notes = ""', ":1:1 wrong-string: the string 'notes' is ''"),
        ("notes = 3", ":1:1 wrong-string: the string 'notes' is 3"),
        ('notes = "a\\u200bb"', ":1:1 invisible-character: U+200B ZERO WIDTH SPACE may not stand in a text"),
        ("notes = ]", ":1:9 malformed-toml: this is no TOML: invalid value"),
    ],
)
def test_strings_that_cannot_be_used_stop_the_editions_of_their_language_alone(line: str, fault: str) -> None:
    path, spanish = "layouts/strings/es.toml", "content/articles/trial.es.md"
    glossary, report = loaded(edited(ARTICLE, to=spanish), {path: line})
    assert [article.path for article in glossary.articles] == [ARTICLE]
    faults = told(report, *QUIET)
    assert faults[0] == path + fault
    assert faults[1].startswith(f"{spanish} unsupported-language: ")


def test_strings_of_the_glossarys_own_language_have_to_be_usable() -> None:
    with pytest.raises(UsageError) as caught:
        loaded({ENGLISH: 'notes = ""\nreferences = 1\n'})
    assert [found.code for found in caught.value.diagnostics] == ["wrong-string", "wrong-string"]
