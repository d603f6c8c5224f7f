"""Places in a text are places in its file."""

from markdown_it.token import Token

from glossary_publish.diagnostics import Report, Span
from glossary_publish.read.markdown.source import Source


def source(*lines: str) -> Source:
    return Source("f", list(lines), 10, "en", Report())


def inline(content: str, first: int, last: int) -> Token:
    return Token("inline", "", 0, content=content, map=[first, last])


def test_a_block_is_marked_by_its_first_line() -> None:
    assert source("", "  > text  ").block(inline("text", 1, 2)) == Span("f", 11, 3, 9)


def test_a_place_in_a_line_counts_its_indentation() -> None:
    assert source("- > a word").inside(inline("a word", 0, 1), 2, 4) == Span("f", 10, 7, 11)


def test_a_place_in_a_later_line_is_on_that_line() -> None:
    assert source("> one", ">   two words").inside(inline("one\ntwo words", 0, 2), 8, 5) == Span(
        "f", 11, 9, 14
    )


def test_a_place_in_a_cell_is_not_that_of_an_equal_cell_before_it() -> None:
    cell = inline("a", 0, 1)
    cell.meta["column"] = 5
    assert source("| a | a |").inside(cell, 0) == Span("f", 10, 7, 8)


def test_a_content_that_is_not_the_raw_text_is_placed_on_its_line() -> None:
    assert source("  a \\| b").inside(inline("a | b", 0, 1), 0) == Span("f", 10, 3, 4)
