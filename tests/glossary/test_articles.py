"""Articles as a whole: what they name must be there, and one with faults stops no other."""

import pytest

from glossary_publish.diagnostics import Severity
from tests.glossary.sample import ARTICLE, SETTINGS, edited, files, loaded, told, translated

OTHER = "content/articles/other.md"
QUIET = ("missing-review-date", "no-related-articles")


def faults(*changes: tuple[str, str]) -> list[str]:
    """What is told of the article with some words changed, beside another article that is sound."""
    glossary, report = loaded(edited(ARTICLE, *changes), edited(ARTICLE, to=OTHER))
    assert "other" in [article.slug for article in glossary.articles]
    assert all(found.help or found.severity is Severity.NOTE for found in report)
    return [one.removeprefix(ARTICLE) for one in told(report, *QUIET) if one.startswith(ARTICLE)]


@pytest.mark.parametrize(
    ("old", "new", "fault"),
    [
        (
            "key_points:",
            "related:\n  - othr\nkey_points:",
            ":13:5 missing-related-article: there is no article 'othr' to relate to",
        ),
        (
            "*stressed*",
            "[stressed](article:othr)",
            ":17:1 missing-linked-article: there is no article 'othr' to link to",
        ),
        (
            "key_points:",
            "superseded_by: othr\nkey_points:",
            ":12:1 missing-successor: there is no article 'othr' to take the place of this one",
        ),
        (
            "[@bordin1979]",
            "[@bordin1978]",
            ":17:53 missing-reference: there is no reference 'bordin1978'",
        ),
        (
            "key_points:",
            "references:\n  - bordin1978\nkey_points:",
            ":13:5 missing-reference: there is no reference 'bordin1978'",
        ),
        (
            "The note.",
            "The note [@bordin1978].",
            ":26:18 missing-reference: there is no reference 'bordin1978'",
        ),
        (
            "key_points:",
            "boilerplate:\n  - trial-crises\nkey_points:",
            ":13:5 missing-boilerplate: there is no boilerplate 'trial-crises' in en",
        ),
    ],
)
def test_what_an_article_names_and_the_glossary_lacks_is_told_at_its_place(
    old: str, new: str, fault: str
) -> None:
    assert faults((old, new)) == [fault]


def test_a_name_that_is_misspelt_is_corrected() -> None:
    _, report = loaded(edited(ARTICLE, ("[@bordin1979]", "[@Bordin1978]")))
    assert [found.help for found in report if found.code == "missing-reference"] == [
        "did you mean bordin1979?"
    ]


def test_all_faults_of_an_article_are_told_at_once() -> None:
    told = faults(("[@bordin1979]", "[@bordin1978]"), ("*stressed*", "[stressed](article:othr)"))
    assert sorted(one.split()[1] for one in told) == ["missing-linked-article:", "missing-reference:"]


def test_an_article_with_faults_is_left_out_and_links_to_it_are_no_faults() -> None:
    broken = edited(ARTICLE, ("[@bordin1979]", "[@nobody]"))
    linking = edited(ARTICLE, ("*stressed*", "[stressed](article:trial)"), to=OTHER)
    glossary, report = loaded(broken, linking)
    assert [article.slug for article in glossary.articles] == ["other"]
    assert [found.span.path for found in report if found.severity is Severity.ERROR and found.span] == [
        ARTICLE
    ]


def test_a_related_article_with_faults_is_told_where_it_is_listed() -> None:
    broken = edited(ARTICLE, ("version: 1.0", "version: one"))
    listing = edited(ARTICLE, ("key_points:", "related:\n  - trial\nkey_points:"), to=OTHER)
    glossary, report = loaded(broken, listing)
    assert [article.slug for article in glossary.articles] == ["other"]
    message = "trial is left out of the related articles: no edition of it can be made"
    assert told(report, *QUIET)[-1] == f"{OTHER}:13:5 related-article-left-out: {message}"


def test_an_article_without_related_ones_is_noted() -> None:
    _, report = loaded()
    assert [(found.severity, found.code) for found in report][-1] == (Severity.NOTE, "no-related-articles")


def test_two_files_for_one_article_are_both_left_out() -> None:
    again = "content/articles/trial.en.md"
    glossary, report = loaded(edited(ARTICLE, to=again), edited(ARTICLE, to=OTHER))
    assert [article.slug for article in glossary.articles] == ["other"]
    assert told(report, *QUIET) == [f"{ARTICLE} duplicate-article: {again} is the article 'trial' in en too"]


def test_a_slug_in_capitals_is_no_other_article() -> None:
    _, report = loaded(edited(ARTICLE, to="content/articles/Trial.md"))
    assert next(found.code for found in report) == "malformed-file-name"


