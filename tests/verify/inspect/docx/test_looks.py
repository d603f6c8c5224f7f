"""Words are seen as large, dark and visible as the styles make them (ECMA-376, Part 1, 17.3, 17.7)."""

import pytest

from glossary_publish.verify.inspect.docx import inspect
from glossary_publish.verify.inspection import Painted
from tests.verify.inspect.docx.handmade import (
    kind_of_list,
    level,
    list_of,
    made,
    numbered,
    numbering,
    p,
    r,
    style,
    styles,
    table,
    theme,
)

TEXT = style("Text")
BLACK_ON = '<w:shd w:val="clear" w:color="auto" w:fill="{}"/>'


def seen(
    run: str = "", paragraph: str = "", words: str = "Words", defaults: str = "", more: str = ""
) -> Painted:
    """How words of a style look."""
    inside = f"<w:pPr>{paragraph}</w:pPr><w:rPr>{run}</w:rPr>"
    part = styles(more, run=defaults).replace(TEXT, style("Text", inside=inside))
    colours = theme(dk1="000000", lt1="FFFFFF", accent1="0000FF")
    found = inspect(made(p("Text", r(words)), styles=part, theme=colours))
    return next(one for one in found.painted if one.text == words)


# --- size ----------------------------------------------------------------------------------------


def test_the_size_comes_from_the_style() -> None:
    assert seen('<w:sz w:val="30"/>').size == 15
    assert seen('<w:sz w:val="9pt"/>').size == 9
    assert seen().size == 11


def test_right_to_left_words_have_a_size_of_their_own() -> None:
    size = '<w:sz w:val="30"/><w:szCs w:val="18"/>'
    assert seen(size, words="שלום").size == 9
    assert seen(size).size == 15
    assert seen(f"{size}<w:cs/>").size == 9


def test_raised_letters_and_small_capitals_are_smaller() -> None:
    assert seen('<w:vertAlign w:val="superscript"/>').size == pytest.approx(7.15)
    assert seen("<w:smallCaps/>").size == pytest.approx(8.8)
    assert seen("<w:smallCaps/>", words="WORDS").size == 11


# --- colour --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("run", "contrast"),
    [
        ('<w:color w:val="FFFFFF"/>', 1.0),
        ('<w:color w:val="767676"/>', 4.54),
        ('<w:color w:val="auto"/>', 21.0),
        ('<w:color w:val="FFFFFF" w:themeColor="text1"/>', 21.0),
        ('<w:color w:val="000000" w:themeColor="background1"/>', 1.0),
        ('<w:color w:val="000000" w:themeColor="accent1"/>', 8.59),
        ('<w:color w:val="000000" w:themeColor="accent1" w:themeTint="33"/>', 1.54),
        ('<w:color w:val="000000" w:themeColor="accent1" w:themeShade="80"/>', 16.01),
        ('<w:color w:val="FFFFFF"/><w:highlight w:val="black"/>', 21.0),
        ('<w:color w:val="FFFF00"/><w:highlight w:val="yellow"/>', 1.0),
        ('<w:highlight w:val="none"/>', 21.0),
        (BLACK_ON.format("000000") + '<w:color w:val="000000"/>', 1.0),
        (BLACK_ON.format("000000"), 21.0),
        (BLACK_ON.format("auto"), 21.0),
        ('<w:color w:val="000000"/><w:shd w:val="solid" w:color="000000" w:fill="FFFFFF"/>', 1.0),
        ('<w:color w:val="000000"/><w:shd w:val="pct50" w:color="000000" w:fill="FFFFFF"/>', 1.0),
        ('<w:color w:val="000000"/><w:shd w:val="nil" w:color="000000" w:fill="000000"/>', 21.0),
        (
            '<w:color w:val="FFFFFF"/><w:shd w:val="clear" w:color="auto" w:fill="FFFFFF" w:themeFill="text1"/>',
            21.0,
        ),
    ],
)
def test_the_contrast_is_that_of_ink_and_ground(run: str, contrast: float) -> None:
    assert seen(run).contrast == pytest.approx(contrast, abs=0.02)


