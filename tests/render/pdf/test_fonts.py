"""Words of many scripts are set in the fonts of the layout, and in no font of the machine."""

from collections.abc import Callable
from pathlib import Path

import pytest

from glossary_publish.article import LanguageSpan, Paragraph, Text
from glossary_publish.diagnostics import Report
from glossary_publish.layout import Layout
from glossary_publish.render.pdf import render
from glossary_publish.verify.inspect.pdf import inspect
from glossary_publish.verify.runner import verify
from tests.render.pdf.handouts import with_body
from tests.render.pdf.opened import opened
from tests.support.publications import at, paragraph, words
from tests.validators import pdf as validators


def families(data: bytes) -> set[str]:
    """The fonts in a file, without the tags of their subsets."""
    pdf = opened(data)
    return {
        str(font.BaseFont).partition("+")[2] for page in pdf.pages for font in page.Resources.Font.values()
    }


@pytest.mark.parametrize(
    ("text", "family"),
    [
        ("Ελληνικά: ψυχή και λόγος", "Noto-Sans"),
        ("Кириллица: доверие и союз", "Noto-Sans"),
        ("Tiếng Việt, żółć, İstanbul", "Noto-Sans"),
        ("5 µg and ⅓ of 5 μg, oﬃce, ἄνθρωπος", "Noto-Sans"),
        ("∑ ∫ √2 ≤ 3 ≥ 1 ≠ 0 → ∞ ∈", "Noto-Sans-Math"),
        ("✓ ✗ ☐ ☑ ★ ● ■ ▶", "Noto-Sans-Symbols2"),
    ],
)
def test_scripts_and_signs_fall_back(
    make: Callable[..., bytes], layout: Layout, tmp_path: Path, text: str, family: str
) -> None:
    publication = with_body(paragraph(text, 20))
    data, report = make(publication), Report()
    verify(publication, layout, inspect(data), report)
    assert list(report) == []
    assert any(name.startswith(family) for name in families(data))
    (tmp_path / "x.pdf").write_bytes(data)
    assert validators.validate([tmp_path / "x.pdf"]) == []


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("ar", "مَرْحَبًا بِكُمْ في التحالف العلاجي"),
        ("fa", "رابطه‌ی درمانی"),
        ("ur", "علاج کا رشتہ"),
        ("he", "הַבְּרִית הטיפולית"),
        ("yi", "די טעראַפּעוטישע אַליאַנס"),
    ],
)
def test_words_from_right_to_left_are_read_in_their_order(
    make: Callable[..., bytes], layout: Layout, language: str, text: str
) -> None:
    span = LanguageSpan(language, words(text))
    publication = with_body(
        Paragraph(
            (
                Text("Before "),
                span,
                Text(", after (12)."),
            ),
            at(20),
        )
    )
    data, report = make(publication), Report()
    verify(publication, layout, inspect(data), report)
    assert list(report) == []


def test_brackets_keep_their_meaning_beside_right_to_left_words(make: Callable[..., bytes]) -> None:
    data = make(with_body(paragraph("Mixed שלום (עולם) 12 and (34), end.", 20)))
    texts = [item.text for item in inspect(data).items]
    assert "Mixed שלום (עולם) 12 and (34), end." in texts
    assert any("2018;55(4):316-340." in text.replace("\n", "") for text in texts)


def test_only_fonts_of_the_layout_are_in_the_file(handout: bytes, layout: Layout) -> None:
    own = {font.family.replace(" ", "-") for font in layout.fonts}
    assert families(handout)
    assert all(any(name.startswith(family) for family in own) for name in families(handout))


def test_a_font_of_the_machine_is_not_seen(layout: Layout) -> None:
    """The sign is in DejaVu Sans, which comes with fontconfig."""
    report = Report()
    assert render(with_body(paragraph("⛵", 20)), layout, report) == b""
    assert [diagnostic.code for diagnostic in report] == ["missing-glyph"]
