"""A file is split at its lines of dashes."""

from glossary_publish.diagnostics import Report, Span
from glossary_publish.read.front_matter import FrontMatter, split
from tests.read.sample import codes_of


def test_the_halves_know_their_lines() -> None:
    assert split("---\na: b\nc: d\n---\n\nText.\n", "f", Report()) == FrontMatter(
        "a: b\nc: d\n", 2, "\nText.\n", 5
    )


def test_spaces_after_the_dashes_do_no_harm() -> None:
    assert split("--- \na: b\n---\t\nText.", "f", Report()) == FrontMatter("a: b\n", 2, "Text.", 4)


def test_dashes_in_the_text_belong_to_the_text() -> None:
    halves = split("---\na: b\n---\nText.\n\n---\n", "f", Report())
    assert halves is not None
    assert halves.body == "Text.\n\n---\n"


def test_line_ends_of_other_systems_are_line_ends() -> None:
    assert split("\ufeff---\r\na: b\r\n---\r\nText.", "f", Report()) == FrontMatter("a: b\n", 2, "Text.", 4)


def test_empty_front_matter_is_front_matter() -> None:
    assert split("---\n---\nText.", "f", Report()) == FrontMatter("\n", 2, "Text.", 3)


def test_more_or_fewer_dashes_are_no_front_matter() -> None:
    for dashes in ("--", "----", "- - -", " ---", "***"):
        report = Report()
        assert split(f"{dashes}\na: b\n{dashes}\nText.", "f", report) is None
        assert codes_of(report) == ["missing-front-matter"]


def test_an_indented_line_of_dashes_does_not_close_it() -> None:
    report = Report()
    assert split("---\na: |\n  ---\nb: c\n", "f", report) is None
    assert codes_of(report) == ["unclosed-front-matter"]
    assert report.diagnostics[0].span == Span("f", 1, 1, 4)