def test_the_ground_of_a_paragraph_is_behind_its_words() -> None:
    assert seen('<w:color w:val="000000"/>', BLACK_ON.format("111111")).contrast < 1.2
    assert (
        seen('<w:color w:val="000000"/>' + BLACK_ON.format("FFFFFF"), BLACK_ON.format("111111")).contrast
        == 21
    )


def test_a_colour_that_the_theme_lacks_can_not_be_read() -> None:
    part = styles().replace(TEXT, style("Text", inside='<w:rPr><w:color w:themeColor="accent6"/></w:rPr>'))
    assert [fault.code for fault in inspect(made(p("Text", r("x")), styles=part)).faults] == [
        "unreadable-docx"
    ]


# --- hidden --------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "run",
    [
        "<w:vanish/>",
        "<w:webHidden/>",
        "<w:specVanish/>",
        '<w:w w:val="1"/>',
        '<w:w w:val="600%"/>',
        '<w:spacing w:val="-200"/>',
        '<w:spacing w:val="2000"/>',
        '<w:position w:val="400"/>',
        '<w:position w:val="-400"/>',
    ],
)
def test_letters_that_are_hidden_or_distorted_are_not_seen(run: str) -> None:
    assert not seen(run).visible


@pytest.mark.parametrize(
    "paragraph",
    [
        '<w:ind w:left="20000"/>',
        '<w:ind w:left="-20000"/>',
        '<w:ind w:right="9300"/>',
        '<w:ind w:firstLine="9300"/>',
        '<w:ind w:hanging="3000"/>',
        '<w:ind w:start="-5in"/>',
        '<w:spacing w:line="20" w:lineRule="exact"/>',
        '<w:spacing w:line="60" w:lineRule="auto"/>',
    ],
)
def test_words_that_are_off_the_page_or_cut_are_not_seen(paragraph: str) -> None:
    assert not seen(paragraph=paragraph).visible


@pytest.mark.parametrize(
    ("run", "paragraph"),
    [
        ('<w:vanish w:val="0"/><w:w w:val="90"/><w:spacing w:val="-10"/><w:position w:val="4"/>', ""),
        ("", '<w:ind w:left="720" w:hanging="360"/><w:spacing w:line="20" w:lineRule="atLeast"/>'),
        ("", '<w:spacing w:line="240" w:lineRule="exact"/>'),
    ],
)
def test_usual_formatting_hides_nothing(run: str, paragraph: str) -> None:
    assert seen(run, paragraph).visible


def test_what_the_defaults_hide_is_hidden() -> None:
    assert not seen(defaults="<w:vanish/>").visible


def test_two_styles_that_both_hide_cancel_each_other() -> None:
    hidden = style("Text", inside="<w:rPr><w:vanish/></w:rPr>")
    strong = style("Citation", "character", "")
    both = strong.replace("</w:style>", "<w:rPr><w:vanish/></w:rPr></w:style>")
    part = styles().replace(TEXT, hidden).replace(strong, both)
    cited = r("cited", '<w:rStyle w:val="Citation"/>')
    found = inspect(made(p("Text", r("plain"), cited), styles=part))
    assert [(one.text, one.visible) for one in found.painted[:2]] == [("plain", False), ("cited", True)]


def test_what_the_style_below_hides_is_hidden() -> None:
    more = style("Lede", based_on="Text") + style("Text", inside="<w:rPr><w:vanish/></w:rPr>")
    part = styles(more).replace(TEXT, "", 1)
    found = inspect(made(p("Lede", r("words")), styles=part))
    assert found.painted[0].visible is False


def test_a_number_looks_as_its_level_says() -> None:
    faint = level(0, "decimal", "%1.").replace("</w:lvl>", '<w:rPr><w:color w:val="EEEEEE"/></w:rPr></w:lvl>')
    lists = numbering(kind_of_list(1, faint), list_of(1, 1))
    found = inspect(made(p("ItemInN", r("words"), format=numbered(1)), numbering=lists))
    assert [(one.text, one.contrast > 4) for one in found.painted[:2]] == [("1.", False), ("words", True)]


