"""Drawings: shapes and texts pass, everything that acts, loads or grows does not."""

import time

import pytest

from glossary_publish.read.svg import UnsafeSvg, svg_size

GOOD = """<svg xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink" viewBox="0 0 100 50">
  <title>A drawing</title><desc>Two shapes.</desc>
  <!-- a comment -->
  <metadata><rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"><x xmlns="">y</x></rdf:RDF></metadata>
  <style>.a { fill: url(#g); stroke: none }</style>
  <defs>
    <linearGradient id="g"><stop offset="0"/></linearGradient>
    <linearGradient id="h" xlink:href="#g"/>
    <clipPath id="c"><rect width="5" height="5"/></clipPath>
    <symbol id="s"><path d="M0 0L5 5z"/></symbol>
  </defs>
  <g clip-path="url(#c)" style="fill: url('#h')"><use href="#s"/><use xlink:href="#s" x="5"/></g>
  <text x="1" y="2" font-size="5">Words <tspan>inside</tspan></text>
</svg>"""


def drawing(content: str = "", attributes: str = 'viewBox="0 0 100 50"', before: str = "") -> bytes:
    head = 'xmlns="http://www.w3.org/2000/svg" xmlns:xlink="http://www.w3.org/1999/xlink"'
    return f"{before}<svg {head} {attributes}>{content}</svg>".encode()


def test_an_honest_drawing_passes() -> None:
    assert svg_size(GOOD.encode()) == (100, 50)
    assert svg_size(b'<?xml version="1.0" encoding="UTF-8"?>\n' + GOOD.encode()) == (100, 50)


@pytest.mark.parametrize(
    ("attributes", "size"),
    [
        ('viewBox="0 0 100 50"', (100, 50)),
        ('viewBox="-5,-5,100.4,50"', (100, 50)),
        ('width="10" height="20"', (10, 20)),
        ('width="1in" height="2.54cm"', (96, 96)),
        ('width="36pt" height="3pc"', (48, 48)),
        ('width="25.4mm" height="96px"', (96, 96)),
        ('width="100%" height="100%" viewBox="0 0 30 40"', (30, 40)),
        ('width="60" viewBox="0 0 30 40"', (60, 40)),
        ('width="10e1" height=".5e2"', (100, 50)),
    ],
)
def test_the_size_comes_from_width_and_height_or_the_view_box(attributes: str, size: tuple[int, int]) -> None:
    assert svg_size(drawing(attributes=attributes)) == size


@pytest.mark.parametrize(
    "attributes",
    [
        "",
        'width="100%" height="100%"',
        'width="0" height="5"',
        'width="-5" height="5"',
        'width="1e9" height="5"',
        'width="5em" height="5"',
        'viewBox="0 0 1e9 1e9"',
        'viewBox="0 0 0 50"',
        'viewBox="0 0 -100 50" width="5" height="5"',
        'viewBox="0 0 100"',
        'viewBox="0 0 nan inf"',
        'viewBox="0 0 1e99 50"',
        'viewBox="1e9 0 100 50"',
    ],
)
def test_a_drawing_without_a_usable_size_is_refused(attributes: str) -> None:
    with pytest.raises(UnsafeSvg):
        svg_size(drawing(attributes=attributes))


ACTIVE = {
    "a script": "<script>alert(1)</script>",
    "a script by address": '<script href="https://example.org/x.js"/>',
    "a foreign object": '<foreignObject><body xmlns="http://www.w3.org/1999/xhtml"/></foreignObject>',
    "a foreign element": '<html xmlns="http://www.w3.org/1999/xhtml"/>',
    "an image": '<image href="https://example.org/a.png"/>',
    "a picture of bytes": '<image href="data:image/png;base64,AAAA"/>',
    "a link": '<a href="https://example.org"><circle r="5"/></a>',
    "an animation": '<circle r="5"><animate attributeName="r" to="9"/></circle>',
    "a setting": '<set attributeName="href" to="javascript:x"/>',
    "a handler": '<circle r="5" onclick="alert(1)"/>',
    "a handler in capitals": '<circle r="5" ONLOAD="alert(1)"/>',
    "a use by address": '<use href="https://example.org/a.svg#x"/>',
    "an old use by address": '<use xlink:href="other.svg#x"/>',
    "a use of a script": '<use href="javascript:x"/>',
    "a fill by address": '<circle r="5" fill="url(https://example.org/a.svg#x)"/>',
    "a fill with an escape": '<circle r="5" fill="u\\72l(https://example.org)"/>',
    "a style that loads": '<circle r="5" style="fill: url( \'http://example.org\' )"/>',
    "a style sheet that imports": "<style>@import 'https://example.org/a.css';</style>",
    "a style sheet that loads": "<style>.a { background: url(https://example.org/a.png) }</style>",
    "a font from elsewhere": "<style>@font-face { font-family: x; src: url(x.woff) }</style>",
    "a style sheet with an escape": "<style>\\40import 'x';</style>",
    "a style sheet that repeats a pattern": '<pattern id="p"/><style>.a { fill: url(#p) }</style>',
    "a base": '<g xml:base="https://example.org/"/>',
    "an instruction": "<?php echo 1 ?>",
    "a cursor": '<cursor href="#x"/>',
    "a handler element": "<handler>alert(1)</handler>",
    "a filter": '<filter><feImage href="https://example.org/a.png"/></filter>',
}


