"""The page that WeasyPrint sets: every part once and in order, and the images that it names."""

import re
from dataclasses import replace

from glossary_publish.layout import Layout
from glossary_publish.publication import Furniture
from glossary_publish.render.pdf.document import Room, document, stylesheet
from tests.render.pdf.handouts import with_part
from tests.support.publications import DOT, EDITION_ADDRESS, every_construct, heading, paragraph


def test_images_and_codes_are_handed_over(layout: Layout) -> None:
    files: dict[str, bytes] = {}
    page = document(every_construct(), layout, files)
    assert files["content/images/dot.svg"] == DOT
    assert files[f"qr/{EDITION_ADDRESS}.svg"].startswith(b"<svg")
    assert 'src="glossary:content/images/dot.svg"' in page


def test_parts_stand_in_their_order(layout: Layout) -> None:
    page = document(every_construct(), layout, {})
    places = [page.index(f'<section class="part {part.id}') for part in every_construct().parts]
    assert places == sorted(places)


def test_page_feet_have_counters_and_no_numbers(layout: Layout) -> None:
    page = document(every_construct(), layout, {})
    assert 'Page <span class="page-number"></span> of <span class="pages-number"></span>' in page
    assert "Draft for editing" not in page  # the layout does not name this line


def test_words_are_escaped(layout: Layout) -> None:
    sample = every_construct()
    feet = (Furniture("foot", "A & <b> {page}"), *sample.furniture[1:])
    page = document(replace(sample, furniture=feet), layout, {})
    assert 'A &amp; &lt;b&gt; <span class="page-number">' in page


def test_a_long_number_to_call_stands_above_its_words(layout: Layout) -> None:
    def classes(number: str) -> bool:
        blocks = (
            paragraph(number, 9, "callout"),
            heading("In a crisis?", "crisis-notice"),
            paragraph("Call."),
        )
        return 'class="part crisis-notice below"' in document(
            with_part(every_construct(), "crisis-notice", *blocks), layout, {}
        )

    assert not classes("988")
    assert not classes("116 123")
    assert classes("0800 111 0 111")


def test_the_style_sheet_has_the_colours_of_the_theme(layout: Layout) -> None:
    changed = replace(layout, theme={**layout.theme, "colour": {**layout.theme["colour"], "brand": "teal"}})
    assert "teal" not in stylesheet("ltr", layout)
    assert "teal" in stylesheet("ltr", changed)


def test_the_style_sheet_is_mirrored_for_languages_from_right_to_left(layout: Layout) -> None:
    assert "text-align: right" in stylesheet("rtl", layout)
    assert "minmax(0, 1fr) auto" in stylesheet("rtl", layout)
    assert "auto minmax(0, 1fr)" in stylesheet("ltr", layout)


def test_a_page_foot_of_many_lines_and_a_tight_first_page_are_told_to_the_style_sheet(layout: Layout) -> None:
    usual = document(every_construct(), layout, {})
    special = document(every_construct(), layout, {}, Room(foot=200, tight=True))
    assert "margin-bottom" not in usual
    assert "<body>" in usual
    assert "@page { margin-bottom: 200px }" in special
    assert '<body class="tight">' in special


def test_the_edition_code_is_kept_in_one_piece_wherever_it_stands(layout: Layout) -> None:
    sample = every_construct()
    code = sample.metadata.code
    for direction in ("ltr", "rtl"):
        metadata = replace(sample.metadata, direction=direction)
        page = document(replace(sample, metadata=metadata), layout, {})
        kept = f'<span class="whole">{code}</span>'
        assert page.count(kept) >= 2
        assert code not in re.sub(r"<[^>]*>", "", page.replace(kept, ""))
