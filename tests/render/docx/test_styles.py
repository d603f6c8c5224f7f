"""Every paragraph says by its style what it is and what is around it."""

import pytest
from lxml import etree

from glossary_publish.article import Paragraph, Text
from tests.render.docx.conftest import NAMESPACES, Draft, Make, W
from tests.render.docx.samples import nested, with_body
from tests.support.publications import at


@pytest.fixture(scope="module")
def deep(make: Make) -> Draft:
    return make(nested())


@pytest.mark.parametrize(
    ("style", "words"),
    [
        ("Label", ["Glossary · 1 minute read"]),
        ("Heading1", ["Every construct: shown once"]),
        ("AlsoKnownAs", ["Also known as all of them, the lot"]),
        ("Lede", ["One sentence that says what this sample is for and why it is here."]),
        ("CrisisNoticeCallout", ["988"]),
        ("CrisisNoticeHeading2", ["In a crisis? You can get help now."]),
        ("DisclaimerHeading2", ["Medical disclaimer"]),
        ("KeyPointsItemInB", ["First.", "Second."]),
        ("Heading3", ["A table", "Can it be repaired?"]),
        ("Term", ["Alliance", "Rupture", "Strain"]),
        ("Meaning", ["A bond.", "A break.", "A weakening."]),
        ("TextInQ", ["Words of somebody else.", "And some more."]),
        ("Code", ["first line\n  second line"]),
        ("Caption", ["Two shapes."]),
        ("TableHeader", ["Measure"]),
        ("TableHeaderRight", ["Items"]),
        ("TableText", ["WAI", "SRS"]),
        ("TableTextRight", ["36", "4"]),
        (
            "Legend",
            ["The words in parentheses name the kind of source. They do not grade how certain it is."],
        ),
        ("Address", ["Read online: example.org/glossary/every-construct?EC-K4QX7"]),
    ],
)
def test_a_construct_has_its_style(draft: Draft, style: str, words: list[str]) -> None:
    assert draft.styled(style) == words


def test_facts_are_label_tab_and_value(draft: Draft) -> None:
    assert draft.styled("Fact")[0] == "Updated\t18 December 2025"
    runs = "//w:p[w:pPr/w:pStyle/@w:val='Fact'][1]/w:r/w:rPr/w:rStyle/@w:val"
    assert draft.values(runs) == ["FactLabel", "FactValue"]


@pytest.mark.parametrize(
    ("words", "style"),
    [
        ("How to edit this draft", "EditingInstructionsHeading2"),
        ("Send it back.", "EditingInstructionsItemInB"),
        ("A point.", "DisclaimerItemInB"),
        ("More words.", "DisclaimerText"),
        ("Bullet", "ItemInB"),
        ("Further", "TextInB"),
        ("Quote in an item", "TextInBQ"),
        ("A quote opens the item", "TextInBQ"),
        ("Back", "TextInB"),
        ("A list opens item one", "ItemInNB"),
        ("Inner two", "ItemInNN"),
        ("In a quote", "TextInQ"),
        ("Quoted bullet", "ItemInQB"),
        ("More", "TextInQB"),
        ("Quoted number", "ItemInQN"),
        ("Inner quote", "TextInQQ"),
        ("Meaning", "Meaning"),
        ("In a meaning", "ItemInDB"),
        ("Quoted meaning", "TextInDQ"),
        ("Second meaning", "Meaning"),
    ],
)
def test_a_paragraph_says_what_is_around_it(deep: Draft, words: str, style: str) -> None:
    assert deep.style_of(words) == style


def test_code_says_what_is_around_it(deep: Draft) -> None:
    styles = deep.values("//w:pStyle[starts-with(@w:val, 'Code')]/@w:val")
    assert styles == ["CodeInB", "CodeInB", "CodeInQ", "CodeInD"]


