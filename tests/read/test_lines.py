"""What is said about the words of a front matter."""

import pytest

from glossary_publish.diagnostics import Severity
from tests.read.sample import read, with_front


@pytest.mark.parametrize(("count", "told"), [(14, True), (15, False), (30, False), (31, True)])
def test_a_description_has_fifteen_to_thirty_words(count: int, told: bool) -> None:
    _, report = read(with_front("description", f"description: {' '.join(['word'] * count)}"))
    assert [diagnostic.code for diagnostic in report] == ["description-length"] * told


@pytest.mark.parametrize(
    "value", ["See [@one].", "A [link](https://x.org).", "It is **so**.", "A `code`.", "A <b>.", "A &amp; b."]
)
def test_markup_in_the_front_matter_is_a_warning(value: str) -> None:
    article, report = read(with_front("key_points", f"key_points:\n  - {value}"))
    assert article is not None
    [found] = report
    assert (found.code, found.severity) == ("markup-in-value", Severity.WARNING)
    assert found.span is not None
    assert found.span.line == 13


@pytest.mark.parametrize("value", ["Is a < b?", "2 * 3 * 4", "A [sic] word", "Q&A", "me@example.org"])
def test_plain_signs_are_no_markup(value: str) -> None:
    _, report = read(with_front("key_points", f"key_points:\n  - {value}"))
    assert list(report) == []
