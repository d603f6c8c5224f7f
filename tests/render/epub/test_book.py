"""The ebook as a whole: its files, its links, its sections."""

import re
from collections.abc import Callable
from dataclasses import replace
from posixpath import dirname, join, normpath

import pytest
from lxml import etree

from glossary_publish.article import CodeBlock, Paragraph
from glossary_publish.diagnostics import PublishError, Report
from glossary_publish.layout import Layout
from glossary_publish.publication import Image, Part, Publication
from glossary_publish.render.epub import render
from tests.render.epub.conftest import Book
from tests.support.publications import at, every_construct, words

DOCUMENTS = ("cover.xhtml", "nav.xhtml", "text.xhtml")


def test_the_mimetype_comes_first_and_uncompressed(book: Book) -> None:
    assert book.data[30:58] == b"mimetypeapplication/epub+zip"


def test_the_same_publication_gives_the_same_bytes(book: Book, layout: Layout) -> None:
    assert render(every_construct(qr=False), layout, Report()) == book.data


def test_every_file_of_markup_is_well_formed(book: Book) -> None:
    for name in book.files:
        if name.endswith((".xhtml", ".opf", ".ncx", ".xml", ".svg")):
            assert etree.fromstring(book.files[name]) is not None


def test_every_file_is_in_the_manifest_and_every_manifest_item_is_a_file(book: Book) -> None:
    listed = set(book.texts("content.opf", "//opf:item/@href"))
    assert listed == set(book.files) - {"mimetype", "META-INF/container.xml", "content.opf"}


@pytest.mark.parametrize("name", [*DOCUMENTS, "toc.ncx", "content.opf"])
def test_every_link_inside_the_book_leads_somewhere(book: Book, name: str) -> None:
    targets = [value for value in book.texts(name, "//@href | //@src") if ":" not in value]
    assert targets
    for target in targets:
        path, _, anchor = target.partition("#")
        file = normpath(join(dirname(name), path)) if path else name
        assert file in book.files
        if anchor:
            assert len(book.find(file, f"//*[@id='{anchor}']")) == 1


def test_ids_are_unique_in_each_document(book: Book) -> None:
    for name in DOCUMENTS:
        ids = book.texts(name, "//@id")
        assert len(ids) == len(set(ids))


def test_citations_and_references_are_linked_both_ways(book: Book) -> None:
    to_references = book.texts("text.xhtml", "//h:a[@role='doc-biblioref']/@href")
    assert to_references == ["#reference-1", "#reference-1", "#reference-2"]
    back = book.texts("text.xhtml", "//h:li[@id='reference-1']/h:a[@role='doc-backlink']/@href")
    assert back == ["#cite-1", "#cite-2"]


def test_notes_are_a_visible_section_linked_both_ways(book: Book) -> None:
    assert book.texts("text.xhtml", "//h:a[@role='doc-noteref']/@href") == ["#note-1", "#note-2"]
    section = "//h:section[@role='doc-endnotes']"
    assert book.texts("text.xhtml", f"{section}//h:a[@role='doc-backlink']/@href") == [
        "#note-mark-1",
        "#note-mark-2",
    ]
    assert not book.find("text.xhtml", "//h:aside | //*[@hidden]")


def test_safety_text_is_a_section_of_the_text_and_never_a_note(book: Book) -> None:
    for part, stamp in (("crisis-notice", "crisis-us@1.0"), ("disclaimer", "medical-disclaimer@1.2")):
        (section,) = book.find("text.xhtml", f"//h:section[@data-boilerplate='{stamp}']")
        assert section.get("class") == f"part {part}"
        assert section.get("role") == "doc-notice"
        parent = section.getparent()
        assert parent is not None
        assert etree.QName(parent).localname == "main"


def test_parts_stand_in_the_order_of_the_publication(book: Book) -> None:
    classes = book.texts("text.xhtml", "//h:main/*/@class")
    assert classes == [f"part {part.id}" for part in every_construct().parts]


