"""Mutants of what is around the text of an ebook: contents, metadata, cover, manifest, archive."""

from collections.abc import Iterator

from tests.verify.inspect.epub.book import CONTAINER, COVER, DRAWING, NAV, NCX, PACKAGE, STYLE, TEXT, Files
from tests.verify.inspect.epub.mutants import Mutant, rows, swapped

FILES = {
    "nav": NAV,
    "ncx": NCX,
    "cover": COVER,
    "drawing": DRAWING,
    "package": PACKAGE,
    "container": CONTAINER,
}
# Code, part (a dash for what is in none), file, name, old, new.
SWAPPED = r"""
outline-differs | disclaimer | nav | an entry has other words | >Medical disclaimer< | >Disclaimer<
outline-differs | disclaimer | nav | an entry is lost | <li><a href="text.xhtml#disclaimer">Medical disclaimer</a></li> | <!-- -->
outline-differs | actions | nav | an entry is added | <li><a href="text.xhtml#actions"> | <li><a href="text.xhtml#actions">More</a></li><li><a href="text.xhtml#actions">
outline-differs | notes | nav | an entry is at another depth | <li><a href="text.xhtml#notes">Notes</a></li> | <li><ol><li><a href="text.xhtml#notes">Notes</a></li></ol></li>
contents-lead-astray | - | nav | an entry leads to another heading | text.xhtml#disclaimer | text.xhtml#actions
contents-lead-astray | - | nav | an entry leads to a reference | text.xhtml#disclaimer | text.xhtml#reference-1
broken-link | - | nav | an entry leads nowhere | text.xhtml#disclaimer | text.xhtml#nowhere
broken-link | - | nav | an entry leads to no file | text.xhtml#disclaimer | other.xhtml#disclaimer
broken-link | - | nav | a landmark leads nowhere | epub:type="bodymatter" href="text.xhtml" | epub:type="bodymatter" href="none.xhtml"
furniture-differs | furniture | nav | a landmark has other words | >Start of the text< | >Buy now<
furniture-differs | furniture | nav | the contents have another heading | <h1 id="contents">Contents | <h1 id="contents">Advertisement
furniture-differs | furniture | nav | the contents have one heading more | </nav>\n<nav id="landmarks" | <h2>Buy now</h2></nav>\n<nav id="landmarks"
text-added | label | nav | words stand beside the contents | </body> | <p>Buy now.</p></body>
contents-disagree | - | nav | the contents have another order than the NCX | <li><a href="text.xhtml#actions">What you can do</a></li>\n<li><a href="text.xhtml#questions-to-ask">Questions to ask</a></li> | <li><a href="text.xhtml#questions-to-ask">Questions to ask</a></li>\n<li><a href="text.xhtml#actions">What you can do</a></li>
outline-differs | actions | nav | two entries have changed places | <li><a href="text.xhtml#actions">What you can do</a></li>\n<li><a href="text.xhtml#questions-to-ask">Questions to ask</a></li> | <li><a href="text.xhtml#questions-to-ask">Questions to ask</a></li>\n<li><a href="text.xhtml#actions">What you can do</a></li>
contents-disagree | - | ncx | a label of the NCX has other words | <text>Medical disclaimer</text> | <text>Disclaimer</text>
contents-disagree | - | ncx | a label of the NCX leads elsewhere | text.xhtml#disclaimer | text.xhtml#actions
contents-disagree | - | ncx | the NCX is of another book | urn:uuid:5f0c2b1e | urn:uuid:5f0c2b1f
contents-disagree | - | ncx | the NCX has lost its identifier | name="dtb:uid" | name="dtb:nothing"
furniture-differs | furniture | ncx | the NCX has another author | <docAuthor><text>Example Clinic Press | <docAuthor><text>Somebody else
furniture-differs | furniture | ncx | the NCX has another title | <docTitle><text>Every construct: shown once | <docTitle><text>Untitled
furniture-differs | furniture | cover | the cover says something else to who does not see it | alt="Glossary · Every construct: shown once · Example Clinic Press" | alt="Cover"
picture-without-words | - | cover | the cover does not say what it shows | alt="Glossary · Every construct: shown once · Example Clinic Press" | alt=""
page-without-title | - | cover | the page of the cover has an empty title | <title>Every construct: shown once</title> | <title></title>
text-added | label | cover | words stand on the page of the cover | </body> | <p>Free sample</p></body>
furniture-differs | furniture | drawing | the drawn title is another one | >construct</text> | >instrument</text>
furniture-differs | furniture | drawing | the drawn publisher is another one | >Example Clinic Press</text> | >Somebody else</text>
furniture-differs | furniture | drawing | the drawn subtitle is lost | >shown once</text> | ></text>
furniture-differs | furniture | drawing | words are drawn that are none of the cover's | </g>\n</svg> | <text>Free!</text></g>\n</svg>
furniture-differs | furniture | drawing | the drawing is called something else | <title>Glossary · Every | <title>Every
active-content | - | drawing | the drawing has a script | </g>\n</svg> | </g><script>steal()</script></svg>
active-content | - | drawing | the drawing does something when it is loaded | role="img"> | role="img" onload="steal()">
active-content | - | drawing | the drawing has a page in it | </g>\n</svg> | </g><foreignObject/></svg>
foreign-resource | - | drawing | the drawing loads something | </g>\n</svg> | </g><image href="https://example.org/x.png"/></svg>
metadata-differs | metadata | package | the title of the package is another one | <dc:title>Every construct: shown once | <dc:title>Every construct
metadata-differs | metadata | package | there are two titles | <dc:title> | <dc:title>Other</dc:title><dc:title>
metadata-differs | metadata | package | the language of the package is another one | <dc:language>en | <dc:language>de
metadata-differs | metadata | package | the identifier is another one | <dc:identifier id="id">urn:uuid:5f0c | <dc:identifier id="id">urn:uuid:6f0c
metadata-differs | metadata | package | the description is another one | <dc:description>One sentence | <dc:description>Two sentences
metadata-differs | metadata | package | the publisher is another one | <dc:publisher>Example | <dc:publisher>Sample
metadata-differs | metadata | package | the licence is another one | <dc:rights>CC BY 4.0 | <dc:rights>CC BY-NC 4.0
metadata-differs | metadata | package | the date is another one | <dc:date>2025-12-18 | <dc:date>2026-12-18
metadata-differs | metadata | package | the version is another one | glossary:version">1.0 | glossary:version">1.1
metadata-differs | metadata | package | the reviewer is another one | glossary:reviewer">Example | glossary:reviewer">Sample
metadata-differs | metadata | package | the slug is another one | glossary:slug">every-construct | glossary:slug">every
metadata-differs | metadata | package | the hash of the source is another one | glossary:source-hash">29c965 | glossary:source-hash">29c966
metadata-differs | metadata | package | the edition code is another one | glossary:code">EC-K4QX7 | glossary:code">EC-K4QX8
metadata-differs | metadata | package | the direction is another one | xml:lang="en" dir="ltr" | xml:lang="en" dir="rtl"
metadata-differs | metadata | package | the version is lost | <meta property="glossary:version">1.0</meta> | <!-- -->
directions-disagree | - | package | package and pages are of two directions | xml:lang="en" dir="ltr" | xml:lang="en" dir="rtl"
languages-disagree | - | package | the package is in another language than the book | xml:lang="en" dir | xml:lang="de" dir
modified-date-differs | - | package | the package was changed later than the article | dcterms:modified">2025 | dcterms:modified">2026
furniture-differs | furniture | package | the author is somebody else | <dc:creator>Example Clinic Press | <dc:creator>Dr Who
furniture-differs | furniture | package | a subject is added | <dc:subject>Glossary</dc:subject> | <dc:subject>Glossary</dc:subject><dc:subject>Miracles</dc:subject>
furniture-differs | furniture | package | the source is somewhere else | <dc:source>https://example.org/ | <dc:source>https://example.com/
furniture-differs | furniture | package | the licence is at another address | dcterms:license">https://creativecommons.org/licenses/by | dcterms:license">https://creativecommons.org/licenses/nc
furniture-differs | furniture | package | the summary of accessibility is another one | This ebook has headings, | This ebook is perfect,
furniture-differs | furniture | package | a statement is added | <dc:date> | <meta property="glossary:grade">A</meta><dc:date>
furniture-differs | furniture | package | the guide has other words | title="Start of the text" | title="Buy now"
untrue-claim | - | package | a feature is claimed that nobody can see | Feature">ARIA | Feature">braille
untrue-claim | - | package | conformance is claimed | <dc:date> | <meta property="dcterms:conformsTo">WCAG</meta><dc:date>
untrue-claim | - | package | it is claimed that there are no pictures | <meta property="schema:accessMode">visual</meta> | <!-- -->
missing-claim | - | package | the hazards are not stated | <meta property="schema:accessibilityHazard">none</meta> | <!-- -->
spine-broken | - | package | the text is not part of the reading order | <itemref idref="text"/> | <itemref idref="text" linear="no"/>
spine-broken | - | package | the text is read twice | <itemref idref="text"/> | <itemref idref="text"/><itemref idref="text"/>
spine-broken | - | package | the spine lists what is not there | <itemref idref="text"/> | <itemref idref="text"/><itemref idref="more"/>
document-outside-spine | - | package | the text is never read | <itemref idref="text"/> | <!-- -->
missing-navigation | - | package | there is no navigation | properties="nav" | fallback="nav"
manifest-ambiguous | - | package | an id is there twice | id="style" | id="text"
missing-resource | - | package | the manifest lists what is not there | href="style.css" | href="none.css"
unlisted-resource | - | package | a file is not in the manifest | href="style.css" | href="none.css"
active-content | - | package | a page is listed as scripted | id="text" media-type="application/xhtml+xml" | id="text" media-type="application/xhtml+xml" properties="scripted"
damaged-picture | - | package | the cover is no PNG | href="cover.svg" id="cover-page-image" media-type="image/svg+xml" | href="cover.svg" id="cover-page-image" media-type="image/png"
unreadable-epub | - | package | the package has a document type | <package xmlns= | <!DOCTYPE package [<!ENTITY a "b">]><package xmlns=
unreadable-epub | - | package | the package is not well-formed | <manifest> | <manifest
unreadable-epub | - | container | there is no package | EPUB/content.opf | EPUB/none.opf
unreadable-epub | - | container | there are two packages | <rootfile media | <rootfile full-path="EPUB/content.opf"/><rootfile media
"""  # noqa: E501  a row of the table is one line, whatever it quotes


