"""Mutants of the words of an ebook: other words, lost ones, added ones, and words out of their order."""

from collections.abc import Iterator
from itertools import pairwise

from lxml import etree

from tests.verify.inspect.epub.book import TEXT, Files, H, one, retype
from tests.verify.inspect.epub.mutants import Mutant, doubled, dropped, exchanged, rows, swapped

PARTS = (
    "label title facts crisis-notice disclaimer key-points actions questions-to-ask body notes related"
    " references colophon address"
).split()
BODY = "//*[@class = 'part body']"

# Part, name, old, new.
OTHER_WORDS = """
crisis-notice | a word of the crisis notice is another one | at any hour. | at office hours.
crisis-notice | the callout shows another number | "callout">988 | "callout">998
crisis-notice | the link shows another number | "tel:988">988</a> at | "tel:988">998</a> at
disclaimer | a letter of the disclaimer is another one | replaces no care | replaces mo care
disclaimer | a negation is lost | replaces no care | replaces care
disclaimer | an ampersand of the disclaimer is escaped twice | information &amp; replaces | information &amp;amp; replaces
title | the title has lost its end | <h1 id="title">Every construct: shown once | <h1 id="title">Every construct
title | a synonym is lost | all of them, the lot | all of them
title | the description is cut | is for and why it is here.</p> | is for…</p>
facts | the date is another one | 18 December 2025 | 18 December 2024
facts | the version is another one | <dd>1.0</dd> | <dd>1.1</dd>
facts | a sample claims a review | Sample: not clinically reviewed | Clinically reviewed
facts | the review date is invented | not recorded | 1 January 2027
label | the reading time is another one | 1 minute read | 2 minute read
key-points | a key point has lost its full stop | <li>Second.</li> | <li>Second</li>
actions | an action is another one | <li>Ask.</li> | <li>Wait.</li>
questions-to-ask | a question is none | How long will it take? | How long will it take.
body | a decimal point is lost | r ≈ 0.28 | r ≈ 028
body | two digits have changed places | r ≈ 0.28 | r ≈ 0.82
body | an accent is lost | 80–87, Flückiger | 80–87, Fluckiger
body | a dash is a hyphen | 80–87 | 80-87
body | quotation marks are straight | “quotes” | "quotes"
body | an ampersand is escaped twice | Flückiger &amp; “ | Flückiger &amp;amp; “
body | angle brackets have become an element | &lt;b&gt;<span | <b></b><span
body | a sign of code is lost | x &lt; y | x y
body | a space between two words is lost | Plain words with | Plainwords with
body | a space stands within a word | Plain words with | Plain wo rds with
body | an emphasised word is lost | <em>stress</em> | <em></em>
body | a line break has lost its space | and<br/>go | and<b/>go
body | words are in capitals | Plain words with | PLAIN WORDS with
body | an Arabic word is reversed | التحالف | فلاحتلا
body | letters are turned round by a control character | Two shapes. | Two \u202eshapes.
body | a space without width is added | Two shapes. | Two sha\u200bpes.
body | a letter looks like another one | Two shapes. | Two shаpes.
body | lines of code are joined | first line | first-line
body | a cell has another number | "right">36 | "right">63
body | a sentence is added to a paragraph | Yes, it often can. | Yes, it often can. Always.
body | a heading is another one | Can it be repaired?</h3> | It can be repaired!</h3>
body | a definition is another one | A bond. | A tie.
notes | a note says something else | The first note. | The third note.
related | another article is named | >Other entry< | >Another entry<
references | an author is another one | Flückiger C, Del | Flückiger D, Del
references | the pages are others | 316-340 | 316-304
references | a year is another one | 2018;55 | 2019;55
references | the kind is another one | (meta-analysis) | (book)
references | the kind is lost | (meta-analysis) | &#32;
references | the legend is cut | They do not grade how certain it is. | &#32;
colophon | the edition code is another one | EC-K4QX7. | EC-K4QX8.
colophon | the licence is another one | >CC BY 4.0< | >CC BY-NC 4.0<
address | the address printed is another one | >example.org/glossary/every-construct?EC-K4QX7< | >example.org/every?EC-K4QX7<
"""

# Part, name, old, new.
ADDED_WORDS = """
key-points | a bullet is added | <li>Second.</li> | <li>Second.</li><li>Third.</li>
key-points | an empty bullet is added | <li>Second.</li> | <li>Second.</li><li></li>
body | loose words stand between blocks | <h3 id="a-table"> | loose words <h3 id="a-table">
body | a row is added | <tr><td>SRS | <tr><td>HAQ</td><td>19</td></tr><tr><td>SRS
notes | a note is added | <li id="note-2" | <li id="note-3" value="2">Nobody said so.</li><li id="note-2"
references | a reference is added | <p class="legend" | <ol><li id="reference-3" value="3">Nobody.</li></ol><p class="legend"
address | words stand after the last part | </main> | <p>The end.</p></main>
address | words stand outside of all parts | </body> | <p>Printed by nobody.</p></body>
"""

