"""Lines are filled: no text is broken after its first word because of a space at its end."""

from collections.abc import Callable

import pytest

from glossary_publish.article import (
    Citation,
    CitationItem,
    Emphasis,
    Inline,
    Link,
    Mark,
    Paragraph,
    Strong,
    Text,
)
from tests.render.pdf.handouts import with_body
from tests.render.pdf.measured import measured
from tests.support.publications import at, words


@pytest.mark.parametrize("first", ["Bordin", "A"])
def test_a_text_before_other_type_fills_its_line(make: Callable[..., bytes], first: str) -> None:
    """One of the many widths lies between that of the text and that of the text with its space."""
    texts = [
        f"{first} wrote of it{'i' * number}, and much more can be said about the whole of it. "
        for number in range(40)
    ]
    paragraphs = [
        Paragraph((Text(text), Emphasis(words("What a long title that was"))), at(20)) for text in texts
    ]
    lines = measured(make(with_body(*paragraphs))).lines
    assert [line.text for line in lines if line.text == first] == []
    assert sum(line.text.startswith(f"{first} wrote") for line in lines) == len(texts)


@pytest.mark.parametrize(
    "before",
    [
        Link("https://example.org/x", words("on the alliance")),
        Link("https://example.org/x", words("alliance")),
        Emphasis(words("rupture and repair")),
        Strong(words("repair")),
        Text("and much more"),
    ],
)
def test_no_line_begins_with_a_citation_whatever_stands_before_it(
    make: Callable[..., bytes], before: Inline
) -> None:
    paragraphs = []
    for number in range(0, 60, 2):
        marks = (Mark("["), Mark("1", "reference-1"), Mark("]"))
        citation = Citation((CitationItem("one"),), at(20), marks, f"cite-{number}")
        first = Text(f"Bordin wrote of it{'i' * number}, and at great length, in his text ")
        paragraphs.append(Paragraph((first, before, Text(" "), citation, Text(".")), at(20)))
    lines = measured(make(with_body(*paragraphs))).lines
    assert [line.text for line in lines if line.text.startswith(("[", "]", "1]", "."))] == []
    assert sum(line.text.endswith((" [1].", "\u00a0[1].")) for line in lines) == len(paragraphs)
