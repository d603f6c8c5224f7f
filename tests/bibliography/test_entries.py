"""content/references.yaml: what is wrong with an entry is said at its place, and the entry is left out."""

from collections.abc import Mapping
from typing import Any

import pytest

from glossary_publish.bibliography.entries import references_of
from glossary_publish.bibliography.reference import Reference
from glossary_publish.diagnostics import Diagnostic, Report, Severity, Span
from glossary_publish.glossary.references import read_references
from tests.bibliography.material import PROJECT, kinds

GOOD: dict[str, Any] = {
    "id": "roe2020",
    "type": "article-journal",
    "kind": "meta-analysis",
    "title": "A title",
    "author": [{"family": "Roe", "given": "Robin R."}],
    "container-title": "Annals of Examples",
    "issued": {"date-parts": [["2020", "5"]]},
    "volume": "7",
    "DOI": "10.1000/example.1",
}


def place(line: int) -> Span:
    return Span("content/references.yaml", line, 5)


def read(*entries: Mapping[str, Any]) -> tuple[dict[str, Reference], list[Diagnostic]]:
    """What is made of entries, each on its own ten lines, and what is said about them."""
    report = Report()
    placed = [
        (
            entry,
            {"": place(10 * number), **{field: place(10 * number + i) for i, field in enumerate(entry, 1)}},
        )
        for number, entry in enumerate(entries, 1)
    ]
    return references_of(placed, kinds(), report), report.diagnostics


def without(field: str) -> dict[str, Any]:
    return {name: value for name, value in GOOD.items() if name != field}


def test_the_sample_has_no_fault() -> None:
    report = Report()
    assert len(read_references(PROJECT, kinds(), "en", report).usable) == 11
    assert report.diagnostics == []


def test_an_entry_becomes_csl_data_with_numbers_in_its_dates() -> None:
    found, said = read(GOOD)
    assert said == []
    assert found == {
        "roe2020": Reference(
            "roe2020",
            "meta-analysis",
            {
                "type": "article-journal",
                "title": "A title",
                "author": [{"family": "Roe", "given": "Robin R."}],
                "container-title": "Annals of Examples",
                "issued": {"date-parts": [[2020, 5]]},
                "volume": "7",
                "DOI": "10.1000/example.1",
            },
            place(10),
        )
    }


def test_an_alias_stands_for_its_kind() -> None:
    found, _ = read({**GOOD, "kind": "meta_analysis"})
    assert found["roe2020"].kind == "meta-analysis"


def test_text_is_kept_in_one_normal_form() -> None:
    found, said = read({**GOOD, "title": "  Flu\u0308ckiger\n  and  others "})
    assert said == []
    assert found["roe2020"].data["title"] == "Flückiger and others"


def test_a_source_without_a_date_says_so() -> None:
    found, said = read({**GOOD, "issued": "no-date"})
    assert said == []
    assert "issued" not in found["roe2020"].data


@pytest.mark.parametrize(
    ("issued", "expected"),
    [
        ("2018", {"date-parts": [[2018]]}),
        ("2018-12-24", {"date-parts": [[2018, 12, 24]]}),
        ({"date-parts": [["2018"], ["2019"]]}, {"date-parts": [[2018], [2019]]}),
        ({"date-parts": [["1979"]], "season": "3"}, {"date-parts": [[1979]], "season": 3}),
        ({"date-parts": [["1900"]], "circa": "true"}, {"date-parts": [[1900]], "circa": True}),
        ({"literal": "in press"}, {"literal": "in press"}),
        ({"date-parts": [["2024", "2", "29"]]}, {"date-parts": [[2024, 2, 29]]}),
    ],
)
def test_dates_can_be_written_in_several_ways(issued: Any, expected: dict[str, Any]) -> None:
    found, said = read({**GOOD, "issued": issued})
    assert said == []
    assert found["roe2020"].data["issued"] == expected