def test_every_style_that_is_named_is_defined(draft: Draft, deep: Draft) -> None:
    for one in (draft, deep):
        defined = set(one.values("//w:style/@w:styleId", "word/styles.xml"))
        for name in ("word/document.xml", "word/footnotes.xml", "word/header1.xml", "word/footer1.xml"):
            used = one.values("//w:pStyle/@w:val | //w:rStyle/@w:val | //w:tblStyle/@w:val", name)
            assert set(used) <= defined
        based = one.values("//w:basedOn/@w:val | //w:next/@w:val", "word/styles.xml")
        assert set(based) <= defined


def test_no_two_styles_have_one_name(deep: Draft) -> None:
    names = [name.lower() for name in deep.values("//w:style/w:name/@w:val", "word/styles.xml")]
    assert len(set(names)) == len(names)


def test_an_editor_reads_the_names_that_word_has_for_its_own_styles(draft: Draft) -> None:
    named = {"Heading1": "heading 1", "Text": "Body Text", "ItemInB": "List Bullet", "TextInQ": "Quote"}
    for id, name in named.items():
        style = draft.style(id)
        assert style.xpath("string(w:name/@w:val)", namespaces=NAMESPACES) == name
        assert style.get(f"{W}customStyle") is None


def test_headings_have_their_outline_level(draft: Draft) -> None:
    for level in range(1, 7):
        path = "string(w:pPr/w:outlineLvl/@w:val)"
        assert draft.style(f"Heading{level}").xpath(path, namespaces=NAMESPACES) == str(level - 1)


def test_a_heading_in_a_box_is_based_on_the_heading(draft: Draft) -> None:
    style = draft.style("CrisisNoticeHeading2")
    assert style.xpath("string(w:basedOn/@w:val)", namespaces=NAMESPACES) == "Heading2"


def test_the_frame_of_a_box_is_the_same_in_all_its_styles(draft: Draft) -> None:
    # Word joins the frames of neighbours only if frames and indents are alike.
    for box, leaves in (("CrisisNotice", "Callout Heading2 Text"), ("KeyPoints", "Heading2 ItemInB")):
        properties = [draft.style(f"{box}{leaf}").find(f"{W}pPr") for leaf in leaves.split()]
        frames = {
            tuple(_told(one, name) for name in ("pBdr", "ind")) for one in properties if one is not None
        }
        assert len(frames) == 1
        assert "" not in frames.pop()


def _told(properties: etree._Element, name: str) -> str:
    """A property of a paragraph, written out."""
    found = properties.find(f"{W}{name}")
    return "" if found is None else etree.tostring(found, encoding="unicode")


def test_paragraphs_have_no_formatting_of_their_own_but_their_number(deep: Draft) -> None:
    for name in ("word/document.xml", "word/footnotes.xml"):
        for properties in deep.find("//w:p/w:pPr", name):
            assert {str(child.tag) for child in properties} <= {f"{W}pStyle", f"{W}numPr"}


def test_runs_have_no_formatting_of_their_own_but_stress_weight_and_language(draft: Draft) -> None:
    allowed = {f"{W}{name}" for name in "rStyle b bCs i iCs rtl lang".split()}
    assert {str(node.tag) for node in draft.find("//w:rPr/*")} <= allowed


def test_no_paragraph_is_empty(draft: Draft, deep: Draft) -> None:
    for one in (draft, deep):
        assert one.find("//w:p[not(.//w:r) and not(w:pPr/w:numPr)]") == []


def test_an_unknown_role_is_plain_text(make: Make) -> None:
    draft = make(with_body(Paragraph((Text("Plain."),), at(1), "something-new")))
    assert draft.style_of("Plain.") == "Text"


def test_colours_and_font_are_those_of_the_theme(draft: Draft) -> None:
    theme = draft.files["word/theme/theme1.xml"].decode()
    assert '<a:accent1><a:srgbClr val="0B4F6C"/></a:accent1>' in theme
    assert '<a:latin typeface="Atkinson Hyperlegible Next"/>' in theme
    colour = "string(w:rPr/w:color/@w:themeColor)"
    assert draft.style("Heading2").xpath(colour, namespaces=NAMESPACES) == "accent1"
    assert draft.style("Callout").xpath(colour, namespaces=NAMESPACES) == "accent2"
