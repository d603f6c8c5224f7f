"""The references and their kinds, as the glossary reads them."""

import pytest

from tests.glossary.sample import ARTICLE, KINDS, REFERENCES, edited, loaded, told

QUIET = ("missing-review-date", "no-related-articles")


def test_references_are_read_with_their_kinds() -> None:
    glossary, report = loaded()
    assert told(report, *QUIET) == []
    assert glossary.references["bordin1979"].kind == "foundational-text"
    assert glossary.references["bordin1979"].data["author"] == [{"family": "Bordin", "given": "Edward S."}]
    assert glossary.references["bordin1979"].span.line == 2
    assert glossary.kinds["foundational-text"].labels["en"] == "foundational text"


@pytest.mark.parametrize(
    ("text", "fault"),
    [
        ("entries:\n  - id: bordin1979\n", f"{REFERENCES}:1:1 references-not-listed: there is no list"),
        ("references: bordin1979\n", f"{REFERENCES}:1:1 references-not-listed: there is no list"),
        ("references:\n  - bordin1979\n", f"{REFERENCES}:2:5 references-not-listed: an entry of the list"),
        ("references:\n  - id: a\nmore: b\n", f"{REFERENCES}:3:1 unknown-key: there is no key 'more'"),
        ("references: [\n", f"{REFERENCES}:"),
    ],
)
def test_a_file_of_another_shape_is_told(text: str, fault: str) -> None:
    _, report = loaded({REFERENCES: text})
    assert any(one.startswith(fault) for one in told(report)), told(report)


def test_without_references_articles_that_cite_none_can_be_made() -> None:
    uncited = edited(ARTICLE, (" a citation [@bordin1979] and", ""))
    glossary, report = loaded(uncited, without=REFERENCES)
    assert told(report, *QUIET) == []
    assert [article.slug for article in glossary.articles] == ["trial"]
    glossary, report = loaded(uncited, without=KINDS)
    assert glossary.kinds == {}


def test_where_the_file_cannot_be_read_an_article_that_cites_is_told_once() -> None:
    twice = edited(ARTICLE, ("[@bordin1979]", "[@bordin1979] and [@bordin1979]"))
    glossary, report = loaded({REFERENCES: "references: [\n"}, twice)
    assert glossary.articles == ()
    mine = [one for one in told(report, *QUIET) if one.startswith(ARTICLE)]
    assert mine == [f"{ARTICLE}:17:53 unusable-reference: the reference 'bordin1979' cannot be looked up"]


def test_a_reference_with_faults_of_its_own_is_not_called_missing() -> None:
    glossary, report = loaded(edited(REFERENCES, ("kind: foundational-text", "kind: nonsense")))
    assert glossary.articles == ()
    mine = [one for one in told(report, *QUIET) if one.startswith(ARTICLE)]
    assert mine == [f"{ARTICLE}:17:53 unusable-reference: the reference 'bordin1979' has faults of its own"]
