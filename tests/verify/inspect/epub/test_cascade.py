"""Looks are found by shorter ways than the cascade of a single page has, and are the same."""

import random

import pytest
from lxml import etree

from glossary_publish.verify.inspect.epub import cascade
from glossary_publish.verify.inspect.epub.cascade import Cascade, _Elements
from glossary_publish.verify.inspect.epub.stylesheet import read_stylesheet

SHEET = b"""
p { color: #333 } .a { font-size: 2em } p.a { opacity: 0.9 } .a.b { color: red } section p { color: blue }
.b > p { font-size: 0.5em } h1, li.c { color: #777 } [role] { display: none } a:hover { color: white }
x-y { opacity: 0.1 } * { visibility: visible } ol.a { list-style-type: none }
@media (prefers-color-scheme: dark) { .c { color: #ddd; background-color: #222 } }
"""
SPACES = (" ", "  ", "&#9;", "&#10;", "\u00a0")
NAMES = ("p", "h1", "li", "ol", "a", "section", "x-y", "s:p", "s:a")
STYLES = ("", "", "", "", ' style="color: green"', ' style="opacity: 0.5"', ' role="doc-x"')


def page(chance: random.Random) -> etree._Element:
    """A page of elements with and without classes, of which some are no XHTML."""

    def element(depth: int) -> str:
        name = chance.choice(NAMES)
        classes = chance.choice(SPACES).join(chance.choices("abcd", k=chance.randint(0, 3)))
        inside = "".join(element(depth + 1) for _ in range(chance.randint(0, 3 if depth < 4 else 0)))
        return f'<{name} class="{classes}"{chance.choice(STYLES)}>word<!-- none -->{inside}</{name}>'

    body = "".join(element(0) for _ in range(5))
    return etree.fromstring(
        f'<html xmlns="http://www.w3.org/1999/xhtml" xmlns:s="http://www.w3.org/2000/svg"><body>{body}</body></html>'
    )


def test_a_plain_selector_finds_by_name_and_class_what_it_finds_as_xpath() -> None:
    chance = random.Random(1)
    selectors = [rule.selector for rule in read_stylesheet(SHEET).rules]
    assert {selector.plain for selector in selectors} == {True, False}
    for _ in range(40):
        root = page(chance)
        elements = _Elements(root)
        for selector in selectors:
            assert set(elements.found(selector)) == set(selector.find(root)), selector.find.path


def test_looks_that_pages_have_in_common_are_those_of_a_page_by_itself() -> None:
    chance = random.Random(2)
    sheets = [read_stylesheet(SHEET)]
    for _ in range(40):
        root = page(chance)
        shared = Cascade(root, sheets)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(cascade, "_shared", cascade._shared.__wrapped__)
            alone = Cascade(root, sheets)
        for one in root.iter(etree.Element):
            assert (shared.look(one), shared.seen(one)) == (alone.look(one), alone.seen(one))


def test_what_is_kept_of_looks_is_bounded() -> None:
    kept = cascade._Shared([read_stylesheet(SHEET)])
    kept.looks = {(number,): ((), ()) for number in range(cascade.MOST + 1)}
    kept.make_room()
    assert not kept.looks


def test_what_is_kept_of_elements_with_styles_of_their_own_is_bounded(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(cascade, "MOST", 100)
    sheets = [read_stylesheet(b"p { color: #333 }")]
    items = "".join(f'<p style="opacity: 0.{number}">word</p>' for number in range(10, 60))
    for _ in range(10):
        root = etree.fromstring(f'<html xmlns="http://www.w3.org/1999/xhtml"><body>{items}</body></html>')
        looks = Cascade(root, sheets)
        for one in root.iter(etree.Element):
            looks.seen(one)
        assert len(looks._shared.seen) <= 100 + 52