def test_a_withdrawn_article_is_noted_and_left_out() -> None:
    change = ("key_points:", "status: withdrawn\nsuperseded_by: other\nkey_points:")
    glossary, report = loaded(edited(ARTICLE, change), edited(ARTICLE, to=OTHER))
    assert [article.slug for article in glossary.articles] == ["other"]
    message = "trial is withdrawn, no edition of it is made; other takes its place"
    assert f"{ARTICLE}:12:1 article-withdrawn: {message}" in told(report)
    assert not report.failed


def test_an_article_that_another_one_supersedes_is_left_out() -> None:
    change = ("key_points:", "superseded_by: other\nkey_points:")
    glossary, report = loaded(edited(ARTICLE, change), edited(ARTICLE, to=OTHER))
    assert [article.slug for article in glossary.articles] == ["other"]
    assert [article.slug for article in glossary.withdrawn] == ["trial"]
    message = "trial is superseded, no edition of it is made; other takes its place"
    assert f"{ARTICLE}:12:1 article-withdrawn: {message}" in told(report)


def test_an_article_whose_successor_is_not_there_is_neither_made_nor_withdrawn() -> None:
    glossary, report = loaded(edited(ARTICLE, ("key_points:", "superseded_by: othr\nkey_points:")))
    assert (glossary.articles, glossary.withdrawn) == ((), ())
    assert report.failed


def test_a_translation_of_a_withdrawn_article_is_withdrawn_with_it() -> None:
    spanish = translated(edited(ARTICLE)[ARTICLE])
    glossary, report = loaded(
        edited(ARTICLE, ("key_points:", "status: withdrawn\nkey_points:")),
        {"content/articles/trial.es.md": spanish},
    )
    assert [(article.slug, article.language) for article in glossary.withdrawn] == [
        ("trial", "es"),
        ("trial", "en"),
    ]
    assert glossary.articles == ()
    notes = [one for one in told(report) if "article-withdrawn: trial is withdrawn" in one]
    assert len(notes) == 2


def test_an_article_in_a_language_without_strings_is_told() -> None:
    path = "content/articles/trial.fi.md"
    glossary, report = loaded({path: translated(files()[ARTICLE])})
    assert [article.language for article in glossary.articles] == ["en"]
    assert [one for one in told(report, *QUIET) if one.startswith(path)] == [
        f"{path} unsupported-language: editions in fi need strings and citation terms, and some are missing"
    ]


def test_links_between_articles_need_a_site() -> None:
    linking = edited(ARTICLE, ("*stressed*", "[stressed](article:other)"))
    no_site = edited(SETTINGS, ('site = "https://example.org/trial"\n', ""))
    glossary, report = loaded(linking, no_site, edited(ARTICLE, to=OTHER))
    assert [article.slug for article in glossary.articles] == ["other"]
    message = "the link to other leads nowhere: the glossary has no site"
    assert told(report, *QUIET) == [f"{ARTICLE}:17:1 article-link-without-site: {message}"]


@pytest.mark.parametrize(
    ("reviewed", "message"),
    [
        ("sample: true", "reviewed.due is not recorded"),
        ("on: 2025-12-01", "reviewed.due is not recorded"),
        ("due: 2026-12-01", "reviewed.on is not recorded"),
        ("on: 2025-12-01\n  due: 2026-12-01", ""),
    ],
)
def test_a_missing_review_date_is_a_warning_and_with_the_setting_an_error(
    reviewed: str, message: str
) -> None:
    article = edited(ARTICLE, ("sample: true", reviewed))
    expected = [f"{ARTICLE}:9:1 missing-review-date: {message}"] if message else []
    for required, count in ("false", 1), ("true", 0 if message else 1):
        setting = edited(SETTINGS, ("require_review_dates = false", f"require_review_dates = {required}"))
        glossary, report = loaded(article, setting)
        assert told(report, "no-related-articles") == expected
        assert (len(glossary.articles), report.failed) == (count, not count)


def test_images_that_articles_show_are_read_and_missing_ones_are_told() -> None:
    shown = edited(ARTICLE, ("- One item", "![A dot](images/dot.svg)\n\n- One item"))
    dot = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>'
    glossary, report = loaded(shown, {"content/images/dot.svg": dot, "content/images/unused.svg": dot})
    assert told(report, *QUIET) == []
    assert list(glossary.images) == ["content/images/dot.svg"]
    glossary, report = loaded(shown)
    assert glossary.articles == ()
    assert [one.partition(" ")[0] for one in told(report, *QUIET)] == [f"{ARTICLE}:19:1"]
