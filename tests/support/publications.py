"""A publication made by hand that shows every construct once, for tests of renderers and inspectors."""

from datetime import date

from glossary_publish.article import (
    Block,
    BulletList,
    Cell,
    Citation,
    CitationItem,
    Code,
    CodeBlock,
    Definition,
    DefinitionList,
    Emphasis,
    Fact,
    FactList,
    Figure,
    Heading,
    Inline,
    LanguageSpan,
    LineBreak,
    Link,
    ListItem,
    Mark,
    Note,
    NoteList,
    NoteReference,
    OrderedList,
    Paragraph,
    QrCode,
    Quote,
    ReferenceEntry,
    ReferenceList,
    Strong,
    Table,
    Text,
)
from glossary_publish.diagnostics import Span
from glossary_publish.publication import (
    Chapter,
    Furniture,
    Image,
    Metadata,
    Part,
    Publication,
    Stamp,
    sha256,
    text_hash,
)

SOURCE = "content/articles/every-construct.md"
ARTICLE = b"---\ntitle: sample\n---\n"
ADDRESS = "https://example.org/glossary/every-construct"
EDITION_ADDRESS = f"{ADDRESS}?EC-K4QX7"
SHORT_ADDRESS = EDITION_ADDRESS.removeprefix("https://")
DOT = (
    b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 120 60" width="120" height="60">'
    b'<rect x="10" y="10" width="40" height="40" fill="#0b4f6c"/><circle cx="90" cy="30" r="20" fill="#0b4f6c"/></svg>'
)


def at(line: int) -> Span:
    """A place in the source of the sample."""
    return Span(SOURCE, line, 1)


def words(text: str) -> tuple[Inline, ...]:
    """Plain words."""
    return (Text(text),)


def paragraph(text: str, line: int = 1, role: str = "") -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph(words(text), at(line), role)


def heading(text: str, anchor: str, level: int = 2, line: int = 1) -> Heading:
    """A heading of plain words."""
    return Heading(level, words(text), anchor, at(line))


def bullets(*texts: str, line: int = 1) -> BulletList:
    """A tight list of plain words."""
    return BulletList(tuple(ListItem((paragraph(text, line),)) for text in texts), at(line))