@pytest.mark.parametrize(
    ("field", "value", "code", "words"),
    [
        ("type", "journal-article", "unknown-source-type", "did you mean 'article-journal'"),
        ("type", "zebra", "unknown-source-type", "choose one of: article"),
        ("kind", "meta-analisis", "unknown-kind", "did you mean 'meta-analysis'"),
        ("titel", "A title", "unknown-reference-field", "did you mean 'title'"),
        ("doi", "10.1000/1", "unknown-reference-field", "did you mean 'DOI'"),
        ("container_title", "J", "unknown-reference-field", "did you mean 'container-title'"),
        ("zebra", "x", "unknown-reference-field", "use a field of CSL"),
        ("title", ["A", "B"], "malformed-reference-field", "one line of text"),
        ("title", {"main": "A"}, "malformed-reference-field", "one line of text"),
        ("title", " ", "empty-reference-field", "fill it in"),
        ("id", "two words", "malformed-reference-id", "letters, digits and hyphens"),
        ("id", "roe@2020", "malformed-reference-id", "letters, digits and hyphens"),
        ("author", "Roe R", "malformed-name", "{family: Del Re, given: A. C.}"),
        ("author", [], "malformed-name", "{family: Del Re, given: A. C.}"),
        ("author", ["Roe R"], "malformed-name", "{family: Del Re, given: A. C.}"),
        ("author", [{"given": "Robin"}], "malformed-name", "{family: Del Re, given: A. C.}"),
        ("author", [{"family": "Roe", "literal": "Roe"}], "malformed-name", "{family: Del Re, given: A. C.}"),
        ("author", [{"family": "Roe", "first": "Robin"}], "malformed-name", "{family: Del Re, given: A. C.}"),
        ("author", [{"family": ["Roe"]}], "malformed-name", "{family: Del Re, given: A. C.}"),
        ("author", [{"family": ""}], "empty-reference-field", "fill it in"),
        ("issued", ["2020"], "malformed-date", "date-parts"),
        ("issued", {}, "malformed-date", "date-parts"),
        ("issued", "May 2020", "malformed-date", "date-parts"),
        ("issued", {"year": "2020"}, "malformed-date", "date-parts"),
        ("issued", {"season": "1"}, "malformed-date", "date-parts"),
        ("issued", {"date-parts": ["2020"]}, "malformed-date", "date-parts"),
        ("issued", {"date-parts": [[]]}, "malformed-date", "date-parts"),
        ("issued", {"date-parts": [["2020", "13"]]}, "malformed-date", "date-parts"),
        ("issued", {"date-parts": [["2023", "2", "29"]]}, "malformed-date", "date-parts"),
        ("issued", {"date-parts": [["0"]]}, "malformed-date", "date-parts"),
        ("issued", {"date-parts": [["２０２０"]]}, "malformed-date", "date-parts"),
        ("issued", {"date-parts": [["2020"], ["2019"]]}, "malformed-date", "date-parts"),
        ("issued", {"date-parts": [["2020"]], "season": "5"}, "malformed-date", "date-parts"),
        ("issued", {"date-parts": [["2020"]], "circa": "perhaps"}, "malformed-date", "date-parts"),
        ("issued", {"literal": ""}, "malformed-date", "date-parts"),
        ("issued", {"literal": "&eacute;"}, "html-in-reference", "the character itself"),
        ("DOI", "https://doi.org/10.1000/1", "malformed-doi", "write DOI: 10.1000/1"),
        ("DOI", "doi:10.1000/1", "malformed-doi", "write DOI: 10.1000/1"),
        ("DOI", "10.1000/a b", "malformed-doi", "without spaces"),
        ("DOI", "12345", "malformed-doi", "without spaces"),
        ("URL", "javascript:alert(1)", "malformed-address", "https://example.org"),
        ("URL", "www.example.org", "malformed-address", "https://example.org"),
        ("URL", "https:///page", "malformed-address", "https://example.org"),
        ("URL", "https://[::1", "malformed-address", "https://example.org"),
        ("URL", "https://me:secret@example.org/", "malformed-address", "https://example.org"),
        ("URL", "https://example.org/a b", "malformed-address", "https://example.org"),
        ("PMID", "PMID 1", "malformed-identifier", "digits only"),
        ("PMCID", "3198542", "malformed-identifier", "PMC3198542"),
        ("language", "English language", "malformed-identifier", "en, es"),
        ("title", "R&amp;D", "html-in-reference", "the character itself"),
        ("title", "R&#38;D", "html-in-reference", "the character itself"),
        ("title", "<em>R</em>", "html-in-reference", "<i>, <b>"),
        ("title", "<i>R", "html-in-reference", "<i>, <b>"),
        ("title", "R</i>", "html-in-reference", "<i>, <b>"),
        ("title", "<i>R</b>", "html-in-reference", "<i>, <b>"),
        ("title", "<script src=x>R</script>", "html-in-reference", "<i>, <b>"),
        ("title", "R\x01D", "unreadable-reference", "that is meant"),
        ("title", "R\ufffdD", "unreadable-reference", "that is meant"),
        ("title", "R\ue000D", "unreadable-reference", "that is meant"),
    ],
)
def test_a_fault_is_said_at_its_field_with_help(field: str, value: Any, code: str, words: str) -> None:
    entry = {**GOOD, field: value}
    found, said = read(entry)
    assert found == {}
    assert [(diagnostic.code, diagnostic.severity) for diagnostic in said] == [(code, Severity.ERROR)]
    assert said[0].span == place(10 + list(entry).index(field) + 1)
    assert words in said[0].help
    assert said[0].message[:1].islower() or said[0].message[:1] in "'\"DP"
    assert not said[0].message.endswith(".")


