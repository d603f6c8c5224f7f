"""Mutants of the looks of an ebook: words that are there and that nobody can see."""

from collections.abc import Iterator

from tests.verify.inspect.epub.book import STYLE, TEXT, Files, swap
from tests.verify.inspect.epub.mutants import Mutant, rows

HIDING = """
display: none
visibility: hidden
visibility: collapse
position: absolute
position: fixed; left: -9999px
position: sticky
text-indent: -9999px
text-indent: 500em
margin-left: -100em
margin-top: -50em
margin: 0 0 0 -80em
margin-inline-start: -80em
left: -9999px
top: 100em
inset: 0 0 0 -90em
clip: rect(0 0 0 0)
clip-path: inset(100%)
clip-path: circle(0)
mask: linear-gradient(transparent, transparent)
mask-image: url(style.css)
-webkit-mask: none none
filter: opacity(0)
filter: blur(9px)
backdrop-filter: blur(9px)
mix-blend-mode: difference
transform: scale(0)
transform: translateX(-9999px)
translate: -100vw 0
rotate: 180deg
scale: 0
zoom: 0.1
height: 0; overflow: hidden
max-height: 0; overflow: hidden
width: 1px; overflow: hidden
width: 0; overflow: auto
block-size: 0; overflow: clip
content: "Nothing"
content-visibility: hidden
text-overflow: ellipsis
-webkit-text-fill-color: transparent
-webkit-text-security: disc
-webkit-line-clamp: 1
line-clamp: 1
max-lines: 1
letter-spacing: -1em
word-spacing: -1em
unicode-bidi: bidi-override
flex-direction: row-reverse
order: -1
background-image: url(cover.png)
"""
FAINT = """
color: #fff; background-color: #fff
color: #ccc; background-color: #ddd
color: white; background: white
color: rgba(0, 0, 0, 0.1)
color: transparent
opacity: 0
opacity: 0%
opacity: 0.2
color: #777
background-color: #777
"""
TINY = """
font-size: 1px
font-size: 0
font-size: .1em
font-size: 10%
font-size: 4pt
font-size: xx-small
"""
UNCLEAR = """
color: var(--ink)
display: var(--show)
font-size: calc(1px)
font: 1px serif
all: unset
animation: fade 1s
color: color-mix(in srgb, white, white)
offset-path: none
"""
# Whom the rule is for, the rule.
RULES = """
after a class | .callout { display: none }
after an attribute | p[class] { display: none }
after a value of an attribute | [class=callout] { display: none }
after a part of a value | [class*=allou] { display: none }
after the beginning of a value | [class^=call] { display: none }
after a place | section > p:first-child { display: none }
after a number | section.crisis-notice > :nth-child(1) { display: none }
after what follows | p:has(+ h2) { display: none }
after what it is not | section.crisis-notice > :not(h2, p:last-child) { display: none }
after one of several | :is(.callout, .lede) { display: none }
after what it is in | .crisis-notice { display: none }
after what it is in at any depth | main .callout { display: none }
with force | .callout { display: none !important } p.callout { display: block }
with more weight | section.crisis-notice p.callout { display: none } .callout { display: block }
on a narrow screen | @media (max-width: 30em) { .callout { display: none } }
on a dark page | @media (prefers-color-scheme: dark) { .callout { display: none } }
on a light page | @media (prefers-color-scheme: light) { .callout { display: none } }
where a feature is known | @supports (display: grid) { .callout { display: none } }
in a layer | @layer safety { .callout { display: none } }
while it is pointed at | .callout:hover { display: none }
in a rule that is not closed | .callout { display: none
in a media query in a media query | @media screen { @media (min-width: 1em) { .callout { display: none } } }
"""
# Code, name, what is appended to the stylesheet.
SHEETS = """
generated-words | words are written before the notice | .crisis-notice::before { content: "Do not call" }
generated-words | words are written after the notice | .crisis-notice::after { content: "Do not call" }
generated-words | words are written at an item | li::marker { content: "Do not " }
generated-words | an attribute is written | .callout::after { content: attr(class) }
unmeasured-style | another stylesheet is loaded | @import "more.css";
unmeasured-style | a selector is not understood | .callout:nth-of-type(1) { display: none }
unmeasured-style | an at-rule is not understood | @container (width > 1px) { .callout { display: none } }
unmeasured-style | rules stand in a rule | section { .callout { display: none } }
foreign-resource | a font is somewhere in the network | @font-face { font-family: x; src: url(https://example.org/x.woff) }
foreign-resource | a picture is somewhere in the network | p { background: url(https://example.org/x.png) }
foreign-resource | a file outside is loaded | p { list-style-image: url(file:///etc/passwd) }
"""


def style_mutants() -> Iterator[Mutant]:
    """All of them."""
    for (told,) in rows(HIDING):
        yield _inline(told, "text-not-visible")
    for (told,) in rows(FAINT):
        yield _inline(told, "contrast-too-low")
    for (told,) in rows(TINY):
        yield _inline(told, "text-too-small")
    for (told,) in rows(UNCLEAR):
        yield _inline(told, "unmeasured-style", "")
    for name, rule in rows(RULES):
        yield _appended(f"the callout is hidden {name}", rule, "text-not-visible", "crisis-notice")
    for code, name, rule in rows(SHEETS):
        yield _appended(name, rule, code)
    yield _attribute("the callout is hidden by an attribute", 'hidden="hidden"', "text-not-visible")
    for told in ("display: none", "visibility: hidden", "color: #fff; background: #fff", "font-size: 1px"):
        code = {"c": "contrast-too-low", "f": "text-too-small"}.get(told[0], "text-not-visible")
        name = f"the disclaimer by {told}"
        yield _appended(name, f"section.disclaimer * {{ {told} }}", code, "disclaimer")


def _inline(told: str, code: str, part: str = "crisis-notice") -> Mutant:
    mutant = _attribute(f"the callout by {told}", f'style="{told.replace(chr(34), "&quot;")}"', code)
    return Mutant(mutant.name, code, part, mutant.change)


def _attribute(name: str, told: str, code: str) -> Mutant:
    def change(files: Files) -> None:
        swap(files, TEXT, '<p class="callout">', f'<p class="callout" {told}>')

    return Mutant(name, code, "crisis-notice", change)


def _appended(name: str, rule: str, code: str, part: str = "") -> Mutant:
    def change(files: Files) -> None:
        files[STYLE] += f"\n{rule}\n".encode()

    return Mutant(name, code, part, change)
