"""Numbers and boxes of lists."""

import pytest

from tests.read.sample import PATH, codes_of, read_text


@pytest.mark.parametrize(
    "text", ["1. A\n3. B\n", "1. A\n2. B\n2. C\n", "5. A\n4. B\n", "1. A\n\n1. B\n\n2. C\n"]
)
def test_numbers_that_would_change_are_refused(text: str) -> None:
    assert codes_of(read_text(text)[2]) == ["list-numbering"]


def test_the_message_names_both_numbers() -> None:
    _, _, report = read_text("1. A\n2. B\n9. C\n")
    [found] = report
    assert found.message == "the item is numbered 9, and would be printed as 3"
    assert str(found.span) == f"{PATH}:3:1"


@pytest.mark.parametrize(
    "text", ["1. A\n2. B\n", "1. A\n1. B\n1. C\n", "1. A\n   1. B\n2. C\n", "1986\\. A year.\n"]
)
def test_other_numbers_are_accepted(text: str) -> None:
    assert codes_of(read_text(text)[2]) == []


@pytest.mark.parametrize("box", ["[ ]", "[x]", "[X]"])
def test_boxes_are_refused(box: str) -> None:
    assert codes_of(read_text(f"1. {box} A\n")[2]) == ["task-list"]


@pytest.mark.parametrize("text", ["- [x](tel:1)\n", "- [xy] z\n", "- \\[x] y\n", "[x] y\n"])
def test_brackets_that_are_no_boxes_are_accepted(text: str) -> None:
    assert codes_of(read_text(text)[2]) == []
