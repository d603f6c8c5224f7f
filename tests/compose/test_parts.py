"""The parts of an edition: what each one says, in which form, and that empty ones are not there."""

from dataclasses import replace

import pytest

from glossary_publish.article import BulletList, FactList, Heading, Link, Paragraph, QrCode, Text
from glossary_publish.compose import compose
from glossary_publish.compose.parts import PARTS
from glossary_publish.compose.parts.front import reading_time
from glossary_publish.diagnostics import PublishError, Span
from glossary_publish.glossary.walking import blocks_within, inlines_within
from glossary_publish.publication import Publication, plain_text
from tests.compose.sample import (
    article,
    complete,
    compose_for_clinic,
    composed,
    fault_of,
    glossary,
    ids,
    layout,
    lines,
    listing,
    part,
)
from tests.glossary.sample import ARTICLE, KINDS, SETTINGS, edited, translated

NO_SITE = edited(SETTINGS, ('site = "https://example.org/trial"\n', ""))
ADDRESS = "https://example.org/trial/trial"


def facts(*changes: tuple[str, str]) -> list[tuple[str, str]]:
    """The facts of the sample with some words changed."""
    (block,) = part(composed(article(*changes)), "facts").blocks
    assert isinstance(block, FactList)
    return [(plain_text(fact.label), plain_text(fact.value)) for fact in block.facts]


def links(publication: Publication, id: str) -> list[tuple[str, str]]:
    """The links of a part: words and target."""
    blocks = blocks_within(part(publication, id).blocks)
    inlines = [inline for block in blocks for inline in inlines_within(block)]
    return [(plain_text(one.children), one.target) for one in inlines if isinstance(one, Link)]


# --- before the text -----------------------------------------------------------------------------


def test_the_label_names_category_and_reading_time() -> None:
    assert lines(composed(), "label") == ["Glossary · 1 minute read"]


@pytest.mark.parametrize(("words", "minutes"), [(0, 1), (1, 1), (200, 1), (201, 2), (750, 4)])
def test_reading_time_is_rounded_up_and_signs_are_no_words(words: int, minutes: int) -> None:
    text = " ".join(["word", "–"] * words)
    assert reading_time([Paragraph((Text(text),), Span("a.md"))]) == minutes


def test_the_title_comes_with_other_names_and_one_sentence() -> None:
    blocks = part(composed(complete()), "title").blocks
    assert isinstance(blocks[0], Heading)
    assert (blocks[0].level, blocks[0].anchor) == (1, "title")
    assert [block.role for block in blocks if isinstance(block, Paragraph)] == ["also-known-as", "lede"]
    assert lines(composed(complete()), "title")[1] == "Also known as attempt, test run"
    assert len(lines(composed(), "title")) == 2


@pytest.mark.parametrize(
    ("review", "expected"),
    [
        ("sample: true", [("Review", "Sample: not clinically reviewed"), ("Review date", "not recorded")]),
        ("due: 2026-12-01", [("Review", "Reviewed by Nobody"), ("Review due", "December 1, 2026")]),
        ("sample: false", [("Review", "Reviewed by Nobody"), ("Review date", "not recorded")]),
        (
            "on: 2025-12-01",
            [("Review", "Reviewed by Nobody on December 1, 2025"), ("Review due", "not recorded")],
        ),
        (
            "on: 2025-12-01\n  due: 2026-12-01",
            [("Review", "Reviewed by Nobody on December 1, 2025"), ("Review due", "December 1, 2026")],
        ),
    ],
)
def test_facts_say_how_old_the_article_is_and_who_vouches_for_it(
    review: str, expected: list[tuple[str, str]]
) -> None:
    updated, *reviewed, version = facts(("sample: true", review))
    assert (updated, version) == (("Updated", "December 18, 2025"), ("Version", "1.0"))
    assert reviewed == expected


def test_lists_of_the_front_matter_are_parts_with_a_heading() -> None:
    made = composed(complete())
    assert lines(made, "key-points")[0] == "Key points"
    assert lines(made, "actions") == ["What you can do", "Ask."]
    assert lines(made, "questions-to-ask") == ["Questions to ask", "How long will it take?"]


def test_every_line_keeps_its_place_in_the_source() -> None:
    (_, block) = part(composed(complete()), "questions-to-ask").blocks
    assert isinstance(block, BulletList)
    (paragraph,) = block.items[0].blocks
    assert isinstance(paragraph, Paragraph)
    assert str(paragraph.span) == f"{ARTICLE}:15:5"


# --- after the text ------------------------------------------------------------------------------


