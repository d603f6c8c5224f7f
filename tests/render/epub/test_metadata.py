"""The package document."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from glossary_publish.publication import Publication, sha256
from tests.render.epub.conftest import Book
from tests.support.publications import ARTICLE, every_construct


def test_the_package_says_who_what_and_under_which_licence(book: Book) -> None:
    def value(path: str) -> list[str]:
        return book.texts("content.opf", path)

    assert value("//dc:title") == ["Every construct: shown once"]
    assert value("//dc:identifier") == ["urn:uuid:5f0c2b1e-7b0a-5c55-9c1e-3f2d8a1b7c60"]
    assert value("//dc:publisher") == ["Example Clinic Press"]
    assert value("//dc:rights") == ["CC BY 4.0"]
    assert value("//opf:meta[@property='dcterms:license']") == [
        "https://creativecommons.org/licenses/by/4.0/"
    ]
    assert value("//dc:source") == ["https://example.org/glossary/every-construct"]


def test_the_package_carries_its_own_language(book: Book) -> None:
    assert book.tree("content.opf").get("{http://www.w3.org/XML/1998/namespace}lang") == "en"


def test_the_modification_date_is_that_of_the_article_and_not_of_the_clock(book: Book) -> None:
    path = "//opf:meta[@property='dcterms:modified']"
    assert book.texts("content.opf", path) == ["2025-12-18T00:00:00Z"]


def test_our_own_terms_stand_under_a_declared_prefix(book: Book, make: Callable[[Publication], Book]) -> None:
    assert "glossary: urn:x-glossary-publish:terms:" in book.tree("content.opf").get("prefix", "")
    publication = every_construct(qr=False)
    due = make(replace(publication, metadata=replace(publication.metadata, review_due=date(2027, 1, 2))))
    terms = {
        name: due.texts("content.opf", f"//opf:meta[@property='glossary:{name}']")
        for name in ("slug", "version", "reviewer", "review-due", "source-hash", "code")
    }
    assert terms == {
        "slug": ["every-construct"],
        "version": ["1.0"],
        "reviewer": ["Example Clinical Team"],
        "review-due": ["2027-01-02"],
        "source-hash": [sha256(ARTICLE)],
        "code": ["EC-K4QX7"],
    }


def test_what_the_publication_does_not_know_is_left_out(make: Callable[[Publication], Book]) -> None:
    publication = every_construct(qr=False)
    bare = replace(
        publication.metadata,
        address="",
        licence="",
        licence_url="",
        reviewer="",
        keywords=(),
        category="",
        description="",
    )
    made = make(replace(publication, metadata=bare))
    assert made.texts("content.opf", "//dc:source | //dc:rights | //dc:description") == []
    assert made.texts("content.opf", "//dc:subject") == ["Every construct"]
    assert "" not in made.texts("content.opf", "//opf:meta[@property]")
