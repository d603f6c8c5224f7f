"""The tags of a finished handout: elements, not boxes, in reading order, with all that a screen reader needs."""

from collections.abc import Callable

import pikepdf
import pytest

from glossary_publish.article import (
    BulletList,
    Cell,
    Code,
    CodeBlock,
    Emphasis,
    LanguageSpan,
    LineBreak,
    Link,
    ListItem,
    Paragraph,
    Strong,
    Table,
    Text,
)
from glossary_publish.verify.inspect.pdf import inspect
from glossary_publish.verify.inspection import Kind, LanguageSeen, LinkSeen
from tests.render.pdf.handouts import with_body
from tests.render.pdf.opened import annotations, elements, kids, opened, roles
from tests.support.publications import at, bullets, paragraph, words


@pytest.fixture(scope="module")
def pdf(handout: bytes) -> pikepdf.Pdf:
    """The sample, opened."""
    return opened(handout)


def test_the_parts_are_sections_of_one_document(pdf: pikepdf.Pdf) -> None:
    (document,) = elements(pdf, "Document")
    assert set(roles(document)) == {"/Sect"}
    assert document.Lang == "en"


def test_boilerplate_carries_its_stamp(pdf: pikepdf.Pdf) -> None:
    stamps = [str(element.T) for element in elements(pdf, "Sect") if "/T" in element]
    assert stamps == ["crisis-us@1.0", "medical-disclaimer@1.2"]


def test_lists_say_what_stands_before_their_items(pdf: pikepdf.Pdf) -> None:
    numberings = {str(element.A.ListNumbering) for element in elements(pdf, "L")}
    assert numberings == {"/Disc", "/Decimal", "/None"}
    for element in elements(pdf, "LI"):
        assert roles(element) in (["/Lbl", "/LBody"], ["/Lbl", "/Lbl", "/LBody", "/LBody"])


def test_header_cells_head_their_columns(pdf: pikepdf.Pdf) -> None:
    headers = elements(pdf, "TH")
    assert len(headers) == 2
    assert {str(header.A.Scope) for header in headers} == {"/Column"}


def test_notes_have_ids_that_are_in_the_index(pdf: pikepdf.Pdf) -> None:
    names = list(pdf.Root.StructTreeRoot.IDTree.Names)
    index = {str(key): element.objgen for key, element in zip(names[::2], names[1::2], strict=True)}
    notes = elements(pdf, "Note")
    assert [str(note.ID) for note in notes] == ["note-1", "note-2"]
    assert all(index[str(note.ID)] == note.objgen for note in notes)
    assert index.keys() == {str(element.ID) for element in elements(pdf) if "/ID" in element}


def test_pictures_have_their_words_and_their_place(pdf: pikepdf.Pdf) -> None:
    dot, code = elements(pdf, "Figure")
    assert (dot.Alt, code.Alt) == ("A square beside a circle", "QR code that leads to this article online")
    for figure in (dot, code):
        left, low, right, top = map(float, figure.A.BBox)
        assert 0 < left < right < 612
        assert 0 < low < top < 792


def test_content_of_a_page_leads_back_to_its_element(pdf: pikepdf.Pdf) -> None:
    numbers = list(pdf.Root.StructTreeRoot.ParentTree.Nums)
    parents = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
    for page in pdf.pages:
        owners = parents[int(page.StructParents)]
        for mcid, owner in enumerate(owners):
            held = [int(kid) if isinstance(kid, int) else int(kid.get("/MCID", -1)) for kid in kids(owner)]
            assert mcid in held
    for annotation in annotations(pdf):
        assert parents[int(annotation.StructParent)].S == "/Link"


def test_page_feet_are_artifacts(handout: bytes, pdf: pikepdf.Pdf) -> None:
    foot = "Every construct · version 1.0 · review date not recorded · EC-K4QX7"
    pages = len(pdf.pages)
    lines = [line for number in range(1, pages + 1) for line in (foot, f"Page {number} of {pages}")]
    assert list(inspect(handout).furniture) == lines
    for page in pdf.pages:
        kinds = [
            str(instruction.operands[1].Type)
            for instruction in pikepdf.parse_content_stream(page)
            if str(instruction.operator) == "BDC" and str(instruction.operands[0]) == "/Artifact"
        ]
        assert set(kinds) == {"/Pagination"}


