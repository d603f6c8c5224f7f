"""Attributes that are passed over have nothing in them for those who look at attributes."""

from lxml import etree

from glossary_publish.verify.inspect.epub.page import HARMLESS, KNOWN, WORDED, H, _element_faults


def test_no_value_of_a_harmless_attribute_is_a_fault() -> None:
    for tag in sorted(KNOWN):
        for value in ("", "javascript:alert()", "onclick", "alert"):
            element = etree.Element(tag, dict.fromkeys(HARMLESS, value))
            assert not list(_element_faults(element, "text.xhtml"))


def test_an_attribute_that_does_something_is_not_harmless() -> None:
    for name in ("onclick", "srcdoc", "tabindex", "aria-hidden"):
        element = etree.Element(f"{H}p", {name: "true"})
        assert [fault.code for fault in _element_faults(element, "text.xhtml")]
        assert name not in HARMLESS


def test_a_harmless_attribute_says_nothing() -> None:
    assert HARMLESS.isdisjoint((*WORDED, "alt"))
