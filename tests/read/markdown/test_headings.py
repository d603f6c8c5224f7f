"""Headings: levels, attributes and anchors."""

import pytest

from glossary_publish.article import Emphasis, Heading, Text
from glossary_publish.read.markdown.headings import PARTS, Anchors, reserved
from tests.read.sample import blocks_of, codes_of, read_text
from tests.support.publications import every_construct


def headings(text: str) -> list[Heading]:
    return [block for block in blocks_of(text) if isinstance(block, Heading)]


def test_levels_two_to_six_are_read() -> None:
    text = "".join(f"{'#' * level} Level {level}\n\n" for level in range(2, 7))
    assert [heading.level for heading in headings(text)] == [2, 3, 4, 5, 6]
    assert [heading.level for heading in headings("## A\n### B\n## C\n### D\n")] == [2, 3, 2, 3]


def test_a_heading_keeps_its_markup_and_loses_its_marks() -> None:
    [heading] = headings("## The *right* word ##\n")
    assert heading.children == (Text("The "), Emphasis((Text("right"),)), Text(" word"))
    assert heading.anchor == "the-right-word"


def test_id_and_classes_are_cut_off() -> None:
    [heading] = headings("## Questions people ask {#questions .faq .open}\n")
    assert (heading.anchor, heading.classes) == ("questions", ("faq", "open"))
    assert heading.children == (Text("Questions people ask"),)


def test_braces_that_are_no_attributes_are_words() -> None:
    for text in ("A set{a}", "A \\{.set}", "{a} set", "A set }"):
        [heading] = headings(f"## {text}\n")
        assert heading.children == (Text(text.replace("\\", "")),)


@pytest.mark.parametrize(
    ("text", "anchor"),
    [
        ("What it means", "what-it-means"),
        ("Flückiger’s & Bordin’s view, 1979", "fluckigers-bordins-view-1979"),
        ('It\'s "so" — always…', "its-so-always"),
        ("10 facts", "section-10-facts"),
        ("Straße", "strasse"),
        ("التحالف", "section"),
        ("References", "references-2"),
        ("Note 1", "note-1-2"),
        ("Disclaimer", "disclaimer-2"),
    ],
)
def test_an_anchor_is_made_from_the_words(text: str, anchor: str) -> None:
    assert [heading.anchor for heading in headings(f"## {text}\n")] == [anchor]


def test_anchors_are_unique_and_leave_written_ones_alone() -> None:
    text = "## One\n## One\n## Two {#one-2}\n## One\n## One-3\n"
    assert [heading.anchor for heading in headings(text)] == ["one", "one-3", "one-2", "one-4", "one-3-2"]


def test_ten_thousand_headings_alike_are_no_burden() -> None:
    anchors = Anchors()
    assert len({anchors.automatic((Text("One"),)) for _ in range(10_000)}) == 10_000


def test_the_parts_of_an_edition_keep_their_anchors() -> None:
    publication = every_construct()
    assert {part.id for part in publication.parts} <= PARTS
    assert all(map(reserved, ["reference-1", "note-12", "note-mark-3", "cite-4"]))
    assert not any(map(reserved, ["reference", "note-a", "citeulike-1", "what-it-means"]))


def test_levels_are_compared_with_the_heading_before() -> None:
    _, _, report = read_text("## A\n\n#### B\n\n##### C\n\n## D\n\n#### E\n")
    assert codes_of(report) == ["skipped-level", "skipped-level"]
    assert [diagnostic.help for diagnostic in report] == ["write ###", "write ###"]
