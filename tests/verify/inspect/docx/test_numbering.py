"""Numbers are counted as Word counts them (ECMA-376, Part 1, 17.9)."""

from collections.abc import Iterable

import pytest

from glossary_publish.verify.inspect.docx import inspect
from glossary_publish.verify.inspect.docx.numbering import written
from tests.verify.inspect.docx.handmade import (
    kind_of_list,
    level,
    list_of,
    made,
    numbered,
    numbering,
    p,
    r,
    style,
    styles,
)

DECIMAL = kind_of_list(1, level(0, "decimal", "%1."), level(1, "decimal", "%2."), level(2, "decimal", "%3."))
STYLES = ("ItemInN", "ItemInNN", "ItemInNNN")


def labels(lists: Iterable[str], *steps: tuple[int, int], more: str = "") -> list[str]:
    """The labels of paragraphs on some lists and levels."""
    blocks = [p(STYLES[depth], r("x"), format=numbered(list, depth)) for list, depth in steps]
    deeper = "".join(style(id) for id in STYLES[1:])
    found = inspect(made(*blocks, numbering=numbering(*lists), styles=styles(deeper + more)))
    return [item.label for item in found.items]


def test_a_level_starts_again_after_the_one_above_it() -> None:
    steps = [(1, 0), (1, 1), (1, 1), (1, 0), (1, 1)]
    assert labels([DECIMAL, list_of(1, 1)], *steps) == ["1", "1", "2", "2", "1"]


def test_a_level_that_never_starts_again_goes_on() -> None:
    kind = kind_of_list(
        1, level(0, "decimal", "%1."), level(1, "decimal", "%2.", '<w:lvlRestart w:val="0"/>')
    )
    assert labels([kind, list_of(1, 1)], (1, 0), (1, 1), (1, 0), (1, 1)) == ["1", "1", "2", "2"]


def test_a_level_may_start_again_after_a_higher_one_only() -> None:
    restart = '<w:lvlRestart w:val="1"/>'
    kind = kind_of_list(
        1,
        level(0, "decimal", "%1."),
        level(1, "decimal", "%2."),
        level(2, "decimal", "%3.", restart),
    )
    steps = [(1, 0), (1, 1), (1, 2), (1, 1), (1, 2), (1, 0), (1, 2)]
    assert labels([kind, list_of(1, 1)], *steps) == ["1", "1", "1", "2", "2", "2", "1"]


def test_lists_of_one_kind_go_on_counting_unless_they_start_anew() -> None:
    lists = [DECIMAL, list_of(1, 1), list_of(2, 1), list_of(3, 1, (0, 7))]
    assert labels(lists, (1, 0), (2, 0), (3, 0), (3, 0), (1, 0)) == ["1", "2", "7", "8", "9"]


def test_a_list_may_bring_a_level_of_its_own() -> None:
    other = f'<w:num w:numId="1"><w:abstractNumId w:val="1"/><w:lvlOverride w:ilvl="0">{level(0, "upperRoman", "%1)")}'
    assert labels([DECIMAL, f"{other}</w:lvlOverride></w:num>"], (1, 0), (1, 0)) == ["I", "II"]


def test_numbers_of_several_levels_are_told_as_they_are_printed() -> None:
    kind = kind_of_list(1, level(0, "upperLetter", "%1."), level(1, "decimal", "%1.%2"))
    assert labels([kind, list_of(1, 1)], (1, 0), (1, 1), (1, 1)) == ["A", "A.1", "A.2"]
    legal = kind_of_list(1, level(0, "upperLetter", "%1."), level(1, "decimal", "%1.%2", "<w:isLgl/>"))
    assert labels([legal, list_of(1, 1)], (1, 0), (1, 1)) == ["A", "1.1"]


def test_words_beside_a_number_are_told() -> None:
    kind = kind_of_list(1, level(0, "decimal", "Step %1:"))
    assert labels([kind, list_of(1, 1)], (1, 0)) == ["Step 1:"]


def test_a_number_that_is_not_printed_is_no_label() -> None:
    kind = kind_of_list(1, level(0, "decimal", ""))
    assert labels([kind, list_of(1, 1)], (1, 0)) == [""]


def test_a_style_can_number_its_paragraphs() -> None:
    inside = '<w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr>'
    more = styles(style("NoteItemInN", inside=inside))
    blocks = [
        p("NoteItemInN", r("x")),
        p("NoteItemInN", r("x")),
        p("NoteItemInN", r("x"), format=numbered(0)),
    ]
    found = inspect(made(*blocks, numbering=numbering(DECIMAL, list_of(1, 1)), styles=more))
    assert [item.label for item in found.items] == ["1", "2", ""]


@pytest.mark.parametrize(
    ("number", "format", "shown"),
    [
        (4, "decimal", "4"),
        (4, "decimalZero", "04"),
        (4, "none", ""),
        (4, "lowerLetter", "d"),
        (28, "upperLetter", "BB"),
        (4, "lowerRoman", "iv"),
        (1949, "upperRoman", "MCMXLIX"),
        (0, "lowerRoman", "0 as lowerRoman"),
        (3, "ordinal", "3 as ordinal"),
    ],
)
def test_a_number_is_written_in_its_format(number: int, format: str, shown: str) -> None:
    assert written(number, format) == shown
