"""Words, stress, code, line breaks and languages."""

import pytest

from glossary_publish.article import (
    Code,
    Emphasis,
    Inline,
    LanguageSpan,
    LineBreak,
    Link,
    NoteReference,
    Paragraph,
    Strong,
    Text,
)
from glossary_publish.diagnostics import Severity, Span
from tests.read.sample import PATH, blocks_of, codes_of, read_text


def inlines(text: str) -> tuple[Inline, ...]:
    [paragraph] = blocks_of(text)
    assert isinstance(paragraph, Paragraph)
    return paragraph.children


def test_stress_and_weight_are_kept_inside_each_other() -> None:
    assert inlines("a *b **c** d* __e__") == (
        Text("a "),
        Emphasis((Text("b "), Strong((Text("c"),)), Text(" d"))),
        Text(" "),
        Strong((Text("e"),)),
    )


def test_code_is_literal() -> None:
    assert inlines("a `x  < *y* &amp;` b") == (Text("a "), Code("x  < *y* &amp;"), Text(" b"))


def test_line_ends_are_spaces_and_runs_of_spaces_are_one() -> None:
    assert inlines("one\ntwo   three\t four") == (Text("one two three four"),)


@pytest.mark.parametrize("text", ["one  \ntwo", "one\\\ntwo"])
def test_a_line_break_is_kept_where_it_is_asked_for(text: str) -> None:
    assert inlines(text) == (Text("one"), LineBreak(), Text("two"))


def test_escapes_and_entities_are_text() -> None:
    assert inlines(r"\*a\* \[b\] \# &lt;c&gt; &amp; &eacute; &#8211;") == (Text("*a* [b] # <c> & é –"),)


def test_an_escaped_attribute_or_citation_is_text() -> None:
    assert inlines(r"a \{.b} \@c \^[d] [e\](f)") == (Text("a {.b} @c ^[d] [e](f)"),)


def test_hard_spaces_are_kept() -> None:
    assert inlines("r\u00a0=\u00a00.24 &nbsp;x") == (Text("r\u00a0=\u00a00.24 \u00a0x"),)


def test_words_are_composed_across_lines_and_escapes() -> None:
    assert inlines("e\u0301 *o\u0308* `u\u0308`") == (
        Text("é "),
        Emphasis((Text("ö"),)),
        Text(" "),
        Code("ü"),
    )


@pytest.mark.parametrize("attribute", ["{lang=fr}", '{lang="fr"}', "{lang='fr'}", "{ lang=fr }"])
def test_words_of_another_language_carry_its_tag(attribute: str) -> None:
    assert inlines(f"Le [*mot* juste]{attribute}.") == (
        Text("Le "),
        LanguageSpan("fr", (Emphasis((Text("mot"),)), Text(" juste"))),
        Text("."),
    )


def test_a_link_may_be_in_another_language() -> None:
    assert inlines("[[mot](https://example.org)]{lang=fr-CA}") == (
        LanguageSpan("fr-CA", (Link("https://example.org", (Text("mot"),)),)),
    )


def test_brackets_and_braces_in_prose_are_text() -> None:
    text = "He [sic] said {so}, [a] [b], f(x) = {1, 2}, [1]: no."
    assert inlines(text) == (Text(text),)


def test_signs_that_are_no_markup_are_text() -> None:
    text = "2 * 3 _ 4 < 5 > 6 & 7 ~ 8 ^ 9 # 10 ! 11 | 12"
    assert inlines(text) == (Text(text),)


@pytest.mark.parametrize(
    ("text", "column"), [("A **word **here", 3), ("A **goal:**shared", 3), ("A __word", 3)]
)
def test_marks_that_are_left_over_are_a_warning(text: str, column: int) -> None:
    blocks, _, report = read_text(text)
    assert blocks
    assert {(diagnostic.code, diagnostic.severity) for diagnostic in report} == {
        ("stray-mark", Severity.WARNING)
    }
    assert report.diagnostics[0].span == Span(PATH, 1, column, column + 2)


def test_marks_with_a_backslash_and_underscores_in_names_are_text() -> None:
    assert inlines(r"\*\*a\*\* snake__case 2 * 3") == (Text("**a** snake__case 2 * 3"),)


def test_marks_are_numbered_by_their_first_appearance() -> None:
    blocks, notes, report = read_text("a[^x] b[^y] c[^x]\n\n[^y]: Y.\n\n[^x]: X.\n")
    assert not list(report)
    [paragraph] = blocks
    assert isinstance(paragraph, Paragraph)
    marks = [child for child in paragraph.children if isinstance(child, NoteReference)]
    assert marks == [NoteReference(1), NoteReference(2), NoteReference(1)]
    assert [(note.number, note.anchor) for note in notes] == [(1, "note-1"), (2, "note-2")]


def test_a_fault_far_into_a_paragraph_is_told_at_its_own_line_and_column() -> None:
    text = "One line\nand `code\nover two` lines and [a link\nover two](https://example.org)\nthen <b>it</b> comes."
    _, _, report = read_text(text)
    assert [str(diagnostic.span) for diagnostic in report] == [f"{PATH}:5:6", f"{PATH}:5:11"]


def test_a_fault_in_a_list_in_a_quote_is_told_at_its_own_line_and_column() -> None:
    _, _, report = read_text("> - One\n>   and @two\n>   and three\n> - ~~four~~")
    assert [str(diagnostic.span) for diagnostic in report] == [f"{PATH}:2:9", f"{PATH}:4:5"]


def test_a_hundred_faults_are_enough() -> None:
    _, _, report = read_text("@a " * 500)
    assert codes_of(report) == ["bare-citation"] * 100
