"""A TOML file tells where its keys stand."""

import pytest

from glossary_publish.diagnostics import Span, UsageError
from glossary_publish.glossary.toml import TomlFile, read_toml_file
from glossary_publish.workspace import MemoryWorkspace

TEXT = """\
title = "One"          # a comment with title = in it
  indented = 1
"quoted" = 2
labels.en = "dotted"

[licence]
name = "x"

[[editions]]
layouts = []
[[editions]]
layouts = []
papers = []
"""


def opened(text: str = TEXT) -> TomlFile:
    """A file in memory."""
    return read_toml_file(MemoryWorkspace({"a.toml": text}), "a.toml")


@pytest.mark.parametrize(
    ("key", "table", "index", "place"),
    [
        ("title", "", 0, (1, 1)),
        ("indented", "", 0, (2, 3)),
        ("quoted", "", 0, (3, 1)),
        ("labels", "", 0, (4, 1)),
        ("name", "licence", 0, (7, 1)),
        ("layouts", "editions", 0, (10, 1)),
        ("layouts", "editions", 1, (12, 1)),
        ("papers", "editions", 1, (13, 1)),
    ],
)
def test_a_key_is_found_in_its_table(key: str, table: str, index: int, place: tuple[int, int]) -> None:
    span = opened().place(key, table, index)
    assert (span.line, span.column) == place


def test_a_key_that_is_missing_is_told_at_the_head_of_its_table() -> None:
    assert opened().place("papers", "editions", 0) == Span("a.toml", 9, 3, 11)
    assert opened().place("licence") == Span("a.toml", 6, 2, 9)
    assert opened().place("nothing") == Span("a.toml")


@pytest.mark.parametrize(
    ("text", "place"),
    [("a = 1\nb = \n", (2, 5)), ('a = "x\n', (1, 7)), ("a = 1\na = 2\n", (2, 6)), ("a = [1,", (0, 0))],
)
def test_malformed_toml_is_told_at_its_place(text: str, place: tuple[int, int]) -> None:
    with pytest.raises(UsageError) as caught:
        opened(text)
    (found,) = caught.value.diagnostics
    assert found.code == "malformed-toml"
    assert found.span is not None
    assert (found.span.line, found.span.column) == place