# Part, name, what is left out.
LOST = f"""
crisis-notice | the callout is lost | //h:p[@class = 'callout']
crisis-notice | the heading of the crisis notice is lost | //h:h2[@id = 'crisis-notice']
disclaimer | the heading of the disclaimer is lost | //h:h2[@id = 'disclaimer']
title | the description is lost | //h:p[@class = 'lede']
title | the synonyms are lost | //h:p[@class = 'also-known-as']
facts | a fact is lost | //h:dd[. = 'not recorded']
facts | the name of a fact is lost | //h:dt[. = 'Version']
key-points | the last key point is lost | //*[@class = 'part key-points']//h:li[2]
body | the first paragraph is lost | {BODY}/h:p[1]
body | the last paragraph is lost | {BODY}/h:p[last()]
body | a bullet in a list in a list is lost | //h:li[. = 'Second level, first.']
body | a list in a list is lost | //h:li/h:ul//h:ol
body | the second paragraph of an item is lost | //h:li/h:p[2]
body | the last row is lost | //h:tbody/h:tr[2]
body | the row of headings is lost | //h:thead
body | a cell is lost | //h:td[. = '36']
body | a term is lost | //h:dt[. = 'Strain']
body | a meaning is lost | //h:dd[. = 'A weakening.']
body | a quoted paragraph is lost | //h:blockquote/h:p[1]
body | the code is lost | //h:pre
body | the caption is lost | //h:figcaption
body | the figure is lost | //h:figure
body | a heading is lost | //h:h3[@id = 'a-table']
notes | a note is lost | //h:li[@id = 'note-2']
related | a related article is lost | //*[@class = 'part related']//h:li
references | a reference is lost | //h:li[@id = 'reference-2']
references | the legend is lost | //h:p[@class = 'legend']
colophon | the licence is lost | //*[@class = 'part colophon']/h:p[2]
"""

# Part, name, the two that have changed places.
MOVED = f"""
key-points | two key points have changed places | //h:li[. = 'First.'] | //h:li[. = 'Second.']
body | two paragraphs have changed places | {BODY}/h:p[1] | {BODY}/h:p[2]
body | two rows have changed places | //h:tbody/h:tr[1] | //h:tbody/h:tr[2]
body | two cells have changed places | //h:td[. = 'SRS'] | //h:td[. = '4']
body | two terms have changed places | //h:dt[. = 'Rupture'] | //h:dt[. = 'Strain']
body | two headings have changed places | //h:h2[@class = 'faq'] | //h:h3[@id = 'can-it-be-repaired']
body | two lists have changed places | {BODY}/h:ul | {BODY}/h:ol
notes | two notes have changed places | //h:li[@id = 'note-1'] | //h:li[@id = 'note-2']
references | two references have changed places | //h:li[@id = 'reference-1'] | //h:li[@id = 'reference-2']
references | the legend stands before the references | //h:ol[@class = 'references'] | //h:p[@class = 'legend']
"""


def text_mutants() -> Iterator[Mutant]:
    """All of them."""
    for part, name, old, new in rows(OTHER_WORDS):
        yield swapped(name, TEXT, old, new, "text-differs", part)
    for part, name, old, new in rows(ADDED_WORDS):
        yield swapped(name, TEXT, old, new, "text-added", part)
    for part, name, path in rows(LOST):
        yield dropped(name, TEXT, path, "text-missing", part)
    for part, name, path, other in rows(MOVED):
        yield exchanged(name, TEXT, path, other, "text-moved", part)
    for part in PARTS:
        yield dropped(f"the part {part} is lost", TEXT, _part(part), "part-missing", part)
        yield doubled(f"the part {part} is there twice", TEXT, _part(part), "text-added", part)
        yield _sentence_added(part)
    for part in ("title", "crisis-notice", "disclaimer"):
        name = f"the part {part}, always required, is lost"
        yield dropped(name, TEXT, _part(part), "required-part-missing", part)
    for part, other in pairwise(PARTS):
        name = f"{part} and {other} have changed places"
        yield exchanged(name, TEXT, _part(part), _part(other), "part-out-of-order", other)


def _part(part: str) -> str:
    return f"//*[@class = 'part {part}']"


def _sentence_added(part: str) -> Mutant:
    def add(root: etree._Element) -> None:
        etree.SubElement(one(root, _part(part)), f"{H}p").text = "This sentence is nobody's."

    def change(files: Files) -> None:
        retype(files, TEXT, add)

    return Mutant(f"a sentence is added to the part {part}", "text-added", part, change)
