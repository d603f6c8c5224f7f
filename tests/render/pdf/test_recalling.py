"""What a style begins with is what WeasyPrint would compute for it again."""

from collections.abc import Callable, Iterator
from typing import Any

import pytest
import weasyprint
from weasyprint import css
from weasyprint.layout.page import PageType
from weasyprint.text.fonts import FontConfiguration

from glossary_publish.render.pdf import recalling, shortcuts, styling
from glossary_publish.render.pdf.logs import listening
from glossary_publish.render.pdf.matching import Known
from glossary_publish.render.pdf.press import load_weasyprint
from tests.support.publications import every_construct

Make = Callable[..., bytes]

BUSY = """p { width: calc(1px + 1em); height: max(2px, 3px) } html { --ink: red }
em { color: var(--ink) }
div { font-size: 2vw } div p { margin: inherit } h1 { content: target-text(attr(href)) }"""


def long_way(style: Any, name: str) -> Any:
    """A value as WeasyPrint computes it."""
    if isinstance(style, css.AnonymousStyle):
        return recalling._anonymous(style, name)
    return shortcuts._compute(style, name)


def again(style: Any, names: set[str]) -> int:
    """Compute values the long way and compare; how many there were."""
    for name in names:
        value = style.pop(name)
        assert long_way(style, name) == value, name
        style[name] = value
    return len(names)


def test_every_value_that_a_style_begins_with_is_the_same(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    seen = {"element": 0, "anonymous": 0, "of anonymous": 0, "page": 0, "specified": 0}

    def watched(style: Any, known: Any) -> None:
        before = dict(known.specified)
        recall(style, known)
        seen["element"] += again(style, set(known.values))
        seen["specified"] += len(before)
        for name, value in before.items():
            assert style.specified[name] == value

    def watched_anonymous(style: Any) -> Any:
        made = anonymous_style(style)
        known = vars(made).get("known")
        if known:
            seen["anonymous"] += again(made, set(known.values))
            seen["of anonymous"] += isinstance(style, css.AnonymousStyle)
        return made

    def watched_style(styles: Any, element: Any, parent: Any, *arguments: Any, **more: Any) -> None:
        set_style(styles, element, parent, *arguments, **more)
        if isinstance(element, PageType):
            for (of, _), style in styles.get_computed_styles().items():
                seen["page"] += of == element and bool(vars(style).get("known").values)

    recall, anonymous_style = recalling.recall, recalling.anonymous_style
    set_style = styling.set_style
    monkeypatch.setattr(styling, "set_style", watched_style)
    monkeypatch.setattr(styling, "recall", watched)
    monkeypatch.setattr(recalling, "anonymous_style", watched_anonymous)
    make(every_construct())
    make(every_construct())
    assert min(seen.values()) > 20


def test_the_file_is_the_same_without_memory_and_with_a_short_one(
    make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    make(every_construct(), "a4")
    quick = make(every_construct(), "a4")
    with monkeypatch.context() as short:
        short.setattr(styling, "MOST", 0)
        assert make(every_construct(), "a4") == quick
    monkeypatch.setattr(styling, "recall", lambda style, known: None)
    assert make(every_construct(), "a4") == quick


def test_what_is_remarked_on_or_depends_on_the_first_page_is_computed_in_each_page() -> None:
    load_weasyprint()
    page = "<p>One <em>two</em></p><div><p>Three</p></div><h1 id='a'>Four</h1><h1 id='b'>Five</h1>"
    sheet = weasyprint.CSS(string=BUSY)
    fonts, made = FontConfiguration(), []
    for _ in range(3):
        with listening() as remarks:
            pdf = weasyprint.HTML(string=page).write_pdf(stylesheets=[sheet], font_config=fonts)
        made.append((pdf, [remark.message for remark in remarks]))
    assert made[0] == made[1] == made[2]
    remembered = list(everything_known(vars(sheet)["matching"].styles))
    assert {known.values.get("font_size") for known in remembered} == {None, 16}
    assert not any("width" in known.values and known.values["width"] != "auto" for known in remembered)


def everything_known(known: Known) -> Iterator[Known]:
    """What is known of a style and of those inside of it."""
    yield known
    for inside in known.inside.values():
        yield from everything_known(inside)


MARGINS = [
    "@page { @top-left { content: 'a' } @top-right { width: 9px; margin: 3px } }",
    "@page { @top-center { content: 'one two' } @top-left { content: normal; padding: 9px } @top-right { width: 30% } }",
    "@page { @left-middle { content: counter(page) } @left-top { height: 7px } @bottom-right-corner { content: 'b' } }",
    "@page { counter-increment: page 2; @right-top { counter-increment: page; margin: 2em } }",
    "@page :first { @bottom-left { content: none } } @page { @bottom-left { content: 'c'; border: 1px solid } }",
]


@pytest.mark.parametrize("rules", MARGINS)
def test_margins_with_and_without_content_are_the_same(rules: str, monkeypatch: pytest.MonkeyPatch) -> None:
    load_weasyprint()
    page = "<p>One</p><p style='break-before: page'>Two</p>"

    def made() -> bytes:
        sheets = [weasyprint.CSS(string=rules)]
        data: bytes = weasyprint.HTML(string=page).write_pdf(stylesheets=sheets, uncompressed_pdf=True)
        return data

    quick = made()
    monkeypatch.setattr(styling, "MARGINS", frozenset())
    assert made() == quick
