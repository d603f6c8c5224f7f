"""A document made by hand that has every construct of docs/word-document.md once."""

from tests.verify.inspect.docx.handmade import (
    NOTE_MARK,
    controlled,
    field,
    footnotes,
    linked,
    marked,
    note,
    note_mark,
    note_number,
    numbered,
    p,
    picture,
    plain_parts,
    r,
    table,
)

LABEL = '<w:rStyle w:val="FactLabel"/>'
CITATION = '<w:rStyle w:val="Citation"/>'
STRESS = "<w:i/><w:iCs/>"
FRENCH = '<w:lang w:val="fr" w:eastAsia="fr"/>'
ARABIC = '<w:rtl/><w:lang w:bidi="ar"/>'
TAB = "<w:r><w:tab/></w:r>"


def blocks() -> tuple[str, ...]:
    """The body."""
    crisis, disclaimer = "crisis-notice/crisis-us@1.0", "disclaimer/medical@1.2"
    cited = marked(
        20,
        "_cite_1",
        r("[", CITATION),
        linked("reference_1", r("1", CITATION)),
        r("]", CITATION),
    )
    return (
        p("Heading1", marked(1, "title", r("First title"))),
        p("Fact", r("Updated", LABEL), TAB, r("1 May")),
        controlled(
            f"{crisis}/1", 101, "Get help", p("CrisisNoticeHeading2", marked(2, "crisis", r("Get help")))
        ),
        controlled(
            f"{crisis}/2", 102, "Get help", p("CrisisNoticeText", r("Call "), linked("r1", r("988")), r("."))
        ),
        controlled(f"{disclaimer}/1", 103, "disclaimer", p("DisclaimerText", r("No care.")), ""),
        p("Heading2", marked(3, "what_it_is", r("What it is"))),
        p(
            "Text",
            r("Plain "),
            r("stress", STRESS),
            r(" words "),
            cited,
            r("."),
            marked(21, "_note_mark_1", note_mark(1)),
        ),
        p("ItemInB", r("Bullet one"), format=numbered(1)),
        p("TextInB", r("More of one")),
        p("ItemInBN", r("Deep one"), format=numbered(3, 1)),
        p("ItemInBN", r("Deep two"), format=numbered(3, 1)),
        p("ItemInB", r("Bullet two"), format=numbered(1)),
        p("ItemInN", r("Number three"), format=numbered(2)),
        p("ItemInN", r("Number four"), format=numbered(2)),
        p("ItemInN", r("Number one"), format=numbered(5)),
        p("Term", r("Alliance")),
        p("Meaning", r("A bond.")),
        p("CodeInD", r("x "), "<w:r><w:br/></w:r>", r("y")),
        p("TextInQ", r("Quoted.")),
        p("Figure", picture("A dot")),
        p("Caption", r("One dot.")),
        table(("Measure", "Items"), ("WAI", "36")),
        p(
            "Text",
            r("French "),
            r("mot", FRENCH),
            r(" and "),
            r("التحالف", ARABIC),
            r(". "),
            field(" NOTEREF _note_mark_1 \\f \\h ", "1", NOTE_MARK),
        ),
        p("Text", r("Two"), marked(22, "_note_mark_2", note_mark(2))),
        p("Heading2", marked(4, "references", r("References"))),
        controlled(
            "references/1",
            104,
            "references",
            p(
                "Reference",
                marked(5, "reference_1", r("First "), linked("r1", r("source"))),
                format=numbered(4),
            ),
        ),
        controlled(
            "references/2",
            105,
            "references",
            p("Reference", marked(6, "reference_2", r("Second.")), format=numbered(4)),
        ),
    )


def notes() -> str:
    """The footnotes."""
    return footnotes(
        note(
            1,
            p(
                "FootnoteText",
                note_number(),
                marked(30, "note_1", r("First note, "), linked("r1", r("there"))),
            ),
        ),
        note(
            2,
            p("FootnoteText", note_number(), marked(31, "note_2", r("Second note."))),
            p("FootnoteText", r("More.")),
        ),
    )


def parts() -> dict[str, str]:
    """All parts."""
    return {**plain_parts(*blocks()), "footnotes": notes()}