def test_what_is_empty_has_no_part_and_no_heading() -> None:
    bare = article((" a citation [@bordin1979] and a note.[^one]", " all."), ("[^one]: The note.", ""))
    assert ids(composed(bare, NO_SITE)) == [
        "label",
        "title",
        "facts",
        "crisis-notice",
        "disclaimer",
        "key-points",
        "body",
        "colophon",
    ]


def test_notes_have_a_heading_unless_the_format_has_notes_of_its_own() -> None:
    assert lines(composed(), "notes") == ["Notes", "The note."]
    assert lines(composed(on=layout("word")), "notes") == ["The note."]


def test_related_articles_are_linked_by_their_terms() -> None:
    made = composed(complete(), on=layout("ebook"))
    assert lines(made, "related") == ["Related articles", "Other term"]
    assert links(made, "related") == [("Other term", "https://example.org/trial/other")]


def test_on_paper_related_articles_have_their_addresses() -> None:
    assert lines(composed(complete()), "related")[1] == "Other term: https://example.org/trial/other"


@pytest.mark.parametrize("name", ["handout", "ebook"])
def test_without_a_site_related_articles_are_plain_words(name: str) -> None:
    made = composed(complete(), NO_SITE, on=layout(name))
    assert (lines(made, "related")[1:], links(made, "related")) == (["Other term"], [])


def test_the_term_of_a_related_article_in_another_language_says_so() -> None:
    spanish = {"content/articles/trial.es.md": translated(complete()[ARTICLE]), **complete()}
    kinds = edited(KINDS, ("labels.en", 'labels.es = "texto"\nlabels.en'))
    boilerplate = {
        f"content/boilerplate/trial-{name}.es.md": edited(
            f"content/boilerplate/trial-{name}.en.md", ("language: en", "language: es")
        )[f"content/boilerplate/trial-{name}.en.md"]
        for name in ("crisis", "disclaimer")
    }
    whole = glossary(spanish, kinds, boilerplate)
    (own,) = (one for one in whole.articles if one.language == "es")
    made = compose(whole, own, layout())
    assert "LanguageSpan(language='en'" in repr(part(made, "related").blocks)
    assert made.metadata.language == "es"
    assert lines(made, "facts")[1] == "18 de diciembre de 2025"
    assert lines(made, "references")[1].endswith("(texto)")


def test_references_are_locked_and_their_legend_comes_last() -> None:
    made = part(composed(), "references")
    assert made.locked
    assert [type(block).__name__ for block in made.blocks] == ["Heading", "ReferenceList", "Paragraph"]
    assert isinstance(made.blocks[-1], Paragraph)
    assert made.blocks[-1].role == "legend"


def test_where_references_have_no_room_their_address_stands_instead() -> None:
    shown = listing(("title", "full"), ("references", "address"))
    assert lines(composed(on=shown), "references") == [
        "References",
        f"The sources are listed with the full article: {ADDRESS}",
    ]


def test_without_a_site_references_find_room() -> None:
    shown = listing(("title", "full"), ("references", "address"))
    assert lines(composed(NO_SITE, on=shown), "references")[1].startswith("Bordin")


def test_the_imprint_names_publisher_version_code_terms_and_that_it_is_a_sample() -> None:
    made = composed()
    imprint, terms, sample = lines(made, "colophon")
    assert imprint == f"Published by Nobody · Version 1.0 · Edition code {made.metadata.code}"
    assert terms == "Terms of use: CC BY 4.0"
    assert links(made, "colophon") == [("CC BY 4.0", "https://creativecommons.org/licenses/by/4.0/")]
    assert sample.startswith("This is sample content.")
    assert len(lines(composed(edited(SETTINGS, ("sample = true", "sample = false"))), "colophon")) == 2


def test_the_short_imprint_is_one_line_and_keeps_the_sample_notice() -> None:
    made = composed(on=listing(("title", "full"), ("colophon", "short")))
    assert lines(made, "colophon")[0] == f"Nobody · Version 1.0 · {made.metadata.code} · CC BY 4.0"
    assert len(lines(made, "colophon")) == 2


def test_the_address_is_a_link_and_on_paper_a_code_too() -> None:
    paper, screen = composed(), composed(on=layout("ebook"))
    target = f"{ADDRESS}?{paper.metadata.code}"
    short = target.removeprefix("https://")
    assert lines(screen, "address") == [f"Read online: {short}"]
    assert links(screen, "address") == [(short, target)]
    code = part(paper, "address").blocks[-1]
    assert isinstance(code, QrCode)
    assert (code.target, code.alt) == (target, "QR code that leads to this article online")
    assert paper.metadata.address == ADDRESS


