"""Citations are taken apart into sources."""

import pytest

from glossary_publish.article import Citation, CitationItem, Paragraph, Text
from glossary_publish.diagnostics import Span
from glossary_publish.read.markdown.citations import MalformedCitation, read_citation
from tests.read.sample import PATH, blocks_of, codes_of, read_text


@pytest.mark.parametrize(
    ("text", "items"),
    [
        ("@a", [CitationItem("a")]),
        ("@a; @b, p. 4", [CitationItem("a"), CitationItem("b", "page", "4")]),
        ("see @a, pp. 3-5, for more", [CitationItem("a", "page", "3-5", "see", ", for more")]),
        ("see also @a 4", [CitationItem("a", "page", "4", "see also")]),
        (
            "@horvath-greenberg1994; @del_re:2021.b",
            [CitationItem("horvath-greenberg1994"), CitationItem("del_re:2021.b")],
        ),
        ("see\n@a,\np. 4", [CitationItem("a", "page", "4", "see")]),
        ("cf. @mu\u0308ller2018", [CitationItem("m\u00fcller2018", prefix="cf.")]),
        ("mail\\@x.org and @a", [CitationItem("a", prefix="mail@x.org and")]),
    ],
)
def test_a_citation_is_read(text: str, items: list[CitationItem]) -> None:
    assert list(read_citation(text)) == items


@pytest.mark.parametrize(
    ("text", "index"),
    [
        ("@a; b", 3),
        ("@a @b", 3),
        ("see -@a", 4),
        ("*see* @a", 0),
        ("@a?", 2),
        ("@a, p.", 2),
        ("@a;; @b", 3),
        ("@a, pp. 4&ndash;6", 9),
    ],
)
def test_a_citation_that_cannot_be_read_tells_where(text: str, index: int) -> None:
    with pytest.raises(MalformedCitation) as caught:
        read_citation(text)
    assert caught.value.index == index


def test_a_citation_stands_in_its_sentence_with_its_place() -> None:
    [paragraph] = blocks_of("Two lines,\nand it is so [@a; @b].")
    assert isinstance(paragraph, Paragraph)
    assert paragraph.children == (
        Text("Two lines, and it is so "),
        Citation((CitationItem("a"), CitationItem("b")), Span(PATH, 2, 14, 22)),
        Text("."),
    )


def test_a_citation_may_run_over_a_line_end() -> None:
    [paragraph] = blocks_of("It is [see @a,\np. 4] so.")
    assert isinstance(paragraph, Paragraph)
    assert paragraph.children[1] == Citation((CitationItem("a", "page", "4", "see"),), Span(PATH, 1, 7, 21))


@pytest.mark.parametrize(
    "text",
    ["Write to me@example.org.", "[me@example.org] too", "Code `@a`, `[@a]`.", "An \\@a, [\\@a]."],
)
def test_other_at_signs_are_text(text: str) -> None:
    [paragraph] = blocks_of(text)
    assert isinstance(paragraph, Paragraph)
    assert not any(isinstance(child, Citation) for child in paragraph.children)


def test_each_key_outside_brackets_is_told() -> None:
    _, _, report = read_text("As @a and\n@b say.")
    assert codes_of(report) == ["bare-citation", "bare-citation"]
    assert [str(diagnostic.span) for diagnostic in report] == [f"{PATH}:1:4", f"{PATH}:2:1"]
    assert report.diagnostics[0].help == "write [@a] to cite a source, or \\@a for the words themselves"
