"""Paragraphs, lists, quotes, definitions, code and what they may hold."""

import pytest

from glossary_publish.article import (
    BulletList,
    CodeBlock,
    Definition,
    DefinitionList,
    ListItem,
    OrderedList,
    Paragraph,
    Quote,
    Text,
)
from glossary_publish.diagnostics import Span
from tests.read.sample import PATH, blocks_of, codes_of, read_text


def at(line: int, column: int, end: int) -> Span:
    return Span(PATH, line, column, end)


def paragraph(text: str, line: int, column: int = 1, raw: int = 0) -> Paragraph:
    return Paragraph((Text(text),), at(line, column, column + (raw or len(text))))


def test_paragraphs_are_parted_by_empty_lines() -> None:
    assert blocks_of("One.\n\n\nTwo.\n") == (paragraph("One.", 1), paragraph("Two.", 4))


def test_tight_and_loose_lists_are_the_same_to_the_model() -> None:
    tight, loose = blocks_of("- One\n- Two\n"), blocks_of("- One\n\n- Two\n")
    items = (ListItem((paragraph("One", 1, 1, 5),)), ListItem((paragraph("Two", 2, 1, 5),)))
    assert tight == (BulletList(items, at(1, 1, 6)),)
    [one] = loose
    assert isinstance(one, BulletList)
    assert len(one.items) == 2


def test_numbered_lists_keep_their_first_number() -> None:
    for text, start in (
        ("1. A\n2. B\n", 1),
        ("3. A\n4. B\n", 3),
        ("1. A\n1. B\n", 1),
        ("0. A\n", 0),
        ("7) A\n8) B\n", 7),
    ):
        [numbered] = blocks_of(text)
        assert isinstance(numbered, OrderedList)
        assert numbered.start == start


def test_items_hold_paragraphs_lists_quotes_and_code() -> None:
    text = "- One\n\n  Two\n\n  1. Three\n\n  > Four\n\n  ```\n  five\n  ```\n"
    [bullets] = blocks_of(text)
    assert isinstance(bullets, BulletList)
    [item] = bullets.items
    assert [type(block) for block in item.blocks] == [Paragraph, Paragraph, OrderedList, Quote, CodeBlock]


def test_eight_lists_and_eight_quotes_are_read() -> None:
    assert len(blocks_of("".join(f"{'  ' * depth}- x\n" for depth in range(8)))) == 1
    assert len(blocks_of(f"{'> ' * 8}x\n")) == 1


def test_nothing_below_a_deep_list_is_dropped() -> None:
    text = "".join(f"{'  ' * depth}- level {depth}\n" for depth in range(8)) + "\nCall 988.\n"
    assert blocks_of(text)[-1] == paragraph("Call 988.", 10)


def test_lists_stand_in_quotes_and_quotes_in_lists() -> None:
    [quote] = blocks_of("> Words:\n>\n> - one\n> - two\n")
    assert isinstance(quote, Quote)
    assert [type(block) for block in quote.blocks] == [Paragraph, BulletList]
    [bullets] = blocks_of("- > Words\n  >\n  > - and a list\n")
    assert isinstance(bullets, BulletList)


def test_terms_have_meanings() -> None:
    [terms] = blocks_of("Bond\n: Trust.\n: Regard.\n\nGoal\n\n: What for.\n\n  More of it.\n")
    assert isinstance(terms, DefinitionList)
    first, second = terms.entries
    assert first == Definition(
        ((Text("Bond"),),), ((paragraph("Trust.", 2, 1, 8),), (paragraph("Regard.", 3, 1, 9),))
    )
    assert second.terms == ((Text("Goal"),),)
    assert [len(meaning) for meaning in second.meanings] == [2]


def test_code_is_kept_line_by_line() -> None:
    assert blocks_of("```\none\n  two\n\nthree\n```\n") == (CodeBlock("one\n  two\n\nthree", at(1, 1, 4)),)
    assert blocks_of("~~~~\n```\n~~~~\n") == (CodeBlock("```", at(1, 1, 5)),)
    assert blocks_of("Text.\n\n    one\n      two\n")[1] == CodeBlock("one\n  two", at(3, 5, 8))
    [quote] = blocks_of("> ```\n> one\n> ```\n")
    assert quote == Quote((CodeBlock("one", at(1, 1, 6)),), at(1, 1, 6))


@pytest.mark.parametrize(
    "text",
    [
        "- | a |\n  |---|\n  | b |\n",
        "> | a |\n> |---|\n> | b |\n",
        "> ![Alt](images/a.png)\n",
        "Term\n: ![Alt](images/a.png)\n",
        "Text.[^a]\n\n[^a]: ![Alt](images/a.png)\n",
        "- ## Heading\n",
        "> Term\n> : Meaning\n",
        "Term\n: One\n\n  Inner\n  : Two\n",
        "Term\n: > One\n  >\n  > - > Two\n",
    ],
)
def test_what_word_cannot_hold_inside_another_block_is_refused(text: str) -> None:
    assert codes_of(read_text(text)[2]) == ["unsupported-nesting"]


def test_a_text_of_nothing_has_no_blocks() -> None:
    assert read_text("\n\n")[:2] == ((), ())


def test_a_paragraph_may_be_a_mark_alone() -> None:
    assert len(blocks_of("[@a]\n")) == 1


def test_the_first_line_of_a_text_is_the_line_it_is_given() -> None:
    from glossary_publish.diagnostics import Report
    from glossary_publish.read.markdown import read_markdown

    report = Report()
    [block], _ = read_markdown("\nText.\n", "f", 40, report)
    assert block.span == Span("f", 41, 1, 6)
    read_markdown("\n# No.\n", "f", 40, report)
    assert report.diagnostics[0].span == Span("f", 41, 1, 6)