def test_an_address_without_encryption_is_printed_whole() -> None:
    screen = composed(edited(SETTINGS, ("https://example.org/trial", "http://example.org/trial")))
    code = screen.metadata.code
    assert lines(screen, "address")[0] == f"Read online: http://example.org/trial/trial?{code}"


def test_without_a_site_there_is_neither_address_nor_code() -> None:
    for name in ("handout", "ebook", "word"):
        none = composed(edited(SETTINGS, ('site = "https://example.org/trial"\n', "")), on=layout(name))
        assert "address" not in ids(none)
        assert none.metadata.address == ""


def test_only_a_word_draft_tells_how_to_edit() -> None:
    made = composed(on=layout("word"))
    assert ids(made)[0] == "editing-instructions"
    words = " ".join(lines(made, "editing-instructions"))
    assert "Track Changes" in words
    assert "locked" in words
    assert "editing-instructions" not in ids(composed())


# --- the part list -------------------------------------------------------------------------------


def test_parts_stand_in_the_order_of_the_layout() -> None:
    for name in ("handout", "ebook", "word"):
        made = compose_for_clinic(complete(), on=layout(name))
        assert ids(made) == [row.id for row in layout(name).parts]


def test_the_text_is_a_chapter_between_front_and_back() -> None:
    made = composed(complete())
    (chapter,) = made.chapters
    assert [one.id for one in chapter.parts] == ["body", "notes"]
    assert made.front[-1].id == "questions-to-ask"
    assert made.back[0].id == "related"
    assert (chapter.slug, chapter.title) == (made.metadata.slug, made.metadata.title)


def test_a_layout_without_the_text_has_no_chapter() -> None:
    made = composed(on=listing(("title", "full"), ("crisis-notice", "full"), ("disclaimer", "short")))
    assert (made.chapters, ids(made)) == ((), ["title", "crisis-notice", "disclaimer"])


def test_safety_text_that_a_layout_forgets_is_shown_with_the_disclaimer() -> None:
    made = composed(on=listing(("title", "full"), ("disclaimer", "short")))
    assert ids(made) == ["title", "disclaimer", "notice_trial-crisis"]


def test_a_layout_that_lists_notes_late_keeps_its_order() -> None:
    made = composed(on=listing(("body", "full"), ("references", "full"), ("notes", "full")))
    assert ids(made) == ["body", "references", "notes"]


def test_a_part_that_is_not_there_is_told() -> None:
    with pytest.raises(PublishError) as caught:
        composed(on=listing(("titel", "full")))
    found = fault_of(caught.value)
    assert (found.code, str(found.span)) == ("unknown-part", "layouts/handout/layout.toml")


@pytest.mark.parametrize(
    "row", [("address", "full"), ("title", "short"), ("disclaimer", "link"), ("notes", "qr")]
)
def test_a_form_that_is_not_there_is_told(row: tuple[str, str]) -> None:
    with pytest.raises(PublishError) as caught:
        composed(on=listing(row))
    assert fault_of(caught.value).code == "unknown-form"


def test_every_part_of_every_layout_is_in_the_table() -> None:
    for name in ("handout", "ebook", "word"):
        rows = {(row.id, row.form) for row in layout(name).parts}
        assert rows - PARTS.keys() == {("crisis-notice", "full"), ("disclaimer", "full")}


def test_a_kind_without_a_label_in_the_language_is_told() -> None:
    with pytest.raises(PublishError) as caught:
        composed(edited(KINDS, ("labels.en", "labels.de")))
    found = fault_of(caught.value)
    assert (found.code, str(found.span)) == ("missing-kind-label", KINDS)


def test_a_string_that_is_missing_stops_only_what_needs_it() -> None:
    whole = glossary()
    strings = {key: text for key, text in whole.strings["en"].items() if key != "qr-code"}
    cut = replace(whole, strings={"en": strings})
    assert ids(compose(cut, cut.articles[0], layout("ebook")))
    with pytest.raises(PublishError) as caught:
        compose(cut, cut.articles[0], layout())
    assert fault_of(caught.value).code == "missing-string"


@pytest.mark.parametrize(
    ("text", "minutes"),
    [("字" * 400, 1), ("字" * 401, 2), ("ことば、" * 134 + "ab", 2), ("word 字 " * 133, 1)],
)
def test_where_no_spaces_part_words_two_letters_count_as_one(text: str, minutes: int) -> None:
    assert reading_time([Paragraph((Text(text),), Span("a.md"))]) == minutes
