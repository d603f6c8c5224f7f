"""A project adds a font for letters that the fonts of the tool lack; what is no such font is told."""

import io
from collections.abc import Mapping

import pytest
from fontTools.ttLib import TTFont
from fontTools.ttLib.ttCollection import TTCollection

from glossary_publish.diagnostics import Report, UsageError
from glossary_publish.font_files import check_font
from glossary_publish.layout import Layout, load_layout
from glossary_publish.render.pdf import render
from glossary_publish.verify.inspect.pdf import inspect
from glossary_publish.verify.runner import verify
from glossary_publish.workspace import MemoryWorkspace
from tests.render.pdf.handouts import with_body
from tests.support.own_font import FILE, HAN, OWN, ROW, font
from tests.support.publications import paragraph


def layout(files: Mapping[str, bytes | str]) -> Layout:
    return load_layout(MemoryWorkspace(dict(files)), "handout")


def test_letters_that_no_font_of_the_tool_has_are_set_in_the_font_of_the_project() -> None:
    publication, report = with_body(paragraph(f"Some {HAN} here.", 20)), Report()
    added = layout({OWN: ROW, FILE: font()})
    assert added.theme["type"]["others"][-1] == "Sample Han"
    data = render(publication, added, report)
    verify(publication, added, inspect(data), report)
    assert [one.code for one in report] == []
    assert f"Some {HAN} here." in [item.text for item in inspect(data).items]


def test_without_it_the_characters_are_named_and_the_help_says_what_to_add() -> None:
    report = Report()
    assert render(with_body(paragraph(f"Some {HAN} here.", 20)), layout({}), report) == b""
    (found,) = report
    assert found.code == "missing-glyph"
    assert "字 (U+5B57), 漢 (U+6F22)" in found.message
    assert OWN in found.help


def test_of_many_missing_characters_the_first_are_named_and_the_others_counted() -> None:
    report, letters = Report(), "".join(map(chr, range(0x4E00, 0x4E00 + 30)))
    render(with_body(paragraph(letters, 20)), layout({}), report)
    (found,) = report
    assert found.message.endswith("(U+4E0B) and 18 others")


def test_a_project_without_fonts_of_its_own_has_those_of_the_tool() -> None:
    assert {font.family for font in layout({}).fonts}.isdisjoint({"Sample Han"})
    assert len(layout({OWN: ROW, FILE: font()}).fonts) == len(layout({}).fonts) + 1


def collection() -> bytes:
    both, out = TTCollection(), io.BytesIO()
    both.fonts = [TTFont(io.BytesIO(font())), TTFont(io.BytesIO(font("一")))]
    both.save(out)
    return out.getvalue()


@pytest.mark.parametrize(
    ("data", "why"),
    [
        (b"", "is no OpenType font"),
        (b"<svg/>", "is no OpenType font"),
        (b"wOF2" + font()[4:], "is no OpenType font"),
        (collection(), "is a collection of fonts"),
        (font(varied=True), "is a variable font"),
        (font()[:40], "cannot be read: "),
        (font()[:300], "cannot be read: "),
        (font("").replace(b"hmtx", b"hmtz"), "lacks hmtx"),
    ],
)
def test_what_cannot_be_used_is_told_with_its_reason(data: bytes, why: str) -> None:
    with pytest.raises(UsageError) as caught:
        check_font(data, FILE)
    (found,) = caught.value.diagnostics
    assert (found.code, str(found.span)) == ("unusable-font", FILE)
    assert found.message.startswith(f"{FILE} {why}")
    assert found.help


@pytest.mark.parametrize(
    ("files", "code"),
    [
        ({OWN: ROW}, "broken-layout"),
        ({OWN: ROW, FILE: b"no font"}, "unusable-font"),
        ({OWN: ROW + ROW, FILE: font()}, "unusable-font"),
        ({OWN: ROW.replace("Sample Han", "Noto Sans"), FILE: font()}, "unusable-font"),
        ({OWN: ROW.replace("family", "name"), FILE: font()}, "broken-layout"),
        ({OWN: ROW.replace('"sample.ttf"', '"../../sample.ttf"'), FILE: font()}, "path-outside-project"),
        ({OWN: "[[fonts]", FILE: font()}, "malformed-toml"),
        ({OWN: "", FILE: font()}, "broken-layout"),
    ],
)
def test_a_font_that_is_misstated_stops_the_build_with_one_error(
    files: dict[str, bytes | str], code: str
) -> None:
    with pytest.raises(UsageError) as caught:
        layout(files)
    assert [found.code for found in caught.value.diagnostics] == [code]
