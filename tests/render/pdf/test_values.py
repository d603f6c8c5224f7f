"""Values that are written quickly are those that pydyf writes."""

from collections.abc import Callable
from random import Random
from typing import Any

import pydyf
import pytest

from glossary_publish.render.pdf import values
from tests.support.publications import every_construct

VALUES = (
    b"q", "/Page", "", 0, -7, 2**40, 0.0, -0.0, 1.0, -3.0, 1e20, 0.1, -0.25, 1e-9, -1e-9, 123.456789, True, None,
    pydyf.Array([1, 2.5, "/x", pydyf.String("a(b)")]), pydyf.Dictionary({"A": 1, "B": pydyf.Array([])}),
)  # fmt: skip
STRINGS = ("", "plain", "(", ")", "\\", "a\\(b)", "caf\u00e9", "\u05d0", "line\nend", b"bytes", 12)


@pytest.mark.parametrize("item", VALUES, ids=lambda item: values._bytes(item).decode("latin-1"))
def test_a_value_is_written_the_same(item: Any) -> None:
    assert values.value(item) == values._bytes(item)


def test_numbers_are_written_the_same() -> None:
    dice = Random(1)
    for _ in range(500):
        number = dice.uniform(-1, 1) * 10 ** dice.randint(-8, 8)
        assert values.value(number) == values._bytes(number)


@pytest.mark.parametrize("words", STRINGS, ids=repr)
def test_a_string_is_written_the_same(words: Any) -> None:
    assert values.string(pydyf.String(words)) == values._string(pydyf.String(words))


def test_words_outside_of_ascii_are_refused_where_a_name_or_number_should_stand() -> None:
    with pytest.raises(UnicodeEncodeError):
        values.value("caf\u00e9")


def test_the_file_is_the_same(make: Callable[..., bytes], monkeypatch: pytest.MonkeyPatch) -> None:
    quick = make(every_construct())
    monkeypatch.setattr(values, "value", values._bytes)
    monkeypatch.setattr(values, "string", values._string)
    assert make(every_construct()) == quick
