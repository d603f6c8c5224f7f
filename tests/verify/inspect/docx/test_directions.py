"""Documents that run from right to left, and words of other scripts."""

from glossary_publish.verify.inspect.docx import inspect
from glossary_publish.verify.inspection import Inspection, LanguageSeen
from tests.verify.inspect.docx.handmade import (
    FACTS,
    SECTION,
    core_properties,
    custom_properties,
    document,
    field,
    foot,
    head,
    p,
    packed,
    plain_parts,
    r,
    styles,
    table,
)

RTL = "<w:rtl/>"
ENGLISH = '<w:lang w:val="en" w:eastAsia="en"/>'


def arabic(*blocks: str) -> Inspection:
    """A document in Arabic."""
    section = SECTION.replace("</w:sectPr>", "<w:bidi/></w:sectPr>")
    parts = plain_parts()
    parts |= {
        "document": document(*blocks, section=section),
        "styles": styles(paragraph="<w:bidi/>", language="ar"),
        "core": core_properties("ar"),
        "custom": custom_properties({**FACTS, "direction": "rtl"}),
        "header": head(p("Header", r("مسودة", RTL))),
        "footer": foot(p("Footer", field(" PAGE ", "1", RTL))),
    }
    return inspect(packed(parts))


def codes(found: Inspection) -> set[str]:
    """The codes of faults, but for what the plain parts bring along."""
    return {fault.code for fault in found.faults} - {"unexpected-part"}


def test_a_document_can_run_from_right_to_left() -> None:
    found = arabic(p("Text", r("التحالف، ", RTL), r("alliance", ENGLISH), r(" (2018).", RTL)))
    assert codes(found) == set()
    assert found.items[0].text == "التحالف، alliance (2018)."
    assert found.items[0].languages == (LanguageSeen("en", "alliance"),)
    assert found.metadata["direction"] == "rtl"


def test_a_run_that_is_not_set_from_right_to_left_is_seen() -> None:
    assert codes(arabic(p("Text", r("التحالف ", RTL), r("العلاجي")))) == {"wrong-direction"}


def test_letters_and_numbers_of_the_other_direction_may_be_set_so() -> None:
    found = arabic(p("Text", r("على ", RTL), r("800-273-8255"), r(" أو ", RTL), r("Suicide Lifeline")))
    assert codes(found) == set()
    assert codes(arabic(p("Text", r("على ", RTL), r(" (- "), r("الآن", RTL)))) == {"wrong-direction"}
    assert codes(arabic(p("Text", r("على ", RTL), r("9 الآن")))) == {"wrong-direction"}


def test_a_paragraph_of_the_other_direction_needs_words_of_it() -> None:
    found = arabic(p("Text", r("التحالف", RTL), format='<w:bidi w:val="0"/>'))
    assert codes(found) == {"wrong-direction", "direct-formatting"}


def test_the_columns_of_a_table_run_with_the_text() -> None:
    assert codes(arabic(table(("", "")))) == {"wrong-direction"}
    turned = table(("", "")).replace("<w:tblLook", "<w:bidiVisual/><w:tblLook")
    assert codes(arabic(turned)) == set()


def test_words_of_east_asia_have_their_own_language() -> None:
    own = '<w:lang w:val="en" w:eastAsia="ja"/>'
    found = inspect(
        packed({**plain_parts(), "document": document(p("Text", r("同盟", own), r(" etc.", own)))})
    )
    assert found.items[0].languages == (LanguageSeen("ja", "同盟"),)
