"""A small publication and its sources, both written by hand: neither `read` nor `compose` has touched them."""

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from glossary_publish.article import (
    BulletList,
    Citation,
    CitationItem,
    Emphasis,
    Fact,
    FactList,
    Inline,
    LanguageSpan,
    Link,
    ListItem,
    Mark,
    Note,
    NoteList,
    NoteReference,
    Paragraph,
    QrCode,
    ReferenceEntry,
    ReferenceList,
    Text,
)
from glossary_publish.diagnostics import Report, Span
from glossary_publish.publication import (
    Chapter,
    Furniture,
    Metadata,
    Part,
    Publication,
    Stamp,
    sha256,
    text_hash,
)
from glossary_publish.verify.conservation import conserve
from glossary_publish.workspace import MemoryWorkspace
from tests.support.publications import heading, paragraph, words

PATH = "content/articles/alliance.md"
HERE = Span(PATH, 1, 1)
ARTICLE = """---
title: "Alliance: what it is"
description: One sentence that says it all.
category: Glossary
audience: [clients]
version: 1.2
updated: 2025-12-18
reviewed:
  by: Example Team
  sample: true
key_points:
  - "First: it is a bond."
  - It can be mended.
related:
  - rupture
---
## The term

Bordin described *three* parts [@bordin1979, p. 4].[^1] See [rupture](article:rupture) &
call [988](tel:988).

- One item,
  on two lines.
- Another [mot]{lang=fr}.

[^1]: A note of its own.
"""
RUPTURE = "---\ntitle: Rupture\n---\nText.\n"
SETTINGS = """
title = "Sample"
publisher = "Example Press"
language = "en"
region = "US"
site = "https://example.org"
sample = true
roles = ["disclaimer"]
[licence]
name = "CC BY 4.0"
url = "https://example.org/by"
"""
KINDS = '[foundational-text]\nlabels.en = "foundational text"\n'
DISCLAIMER = """---
id: medical
version: 1.0
role: disclaimer
region: any
audience: any
language: en
heading: Disclaimer
short: Ask a doctor.
---
This page replaces **no** care.
"""
REFERENCES = """references:
  - id: bordin1979
    type: article-journal
    kind: foundational-text
    title: The generalizability of the concept
    author:
      - {family: Bordin, given: Edward S.}
    container-title: Psychotherapy
    issued: {date-parts: [[1979]]}
    volume: 16
    page: 252-260
"""
STYLE = "layouts/citation-styles/"
ADDRESS = "https://example.org/alliance"
EDITION_ADDRESS = f"{ADDRESS}?S-123456"
RUPTURE_ADDRESS = "https://example.org/rupture"


def sources() -> dict[str, bytes]:
    """The files."""
    layouts = MemoryWorkspace({})
    shared = ("layouts/strings/en.toml", f"{STYLE}ama.csl", f"{STYLE}locales-en-US.xml")
    files = {
        PATH: ARTICLE,
        "content/articles/rupture.md": RUPTURE,
        "content/glossary.toml": SETTINGS,
        "content/kinds.toml": KINDS,
        "content/references.yaml": REFERENCES,
        "content/boilerplate/medical.en.md": DISCLAIMER,
    }
    return {path: text.encode() for path, text in files.items()} | {p: layouts.read(p) for p in shared}


def publication() -> Publication:
    """What the files say."""
    files = sources()
    title, description = "Alliance: what it is", "One sentence that says it all."
    metadata = Metadata(
        slug="alliance",
        language="en",
        direction="ltr",
        title=title,
        term="Alliance",
        description=description,
        category="Glossary",
        publisher="Example Press",
        reviewer="Example Team",
        licence="CC BY 4.0",
        licence_url="https://example.org/by",
        version="1.2",
        updated=date(2025, 12, 18),
        review_due=None,
        identifier="urn:uuid:5f0c2b1e-7b0a-5c55-9c1e-3f2d8a1b7c60",
        address=ADDRESS,
        code="S-123456",
        source_hash=sha256(files[PATH]),
        keywords=(),
    )
    return Publication(
        metadata=metadata,
        front=_front(title, description),
        chapters=(Chapter("alliance", title, _own()),),
        back=_back(),
        furniture=(
            Furniture("foot", "Alliance · version 1.2 · review date not recorded · S-123456"),
            Furniture("page", "Page {page} of {pages}"),
        ),
        words=(("contents", "Contents"), ("cover-label", "Sample")),
        sources=tuple(sorted(files.items())),
    )