def book_mutants() -> Iterator[Mutant]:
    """All of them."""
    for code, part, file, name, old, new in rows(SWAPPED):
        old, new = old.replace(r"\n", "\n"), new.replace(r"\n", "\n")
        yield swapped(name, FILES[file], old, new, code, part.strip("-"))
    yield Mutant("a file is added", "unlisted-resource", "", lambda files: _add(files, "EPUB/extra.xhtml"))
    yield Mutant(
        "fonts are locked", "unlisted-resource", "", lambda files: _add(files, "META-INF/encryption.xml")
    )
    yield Mutant("the stylesheet is lost", "missing-resource", "", lambda files: _lose(files, STYLE))
    yield Mutant("the text is lost", "missing-resource", "", lambda files: _lose(files, TEXT))
    yield Mutant("the navigation is lost", "outline-differs", "title", lambda files: _lose(files, NAV))
    yield Mutant("the container is lost", "unreadable-epub", "", lambda files: _lose(files, CONTAINER))
    yield Mutant("the package is lost", "unreadable-epub", "", lambda files: _lose(files, PACKAGE))
    yield Mutant("the media type is another one", "wrong-mimetype", "", _other_media_type)
    yield Mutant("the media type is not first", "wrong-mimetype", "", _media_type_last)
    yield Mutant("an instruction loads a stylesheet", "unmeasured-style", "", _instruction)


def _add(files: Files, name: str) -> None:
    files[name] = b"<x/>"


def _lose(files: Files, name: str) -> None:
    del files[name]


def _other_media_type(files: Files) -> None:
    files["mimetype"] = b"application/zip"


def _media_type_last(files: Files) -> None:
    files["mimetype"] = files.pop("mimetype")


def _instruction(files: Files) -> None:
    files[TEXT] = files[TEXT].replace(b"<html", b'<?xml-stylesheet href="style.css"?>\n<html', 1)