def test_words_in_another_language_carry_it_with_their_direction(book: Book) -> None:
    spans = [dict(span.attrib) for span in book.find("text.xhtml", "//h:span[@lang]")]
    xml = "{http://www.w3.org/XML/1998/namespace}lang"
    assert spans == [{"lang": "fr", xml: "fr", "dir": "ltr"}, {"lang": "ar", xml: "ar", "dir": "rtl"}]


def test_every_document_carries_language_and_direction(make: Callable[[Publication], Book]) -> None:
    publication = every_construct(qr=False)
    arabic = make(
        replace(publication, metadata=replace(publication.metadata, language="ar", direction="rtl"))
    )
    for name in DOCUMENTS:
        root = arabic.tree(name)
        assert (root.get("lang"), root.get("dir")) == ("ar", "rtl")
        assert root.get("{http://www.w3.org/XML/1998/namespace}lang") == "ar"
    assert arabic.texts("content.opf", "//opf:spine/@page-progression-direction") == ["rtl"]


def test_images_are_embedded_once_under_the_hash_of_their_bytes(make: Callable[[Publication], Book]) -> None:
    publication = every_construct(qr=False)
    (image,) = publication.images
    twin = replace(image, path="content/images/twin.svg")
    made = make(replace(publication, images=(image, twin)))
    names = [name for name in made.files if name.startswith("images/")]
    assert names == ["images/bfc33b0b5f0f34f7.svg"]
    assert made.files[names[0]] == image.data
    assert made.texts("text.xhtml", "//h:figure/h:img/@src") == names


def test_markup_in_words_stays_words(make: Callable[[Publication], Book]) -> None:
    publication = every_construct(qr=False)
    text = "A & B <script>alert(\"x\")</script> {{ title }} {% raw %} ]]> 'quoted'"
    part = Part("label", (Paragraph(words(text), at(5), "label"), CodeBlock(text, at(5))), at(5))
    metadata = replace(publication.metadata, title=text, publisher=text, description=text)
    made = make(replace(publication, front=(part, *publication.front[1:]), metadata=metadata))
    assert made.texts("text.xhtml", "//h:p[@class='label'] | //h:div//h:code | //h:title") == [text] * 3
    assert made.texts("content.opf", "//dc:title | //dc:publisher | //dc:description") == [text] * 3
    assert made.texts("toc.ncx", "//ncx:docTitle/ncx:text") == [text]
    assert text in made.texts("cover.xhtml", "//h:img/@alt")[0]


def test_a_qr_code_is_an_error_at_its_line(layout: Layout) -> None:
    with pytest.raises(PublishError) as caught:
        render(every_construct(qr=True), layout, Report())
    assert [(found.code, found.span) for found in caught.value.diagnostics] == [("qr-code-in-ebook", at(1))]


def test_an_image_type_that_readers_need_not_show_is_an_error_at_its_line(layout: Layout) -> None:
    publication = every_construct(qr=False)
    tiff = Image("content/images/dot.svg", "image/tiff", b"II*\0", 1, 1)
    with pytest.raises(PublishError) as caught:
        render(replace(publication, images=(tiff,)), layout, Report())
    assert [(found.code, found.span) for found in caught.value.diagnostics] == [
        ("image-type-not-for-ebook", at(54))
    ]


def test_the_style_sheet_forces_no_colour_on_a_dark_page_and_no_absolute_length(book: Book) -> None:
    css = book.files["style.css"].decode()
    everywhere, light = css.split("@media (prefers-color-scheme: light)")
    assert set(re.findall(r"(?<![-\w])color:\s*([^;]+);", everywhere)) == {"inherit"}
    assert re.findall(r"#[0-9a-f]{3,8}\b", everywhere) == []
    assert "#8a1414" in light
    assert re.findall(r"[\d.](?:px|pt|pc|cm|mm|in)\b", css) == []