@pytest.mark.parametrize("field", ["id", "type", "kind", "title", "issued"])
def test_a_missing_field_is_said_at_the_entry(field: str) -> None:
    found, said = read(without(field))
    assert found == {}
    assert [(one.code, one.span) for one in said] == [("missing-reference-field", place(10))]
    assert f"has no {field}" in said[0].message


def test_a_fault_in_a_name_is_said_at_the_name_when_its_place_is_known() -> None:
    report = Report()
    fine = {"": place(1), "author": place(2), "author.1": place(4), "author.1.given": place(5)}
    names = [{"family": "Roe"}, {"family": "Poe", "given": "P&amp;"}, {"given": "Q"}]
    references_of([({**GOOD, "author": names}, fine)], kinds(), report)
    assert [(one.code, one.span) for one in report] == [
        ("html-in-reference", place(5)),
        ("malformed-name", place(2)),
    ]


def test_every_fault_of_an_entry_is_said() -> None:
    _, said = read({**without("title"), "DOI": "x", "URL": "x", "author": [{"x": "y"}]})
    assert [one.code for one in said] == [
        "malformed-name",
        "malformed-name",
        "malformed-doi",
        "malformed-address",
        "missing-reference-field",
    ]


def test_other_entries_go_on() -> None:
    found, said = read({**GOOD, "title": ""}, {**without("DOI"), "id": "poe2021"})
    assert list(found) == ["poe2021"]
    assert [one.code for one in said] == ["empty-reference-field"]


@pytest.mark.parametrize("second", ["roe2020", "ROE2020", " Roe2020"])
def test_an_id_stands_once_whatever_its_capitals(second: str) -> None:
    found, said = read(GOOD, {**without("DOI"), "id": second, "title": "Another"})
    assert found == {}
    assert [(one.code, one.span) for one in said] == [("duplicate-reference", place(21))]


def test_an_id_stands_once_however_its_letters_are_composed() -> None:
    found, said = read({**GOOD, "id": "flückiger"}, {**without("DOI"), "id": "flu\u0308ckiger"})
    assert found == {}
    assert [one.code for one in said] == ["duplicate-reference"]


def test_one_doi_for_two_sources_is_a_warning() -> None:
    found, said = read(GOOD, {**GOOD, "id": "poe2021", "DOI": "10.1000/EXAMPLE.1"})
    assert list(found) == ["roe2020", "poe2021"]
    assert [(one.code, one.severity) for one in said] == [("duplicate-doi", Severity.WARNING)]
    assert "'roe2020' and 'poe2021'" in said[0].message


def test_an_old_doi_with_odd_characters_is_a_doi() -> None:
    _, said = read({**GOOD, "DOI": "10.1002/(SICI)1097-4679(199711)53:7<639::AID-JCLP1>3.0.CO;2-G"})
    assert said == []