def test_a_list_over_two_pages_is_one_list(make: Callable[..., bytes]) -> None:
    data = make(with_body(bullets(*(f"Item {number}." for number in range(60)))))
    pdf = opened(data)
    long = [element for element in elements(pdf, "L") if len(kids(element)) == 60]
    assert len(long) == 1
    assert inspect(data).faults == ()


def test_a_paragraph_over_two_pages_is_one_paragraph(make: Callable[..., bytes]) -> None:
    long = "Many words that go on and on. " * 150
    data = make(with_body(paragraph(long.strip(), 20)))
    assert opened(data).Root.Pages.Count > 1
    found = [item for item in inspect(data).items if item.text.startswith("Many words")]
    assert len(found) == 1
    assert found[0].text.replace("\n", " ") == long.strip()


def test_the_head_of_a_long_table_is_read_once(make: Callable[..., bytes]) -> None:
    rows = tuple((Cell(words(f"Row {number}")), Cell(words("x"))) for number in range(60))
    data = make(with_body(Table((Cell(words("Head")), Cell(words("Other"))), rows, at(30))))
    inspection = inspect(data)
    assert [item.text for item in inspection.items if item.kind is Kind.HEADER_CELL] == ["Head", "Other"]
    assert "Head" in inspection.furniture
    assert len(elements(opened(data), "Table")) == 1
    assert inspection.faults == ()


def test_words_in_another_language_say_so(make: Callable[..., bytes]) -> None:
    data = make(
        with_body(
            Paragraph(
                (
                    Text("One "),
                    LanguageSpan("fr", (Text("mot "), Emphasis(words("juste")))),
                    Text(" and "),
                    Link("https://example.org/x", (LanguageSpan("de", words("Wort")),)),
                    Text(" and "),
                    LanguageSpan("en", words("word")),
                    Text("."),
                ),
                at(20),
            )
        )
    )
    (item,) = [item for item in inspect(data).items if item.text.startswith("One mot")]
    assert item.languages == (LanguageSeen("fr", "mot juste"), LanguageSeen("de", "Wort"))
    assert item.links == (LinkSeen("Wort", "https://example.org/x"),)


def test_literal_lines_are_code(make: Callable[..., bytes]) -> None:
    data = make(
        with_body(
            CodeBlock("a = 1\n\n    b = 2", at(20)),
            Paragraph((Text("Type "), Code("a < b"), Text(" here.")), at(22)),
        )
    )
    items = [item for item in inspect(data).items if item.text.startswith(("a =", "Type"))]
    assert [(item.kind, item.text.replace("\n", " ")) for item in items] == [
        (Kind.CODE, "a = 1 b = 2"),
        (Kind.PARAGRAPH, "Type a < b here."),
    ]
    assert len(elements(opened(data), "Code")) == 2


@pytest.mark.parametrize("width", range(2, 14))
def test_line_ends_between_words_are_spaces_and_those_inside_are_none(
    make: Callable[..., bytes], width: int
) -> None:
    """Also beside marks, links and breaks, wherever the line happens to end."""
    address = "https://example.org/" + "a-very-long-address/" * width
    data = make(
        with_body(
            Paragraph(
                (
                    Text("x" * width + " words "),
                    Strong(words("in bold " * width)),
                    Text("and a "),
                    Link(address, words(address)),
                    Text(", then"),
                    LineBreak(),
                    Emphasis(words("more of it")),
                    Text(" " + "at the end " * width + "."),
                ),
                at(20),
            )
        )
    )
    said = (
        "".join(("x" * width, " words ", "in bold " * width, f"and a {address}, then "))
        + "more of it "
        + "at the end " * width
        + "."
    )
    (item,) = [item for item in inspect(data).items if item.text.startswith("x" * width)]
    assert item.text.replace("\n", "") == said
    assert inspect(data).faults == ()


def test_words_beside_a_list_in_its_item_belong_to_the_item(make: Callable[..., bytes]) -> None:
    inner = BulletList((ListItem((paragraph("Inner.", 24),)),), at(24))
    outer = BulletList((ListItem((paragraph("Outer.", 23), inner)),), at(23))
    found = {item.text: item for item in inspect(make(with_body(outer))).items}
    assert found["Outer."].within == ("bullet",)
    assert found["Inner."].within == ("bullet", "bullet")
