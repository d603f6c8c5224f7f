"""The settings of a glossary: whatever is wrong in the file is told at its line."""

import pytest

from glossary_publish.diagnostics import UsageError
from glossary_publish.glossary.model import ReadingBudget
from glossary_publish.glossary.settings import read_settings
from glossary_publish.workspace import MemoryWorkspace
from tests.glossary.sample import SETTINGS, edited, files, line

SLUGS = ("trial", "other")


def faults(*changes: tuple[str, str]) -> list[str]:
    """What is told of settings with some words changed."""
    with pytest.raises(UsageError) as caught:
        read_settings(MemoryWorkspace(dict(edited(SETTINGS, *changes))), SLUGS)
    assert all(found.help for found in caught.value.diagnostics)
    return [line(found).removeprefix(SETTINGS) for found in caught.value.diagnostics]


def test_good_settings_are_read() -> None:
    settings = read_settings(MemoryWorkspace(dict(files())), SLUGS)
    assert (settings.title, settings.site, settings.licence) == (
        "Trial",
        "https://example.org/trial",
        "CC BY 4.0",
    )
    assert settings.roles == ("disclaimer", "crisis-notice")
    assert settings.sample
    assert [row.layouts for row in settings.editions] == [("handout", "ebook", "word")]


def test_what_may_be_left_out_has_a_default() -> None:
    changes = [('site = "https://example.org/trial"\n', ""), ("sample = true\n", "")]
    settings = read_settings(MemoryWorkspace(dict(edited(SETTINGS, *changes))), SLUGS)
    assert (settings.site, settings.sample, settings.require_review_dates) == ("", False, False)
    assert not settings.require_approval


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("language =", "languge =", ":3:1 unknown-setting: languge is no setting"),
        ('title = "Trial"', 'title = " "', ":1:1 wrong-setting: title is empty"),
        ('title = "Trial"', "title = 3", ":1:1 wrong-setting: title is 3"),
        (
            'title = "Trial"',
            'title = "A\\u200bB"',
            ":1:1 invisible-character: U+200B ZERO WIDTH SPACE may not",
        ),
        ('"en"', '"English"', ":3:1 wrong-setting: language is 'English'"),
        ('"US"', '"us"', ":4:1 wrong-setting: region is 'us'"),
        ("org/trial", "org/trial/", ":5:1 wrong-setting: site ends with a slash"),
        ("https://example.org/trial", "example.org", ":5:1 wrong-setting: site is 'example.org'"),
        ("https://example.org/trial", "ftp://example.org", ":5:1 wrong-setting: site is 'ftp://example.org'"),
        ('"letter"', '"lettr"', ":6:1 wrong-setting: paper is 'lettr', which no layout has"),
        (
            '"letter"',
            '"letter"\nlarge_print = "huge"',
            ":7:1 wrong-setting: large_print is 'huge', which is no layout",
        ),
        ("sample = true", 'sample = "yes"', ":8:1 wrong-setting: sample is 'yes'"),
        (', "crisis-notice"', "", ":10:1 wrong-setting: roles lacks 'crisis-notice'"),
        ("crisis-notice", "Crisis notice", ":10:1 wrong-setting: roles names 'Crisis notice'"),
        ('["disclaimer", "crisis-notice"]', "[1]", ":10:1 wrong-setting: roles is not a list of texts"),
        ("name =", "nme =", ":12:2 missing-setting: licence.name is missing"),
        ("https://creative", "creative", ":14:1 wrong-setting: licence.url is 'creative"),
        (
            "layouts",
            'articles = ["trail"]\nlayouts',
            ":17:1 wrong-setting: editions.articles names the article 'trail'",
        ),
        (
            "layouts",
            'languages = ["sp"]\nlayouts',
            ":17:1 wrong-setting: editions.languages names 'sp', in which there is no article",
        ),
        ('"ebook"', '"eboook"', ":17:1 wrong-setting: editions.layouts names the layout 'eboook'"),
        ('["handout", "ebook", "word"]', "[]", ":17:1 wrong-setting: editions.layouts is empty"),
        ("layouts =", "layout =", ":16:3 missing-setting: editions.layouts is missing"),
        ("[[editions]]", "[editions]", ":16:2 wrong-setting: editions is {"),
        (
            "roles",
            "known_abbreviations = [2]\nroles",
            ":10:1 wrong-setting: known_abbreviations is not a list",
        ),
    ],
)
def test_a_wrong_setting_is_told_at_its_line(old: str, new: str, told: str) -> None:
    assert any(one.startswith(told) for one in faults((old, new))), faults((old, new))


