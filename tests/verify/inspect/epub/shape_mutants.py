"""Mutants of what the words of an ebook are: structure, links, citations, notes, languages, pictures, stamps."""

from collections.abc import Iterator

from tests.verify.inspect.epub.book import TEXT
from tests.verify.inspect.epub.mutants import Mutant, dropped, exchanged, rows, swapped

# Code, part (a dash for what is in none), name, old, new.
SWAPPED = r"""
level-differs | body | a heading is of another level | <h3 id="a-table">A table</h3> | <h4 id="a-table">A table</h4>
kind-differs | body | a heading is a paragraph | <h3 id="a-table">A table</h3> | <p id="a-table">A table</p>
kind-differs | title | a paragraph is a heading | <p class="lede">One sentence that says what this sample is for and why it is here.</p> | <h2>One sentence that says what this sample is for and why it is here.</h2>
kind-differs | body | a header cell is a plain one | <th scope="col">Measure</th> | <td>Measure</td>
kind-differs | body | a term is a meaning | <dt>Rupture</dt> | <dd>Rupture</dd>
kind-differs | body | a caption is a paragraph | <figcaption>Two shapes.</figcaption> | <p>Two shapes.</p>
kind-differs | body | code is a paragraph | <pre><code>first line\n  second line</code></pre> | <p><code>first line second line</code></p>
nesting-differs | body | a quotation is no quotation | <blockquote>\n<p>Words of somebody else.</p>\n<p>And some more.</p>\n</blockquote> | <p>Words of somebody else.</p><p>And some more.</p>
nesting-differs | body | a list in a list is one of its own | <li>The last item.</li>\n</ul> | </ul><ol><li>The last item.</li></ol>
number-differs | body | a list starts at another number | <ol start="3"> | <ol start="4">
number-differs | body | a list has no number to start with | <ol start="3"> | <ol>
number-differs | body | an item has a number of its own | <li>The next item.</li> | <li value="9">The next item.</li>
number-differs | references | a reference has another number | id="reference-2" value="2" | id="reference-2" value="3"
reference-numbers-broken | references | references have a gap | id="reference-2" value="2" | id="reference-2" value="3"
reference-numbers-broken | references | two references have one number | id="reference-2" value="2" | id="reference-2" value="1"
number-differs | notes | a note has another number | id="note-2" value="2" | id="note-2" value="5"
anchor-differs | body | a heading has another id | <h3 id="a-table"> | <h3 id="a-chair">
anchor-differs | body | a heading has no id | <h3 id="a-table"> | <h3>
misplaced-block | - | a paragraph is in a heading | <h3 id="a-table">A table</h3> | <h3 id="a-table"><p>A table</p></h3>
header-cell-of-nothing | - | a header cell heads nothing | <th scope="col">Measure | <th>Measure
stamp-differs | crisis-notice | the crisis notice is of another version | crisis-us@1.0 | crisis-us@2.0
stamp-differs | disclaimer | the disclaimer is another one | medical-disclaimer@1.2 | legal-disclaimer@1.2
stamp-differs | disclaimer | the disclaimer has no stamp | data-boilerplate="medical-disclaimer@1.2" | data-x="y"
links-differ | crisis-notice | a telephone link calls another number | href="tel:988">988</a> at | href="tel:989">988</a> at
links-differ | body | a link leads elsewhere | href="https://example.org/a?b=1&amp;c=2" | href="https://example.com/a?b=1&amp;c=2"
links-differ | body | an ampersand of an address is escaped twice | ?b=1&amp;c=2 | ?b=1&amp;amp;c=2
links-differ | body | a link is plain words | <a href="https://example.org/a?b=1&amp;c=2">the <em>long</em> story</a> | the <em>long</em> story
links-differ | body | a link has fewer words | the <em>long</em> story</a> | the <em>long</em></a> story
links-differ | references | a DOI leads elsewhere | https://doi.org/10.1037/pst0000172 | https://doi.org/10.1037/pst0000173
links-differ | related | a related article is at another address | example.org/glossary/other-entry">Other entry | example.org/glossary/another">Other entry
links-differ | colophon | the licence is at another address | licenses/by/4.0/">CC | licenses/by-nc/4.0/">CC
links-differ | address | the address leads elsewhere | href="https://example.org/glossary/every-construct?EC-K4QX7" | href="https://example.org/glossary/other"
links-differ | actions | words have become a link | <li>Ask.</li> | <li><a href="https://example.org/">Ask.</a></li>
links-differ | body | a link leads to a script | href="tel:988">988</a>, | href="javascript:alert(1)">988</a>,
broken-link | - | a link leads to a script, which is no place | href="tel:988">988</a>, | href="javascript:alert(1)">988</a>,
broken-link | - | a link leads to a file outside | href="tel:988">988</a>, | href="file:///etc/passwd">988</a>,
broken-link | - | a link leads to a place that is not there | href="tel:988">988</a>, | href="#nowhere">988</a>,
links-differ | body | a citation leads to another reference | [<a href="#reference-1" role="doc-biblioref" epub:type="biblioref">1</a>]</span>. A | [<a href="#reference-2" role="doc-biblioref" epub:type="biblioref">1</a>]</span>. A
citation-leads-astray | body | a citation shows the number of another reference | epub:type="biblioref">1</a>]</span>. A | epub:type="biblioref">2</a>]</span>. A
text-differs | body | a citation has lost its place | >2(p4)</a>] | >2</a>]
text-differs | body | a citation has lost its brackets | id="cite-1">[<a | id="cite-1"><a
broken-link | - | a citation leads to no reference | >2(p4)</a>] | >2(p4)</a><a href="#reference-9">9</a>]
way-back-astray | - | a way back leads to another citation | </a> <a href="#cite-2" role="doc-backlink" epub:type="backlink" aria-label="Back to the text 2"> | </a> <a href="#cite-1" role="doc-backlink" epub:type="backlink" aria-label="Back to the text 2">
way-back-astray | - | a way back of a note leads to the other mark | href="#note-mark-1" role="doc-backlink" | href="#note-mark-2" role="doc-backlink"
broken-link | - | a way back leads nowhere | href="#note-mark-1" role="doc-backlink" | href="#note-mark-9" role="doc-backlink"
furniture-differs | furniture | a way back is called something else | aria-label="Back to the text 2">↩︎ 2 | aria-label="Home">↩︎ 2
furniture-differs | furniture | a way back has another sign | aria-label="Back to the text 2">↩︎ 2 | aria-label="Back to the text 2">top
note-marks-differ | body | a note mark is lost | <sup class="note-mark"><a id="note-mark-1" href="#note-1" role="doc-noteref" epub:type="noteref" aria-label="Note 1">1</a></sup> | <i id="note-mark-1"/>
note-marks-differ | body | a note mark shows another number | aria-label="Note 1">1</a> | aria-label="Note 1">2</a>
note-mark-astray | - | a note mark leads to another note | id="note-mark-1" href="#note-1" | id="note-mark-1" href="#note-2"
text-differs | body | a note mark is plain text | aria-label="Note 1">1</a></sup> | aria-label="Note 1">1</a></sup>1
languages-differ | body | French is English | <span lang="fr" xml:lang="fr" dir="ltr"> | <span dir="ltr">
languages-differ | body | French is German | <span lang="fr" xml:lang="fr" dir="ltr"> | <span lang="de" xml:lang="de" dir="ltr">
languages-differ | body | Arabic goes on too long | التحالف العلاجي</span>. Read | التحالف العلاجي. Read</span>
languages-disagree | - | two languages for one stretch | <span lang="fr" xml:lang="fr" dir="ltr"> | <span lang="de" xml:lang="fr" dir="ltr">
languages-disagree | - | the page is in another language | lang="en" xml:lang="en" dir="ltr"> | lang="de" xml:lang="de" dir="ltr">
directions-disagree | - | the page is written in another direction | xml:lang="en" dir="ltr"> | xml:lang="en" dir="rtl">
alternative-text-differs | body | a picture is described as something else | alt="A square beside a circle" | alt="A square"
alternative-text-differs | body | a picture is not described | alt="A square beside a circle" | alt=""
picture-without-words | - | a picture has no words | alt="A square beside a circle" | alt=""
missing-resource | - | a picture is not there | src="images/bfc33b0b5f0f34f7.svg" | src="images/none.svg"
missing-resource | - | a picture is somewhere in the network | src="images/bfc33b0b5f0f34f7.svg" | src="https://example.org/x.svg"
repeated-id | - | an id is there twice | <p class="legend"> | <p class="legend" id="references">
active-content | - | an attribute is a script | <p class="lede"> | <p class="lede" onclick="steal()">
unexpected-element | - | an element is a script | </main> | <script>steal()</script></main>
unexpected-element | - | an element is a frame | </main> | <iframe src="https://example.org/"/></main>
unexpected-element | - | an element is an object | </main> | <object data="x.swf"/></main>
unexpected-element | - | the page is sent elsewhere | <head> | <head><base href="https://example.org/"/>
misleading-role | - | a paragraph is silent for a screen reader | <p class="lede"> | <p class="lede" aria-hidden="true">
misleading-role | - | a paragraph pretends to be decoration | <p class="lede"> | <p class="lede" role="presentation">
misleading-role | - | a paragraph can be typed over | <p class="lede"> | <p class="lede" contenteditable="true">
foreign-resource | - | the head loads something | <head> | <head><link rel="prefetch" href="https://example.org/"/>
missing-resource | - | a stylesheet is in the network | href="style.css" | href="https://example.org/style.css"
"""  # noqa: E501  a row of the table is one line, whatever it quotes


def shape_mutants() -> Iterator[Mutant]:
    """All of them."""
    for code, part, name, old, new in rows(SWAPPED):
        yield swapped(name, TEXT, old.replace(r"\n", "\n"), new, code, part.strip("-"))
    for number in ("1", "2"):
        path = f"//h:li[@id = 'reference-1']/h:a[@role = 'doc-backlink'][{number}]"
        yield dropped(f"way back {number} of a reference is lost", TEXT, path, "way-back-astray")
    path = "//h:li[@id = 'note-1']/h:a[@role = 'doc-backlink']"
    yield dropped("the way back of a note is lost", TEXT, path, "way-back-astray")
    yield exchanged(
        "two note marks have changed places",
        TEXT,
        "//h:sup[h:a/@id = 'note-mark-1']",
        "//h:sup[h:a/@id = 'note-mark-2']",
        "note-marks-differ",
        "body",
    )
