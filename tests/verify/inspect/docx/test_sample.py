"""A document made by hand is read as what it is, item by item."""

from glossary_publish.verify.inspect.docx import inspect
from glossary_publish.verify.inspection import Item, Kind, LanguageSeen, LinkSeen
from tests.verify.inspect.docx.handmade import FACTS, made, packed, plain_parts
from tests.verify.inspect.docx.sample import parts

FOUND = inspect(packed(parts()))
PAGE = "https://example.org/a"


def some(kind: Kind) -> list[Item]:
    """The items of a kind."""
    return [item for item in FOUND.items if item.kind is kind]


def test_a_clean_document_has_no_faults() -> None:
    assert FOUND.faults == ()
    assert FOUND.format == "docx"
    assert (FOUND.cannot, FOUND.attachments) == ((), {})


def test_headings_have_levels_and_anchors() -> None:
    assert [(item.text, item.level, item.anchor) for item in some(Kind.HEADING)] == [
        ("First title", 1, "title"),
        ("Get help", 2, "crisis"),
        ("What it is", 2, "what-it-is"),
        ("References", 2, "references"),
    ]
    assert FOUND.outline == ((1, "First title"), (2, "Get help"), (2, "What it is"), (2, "References"))


def test_a_line_of_facts_is_a_label_and_a_value() -> None:
    assert [item.kind for item in FOUND.items if item.text in ("Updated", "1 May")] == [
        Kind.FACT_LABEL,
        Kind.FACT_VALUE,
    ]


def test_stamps_and_locks_come_from_controls() -> None:
    held = [(item.text, item.stamp, item.locked) for item in FOUND.items if item.stamp or item.locked]
    assert held == [
        ("Get help", "crisis-us@1.0", True),
        ("Call 988.", "crisis-us@1.0", True),
        ("No care.", "medical@1.2", False),
        ("First source", "", True),
        ("Second.", "", True),
    ]


def test_list_items_are_nested_and_numbered_as_word_counts() -> None:
    assert [
        (item.text, item.within, item.label)
        for item in FOUND.items
        if {"bullet", "ordered"} & set(item.within)
    ] == [
        ("Bullet one", ("bullet",), "bullet"),
        ("More of one", ("bullet",), ""),
        ("Deep one", ("bullet", "ordered"), "1"),
        ("Deep two", ("bullet", "ordered"), "2"),
        ("Bullet two", ("bullet",), "bullet"),
        ("Number three", ("ordered",), "3"),
        ("Number four", ("ordered",), "4"),
        ("Number one", ("ordered",), "1"),
    ]


def test_terms_code_and_quotes_are_known_by_their_styles() -> None:
    assert [
        (item.kind, item.text, item.within)
        for item in FOUND.items
        if {"definitions", "quote"} & set(item.within)
    ] == [
        (Kind.TERM, "Alliance", ("definitions",)),
        (Kind.MEANING, "A bond.", ("definitions",)),
        (Kind.CODE, "x y", ("definitions",)),
        (Kind.PARAGRAPH, "Quoted.", ("quote",)),
    ]


def test_cells_have_row_and_column() -> None:
    cells = [(item.kind, item.label, item.text) for item in FOUND.items if "," in item.label]
    assert cells == [
        (Kind.HEADER_CELL, "1,1", "Measure"),
        (Kind.HEADER_CELL, "1,2", "Items"),
        (Kind.CELL, "2,1", "WAI"),
        (Kind.CELL, "2,2", "36"),
    ]


def test_figures_have_alternative_texts_and_captions() -> None:
    assert [(item.kind, item.alt, item.text) for item in FOUND.items if item.alt or "dot." in item.text] == [
        (Kind.FIGURE, "A dot", ""),
        (Kind.CAPTION, "", "One dot."),
    ]


def test_links_lead_to_addresses_and_to_anchors() -> None:
    assert [link for item in FOUND.items for link in item.links] == [
        LinkSeen("988", PAGE),
        LinkSeen("1", "#reference-1"),
        LinkSeen("source", PAGE),
        LinkSeen("there", "https://example.org/b"),
    ]


def test_languages_come_from_the_runs() -> None:
    assert [stretch for item in FOUND.items for stretch in item.languages] == [
        LanguageSeen("fr", "mot"),
        LanguageSeen("ar", "التحالف"),
    ]


def test_notes_are_read_after_the_text_and_numbered_by_their_marks() -> None:
    assert [(item.text, item.notes) for item in FOUND.items if item.notes] == [
        ("Plain stress words [1].", ("1",)),
        ("French mot and التحالف.", ("1",)),
        ("Two", ("2",)),
    ]
    assert [(item.text, item.label, item.anchor) for item in FOUND.items[-3:]] == [
        ("First note, there", "1", "note-1"),
        ("Second note.", "2", "note-2"),
        ("More.", "", ""),
    ]


def test_references_have_numbers_and_anchors() -> None:
    assert [(item.text, item.label, item.anchor) for item in some(Kind.REFERENCE)] == [
        ("First source", "1", "reference-1"),
        ("Second.", "2", "reference-2"),
    ]


def test_lines_at_head_and_foot_are_parted_by_tabs() -> None:
    assert FOUND.furniture == ("Draft", "Term", "Page {page} of {pages}")


def test_metadata_come_from_the_properties() -> None:
    assert FOUND.metadata == {
        **FACTS,
        "title": "Handmade",
        "description": "By hand.",
        "language": "en",
    }


def test_every_word_is_painted_with_the_item_that_it_is_of() -> None:
    painted: dict[int, list[str]] = {run.item: [] for run in FOUND.painted}
    for run in FOUND.painted:
        painted[run.item].append(run.text)
    words = [item.text for item in FOUND.items if item.text]
    assert all(run.visible and run.contrast == 21 for run in FOUND.painted)
    assert painted[0] == ["First title"]
    assert painted[1] == ["Updated"]
    assert painted[2] == ["1 May"]
    assert painted[8] == ["•", "Bullet one"]
    assert painted[-1] == ["Draft", "Term", "Page", "1", "of", "1"]
    assert len(painted) == len(words) + 1


def test_names_of_long_anchors_come_from_the_settings() -> None:
    written = parts()
    written["settings"] = written["settings"].replace(
        "</w:settings>",
        '<w:docVars><w:docVar w:name="what_it_is" w:val="a-very-long_anchor"/></w:docVars></w:settings>',
    )
    found = inspect(packed(written))
    assert found.faults == ()
    assert [item.anchor for item in found.items if item.text == "What it is"] == ["a-very-long_anchor"]


def test_a_document_of_nothing_is_read() -> None:
    written = plain_parts()
    del written["note arrows"]
    written["arrows"] = written["arrows"].replace("Type", "type")
    assert [fault.code for fault in inspect(made()).faults] == ["unexpected-part"] * 3
    assert inspect(packed(written)).items == ()


def test_what_is_no_archive_is_refused() -> None:
    for data in (b"", b"{\\rtf1}", b"\xd0\xcf\x11\xe0" + bytes(600), b"PK\x03\x04"):
        found = inspect(data)
        assert [fault.code for fault in found.faults] == ["unreadable-docx"]
        assert found.items == ()


def test_a_cut_archive_is_refused() -> None:
    data = packed(parts())
    for end in range(0, len(data), 997):
        assert [fault.code for fault in inspect(data[:end]).faults] == ["unreadable-docx"]
