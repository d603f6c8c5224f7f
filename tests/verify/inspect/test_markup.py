"""XML from outside can neither load anything nor grow without end."""

import pytest

from glossary_publish.verify.inspect.markup import DEEPEST, MOST_TAGS, parse_xml, text_of
from glossary_publish.verify.inspect.zip_gate import UnreadableFile

LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
REFUSED = {
    "an entity": ('<!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>', "document type"),
    "an entity that is not used": ('<!DOCTYPE a [<!ENTITY b "c">]><a/>', "document type"),
    "an entity from a file": ('<!DOCTYPE a [<!ENTITY b SYSTEM "file:///etc/passwd">]><a>&b;</a>', "document type"),
    "an entity from the network": ('<!DOCTYPE a [<!ENTITY b SYSTEM "http://127.0.0.1/">]><a>&b;</a>', "document type"),
    "a parameter entity": ('<!DOCTYPE a [<!ENTITY % b SYSTEM "file:///etc/passwd"> %b;]><a/>', "document type"),
    "entities in entities": (f'<!DOCTYPE a [<!ENTITY l0 "ha">{LAUGHS}]><a>&l9;</a>', "document type|well-formed"),
    "a document type from outside": ('<!DOCTYPE html SYSTEM "about:legacy-compat"><html/>', "document type"),
    "a public document type": ('<!DOCTYPE html PUBLIC "-//W3C//DTD XHTML 1.1//EN" "x.dtd"><html/>', "document type"),
    "an entity of HTML": ("<a>&nbsp;</a>", "well-formed"),
    "an element that is not closed": ("<a><b></a>", "well-formed"),
    "two roots": ("<a/><a/>", "well-formed"),
    "an attribute twice": ('<a b="1" b="2"/>', "well-formed"),
    "no document": ("", "well-formed"),
    "a control character": ("<a>\x01</a>", "well-formed"),
    "deep nesting": ("<a>" * (DEEPEST + 1) + "</a>" * (DEEPEST + 1), "deep"),
    "very deep nesting": ("<a>" * 5000 + "</a>" * 5000, "deep|well-formed"),
    "too many tags": ("<" * (MOST_TAGS + 1), "tags"),
}  # fmt: skip


@pytest.mark.parametrize(("document", "why"), REFUSED.values(), ids=REFUSED.keys())
@pytest.mark.parametrize("html", [False, True])
def test_a_dangerous_or_broken_document_is_refused(document: str, why: str, html: bool) -> None:
    with pytest.raises(UnreadableFile, match=why):
        parse_xml(document.encode(), "x.xml", html=html)


def test_an_entity_in_utf_16_is_refused() -> None:
    document = '<?xml version="1.0" encoding="utf-16"?><!DOCTYPE a [<!ENTITY b "c">]><a>&b;</a>'
    with pytest.raises(UnreadableFile, match="document type"):
        parse_xml(document.encode("utf-16"), "x.xml")


def test_the_bare_document_type_of_xhtml_is_fine_in_a_page_only() -> None:
    page = b"<!DOCTYPE html><html/>"
    assert parse_xml(page, "x.xhtml", html=True).tag == "html"
    with pytest.raises(UnreadableFile, match="document type"):
        parse_xml(page, "x.xml")


def test_a_second_document_type_in_a_comment_does_not_hide_the_first() -> None:
    document = b'<!DOCTYPE html [<!ENTITY b "c">]><html><!-- <!DOCTYPE html> -->&b;</html>'
    with pytest.raises(UnreadableFile, match="document type"):
        parse_xml(document, "x.xhtml", html=True)


def test_comments_are_no_words_and_cut_no_words() -> None:
    root = parse_xml("<a>\u00e4l<!-- no -->t\u00ader  <b>Mann</b></a>".encode(), "x.xml")
    assert text_of(root) == "älter Mann"
