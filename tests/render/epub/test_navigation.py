"""The contents of the ebook: navigation document, NCX, landmarks."""

from glossary_publish.article import (
    Citation,
    CitationItem,
    Emphasis,
    LanguageSpan,
    LineBreak,
    Mark,
    NoteReference,
    Text,
)
from glossary_publish.render.epub.navigation import contents, headings, plain
from tests.render.epub.conftest import Book
from tests.support.publications import at, every_construct, words


def test_the_tree_of_contents_follows_the_levels_of_the_headings() -> None:
    (title,) = contents(every_construct(), "text.xhtml")
    assert title.href == "text.xhtml#title"
    assert title.depth == 3
    below = {entry.words: [inner.words for inner in entry.below] for entry in title.below}
    assert below["What the term means"] == ["A table"]
    assert below["Questions people ask"] == ["Can it be repaired?"]
    assert list(below)[:2] == ["In a crisis? You can get help now.", "Medical disclaimer"]


def test_navigation_document_and_ncx_list_every_heading_in_order(book: Book) -> None:
    expected = [plain(heading.children) for heading in headings(every_construct().parts)]
    assert book.texts("nav.xhtml", "//h:nav[@epub:type='toc']//h:a") == expected
    assert book.texts("toc.ncx", "//ncx:navPoint/ncx:navLabel/ncx:text") == expected
    assert book.texts("toc.ncx", "//ncx:navPoint/@playOrder") == [str(n) for n in range(1, len(expected) + 1)]


def test_the_ncx_states_its_depth_and_the_identifier_of_the_book(book: Book) -> None:
    assert book.texts("toc.ncx", "//ncx:meta[@name='dtb:depth']/@content") == ["3"]
    identifier = book.texts("content.opf", "//dc:identifier")
    assert book.texts("toc.ncx", "//ncx:meta[@name='dtb:uid']/@content") == identifier


def test_the_landmark_of_the_text_does_not_skip_the_safety_text(book: Book) -> None:
    landmarks = book.find("nav.xhtml", "//h:nav[@epub:type='landmarks']//h:a")
    kinds = {mark.get("{http://www.idpf.org/2007/ops}type"): mark.get("href") for mark in landmarks}
    assert kinds == {"cover": "cover.xhtml", "toc": "nav.xhtml", "bodymatter": "text.xhtml"}


def test_the_words_of_an_entry_leave_out_markup_and_note_marks() -> None:
    citation = Citation(
        (CitationItem("a"),), at(1), (Mark("["), Mark("1", "reference-1"), Mark("]")), "cite-1"
    )
    inlines = (
        Emphasis(words("Le ")),
        LanguageSpan("fr", words("mot")),
        LineBreak(),
        Text("juste"),
        citation,
        NoteReference(1, "note-mark-1"),
    )
    assert plain(inlines) == "Le mot juste[1]"
