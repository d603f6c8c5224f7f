"""The markers of list items stand where WeasyPrint puts each of them."""

from collections.abc import Callable
from typing import Any

import pytest
import weasyprint
from weasyprint.layout import absolute
from weasyprint.text.fonts import FontConfiguration

from glossary_publish.render.pdf import markers, styling
from glossary_publish.render.pdf.press import load_weasyprint
from tests.support.publications import every_construct

Make = Callable[..., bytes]

LISTS = """<ul><li>one<li>two<li>three<ul><li>four<li>five<li></ul><li>six<br>seven</ul><ol><li>one<li>two<li>three</ol>
<ol><li>one<li>two<li value=2>three</ol><ul dir=rtl><li>one<li>two<li>three</ul><ul class=new><li>one<li>two</ul>"""

LOOKS = [
    "li { margin: 3.3px; padding: 1.7px }",
    "li { position: relative } li::marker { font-size: 9.7px; color: red }",
    "li::marker { font-size: 2vw }",
    "li::marker { content: none }",
    "li::marker { letter-spacing: 2px } .new li::marker { hyphens: auto; text-decoration: underline }",
    "li { line-height: 3 } .new { list-style: upper-roman } ol { list-style: disc inside }",
    ".new li:last-child { break-before: page } li + li { list-style-type: '> ' }",
    "li { text-align: center } .new li::marker { font-family: serif; line-height: 3.7 }",
    "@page { size: 61px 93px; margin: 3.1px } li { orphans: 1; widows: 1 }",
    "ol { float: left } li { text-indent: 3px } @page:first { size: 200px 100px }",
]


def everything(box: Any) -> dict[str, Any]:
    """What is known of a box and of those inside of it, but for what is made anew each time."""
    own = dict(vars(box))
    own.pop("pango_layout", None)
    return own | {"children": [everything(child) for child in own.get("children", ())]}


def test_every_marker_is_laid_out_the_same(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    recalled: list[Any] = []

    def watched(context: Any, box: Any, *arguments: Any) -> Any:
        if not box.is_outside_marker:
            return quick(context, box, *arguments)
        other = box.deepcopy()
        before = len(recalled)
        laid_out, resume = quick(context, box, *arguments)
        if len(recalled) > before:
            assert everything(laid_out) == everything(markers._layout(context, other, *arguments)[0])
        return laid_out, resume

    def placed(*arguments: Any) -> Any:
        recalled.append(arguments)
        return place(*arguments)

    quick, place = markers.absolute_box_layout, markers._placed
    monkeypatch.setattr(markers, "_placed", placed)
    monkeypatch.setattr(markers, "absolute_box_layout", watched)
    make(every_construct(), "letter")
    make(every_construct(), "a4")
    make(every_construct(), "a4")
    assert len(recalled) > 20


@pytest.mark.parametrize("looks", LOOKS)
def test_lists_of_any_look_are_the_same(looks: str, monkeypatch: pytest.MonkeyPatch) -> None:
    load_weasyprint()
    quick = twice(looks)
    with monkeypatch.context() as few:
        few.setattr(markers, "MOST", 1)
        assert twice(looks) == quick
    monkeypatch.setattr(absolute, "absolute_box_layout", markers._layout)
    monkeypatch.setattr(styling, "_set_rare", set_alone)
    assert twice(looks) == quick


@pytest.mark.parametrize("looks", LOOKS)
def test_markers_that_are_laid_out_once_more_are_the_same(
    looks: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    load_weasyprint()
    expected = twice(looks)
    seen: set[int] = set()

    def again(context: Any, box: Any, *arguments: Any) -> Any:
        if box.is_outside_marker and len(seen) < 3:
            seen.add(id(box))
            markers._layout(context, box, *arguments)
        return markers.absolute_box_layout(context, box, *arguments)

    monkeypatch.setattr(absolute, "absolute_box_layout", again)
    assert twice(looks) == expected


def set_alone(styles: Any, element: Any, pseudo: Any, rules: Any, cascaded: Any) -> None:
    """Give a pseudo-element a style of its own."""
    styling._set(styles, element, pseudo, element, cascaded, None)


def twice(looks: str) -> list[bytes]:
    """The file of the lists, made two times with one style sheet, and of others in between."""
    sheet, fonts = weasyprint.CSS(string=looks), FontConfiguration()
    pages = (LISTS, f"<p>Words</p><section>{LISTS}</section>", LISTS)
    return [
        weasyprint.HTML(string=page).write_pdf(stylesheets=[sheet], font_config=fonts, pdf_identifier=b"1")
        for page in pages
    ]


def test_markers_of_one_style_share_theirs(monkeypatch: pytest.MonkeyPatch) -> None:
    load_weasyprint()
    made: list[Any] = []

    def watched(styles: Any, element: Any, pseudo: Any, *arguments: Any) -> Any:
        style = set_one(styles, element, pseudo, *arguments)
        if pseudo == "marker":
            made.append(style)
        return style

    set_one = styling._set
    monkeypatch.setattr(styling, "_set", watched)
    weasyprint.HTML(string=LISTS).render(
        stylesheets=[weasyprint.CSS(string=".new li::marker { color: red }")]
    )
    assert len(made) == 5  # bullets, those in another list, numbers, from right to left, and red