@pytest.mark.parametrize("content", ACTIVE.values(), ids=ACTIVE.keys())
def test_what_acts_or_loads_is_refused(content: str) -> None:
    with pytest.raises(UnsafeSvg):
        svg_size(drawing(content))


DOCTYPES = {
    "an entity": '<!DOCTYPE svg [<!ENTITY e SYSTEM "file:///etc/passwd">]>',
    "a bomb": '<!DOCTYPE svg [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;"><!ENTITY c "&b;&b;">]>',
    "a public one": '<!DOCTYPE svg PUBLIC "-//W3C//DTD SVG 1.1//EN" "http://www.w3.org/Graphics/SVG/1.1/DTD/svg11.dtd">',
    "an instruction": '<?xml-stylesheet href="https://example.org/a.css"?>',
}


@pytest.mark.parametrize("before", DOCTYPES.values(), ids=DOCTYPES.keys())
def test_nothing_stands_before_a_drawing(before: str) -> None:
    with pytest.raises(UnsafeSvg):
        svg_size(drawing(before=before))


def test_a_doctype_in_another_encoding_is_seen() -> None:
    with pytest.raises(UnsafeSvg, match="DOCTYPE"):
        svg_size(drawing(before='<!DOCTYPE svg [<!ENTITY e "x">]>').decode().encode("utf-16"))


def nested(levels: int, copies: int, reference: str) -> str:
    """Groups that each show the one before it several times."""
    groups = "".join(
        f'<g id="g{level}">{reference.format(level - 1) * copies}</g>'
        if level
        else '<g id="g0"><circle r="1"/></g>'
        for level in range(levels)
    )
    return f"<defs>{groups}</defs>{reference.format(levels - 1)}"


@pytest.mark.parametrize(
    "reference",
    [
        '<use href="#g{}"/>',
        '<use xlink:href="#g{}"/>',
        '<rect fill="url(#g{})"/>',
        '<rect style="mask:url(#g{})"/>',
    ],
)
def test_a_drawing_that_grows_beyond_measure_is_refused_in_time(reference: str) -> None:
    start = time.process_time()
    with pytest.raises(UnsafeSvg, match="expand"):
        svg_size(drawing(nested(30, 10, reference)))
    assert time.process_time() - start < 5
    assert svg_size(drawing(nested(3, 10, reference))) == (100, 50)


def test_uses_up_to_a_thousand_pass() -> None:
    circle = '<circle id="c" r="1"/>'
    assert svg_size(drawing(circle + '<use href="#c"/>' * 1000)) == (100, 50)
    with pytest.raises(UnsafeSvg, match="expand"):
        svg_size(drawing(circle + '<use href="#c"/>' * 1001))


@pytest.mark.parametrize(
    "content",
    [
        '<g id="a"><use href="#a"/></g>',
        '<g id="a"><use href="#b"/></g><g id="b"><use href="#a"/></g>',
        '<linearGradient id="a" href="#a"/><rect fill="url(#a)"/>',
        '<pattern id="a"><rect fill="url(#a)"/></pattern><rect fill="url(#a)"/>',
        '<use id="a" href="#a"/>',
    ],
)
def test_a_drawing_that_shows_itself_is_refused(content: str) -> None:
    with pytest.raises(UnsafeSvg, match="circles"):
        svg_size(drawing(content))


def test_a_long_chain_of_references_is_refused() -> None:
    with pytest.raises(UnsafeSvg):
        svg_size(drawing(nested(80, 1, '<use href="#g{}"/>')))


@pytest.mark.parametrize(
    "data",
    [
        b"",
        b"no drawing",
        b"<svg/>",
        b'<html xmlns="http://www.w3.org/1999/xhtml"/>',
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 1 1">',
        b"\x1f\x8b" + b"0" * 50,
        drawing("&undefined;"),
    ],
)
def test_what_is_no_drawing_is_refused(data: bytes) -> None:
    with pytest.raises(UnsafeSvg):
        svg_size(data)


def test_a_drawing_of_too_many_elements_or_bytes_is_refused() -> None:
    with pytest.raises(UnsafeSvg, match="elements"):
        svg_size(drawing("<g/>" * 20_001))
    with pytest.raises(UnsafeSvg, match="bytes"):
        svg_size(drawing(f"<desc>{'a' * 3_000_000}</desc>"))
    with pytest.raises(UnsafeSvg):
        svg_size(drawing("<g>" * 5000 + "</g>" * 5000))