def _body() -> tuple[Part, ...]:
    first = Citation(
        (CitationItem("one"),), at(20), (Mark("["), Mark("1", "reference-1"), Mark("]")), "cite-1"
    )
    second = Citation(
        (CitationItem("one"), CitationItem("two", "page", "4")),
        at(30),
        (Mark("["), Mark("1", "reference-1"), Mark(","), Mark("2(p4)", "reference-2"), Mark("]")),
        "cite-2",
    )
    nested = BulletList(
        (
            ListItem((paragraph("Second level, first.", 24),)),
            ListItem(
                (
                    paragraph("Second level, second.", 25),
                    OrderedList((ListItem((paragraph("Third level, numbered.", 26),)),), at(26)),
                )
            ),
        ),
        at(24),
    )
    loose = OrderedList(
        (
            ListItem(
                (paragraph("A numbered item starts at three.", 28), paragraph("It has two paragraphs.", 29))
            ),
            ListItem((paragraph("The next item.", 30),)),
        ),
        at(28),
        start=3,
    )
    return (
        Part(
            "body",
            (
                Heading(2, words("What the term means"), "what-the-term-means", at(19)),
                Paragraph(
                    (
                        Text("Plain words with "),
                        Emphasis(words("stress")),
                        Text(", "),
                        Strong((Text("weight and "), Emphasis(words("both")))),
                        Text(", r ≈ 0.28, 80–87, Flückiger & “quotes” <b>"),
                        first,
                        Text(". A note follows."),
                        NoteReference(1, "note-mark-1"),
                    ),
                    at(20),
                ),
                BulletList(
                    (
                        ListItem((Paragraph((Strong(words("Goals:")), Text(" shared by both.")), at(22)),)),
                        ListItem((paragraph("An item with a list inside.", 23), nested)),
                        ListItem((paragraph("The last item.", 27),)),
                    ),
                    at(22),
                ),
                loose,
                Paragraph(
                    (
                        Text("The French say "),
                        LanguageSpan("fr", words("l’alliance thérapeutique")),
                        Text(", in Arabic it is "),
                        LanguageSpan("ar", words("التحالف العلاجي")),
                        Text(". Read "),
                        Link(
                            "https://example.org/a?b=1&c=2",
                            (Text("the "), Emphasis(words("long")), Text(" story")),
                        ),
                        Text(" "),
                        second,
                        Text(" or call "),
                        Link("tel:988", words("988")),
                        Text(", literally "),
                        Code("x < y"),
                        Text(", and"),
                        LineBreak(),
                        Text("go on after a break."),
                        NoteReference(2, "note-mark-2"),
                    ),
                    at(32),
                ),
                Heading(3, words("A table"), "a-table", at(34)),
                Table(
                    (Cell(words("Measure")), Cell(words("Items"), "right")),
                    (
                        (Cell((Strong(words("WAI")),)), Cell(words("36"), "right")),
                        (Cell(words("SRS")), Cell(words("4"), "right")),
                    ),
                    at(35),
                ),
                DefinitionList(
                    (
                        Definition((words("Alliance"),), ((paragraph("A bond.", 40),),)),
                        Definition(
                            (words("Rupture"), words("Strain")),
                            ((paragraph("A break.", 43),), (paragraph("A weakening.", 44),)),
                        ),
                    ),
                    at(39),
                ),
                Quote((paragraph("Words of somebody else.", 46), paragraph("And some more.", 48)), at(46)),
                CodeBlock("first line\n  second line", at(50)),
                Figure("content/images/dot.svg", "A square beside a circle", words("Two shapes."), at(54)),
                Heading(2, words("Questions people ask"), "questions-people-ask", at(56), ("faq",)),
                Heading(3, words("Can it be repaired?"), "can-it-be-repaired", at(57)),
                paragraph("Yes, it often can.", 58),
            ),
            at(19),
        ),
        Part(
            "notes",
            (
                heading("Notes", "notes", line=60),
                NoteList(
                    (
                        Note(1, "note-1", (paragraph("The first note.", 60),), at(60), ("note-mark-1",)),
                        Note(
                            2,
                            "note-2",
                            (Paragraph((Text("The "), Emphasis(words("second")), Text(" note.")), at(61)),),
                            at(61),
                            ("note-mark-2",),
                        ),
                    ),
                    at(60),
                ),
            ),
            at(60),
        ),
    )


def _stamped(id: str, boilerplate: str, version: str, blocks: tuple[Block, ...]) -> Part:
    """A locked part of boilerplate."""
    return Part(id, blocks, blocks[0].span, locked=True, stamp=Stamp(boilerplate, version, text_hash(blocks)))


def _front() -> tuple[Part, ...]:
    facts = FactList(
        (
            Fact(words("Updated"), words("18 December 2025")),
            Fact(words("Review"), words("Sample: not clinically reviewed")),
            Fact(words("Review date"), words("not recorded")),
            Fact(words("Version"), words("1.0")),
        ),
        at(8),
    )
    crisis = (
        paragraph("988", 9, "callout"),
        heading("In a crisis? You can get help now.", "crisis-notice", line=9),
        Paragraph(
            (Text("In the US, call or text "), Link("tel:988", words("988")), Text(" at any hour.")), at(9)
        ),
    )
    disclaimer = (
        heading("Medical disclaimer", "disclaimer", line=10),
        paragraph("This page gives general information & replaces no care.", 10),
    )
    return (
        Part("label", (paragraph("Glossary · 1 minute read", 5, "label"),), at(5)),
        Part(
            "title",
            (
                heading("Every construct: shown once", "title", 1, 2),
                paragraph("Also known as all of them, the lot", 3, "also-known-as"),
                paragraph("One sentence that says what this sample is for and why it is here.", 4, "lede"),
            ),
            at(2),
        ),
        Part("facts", (facts,), at(8)),
        _stamped("crisis-notice", "crisis-us", "1.0", crisis),
        _stamped("disclaimer", "medical-disclaimer", "1.2", disclaimer),
        Part(
            "key-points",
            (heading("Key points", "key-points", line=11), bullets("First.", "Second.", line=12)),
            at(11),
        ),
        Part("actions", (heading("What you can do", "actions", line=13), bullets("Ask.", line=14)), at(13)),
        Part(
            "questions-to-ask",
            (
                heading("Questions to ask", "questions-to-ask", line=15),
                bullets("How long will it take?", line=16),
            ),
            at(15),
        ),
    )


