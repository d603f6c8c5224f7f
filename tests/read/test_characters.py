"""Characters that nobody sees or no format can hold are found; those that a language needs are left alone."""

import pytest

from glossary_publish.diagnostics import Report, Span
from glossary_publish.read.characters import balanced, check_characters, check_decoded, name_of
from tests.read.sample import codes_of


def found(text: str, language: str = "en") -> list[str]:
    report = Report()
    assert check_characters(text, "f", 1, report, language) is not report.failed
    return codes_of(report)


@pytest.mark.parametrize(
    "text",
    [
        "Plain words, 80–87 · “quotes” … r ≈ 0.28\n",
        "so\u00adft hyphens",
        "e\u0301 and o\u0308 as combining marks",
        "ﬁve ligatures ﬂow",
        "no\u00a0break, narrow\u202fbreak, thin\u2009space",
        "التحالف العلاجي، وعلاقة الثقة",
        "ברית טיפולית",
        "می\u200cخواهم",
        "क\u094d\u200dष",
        "治疗联盟",
        "👩\u200d👩\u200d👧",
        "x\u0304 \u2212 1",
        "tab\tand line\n",
    ],
)
def test_what_a_language_needs_is_left_alone(text: str) -> None:
    assert found(text) == []


def test_the_place_is_told_by_line_and_column() -> None:
    report = Report()
    check_characters("one\ntwo\u200b three\u200b", "f", 10, report)
    assert [diagnostic.span for diagnostic in report] == [Span("f", 11, 4, 5), Span("f", 11, 11, 12)]


def test_a_file_full_of_them_is_told_in_twenty_lines() -> None:
    assert len(found("\x00" * 1000)) == 20


@pytest.mark.parametrize(
    "character", [chr(code) for code in (*range(9), *range(11, 32), *range(127, 160)) if code != 10]
)
def test_control_characters_are_refused(character: str) -> None:
    assert found(f"a{character}b") == ["forbidden-character"]


@pytest.mark.parametrize("code", [0xFDD0, 0xFFFE, 0xFFFF, 0x1FFFE, 0x10FFFF, 0xE000, 0xF0000, 0x2029, 0x0378])
def test_characters_that_are_none_are_refused(code: int) -> None:
    assert found(f"a{chr(code)}b") == ["forbidden-character"]


@pytest.mark.parametrize(
    "code", [0x034F, 0x115F, 0x180E, 0x200B, 0x2060, 0x2062, 0x3164, 0xFEFF, 0xFFA0, 0xE0041]
)
def test_characters_that_nobody_sees_are_refused(code: int) -> None:
    assert found(f"a{chr(code)}b") == ["invisible-character"]


def test_directions_are_for_languages_that_are_written_from_the_right() -> None:
    closed, open_one = "\u2067ab\u2069 c", "\u2067ab c"
    assert found(closed, "ar") == []
    assert found(closed, "fa-IR") == []
    assert found(closed, "en") == ["direction-control"] * 2
    assert found(open_one, "ar") == ["direction-control"]
    assert found("\u200fa\u061cb", "he") == []


def test_directions_are_closed_in_the_order_in_which_they_were_opened() -> None:
    assert balanced("\u202b\u2066a\u2069b\u202c")
    assert not balanced("\u202b\u2066a\u202cb\u2069")
    assert not balanced("a\u202c")
    assert not balanced("\u2068a")


def test_characters_have_names() -> None:
    assert name_of("\u200b") == "U+200B ZERO WIDTH SPACE"
    assert name_of("\x00") == "U+0000"


def test_text_that_was_an_escape_is_checked_too() -> None:
    report = Report()
    assert check_decoded("plain é", Span("f"), report)
    assert not check_decoded("a\u202eb", Span("f", 3, 4), report)
    assert codes_of(report) == ["direction-control"]
    assert report.diagnostics[0].span == Span("f", 3, 4)
