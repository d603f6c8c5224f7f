"""Boxes whose style has no more than most are painted as those that WeasyPrint asks for everything."""

from collections.abc import Callable

import pytest
from weasyprint import draw, stacking
from weasyprint.draw import border
from weasyprint.pdf.stream import Stream

from glossary_publish.layout import Layout
from glossary_publish.render.pdf import drawing
from glossary_publish.render.pdf.tagging.canvas import Canvas
from tests.render.pdf.test_lettering import painted
from tests.support.publications import every_construct

Make = Callable[..., bytes]

GRADIENT = "linear-gradient(red, blue)"
# What is more than most boxes have.
PAGES = {
    "nothing": "<p>one <em>two</em> three</p><ul><li>four<li>five</ul>",
    "borders": "<p style='border: 1px solid red'>one</p><p style='border-left: 2px dotted'>two</p>",
    "hidden borders": "<p style='border: 1px solid; visibility: hidden'>one</p>",
    "inline borders": "<p>one <span style='border: 1px solid; background: yellow'>two</span></p>",
    "images for borders": f"<p style='border-image: {GRADIENT} 4'>one</p>",
    "images for borders that are there": f"<p style='border: 4px solid; border-image: {GRADIENT} 4'>one</p>",
    "masks": f"<p style='mask-border: {GRADIENT} 4'>one</p>",
    "rules between columns": "<div style='columns: 2; column-rule: 1px solid'><p>one<p>two<p>three</div>",
    "outlines": "<div style='outline: 1px solid'>one <p style='outline: 2px dashed red'>two</p></div>",
    "outlines inside": "<div><p>one <em style='outline: 1px solid'>two <b>three</b></em></p></div>",
    "floats": "<p>one <span style='float: left'>two <b>three</b></span> four</p>",
    "positions": "<p style='position: relative'>one <b style='position: absolute; top: 1em'>two</b></p>",
    "heights": "".join(f"<p style='position: relative; z-index: {z}'>{z}</p>" for z in (2, -1, 0)),
    "blocks in lines": "<p>one <span style='display: inline-block'><b>two</b><br>three</span> four</p>",
    "half seen": "<div style='opacity: 0.5'>one <p>two</p></div>",
    "turned": "<div style='transform: rotate(9deg)'>one <p>two</p></div>",
    "cut off": "<div style='overflow: hidden; height: 1em'>one <p>two</p></div>",
    "tables": "<table><thead><tr><th>one<tbody><tr><td style='border: 1px solid'>two<td></table>",
    "tables with one border": "<table style='border-collapse: collapse'><tr><td style='border: 1px solid'>a",
    "grids": "<div style='display: grid'><p style='z-index: 1'>one</p><p>two</p></div>",
    "flexible boxes": "<div style='display: flex'><p>one</p><p>two <b>three</b></p></div>",
}


def the_long_way(monkeypatch: pytest.MonkeyPatch) -> None:
    """Let WeasyPrint ask for everything."""
    monkeypatch.setattr(stacking, "_dispatch", drawing._dispatch)
    monkeypatch.setattr(stacking, "_dispatch_children", drawing._dispatch_children)
    for module in (draw, border):
        monkeypatch.setattr(module, "draw_border", drawing._draw_border)
        monkeypatch.setattr(module, "draw_outline", drawing._draw_outline)
        monkeypatch.setattr(module, "set_mask_border", drawing._set_mask_border)


@pytest.mark.parametrize("kind", PAGES)
def test_a_page_is_painted_the_same(kind: str, layout: Layout, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = painted(PAGES[kind], layout)
    the_long_way(monkeypatch)
    assert painted(PAGES[kind], layout) == quick


def test_the_file_is_the_same(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = make(every_construct())
    for name in ("dispatch", "dispatch_children", "draw_border", "draw_outline", "set_mask_border"):
        monkeypatch.setattr(drawing, name, getattr(drawing, f"_{name}"))
    assert make(every_construct()) == quick


def test_colours_are_the_same(make: Make, monkeypatch: pytest.MonkeyPatch) -> None:
    quick = make(every_construct())
    monkeypatch.setattr(Canvas, "set_color", Stream.set_color)
    assert make(every_construct()) == quick