def _back() -> tuple[Part, ...]:
    other = "https://example.org/glossary/other-entry"
    entries = (
        ReferenceEntry(
            "one",
            1,
            "reference-1",
            (
                Text("Flückiger C, Del Re AC. The alliance. "),
                Emphasis(words("Psychotherapy (Chic)")),
                Text(". 2018;55(4):316-340. "),
                Link("https://doi.org/10.1037/pst0000172", words("doi:10.1037/pst0000172")),
                Text(" (meta-analysis)"),
            ),
            ("cite-1", "cite-2"),
            at(62),
        ),
        ReferenceEntry(
            "two",
            2,
            "reference-2",
            (
                Text("Horvath AO, Greenberg LS, eds. "),
                Emphasis(words("The Working Alliance")),
                Text(". Wiley; 1994."),
            ),
            ("cite-2",),
            at(63),
        ),
    )
    legend = "The words in parentheses name the kind of source. They do not grade how certain it is."
    return (
        Part(
            "related",
            (
                heading("Related articles", "related", line=64),
                BulletList(
                    (
                        ListItem(
                            (
                                Paragraph(
                                    (
                                        Link(other, words("Other entry")),
                                        Text(": "),
                                        Link(other, words(other)),
                                    ),
                                    at(64),
                                ),
                            )
                        ),
                    ),
                    at(64),
                ),
            ),
            at(64),
        ),
        Part(
            "references",
            (
                heading("References", "references", line=62),
                ReferenceList(entries, at(62)),
                paragraph(legend, 62, "legend"),
            ),
            at(62),
            locked=True,
        ),
        Part(
            "colophon",
            (
                paragraph(
                    "Published by Example Clinic Press. Version 1.0. Edition code EC-K4QX7.", 1, "imprint"
                ),
                Paragraph(
                    (
                        Text("Licence: "),
                        Link("https://creativecommons.org/licenses/by/4.0/", words("CC BY 4.0")),
                        Text("."),
                    ),
                    at(1),
                    "imprint",
                ),
            ),
            at(1),
        ),
        Part(
            "address",
            (
                Paragraph(
                    (Text("Read online: "), Link(EDITION_ADDRESS, words(SHORT_ADDRESS))), at(1), "address"
                ),
                QrCode(EDITION_ADDRESS, "QR code that leads to this article online", at(1)),
            ),
            at(1),
        ),
    )


def every_construct(*, native_notes: bool = False, qr: bool = True) -> Publication:
    """The sample; `native_notes` leaves the heading of the notes out, `qr` keeps the QR code."""
    body, notes = _body()
    if native_notes:
        notes = Part(notes.id, notes.blocks[1:], notes.span)
    *back, address = _back()
    if not qr:
        address = Part(address.id, address.blocks[:1], address.span)
    metadata = Metadata(
        slug="every-construct",
        language="en",
        direction="ltr",
        title="Every construct: shown once",
        term="Every construct",
        description="One sentence that says what this sample is for and why it is here.",
        category="Glossary",
        publisher="Example Clinic Press",
        reviewer="Example Clinical Team",
        licence="CC BY 4.0",
        licence_url="https://creativecommons.org/licenses/by/4.0/",
        version="1.0",
        updated=date(2025, 12, 18),
        review_due=None,
        identifier="urn:uuid:5f0c2b1e-7b0a-5c55-9c1e-3f2d8a1b7c60",
        address=ADDRESS,
        code="EC-K4QX7",
        source_hash=sha256(ARTICLE),
        keywords=("all of them", "the lot"),
    )
    return Publication(
        metadata=metadata,
        front=_front(),
        chapters=(Chapter("every-construct", "Every construct: shown once", (body, notes)),),
        back=(*back, address),
        furniture=(
            Furniture("foot", "Every construct · version 1.0 · review date not recorded · EC-K4QX7"),
            Furniture("page", "Page {page} of {pages}"),
            Furniture("draft", "Draft for editing, not for patients"),
        ),
        images=(Image("content/images/dot.svg", "image/svg+xml", DOT, 120, 60),),
        words=(
            ("contents", "Contents"),
            ("backlink", "Back to the text"),
            ("cover-label", "Glossary"),
            ("landmark-start", "Start of the text"),
            ("note-mark", "Note {number}"),
            ("accessibility-summary", "This ebook has headings, links and a table of contents."),
        ),
        sources=((SOURCE, ARTICLE),),
    )
