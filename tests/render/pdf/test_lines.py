"""Lines are filled: no text is broken after its first word because of a space at its end."""

from collections.abc import Callable

import pytest

from glossary_publish.article import Emphasis, Paragraph, Text
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