def _front(title: str, description: str) -> tuple[Part, ...]:
    facts = FactList(
        tuple(
            Fact(words(label), words(value))
            for label, value in (
                ("Updated", "December 18, 2025"),
                ("Review", "Sample: not clinically reviewed"),
                ("Review date", "not recorded"),
                ("Version", "1.2"),
            )
        ),
        HERE,
    )
    notice = (
        heading("Disclaimer", "disclaimer"),
        Paragraph((Text("This page replaces "), Emphasis(words("no")), Text(" care.")), HERE),
    )
    points = BulletList(tuple(map(_item, ("First: it is a bond.", "It can be mended."))), HERE)
    return (
        Part("label", (paragraph("Glossary · 1 minute read"),), HERE),
        Part("title", (heading(title, "title", 1), paragraph(description)), HERE),
        Part("facts", (facts,), HERE),
        Part("disclaimer", notice, HERE, locked=True, stamp=Stamp("medical", "1.0", text_hash(notice))),
        Part("key-points", (heading("Key points", "key-points"), points), HERE),
    )


def _own() -> tuple[Part, ...]:
    marks = (Mark("["), Mark("1(p4)", "reference-1"), Mark("]"))
    citation = Citation((CitationItem("bordin1979", "page", "4"),), HERE, marks, "cite-1")
    text: tuple[Inline, ...] = (
        Text("Bordin described "),
        Emphasis(words("three")),
        Text(" parts "),
        citation,
        Text("."),
        NoteReference(1, "note-mark-1"),
        Text(" See "),
        Link(RUPTURE_ADDRESS, words("rupture")),
        Text(" & call "),
        Link("tel:988", words("988")),
        Text("."),
    )
    second = (Text("Another "), LanguageSpan("fr", words("mot")), Text("."))
    items = (_item("One item, on two lines."), ListItem((Paragraph(second, HERE),)))
    note = Note(1, "note-1", (paragraph("A note of its own."),), HERE, ("note-mark-1",))
    return (
        Part("body", (heading("The term", "the-term"), Paragraph(text, HERE), BulletList(items, HERE)), HERE),
        Part("notes", (heading("Notes", "notes"), NoteList((note,), HERE)), HERE),
    )


def _back() -> tuple[Part, ...]:
    entry = ReferenceEntry(
        "bordin1979",
        1,
        "reference-1",
        (
            Text("Bordin ES. The generalizability of the concept. "),
            Emphasis(words("Psychotherapy")),
            Text(". 1979;16:252-260."),
            Text(" (foundational text)"),
        ),
        ("cite-1",),
        HERE,
    )
    legend = "The words in parentheses say what kind of source each one is. They do not grade how certain its findings are."
    related = Paragraph((Link(RUPTURE_ADDRESS, words("Rupture")),), HERE)
    licence = Paragraph((Text("Terms of use: "), Link("https://example.org/by", words("CC BY 4.0"))), HERE)
    return (
        Part(
            "related",
            (heading("Related articles", "related"), BulletList((ListItem((related,)),), HERE)),
            HERE,
        ),
        Part(
            "references",
            (heading("References", "references"), ReferenceList((entry,), HERE), paragraph(legend)),
            HERE,
        ),
        Part(
            "colophon",
            (
                paragraph("Published by Example Press · Version 1.2 · Edition code S-123456"),
                licence,
                paragraph(
                    "This is sample content. No clinician has reviewed it, so please do not rely on it."
                ),
            ),
            HERE,
        ),
        Part(
            "address",
            (
                Paragraph((Text("Read online: "), Link(EDITION_ADDRESS, words(EDITION_ADDRESS[8:]))), HERE),
                QrCode(EDITION_ADDRESS, "QR code that leads to this article online", HERE),
            ),
            HERE,
        ),
    )


def _item(text: str) -> ListItem:
    return ListItem((paragraph(text),))


def found(publication: Publication) -> list[tuple[str, str]]:
    """Code and part of all that is reported."""
    report = Report()
    conserve(publication, report)
    return [(one.code, one.part) for one in report]


def with_source(path: str, change: Callable[[str], str]) -> Publication:
    """The publication with one of its files changed after it was made."""
    one = publication()
    files = dict(one.sources)
    files[path] = change(files[path].decode()).encode()
    metadata = replace(one.metadata, source_hash=sha256(files[PATH]))
    return replace(one, metadata=metadata, sources=tuple(sorted(files.items())))
