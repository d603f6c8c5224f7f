"""Entries as inlines: stress, weight, links, and no number."""

import pytest

from glossary_publish.article import Emphasis, Inline, Link, Text
from glossary_publish.bibliography.formatting import format_citations
from glossary_publish.bibliography.inlines import inlines
from glossary_publish.workspace import MemoryWorkspace, tool_folder
from tests.bibliography.material import from_yaml, references, shown, style

AMA = (tool_folder() / "layouts/citation-styles/ama.csl").read_text("utf-8")
MARGIN = ' second-field-align="flush"'
NUMBER = '<text suffix="." variable="citation-number"/>'


def text(words: str) -> tuple[Inline, ...]:
    return (Text(words),)


def entry(fields: str, name: str = "ama", workspace: MemoryWorkspace | None = None) -> str:
    """One reference as a line."""
    found = from_yaml("references: [{id: one, kind: book, issued: {date-parts: [[2020]]}, " + fields + "}]")
    (printed,) = format_citations(style(name, workspace=workspace), found, [], ["one"]).entries
    return shown(printed.children)


def test_titles_are_stressed_and_dois_are_linked_with_their_label() -> None:
    (printed,) = format_citations(style("ama"), references(), [], ["safran2011"]).entries
    assert printed.children == (
        Text("Safran JD, Muran JC, Eubanks-Carter C. Repairing alliance ruptures. "),
        Emphasis(text("Psychotherapy (Chic)")),
        Text(". 2011;48(1):80-87. "),
        Link("https://doi.org/10.1037/a0022140", text("doi:10.1037/a0022140")),
    )


def test_a_doi_that_is_printed_as_an_address_is_one_link() -> None:
    (printed,) = format_citations(style("apa"), references(), [], ["safran2011"]).entries
    address = "https://doi.org/10.1037/a0022140"
    assert printed.children[-1] == Link(address, text(address))


def test_an_address_is_linked_as_it_stands() -> None:
    found = entry('type: webpage, title: A page, URL: "https://example.org/a?b=1&c=(2)"')
    assert found == "A page. 2020. [https://example.org/a?b=1&c=(2)](https://example.org/a?b=1&c=(2))"


def test_an_address_in_a_text_is_linked_without_the_full_stop_behind_it() -> None:
    assert inlines("See https://example.org/a/. Or (https://example.org/b).") == (
        Text("See "),
        Link("https://example.org/a/", text("https://example.org/a/")),
        Text(". Or ("),
        Link("https://example.org/b", text("https://example.org/b")),
        Text(")."),
    )


@pytest.mark.parametrize(
    ("title", "expected"),
    [
        ("Cats & dogs", "Cats & dogs"),
        ("The <i>Alliance</i> itself", "The *Alliance* itself"),
        ("<b>Bold</b> claims", "**Bold** claims"),
        ("<i><b>Both</b></i> at once", "***Both*** at once"),
        ("H<sub>2</sub>O and R<sup>2</sup>", "H2O and R2"),
        ("An <sc>Apa</sc> study", "An Apa study"),
        ("\"Quoted\" and 'inner' words", "“Quoted” and ‘inner’ words"),
        ("It's the client's view", "It’s the client’s view"),
        ("p < .05 and n > 3", "p < .05 and n > 3"),
        ("AT&T; and others", "AT&T; and others"),
        ("100 % {certain} \\ $5 _a_ *b*", "100 % {certain} \\ $5 _a_ *b*"),
    ],
)
def test_what_a_title_says_is_what_is_printed(title: str, expected: str) -> None:
    quoted = "'" + title.replace("'", "''") + "'"
    found = entry(f"type: article-journal, container-title: J, volume: 1, title: {quoted}")
    assert found == f"{expected}. *J*. 2020;1."


def test_a_title_in_a_stressed_title_stands_out_by_being_upright() -> None:
    (printed,) = format_citations(style("ama"), references(), [], ["trap-book-with-title-in-title"]).entries
    assert printed.children[1:4] == (
        Emphasis(text("Reading ")),
        Text("The Working Alliance"),
        Emphasis(text(" Today: What Is Left?")),
    )


@pytest.mark.parametrize("margin", [MARGIN, ""])
@pytest.mark.parametrize(
    "attributes", ['suffix="."', 'prefix="[" suffix="]"', 'font-weight="bold"', 'suffix=") "']
)
def test_the_number_of_an_entry_is_left_to_the_list(margin: str, attributes: str) -> None:
    changed = AMA.replace(MARGIN, margin).replace(NUMBER, f'<text {attributes} variable="citation-number"/>')
    assert MARGIN in AMA
    assert NUMBER in AMA
    own = MemoryWorkspace({"layouts/citation-styles/own.csl": changed})
    assert entry("type: book, title: A book, publisher: P", "own", own) == "*A Book*. P; 2020."


@pytest.mark.parametrize(
    ("title", "language", "expected"),
    [
        ("One: two", "en", "One: Two"),
        ("One? two", "en-GB", "One? Two"),
        ("One—two", "en", "One—Two"),
        ("One: “two” and <i>three</i>", "en", "One: “Two” and *three*"),
        ("One: <i>two</i>", "en", "One: *Two*"),
        ("One: 2 and three", "en", "One: 2 and three"),
        ("Uno: dos", "es", "Uno: dos"),
    ],
)
def test_a_subtitle_has_a_capital_in_apa_and_none_in_ama(title: str, language: str, expected: str) -> None:
    fields = f"type: article-journal, container-title: J, volume: 1, language: {language}, title: '{title}'"
    assert entry(fields, "apa") == f"{expected}. (2020). *J*, *1*."
    assert entry(fields, "ama") == f"{title.replace('<i>', '*').replace('</i>', '*')}. *J*. 2020;1."


def test_spaces_never_double_and_never_stand_at_the_ends() -> None:
    assert inlines(" a \1italic\2 b \3 c  ") == (Text("a "), Emphasis(text("b ")), Text("c"))


def test_nothing_is_made_of_nothing() -> None:
    assert inlines("") == ()
    assert inlines(" \1italic\2 \3") == ()
