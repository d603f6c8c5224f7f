"""The page: paper, margins, head and foot, and the direction of writing."""

from dataclasses import replace

import pytest

from glossary_publish.article import Cell, LanguageSpan, Paragraph, Table, Text
from glossary_publish.layout import load_layout
from glossary_publish.publication import Publication
from glossary_publish.workspace import MemoryWorkspace
from tests.render.docx.conftest import NAMESPACES, Draft, Make, W
from tests.render.docx.samples import nested, with_body
from tests.support.publications import at, every_construct, paragraph, words


def written_in(publication: Publication, language: str, direction: str) -> Publication:
    """A publication of another language."""
    return replace(
        publication, metadata=replace(publication.metadata, language=language, direction=direction)
    )


@pytest.fixture(scope="module")
def arabic(make: Make) -> Draft:
    french = Paragraph((Text("قال "), LanguageSpan("fr", words("bonjour")), Text(" له")), at(1))
    table = Table((Cell(words("أ"), "right"),), ((Cell(words("ب"), "left"),),), at(1))
    return make(written_in(with_body(french, table), "ar", "rtl"))


# --- paper ---------------------------------------------------------------------------------------


@pytest.mark.parametrize(("paper", "size"), [("letter", ("12240", "15840")), ("a4", ("11906", "16838"))])
def test_the_page_is_that_of_the_paper(make: Make, paper: str, size: tuple[str, str]) -> None:
    layout = load_layout(MemoryWorkspace({}), "word", paper)
    draft = make(every_construct(native_notes=True, qr=False), layout)
    (found,) = draft.find("//w:sectPr/w:pgSz")
    assert (found.get(f"{W}w"), found.get(f"{W}h")) == size
    (margin,) = draft.find("//w:sectPr/w:pgMar")
    measure = int(size[0]) - int(margin.get(f"{W}left", "")) - int(margin.get(f"{W}right", ""))
    tab = draft.style("Footer").xpath("number(w:pPr/w:tabs/w:tab/@w:pos)", namespaces=NAMESPACES)
    assert tab == pytest.approx(measure, abs=1)


# --- head and foot -------------------------------------------------------------------------------


def test_the_head_says_that_this_is_a_draft(draft: Draft) -> None:
    assert draft.styled("Header", "word/header1.xml") == ["Draft for editing, not for patients"]
    (id,) = draft.values("//w:sectPr/w:headerReference/@r:id")
    assert draft.address(id) == "header1.xml"


def test_the_foot_has_its_line_and_the_number_of_the_page(draft: Draft) -> None:
    (line,) = draft.styled("Footer", "word/footer1.xml")
    assert line == "Every construct · version 1.0 · review date not recorded · EC-K4QX7\tPage 1 of 1"
    instructions = [node.text for node in draft.find("//w:instrText", "word/footer1.xml")]
    assert instructions == [" PAGE ", " NUMPAGES "]
    kinds = draft.values("//w:fldChar/@w:fldCharType", "word/footer1.xml")
    assert kinds == ["begin", "separate", "end"] * 2


def test_a_publication_without_lines_has_no_head_and_no_foot(make: Make) -> None:
    draft = make(replace(every_construct(native_notes=True, qr=False), furniture=()))
    assert {"word/header1.xml", "word/footer1.xml"}.isdisjoint(draft.files)
    assert draft.find("//w:headerReference | //w:footerReference") == []


# --- languages and direction -----------------------------------------------------------------------


def test_words_in_another_language_say_so(draft: Draft) -> None:
    (french,) = draft.find("//w:r[w:t='l’alliance thérapeutique']/w:rPr")
    assert french.xpath("string(w:lang/@w:val)", namespaces=NAMESPACES) == "fr"
    assert french.xpath("string(w:lang/@w:eastAsia)", namespaces=NAMESPACES) == "fr"
    assert french.find(f"{W}rtl") is None
    (arabic,) = draft.find("//w:r[w:t='التحالف العلاجي']/w:rPr")
    assert arabic.xpath("string(w:lang/@w:bidi)", namespaces=NAMESPACES) == "ar"
    assert arabic.find(f"{W}rtl") is not None


def test_the_document_says_its_language(draft: Draft) -> None:
    (language,) = draft.find("//w:docDefaults//w:lang", "word/styles.xml")
    assert set(language.attrib.values()) == {"en"}
    assert draft.values("//w:themeFontLang/@w:val", "word/settings.xml") == ["en"]


def test_a_document_from_right_to_left_runs_that_way_throughout(arabic: Draft) -> None:
    assert len(arabic.find("//w:sectPr/w:bidi")) == 1
    assert len(arabic.find("//w:docDefaults/w:pPrDefault/w:pPr/w:bidi", "word/styles.xml")) == 1
    assert len(arabic.find("//w:tblPr/w:bidiVisual")) == 1
    for name in ("word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/footer1.xml"):
        words = arabic.find("//w:r[w:t or w:footnoteRef or w:footnoteReference]", name)
        turned = [run for run in words if run.find(f"{W}rPr/{W}rtl") is None]
        assert [run for run in turned if not any(map(str.isalnum, run.findtext(f"{W}t") or ""))] == []


def test_what_runs_from_left_to_right_in_a_document_from_right_to_left_has_runs_of_its_own(
    make: Make,
) -> None:
    made = make(written_in(with_body(paragraph("اتصل على 800-273-8255 الآن")), "ar", "rtl"))
    runs = made.find("//w:p[w:r/w:t='800-273-8255']/w:r")
    assert [(run.findtext(f"{W}t"), run.find(f"{W}rPr/{W}rtl") is not None) for run in runs] == [
        ("اتصل على ", True),
        ("800-273-8255", False),
        (" الآن", True),
    ]


def test_references_run_from_left_to_right_in_a_document_from_right_to_left(arabic: Draft) -> None:
    (style,) = arabic.find("//w:style[@w:styleId='Reference']/w:pPr/w:bidi", "word/styles.xml")
    assert style.get(f"{W}val") == "0"
    words = arabic.find("//w:p[w:pPr/w:pStyle/@w:val='Reference']//w:r")
    assert words
    assert [run for run in words if run.find(f"{W}rPr/{W}rtl") is not None] == []


def test_in_a_document_from_right_to_left_the_bar_stands_on_the_right(arabic: Draft, draft: Draft) -> None:
    for one, side in ((draft, "left"), (arabic, "right")):
        path = "w:pPr/w:pBdr/*[@w:sz='24']"
        (bar,) = one.style("DisclaimerText").xpath(path, namespaces=NAMESPACES)
        assert bar.tag == f"{W}{side}"


def test_columns_keep_their_side_in_a_document_from_right_to_left(arabic: Draft, draft: Draft) -> None:
    # In a paragraph from right to left Word takes `left` for the side where lines begin.
    for one, side in ((draft, "right"), (arabic, "left")):
        path = "string(w:pPr/w:jc/@w:val)"
        assert one.style("TableTextRight").xpath(path, namespaces=NAMESPACES) == side


def test_a_document_from_left_to_right_has_no_trace_of_the_other_direction(make: Make) -> None:
    draft = make(nested())
    assert draft.find("//w:bidi | //w:rtl | //w:bidiVisual") == []
    assert draft.find("//w:bidi | //w:rtl", "word/styles.xml") == []


def test_a_paragraph_of_the_documents_language_says_nothing_of_it(make: Make) -> None:
    same = Paragraph((LanguageSpan("en", words("Same.")),), at(1))
    draft = make(with_body(same, paragraph("Other.")))
    assert draft.find("//w:body//w:lang") == []
