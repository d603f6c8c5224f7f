"""Rules that are found once for a place are those that WeasyPrint finds for each element."""

from collections.abc import Callable
from typing import Any

import pytest
import weasyprint
from weasyprint import css

from glossary_publish.render.pdf import matching, styling
from glossary_publish.render.pdf.press import load_weasyprint
from tests.support.publications import every_construct

Make = Callable[..., bytes]

quickly = styling.begin

PAGE = """<html lang="en"><body id="top" class="a b"><section class="part"><h2 id="one">One</h2>
<p>First <a href="https://example.org/a?b">link</a> <em lang="fr">deux</em></p><p class="lede">Second</p><p></p></section>
<section class="part"><h2>Two</h2><ul type="square"><li value="4">x</li><li style="color: red; width: 1px">y</li><li>z</li>
</ul><p dir="rtl">Last <a>no link</a><a href="#one">one</a></p></section></body></html>"""

RULES = """p { color: blue } .part p { margin: 1px } h2 + p { margin-left: 2px } p ~ p { width: 3px !important }
p:first-of-type { color: red } li:nth-child(2) { width: 5px } li:last-child { color: green } p:empty { height: 9px }
section:has(ul) { color: black } a[href^="https:"]::after { content: "x" } a[href*="ne"] { width: 7px }
[HREF] { top: 1px } :lang(fr) { left: 1px } #one { right: 1px } #two, #top { bottom: 1px }
li:not(.x):first-child { top: 2px }
a:not([href]) { top: 3px } section:nth-last-child(1) > h2 { top: 4px } :root { top: 5px } li::marker { color: red }
@layer low { p { color: yellow; top: 9px } }"""

BROWSER = """p, li { color: grey } a:link { color: blue } * { bottom: 8px } .part { left: 8px }"""


def cascaded(styles: Any) -> dict[Any, Any]:
    """The declarations of every style of a page."""
    return {key: said(style.cascaded) for key, style in styles.get_computed_styles().items()}


def said(declarations: dict[str, Any]) -> list[str]:
    """Declarations as they can be compared; what stands with an element is read anew each time."""
    return sorted(f"{name}: {values!r} {weight}" for name, (values, weight) in declarations.items())


def compare(html: Any, sheets: Any, hints: bool, fonts: Any) -> int:
    """Give the elements of a page their styles both ways; how many there are."""
    long_way, quick = object.__new__(css.StyleFor), object.__new__(css.StyleFor)
    styling._begin(long_way, html, sheets, hints, fonts, None)
    quickly(quick, html, sheets, hints, fonts, None)
    expected = cascaded(long_way)
    for element, pseudo in expected:
        quick(element, pseudo)
    assert cascaded(quick) == expected
    return len(expected)


def test_every_element_has_the_same_rules(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    seen: list[int] = []

    def watched(styles: Any, html: Any, sheets: Any, hints: bool, fonts: Any, targets: Any) -> None:
        seen.append(compare(html, sheets, hints, fonts))
        quickly(styles, html, sheets, hints, fonts, targets)

    monkeypatch.setattr(styling, "begin", watched)
    make(every_construct())
    make(every_construct())
    assert min(seen) > 500


@pytest.mark.parametrize("most", [0, 3, 4000])
def test_selectors_of_any_kind_match_the_same(most: int, monkeypatch: pytest.MonkeyPatch) -> None:
    load_weasyprint()
    monkeypatch.setattr(matching, "MOST", most)
    sheets = [
        (weasyprint.CSS(string=BROWSER), "user agent", None),
        (weasyprint.CSS(string=BROWSER), "author", (0, 0, 0)),
        (weasyprint.CSS(string=RULES), "user", None),
    ]
    pages = [PAGE, PAGE, PAGE.replace("<p></p>", "<p>Not empty</p>"), PAGE.replace("h2", "h3")]
    for page in pages:
        assert compare(weasyprint.HTML(string=page), sheets, True, None) > 10


def test_selectors_that_ask_for_more_than_a_place_are_told_from_others() -> None:
    load_weasyprint()
    settled = weasyprint.CSS(
        string='.a > p, ul li em, a[href^="x"], :root, #one, p:not(.b) { top: 1px }'
    ).matcher
    others = weasyprint.CSS(
        string="p + p, a ~ b, p:first-child, p:last-child, i:last-of-type, b:empty, p:has(a), :lang(fr), li:nth-child(2) "
        "{ top: 1px }"
    ).matcher
    assert {matching.settled(test) for test in matching._tests(settled)} == {True}
    assert {matching.settled(test) for test in matching._tests(others)} == {False}
    assert len(list(matching._tests(settled))) == 6
    assert len(list(matching._tests(others))) == 9


def test_the_file_is_the_same_when_every_element_is_asked(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    quick = make(every_construct())
    monkeypatch.setattr(styling, "begin", styling._begin)
    monkeypatch.setattr(styling, "style_for", styling._style_for)
    monkeypatch.setattr(styling, "set_style", styling._set_style)
    assert make(every_construct()) == quick
