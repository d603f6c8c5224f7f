"""Approvals: which text was approved, and what makes another text of it."""

from datetime import date

import pytest

from glossary_publish.compose.boilerplate import boilerplate_anywhere
from glossary_publish.diagnostics import Report, UsageError
from glossary_publish.glossary.approvals import PATH, content_hash, read_approvals
from glossary_publish.read.article import read_article
from glossary_publish.workspace import MemoryWorkspace
from tests.glossary.clinics.sample import clinic
from tests.glossary.sample import ARTICLE, CRISIS, DISCLAIMER, REFERENCES, edited, files, line, loaded

ENTRY = """\
# Remarks are welcome.
[trial.en]
version = "1.0"
by = "Dr. Example"
on = 2026-01-15
content = "aa"
"""


def hashed(*changes: dict[str, str]) -> str:
    """The hash of the sample article with some files changed."""
    glossary, report = loaded(*changes)
    report.stop_if_failed()
    (article,) = (article for article in glossary.articles if article.slug == "trial")
    return content_hash(article, boilerplate_anywhere(glossary, article))


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (ARTICLE, "a page that shows", "a page that show"),
        (ARTICLE, "This page is made", "This page was made"),
        (ARTICLE, "It has a list", "It had a list"),
        (ARTICLE, "Another item", "Another itam"),
        (ARTICLE, "*stressed*", "**stressed**"),
        (ARTICLE, "- Another", "  - Another"),
        (ARTICLE, "The note.", "The notes."),
        (ARTICLE, " [@bordin1979]", ""),
        (ARTICLE, "key_points:", "actions:\n  - Ask.\nkey_points:"),
        (ARTICLE, "key_points:", "questions_to_ask:\n  - Why?\nkey_points:"),
        (CRISIS, "at any hour.\n---", "day and night.\n---"),
        (CRISIS, "(tel:988)", "(tel:989)"),
        (CRISIS, 'callout: "988"', 'callout: "989"'),
        (DISCLAIMER, "no advice", "advice"),
    ],
)
def test_a_change_of_the_clinical_content_makes_another_content(path: str, old: str, new: str) -> None:
    assert hashed(edited(path, (old, new))) != hashed()


@pytest.mark.parametrize(
    ("path", "old", "new"),
    [
        (ARTICLE, "version: 1.0", "version: 1.1"),
        (ARTICLE, "category: Glossary", "category: Measures"),
        (ARTICLE, "  sample: true", "  sample: true\n  on: 2026-01-01\n  due: 2027-01-01"),
        (ARTICLE, "a note.[^one]\n", "a note.[^one]   \n"),
        (REFERENCES, "references:\n", "# A remark.\nreferences:\n"),
        (CRISIS, "version: 1.0", "version: 1.1"),
    ],
)
def test_what_is_no_clinical_content_makes_none(path: str, old: str, new: str) -> None:
    assert hashed(edited(path, (old, new))) == hashed()


def test_the_manner_of_line_ends_makes_no_other_content() -> None:
    text = files()[ARTICLE]
    assert hashed({ARTICLE: text.replace("\n", "\r\n")}) == hashed({ARTICLE: f"\ufeff{text}"}) == hashed()


def test_an_approval_outlives_versions_of_the_tool() -> None:
    text = (
        "---\ntitle: Hope\ndescription: What it is.\ncategory: Glossary\naudience: [clients]\nversion: 1.0\n"
        "updated: 2025-12-18\nreviewed:\n  by: Nobody\nkey_points:\n  - It helps.\n---\n## Hope\n\nIt *helps*.\n"
    )
    article = read_article(
        MemoryWorkspace({"content/articles/hope.md": text}), "content/articles/hope.md", Report()
    )
    assert article is not None
    assert content_hash(article, ()) == "9fdf692bab108f6764fccb162a96600d132c5a1b5086eb9b13ed620599e97ae3"


# --- the file --------------------------------------------------------------------------------------


def test_approvals_are_read_by_slug_and_language() -> None:
    found = read_approvals(MemoryWorkspace({PATH: ENTRY}))
    approval = found["trial", "en"]
    assert (approval.by, approval.on, approval.version, approval.content) == (
        "Dr. Example",
        date(2026, 1, 15),
        "1.0",
        "aa",
    )
    assert str(approval.span) == f"{PATH}:6:1"
    assert read_approvals(MemoryWorkspace({})) == {}


def test_an_approval_of_an_article_that_is_not_there_is_a_warning() -> None:
    _, report = loaded({PATH: ENTRY.replace("trial", "trail")})
    (found,) = (found for found in report if found.code == "approval-of-no-article")
    assert (str(found.span), found.help) == (f"{PATH}:6:1", "did you mean trial?")
    assert "approval-of-no-article" not in {found.code for found in loaded({PATH: ENTRY})[1]}


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        ("[trial.en]", "[trial]", ":2:2 wrong-approval: 'trial' is no approval of an article in a language"),
        ("on = 2026-01-15", 'on = "soon"', ":5:1 wrong-setting: trial.en.on is no date"),
        ("on = 2026-01-15\n", "", ":2:2 wrong-setting: trial.en.on is no date"),
        ("on = 2026-01-15", "on = 2026-01-15T00:00:00", ":5:1 wrong-setting: trial.en.on is no date"),
        ('by = "Dr. Example"', "by = 3", ":4:1 wrong-setting: trial.en.by is 3"),
        ('by = "Dr. Example"', 'by = " "', ":4:1 wrong-setting: trial.en.by is empty"),
        ('content = "aa"\n', "", ":2:2 missing-setting: trial.en.content is missing"),
        ("version", "versoin", ":3:1 unknown-setting: trial.en.versoin is no setting"),
        (
            "[trial.en]",
            "[trial.en",
            ":2:10 malformed-toml: this is no TOML: expected ']' at the end of a table",
        ),
    ],
)
def test_what_is_wrong_with_an_approval_is_told_at_its_line(old: str, new: str, told: str) -> None:
    assert old in ENTRY
    with pytest.raises(UsageError) as caught:
        read_approvals(MemoryWorkspace({PATH: ENTRY.replace(old, new)}))
    first = caught.value.diagnostics[0]
    assert first.help
    assert line(first).removeprefix(PATH).startswith(told)


def abroad(text: str) -> dict[str, str]:
    """A clinic in another region, and the crisis notice of that region."""
    notice = (
        "---\nid: crisis-there\nversion: 1.0\nrole: crisis-notice\nregion: XX\naudience: any\nlanguage: en\n"
        f"approver: Team\nheading: In a crisis?\nshort: Call.\n---\n{text}\n"
    )
    place = ("language_help", 'region = "XX"\nlanguage_help')
    return {**clinic(place), "content/boilerplate/crisis-there.en.md": notice}


def test_an_approval_covers_the_notices_of_each_region_that_a_clinic_is_in() -> None:
    assert hashed(abroad("Call somebody.")) != hashed(abroad("Call nobody."))


def test_a_notice_of_a_region_without_clinic_needs_no_approval() -> None:
    notice = {path: text for path, text in abroad("Call somebody.").items() if "boilerplate" in path}
    assert hashed(notice) == hashed()
