"""Anchors are bookmarks under names that Word accepts, and links and citations lead to them."""

import re

import pytest

from glossary_publish.article import Link, Paragraph, Text
from glossary_publish.render.docx.bookmarks import Bookmarks
from tests.render.docx.conftest import NOTES, Draft, Make, W, text
from tests.render.docx.samples import with_body
from tests.support.publications import at, heading

ACCEPTED = re.compile(r"_?[A-Za-z][A-Za-z0-9_]*")
LONG = "what-it-means-for-practice-and-for-people-who-are-seeking-therapy"


def test_headings_and_references_are_bookmarks_around_all_their_words(draft: Draft) -> None:
    for name in ("title", "what_the_term_means", "can_it_be_repaired", "reference_1", "reference_2"):
        (start,) = draft.find(f"//w:bookmarkStart[@w:name='{name}']")
        paragraph = start.getparent()
        assert paragraph is not None
        assert paragraph[1] is start
        assert paragraph[-1].tag == f"{W}bookmarkEnd"
        assert paragraph[-1].get(f"{W}id") == start.get(f"{W}id")


def test_citations_are_places_inside_and_link_to_their_references(draft: Draft) -> None:
    links = draft.find("//w:hyperlink[@w:anchor]")
    assert [(text(link), link.get(f"{W}anchor")) for link in links] == [
        ("1", "reference_1"),
        ("1", "reference_1"),
        ("2(p4)", "reference_2"),
    ]
    (start,) = draft.find("//w:bookmarkStart[@w:name='_cite_2']")
    words = [text(node) for node in start.itersiblings() if node.tag != f"{W}bookmarkEnd"][:5]
    assert words == ["[", "1", ",", "2(p4)", "]"]


def test_bookmarks_are_unique_over_text_and_notes(draft: Draft) -> None:
    for attribute in ("id", "name"):
        found = [
            value.lower()
            for name in ("word/document.xml", NOTES)
            for value in draft.values(f"//w:bookmarkStart/@w:{attribute}", name)
        ]
        assert len(found) == len(set(found))


def test_outer_links_keep_their_address(draft: Draft) -> None:
    addresses = [draft.address(id) for id in draft.values("//w:hyperlink/@r:id")]
    assert "https://example.org/a?b=1&c=2" in addresses
    (link,) = [one for one in draft.find("//w:hyperlink[@r:id]") if text(one) == "the long story"]
    styles = {node.get(f"{W}val") for node in link.iter(f"{W}rStyle")}
    assert styles == {"Hyperlink"}
    assert len(link.findall(f".//{W}i")) == 1


@pytest.mark.parametrize("anchor", ["what-it-is", "h2", "A-b"])
def test_a_short_anchor_is_its_own_name(anchor: str) -> None:
    bookmarks = Bookmarks()
    assert bookmarks.name(anchor) == anchor.replace("-", "_")
    assert bookmarks.told() == []


@pytest.mark.parametrize(
    ("anchor", "stem"),
    [
        (LONG, "what_it_means_for_practice_and"),
        ("4-ways", "a_4_ways"),
        ("naïve-ideas", "na_ve_ideas"),
        ("التحالف", "a__"),
        ("under_score", "under_score"),
    ],
)
def test_an_anchor_that_word_does_not_accept_is_shortened_and_told(anchor: str, stem: str) -> None:
    bookmarks = Bookmarks()
    name = bookmarks.name(anchor)
    assert re.fullmatch(rf"{stem}_[0-9a-f]{{8}}", name)
    assert ACCEPTED.fullmatch(f"_{name}")
    assert len(f"_{name}") <= 40
    assert bookmarks.told() == [(name, anchor)]
    assert Bookmarks().name(anchor) == name


def test_anchors_that_differ_in_case_only_have_names_that_differ() -> None:
    bookmarks = Bookmarks()
    first, second = bookmarks.name("Alliance"), bookmarks.name("alliance")
    assert first.lower() != second.lower()
    assert bookmarks.told() == [(second, "alliance")]


def test_long_anchors_of_one_beginning_have_names_that_differ() -> None:
    bookmarks = Bookmarks()
    assert bookmarks.name(f"{LONG}-1") != bookmarks.name(f"{LONG}-2")


def test_links_to_a_long_anchor_lead_there_and_the_file_tells_it(make: Make) -> None:
    link = Paragraph((Link(f"#{LONG}", (Text("See there"),)),), at(1))
    draft = make(with_body(link, heading("There", LONG)))
    (target,) = draft.values("//w:hyperlink[@w:anchor and not(@w:anchor[starts-with(., 'ref')])]/@w:anchor")
    (start,) = draft.find(f"//w:bookmarkStart[@w:name='{target}']")
    parent = start.getparent()
    assert parent is not None
    assert text(parent) == "There"
    assert draft.values("//w:docVar/@w:name", "word/settings.xml") == [target]
    assert draft.values("//w:docVar/@w:val", "word/settings.xml") == [LONG]