# --- tables --------------------------------------------------------------------------------------


def in_table(inside: str, look: str = "0020") -> dict[str, Painted]:
    """How the words of a table of a style look."""
    plain = style("GlossaryTable", "table", "")
    part = styles().replace(plain, style("GlossaryTable", "table", "", inside))
    block = table(("a", "b"), ("c", "d"), ("e", "f")).replace('w:val="0020"', f'w:val="{look}"')
    return {one.text: one for one in inspect(made(block, styles=part)).painted}


def condition(name: str, fill: str) -> str:
    """A conditional format of a table style."""
    return f'<w:tblStylePr w:type="{name}"><w:tcPr>{BLACK_ON.format(fill)}</w:tcPr></w:tblStylePr>'


@pytest.mark.parametrize(
    ("name", "look", "cells"),
    [
        ("wholeTable", "0600", "abcdef"),
        ("firstRow", "0620", "ab"),
        ("lastRow", "0640", "ef"),
        ("firstCol", "0680", "ace"),
        ("lastCol", "0700", "bdf"),
        ("nwCell", "06A0", "a"),
        ("neCell", "0720", "b"),
        ("swCell", "06C0", "e"),
        ("seCell", "0740", "f"),
        ("band1Horz", "0420", "cd"),
        ("band2Horz", "0420", "ef"),
        ("band1Vert", "0200", "ace"),
        ("band2Vert", "0200", "bdf"),
        ("firstRow", "0600", ""),
    ],
)
def test_a_table_style_shades_the_cells_of_its_conditions(name: str, look: str, cells: str) -> None:
    ink = '<w:rPr><w:color w:val="000000"/></w:rPr>'
    seen = in_table(ink + condition(name, "000000"), look)
    assert "".join(text for text in "abcdef" if seen[text].contrast < 2) == cells


def test_a_later_condition_lies_over_an_earlier_one() -> None:
    ink = '<w:rPr><w:color w:val="000000"/></w:rPr>'
    seen = in_table(ink + condition("firstRow", "000000") + condition("wholeTable", "111111"))
    assert seen["a"].contrast == 1.0
    assert 1 < seen["c"].contrast < 1.2


def test_a_table_can_be_behind_its_words() -> None:
    ink = '<w:rPr><w:color w:val="000000"/></w:rPr>'
    assert in_table(f"<w:tblPr>{BLACK_ON.format('000000')}</w:tblPr>{ink}")["d"].contrast == 1.0


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("<w:tr><w:tc>", "<w:tr><w:trPr><w:hidden/></w:trPr><w:tc>"),
        ("<w:tr><w:tc>", '<w:tr><w:trPr><w:trHeight w:val="1" w:hRule="exact"/></w:trPr><w:tc>'),
        ('<w:gridCol w:w="2000"/>', '<w:gridCol w:w="20"/>'),
        ('<w:gridCol w:w="2000"/>', '<w:gridCol w:w="9000"/>'),
        ("<w:tblLook", '<w:tblInd w:w="9000" w:type="dxa"/><w:tblLook'),
        ("<w:tblLook", '<w:tblInd w:w="-9000" w:type="dxa"/><w:tblLook'),
        ("<w:tc><w:tcPr/>", '<w:tc><w:tcPr><w:tcW w:w="10" w:type="dxa"/></w:tcPr>'),
    ],
)
def test_rows_and_columns_that_are_hidden_or_off_the_page_are_not_seen(old: str, new: str) -> None:
    found = inspect(made(table(("a", "b"), ("c", "d")).replace(old, new)))
    assert not next(one for one in found.painted if one.text == "c").visible


def test_a_cell_can_be_shaded_by_itself() -> None:
    shaded = table(("a", "b"), ("c", "d")).replace(
        "<w:tcPr/>", f"<w:tcPr>{BLACK_ON.format('808080')}</w:tcPr>"
    )
    found = inspect(made(shaded))
    assert {one.contrast for one in found.painted if one.text in "abcd"} == {5.32}