def test_a_missing_setting_is_asked_for() -> None:
    assert faults(('publisher = "Nobody"\n', "")) == [" missing-setting: publisher is missing"]


def test_all_faults_are_told_at_once_in_the_order_of_the_file() -> None:
    assert [one.partition(" ")[0] for one in faults(('"Trial"', '""'), ('"US"', '"us"'), ("true", "1"))] == [
        ":1:1",
        ":4:1",
        ":8:1",
    ]


def test_a_misspelt_name_is_corrected() -> None:
    with pytest.raises(UsageError) as caught:
        read_settings(MemoryWorkspace(dict(edited(SETTINGS, ('"word"', '"wrod"')))), SLUGS)
    assert caught.value.diagnostics[0].help == "did you mean word?"


def test_broken_toml_is_told_at_its_line_and_column() -> None:
    assert faults(('region = "US"', "region = ")) == [":4:10 malformed-toml: this is no TOML: invalid value"]


def test_toml_that_ends_too_early_is_told() -> None:
    assert faults(('["handout", "ebook", "word"]', '["handout"'))[0].startswith(" malformed-toml: ")


def test_a_missing_file_is_told() -> None:
    with pytest.raises(UsageError) as caught:
        read_settings(MemoryWorkspace({}), SLUGS)
    assert [found.code for found in caught.value.diagnostics] == ["missing-configuration"]


def test_large_print_is_the_layout_that_the_glossary_means_by_it() -> None:
    changes = (
        ('"letter"', '"letter"\nlarge_print = "large-print-us"'),
        ('"handout", "ebook", "word"', '"handout", "large-print"'),
    )
    settings = read_settings(MemoryWorkspace(dict(edited(SETTINGS, *changes))), SLUGS)
    assert [row.layouts for row in settings.editions] == [("handout", "large-print-us")]
    told = faults(changes[1])
    assert told == [
        ":17:1 wrong-setting: editions.layouts names the layout 'large-print', which is not there"
    ]


@pytest.mark.parametrize(
    ("row", "told"),
    [
        ("grade = 8", ":18:3 missing-setting: reading_budgets.audience is missing"),
        (
            'audience = "client"',
            ":19:1 wrong-setting: reading_budgets.audience is 'client', which is no audience",
        ),
        (
            'audience = "clients"\nlanguage = "English"',
            ":20:1 wrong-setting: reading_budgets.language is 'English'",
        ),
        ('audience = "clients"\ngrade = "8"', ":20:1 wrong-setting: reading_budgets.grade is '8'"),
        ('audience = "clients"\nsmog = 0', ":20:1 wrong-setting: reading_budgets.smog is 0"),
        ('audience = "clients"\nsmog = inf', ":20:1 wrong-setting: reading_budgets.smog is inf"),
        ('audience = "clients"\ngrade = true', ":20:1 wrong-setting: reading_budgets.grade is True"),
        ('audience = "clients"\ngrades = 8', ":20:1 unknown-setting: reading_budgets.grades is no setting"),
    ],
)
def test_a_wrong_reading_budget_is_told_at_its_line(row: str, told: str) -> None:
    last = 'layouts = ["handout", "ebook", "word"]'
    (one,) = faults((last, f"{last}\n[[reading_budgets]]\n{row}"))
    assert one.startswith(told)


def test_reading_budgets_are_read_and_what_they_leave_out_is_as_usual() -> None:
    last = 'layouts = ["handout", "ebook", "word"]'
    row = '[[reading_budgets]]\naudience = "clients"\nlanguage = "en"\ngrade = 8.5\nlongest_sentence = 25'
    settings = read_settings(MemoryWorkspace(dict(edited(SETTINGS, (last, f"{last}\n{row}")))), SLUGS)
    assert settings.reading_budgets == (ReadingBudget("clients", "en", 8.5, 0, 0, 25),)
