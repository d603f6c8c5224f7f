"""Citations as marks: numbers, groups, places, words of the author, and styles of all sorts."""

import pytest

from glossary_publish.article import CitationItem, Mark
from glossary_publish.bibliography.marks import marks
from glossary_publish.workspace import MemoryWorkspace, tool_folder
from tests.bibliography.material import formatted, linked, printed, style

AMA = (tool_folder() / "layouts/citation-styles/ama.csl").read_text("utf-8")
FIVE = ("fluckiger2018", "bordin1979", "safran2011", "duncan2003", "eubanks2018")


def changed(old: str, new: str) -> MemoryWorkspace:
    """A project with a style `own` that is AMA with one change."""
    assert old in AMA
    return MemoryWorkspace({"layouts/citation-styles/own.csl": AMA.replace(old, new)})


def test_a_small_number_in_brackets_stands_where_ama_has_a_superscript() -> None:
    (found,) = formatted(style("ama"), ["bordin1979"]).citations
    assert found == (Mark("["), Mark("1", "reference-1"), Mark("]"))


def test_brackets_that_a_style_brings_are_kept() -> None:
    (found,) = formatted(style("nlm"), ["bordin1979"]).citations
    assert found == (Mark("("), Mark("1", "reference-1"), Mark(")"))


def test_numbers_that_a_style_raises_one_by_one_get_brackets_too() -> None:
    own = changed(
        'delimiter="," vertical-align="sup">\n      <text', 'delimiter=",">\n      <text vertical-align="sup"'
    )
    (found,) = formatted(style("own", workspace=own), ["bordin1979", "safran2011"]).citations
    assert found == (
        Mark("["),
        Mark("1", "reference-1"),
        Mark(","),
        Mark("2", "reference-2"),
        Mark("]"),
    )


def test_superscript_brackets_get_no_brackets_around_them() -> None:
    own = changed(
        'delimiter="," vertical-align="sup"', 'delimiter="," vertical-align="sup" prefix="(" suffix=")"'
    )
    (found,) = formatted(style("own", workspace=own), ["bordin1979"]).citations
    assert printed(found) == "(1)"


def test_numbers_are_in_order_and_neighbours_collapse() -> None:
    *_, group = formatted(
        style("ama"), *[[key] for key in FIVE], ["eubanks2018", "fluckiger2018", "duncan2003", "safran2011"]
    ).citations
    assert group == (
        Mark("["),
        Mark("1", "reference-1"),
        Mark(","),
        Mark("3", "reference-3"),
        Mark("-"),
        Mark("5", "reference-5"),
        Mark("]"),
    )


def test_two_neighbours_do_not_collapse() -> None:
    *_, pair = formatted(style("ama"), ["bordin1979"], ["safran2011"], ["bordin1979", "safran2011"]).citations
    assert linked(pair) == [("1", "reference-1"), ("2", "reference-2")]
    assert printed(pair) == "[1,2]"


def test_a_source_with_a_place_does_not_vanish_in_a_range() -> None:
    items = (
        CitationItem("fluckiger2018"),
        CitationItem("bordin1979", "page", "254"),
        CitationItem("safran2011"),
    )
    *_, group = formatted(style("ama"), *[[key] for key in FIVE], items).citations
    assert printed(group) == "[1,2(p254),3]"


@pytest.mark.parametrize(
    ("label", "locator", "expected"),
    [
        ("page", "4", "[1(p4)]"),
        ("page", "4-6", "[1(pp4-6)]"),
        ("page", "4, 9", "[1(pp4, 9)]"),
        ("chapter", "2", "[1(chap2)]"),
        ("section", "3", "[1(sec3)]"),
        ("figure", "7", "[1(fig7)]"),
    ],
)
def test_a_place_stands_in_parentheses_after_the_number_and_belongs_to_the_mark(
    label: str, locator: str, expected: str
) -> None:
    (found,) = formatted(style("ama"), [CitationItem("bordin1979", label, locator)]).citations
    assert printed(found) == expected
    assert linked(found) == [(expected.strip("[]"), "reference-1")]


def test_words_before_and_after_a_source_are_no_part_of_its_mark() -> None:
    items = [
        CitationItem("bordin1979", prefix="see"),
        CitationItem("safran2011", "page", "81", "also", "and on"),
    ]
    (found,) = formatted(style("ama"), items).citations
    assert found == (
        Mark("[see "),
        Mark("1", "reference-1"),
        Mark(", also "),
        Mark("2(p81)", "reference-2"),
        Mark(" and on]"),
    )


def test_a_place_is_not_lost_in_a_style_that_has_no_room_for_it() -> None:
    items = [CitationItem("bordin1979", "page", "4-6", "see", "for the term"), CitationItem("safran2011")]
    (found,) = formatted(style("nlm"), items).citations
    assert printed(found) == "(see 1, pp. 4-6 for the term,2)"
    assert linked(found) == [("1", "reference-1"), ("2", "reference-2")]


def test_authors_and_years_are_marks_and_what_parts_them_is_not() -> None:
    items = [CitationItem("safran2011"), CitationItem("horvath-greenberg1994", "page", "4", "see", "and on")]
    (found,) = formatted(style("apa"), items).citations
    assert found == (
        Mark("(see "),
        Mark("Horvath & Greenberg, 1994, p. 4", "reference-1"),
        Mark(" and on; "),
        Mark("Safran et al., 2011", "reference-2"),
        Mark(")"),
    )


def test_the_same_author_and_year_are_told_apart_by_letters() -> None:
    first, second, both = formatted(
        style("apa"),
        ["trap-same-year-second"],
        ["trap-same-year-first"],
        ["trap-same-year-first", "trap-same-year-second"],
    ).citations
    assert (printed(first), printed(second)) == ("(Roe, 2020b)", "(Roe, 2020a)")
    assert linked(both) == [("Roe, 2020a", "reference-1"), ("2020b", "reference-2")]


def test_a_year_needs_no_letter_when_its_rival_is_not_cited() -> None:
    (found,) = formatted(style("apa"), ["trap-same-year-second"]).citations
    assert printed(found) == "(Roe, 2020)"


def test_brackets_around_each_source_are_no_part_of_the_marks() -> None:
    anchors = {"one": "reference-1", "two": "reference-2"}
    found = marks("\1cite one\2[1, p. 4]\3, \1cite two\2[2]\3", "", "", anchors)
    assert linked(found) == [("1, p. 4", "reference-1"), ("2", "reference-2")]
    assert printed(found) == "[1, p. 4], [2]"


@pytest.mark.parametrize(("language", "expected"), [("de", "1(S4)"), ("zh-CN", "1(页4)"), ("en-GB", "1(p4)")])
def test_terms_for_places_are_in_the_language_of_the_edition(language: str, expected: str) -> None:
    (found,) = formatted(style("ama", language), [CitationItem("bordin1979", "page", "4")]).citations
    assert linked(found) == [(expected, "reference-1")]
