"""Links say where they lead, can be pressed on all their words, and lead there; so do bookmarks."""

from collections.abc import Callable
from types import SimpleNamespace
from typing import Any

import pikepdf
import pytest
from weasyprint.matrix import Matrix

from glossary_publish.article import Emphasis, Heading, Link, NoteReference, Paragraph, Text
from glossary_publish.render.pdf.painting import placed
from glossary_publish.render.pdf.tagging.reading import POINTS
from glossary_publish.verify.inspect.pdf import inspect
from tests.render.pdf.handouts import with_body
from tests.render.pdf.opened import annotations, opened
from tests.support.publications import at, heading, paragraph, words


@pytest.fixture(scope="module")
def pdf(handout: bytes) -> pikepdf.Pdf:
    """The sample, opened."""
    return opened(handout)


def described(pdf: pikepdf.Pdf) -> dict[str, str]:
    """What the links say of themselves, by where they lead."""
    return {
        str(link.A.URI) if "/A" in link else f"#{link.Dest}": str(link.Contents) for link in annotations(pdf)
    }


def test_every_link_says_where_it_leads(pdf: pikepdf.Pdf) -> None:
    said = described(pdf)
    assert said["tel:988"] == "tel:988"
    assert said["https://example.org/a?b=1&c=2"] == "https://example.org/a?b=1&c=2"
    assert said["#note-1"] == "Note 1"
    assert said["#reference-2"].startswith("Horvath AO, Greenberg LS, eds. The Working Alliance.")
    assert all(said.values())


def test_links_are_printed_and_paint_nothing(pdf: pikepdf.Pdf) -> None:
    for link in annotations(pdf):
        assert (link.Subtype, int(link.F)) == ("/Link", 4)
        assert list(map(int, link.Border)) == [0, 0, 0]
        assert "/AP" not in link


def test_names_are_sorted_so_that_readers_find_them(pdf: pikepdf.Pdf) -> None:
    names = [bytes(name) for name in list(pdf.Root.Names.Dests.Names)[::2]]
    assert names == sorted(names)
    assert b"reference-1" in names
    assert b"what-the-term-means" in names


def test_names_of_any_letters_can_be_reached(make: Callable[..., bytes]) -> None:
    blocks = (
        Heading(3, words("Заголовок"), "заголовок", at(1)),
        Heading(3, words("Brackets"), "a(b)", at(2)),
        Paragraph((Link("#заголовок", words("one")), Text(" "), Link("#a(b)", words("two"))), at(3)),
    )
    inspection = inspect(make(with_body(*blocks)))
    assert inspection.faults == ()
    assert [link.target for item in inspection.items for link in item.links][1:3] == [
        "#заголовок",
        "#a(b)",
    ]


def test_a_link_over_two_lines_and_two_pages_is_one_link(make: Callable[..., bytes]) -> None:
    filler = [paragraph("Filler that fills the page. " * 20, 20) for _ in range(7)]
    long = Link("https://example.org/x", words("a very long text of a link " * 60 + "that ends"))
    inspection = inspect(make(with_body(*filler, Paragraph((long,), at(30)))))
    assert inspection.faults == ()
    (item,) = [item for item in inspection.items if item.links and item.links[0].target.endswith("/x")]
    assert len(item.links) == 1


def marks(entries: Any) -> list[Any]:
    """Bookmarks as nested lists of titles."""
    found = []
    while entries is not None:
        found.append([str(entries.Title), *marks(entries.get("/First"))])
        entries = entries.get("/Next")
    return found


def test_bookmarks_are_the_headings_as_a_tree(make: Callable[..., bytes]) -> None:
    pdf = opened(
        make(with_body(heading("Second", "second", 3), heading("Third", "third", 2), paragraph("x")))
    )
    (title,) = marks(pdf.Root.Outlines.First)
    assert title[0] == "Every construct: shown once"
    assert ["What the term means", ["Second"]] in title
    assert ["Third"] in title
    assert int(pdf.Root.Outlines.Count) == str(title).count("'") // 2


def test_a_bookmark_has_the_words_of_its_heading_without_marks(make: Callable[..., bytes]) -> None:
    children = (Text("A "), Emphasis(words("new")), Text(" heading"), NoteReference(1, "note-mark-1"))
    text = Heading(2, children, "new", at(20))
    target = Heading(2, words("Notes"), "note-1", at(21))
    assert (2, "A new heading") in inspect(
        make(with_body(text, paragraph("x"), target, paragraph("y")))
    ).outline


@pytest.mark.parametrize("place", [(0, 0), (37.8, 12.345678), (1 / 3, 1e3), (-2.5, 1122.519685)])
def test_a_place_on_a_page_is_where_the_painted_page_has_it(place: tuple[float, float]) -> None:
    page = SimpleNamespace(height=1122.519685)
    painted = Matrix(POINTS, 0, 0, -POINTS, 0, page.height * POINTS).transform_point(*place)
    assert placed(page, *place) == tuple(painted)
