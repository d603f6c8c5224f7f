"""Blocks and inlines as XHTML."""

import pytest
from lxml import etree

from glossary_publish.article import (
    Block,
    BulletList,
    Cell,
    Citation,
    CitationItem,
    CodeBlock,
    Definition,
    DefinitionList,
    Emphasis,
    Fact,
    FactList,
    Heading,
    Inline,
    LanguageSpan,
    LineBreak,
    Link,
    ListItem,
    Mark,
    Note,
    NoteList,
    NoteReference,
    OrderedList,
    Paragraph,
    QrCode,
    ReferenceEntry,
    ReferenceList,
    Table,
    Text,
)
from glossary_publish.render.html import Writer, language_attributes
from tests.support.publications import at, bullets, every_construct, paragraph, words

PLAIN = Writer(
    image=lambda path: f"pictures/{path}", qr=lambda target: f"qr:{target}", note_mark="Note {number}"
)
LINKED = Writer(PLAIN.image, PLAIN.qr, PLAIN.note_mark, backlink="Back", backlink_sign="^", semantics=True)


def one_line(block: Block, writer: Writer = PLAIN) -> str:
    """A block without the line ends between its elements."""
    return writer.block(block).replace("\n", "")


def test_every_construct_is_well_formed_markup_with_all_its_words() -> None:
    for part in every_construct().parts:
        root = etree.fromstring(f"<root>{PLAIN.blocks(part.blocks)}</root>")
        assert "".join(root.itertext()).strip()


@pytest.mark.parametrize(
    ("inline", "expected"),
    [
        (Text('a < b & "c"'), 'a &lt; b &amp; "c"'),
        (LineBreak(), "<br/>"),
        (LanguageSpan("ar", words("م")), '<span lang="ar" xml:lang="ar" dir="rtl">م</span>'),
        (
            Link("https://example.org/?a=1&b=2", words("x")),
            '<a href="https://example.org/?a=1&amp;b=2">x</a>',
        ),
        (
            Citation((CitationItem("k"),), at(1), (Mark("["), Mark("1", "reference-1"), Mark("]")), "cite-1"),
            '<span class="citation" id="cite-1">[<a href="#reference-1" role="doc-biblioref">1</a>]</span>',
        ),
        (
            NoteReference(2, "note-mark-2"),
            '<sup class="note-mark"><a id="note-mark-2" href="#note-2" role="doc-noteref"'
            ' aria-label="Note 2">2</a></sup>',
        ),
    ],
)
def test_an_inline_is_written_as_the_markup_that_it_is(inline: Inline, expected: str) -> None:
    assert PLAIN.inline(inline) == expected


def test_a_heading_carries_its_anchor_and_classes() -> None:
    heading = Heading(3, words("Why?"), "why", at(1), ("faq",))
    assert PLAIN.block(heading) == '<h3 id="why" class="faq">Why?</h3>'


def test_an_item_of_one_paragraph_has_no_paragraph_element_even_before_a_list() -> None:
    item = ListItem((paragraph("Outer."), bullets("Inner.")))
    assert one_line(BulletList((item,), at(1))) == "<ul><li>Outer.<ul><li>Inner.</li></ul></li></ul>"


def test_an_item_of_two_paragraphs_keeps_both_elements() -> None:
    block = OrderedList((ListItem((paragraph("One."), paragraph("Two."))),), at(1), start=4)
    assert one_line(block) == '<ol start="4"><li><p>One.</p><p>Two.</p></li></ol>'


def test_header_cells_name_their_column_and_cells_their_alignment() -> None:
    table = Table((Cell(words("A"), "right"),), ((Cell(words("1"), "right"),),), at(1))
    assert '<th scope="col" class="right">A</th>' in PLAIN.block(table)
    assert '<td class="right">1</td>' in PLAIN.block(table)


def test_line_ends_of_code_are_kept() -> None:
    assert PLAIN.block(CodeBlock("a <\n  b", at(1))) == "<pre><code>a &lt;\n  b</code></pre>"


def test_pictures_take_their_address_from_the_format_and_always_have_an_alternative() -> None:
    assert one_line(QrCode("https://example.org", 'QR "code"', at(1))) == (
        '<figure class="qr"><img src="qr:https://example.org" alt="QR &quot;code&quot;"/></figure>'
    )


def entry(number: int, *cited_at: str) -> ReferenceList:
    """A list of one reference."""
    return ReferenceList(
        (ReferenceEntry("k", number, "reference-1", words("A book."), cited_at, at(1)),), at(1)
    )


def test_numbered_references_carry_their_number_and_unnumbered_ones_none() -> None:
    assert one_line(entry(7)) == '<ol class="references"><li id="reference-1" value="7">A book.</li></ol>'
    assert one_line(entry(0)) == '<ul class="references"><li id="reference-1">A book.</li></ul>'


def test_a_reference_leads_back_to_every_place_that_cites_it() -> None:
    once = '<a href="#cite-1" role="doc-backlink" epub:type="backlink" aria-label="Back">^</a>'
    assert one_line(entry(1, "cite-1"), LINKED).endswith(f"A book. {once}</li></ol>")
    twice = one_line(entry(1, "cite-1", "cite-4"), LINKED)
    assert 'href="#cite-4" role="doc-backlink" epub:type="backlink" aria-label="Back 2">^ 2</a>' in twice


def test_a_format_without_a_way_back_has_no_backlinks() -> None:
    assert "backlink" not in one_line(entry(1, "cite-1"))


def test_entries_of_a_list_of_terms_stand_in_elements_of_their_own_only_where_asked_for() -> None:
    facts = FactList((Fact(words("Version"), words("1.0")),), at(1))
    terms = DefinitionList((Definition((words("A"),), ((paragraph("One."),),)),), at(1))
    assert one_line(facts) == '<dl class="facts"><dt>Version</dt><dd>1.0</dd></dl>'
    grouped = Writer(PLAIN.image, PLAIN.qr, PLAIN.note_mark, groups=True)
    assert one_line(facts, grouped) == '<dl class="facts"><div><dt>Version</dt><dd>1.0</dd></div></dl>'
    assert one_line(terms, grouped) == "<dl><div><dt>A</dt><dd>One.</dd></div></dl>"


def note(*blocks: Block) -> NoteList:
    """A list of one note that is marked once."""
    return NoteList((Note(3, "note-3", blocks, at(1), ("note-mark-3",)),), at(1))


def test_the_way_back_from_a_note_stands_in_its_last_paragraph() -> None:
    back = ' <a href="#note-mark-3" role="doc-backlink" epub:type="backlink" aria-label="Back">^</a>'
    start = '<ol class="notes"><li id="note-3" value="3" epub:type="endnote">'
    assert one_line(note(paragraph("Only.")), LINKED) == f"{start}Only.{back}</li></ol>"
    two = note(paragraph("First."), paragraph("Last."))
    assert one_line(two, LINKED) == f"{start}<p>First.</p><p>Last.{back}</p></li></ol>"
    listed = note(paragraph("First."), bullets("Item."))
    assert one_line(listed, LINKED) == f"{start}<p>First.</p><ul><li>Item.</li></ul><p>{back}</p></li></ol>"


def test_structural_semantics_are_written_only_where_asked_for() -> None:
    assert "epub:type" not in PLAIN.block(note(paragraph("Only.")))


def test_the_direction_of_a_language_comes_with_it() -> None:
    assert language_attributes("he") == ' lang="he" xml:lang="he" dir="rtl"'
    assert language_attributes("fr-CA") == ' lang="fr-CA" xml:lang="fr-CA" dir="ltr"'


# --- from right to left --------------------------------------------------------------------------

TURNED = Writer(PLAIN.image, PLAIN.qr, PLAIN.note_mark, way="rtl")


def test_what_runs_from_left_to_right_stands_apart_in_a_right_to_left_text() -> None:
    text = paragraph("اتصل على 800-273-8255 الآن")
    assert one_line(text, TURNED) == '<p>اتصل على <span dir="ltr">800-273-8255</span> الآن</p>'
    assert one_line(text) == "<p>اتصل على 800-273-8255 الآن</p>"


def test_words_in_another_language_have_the_direction_of_that_language_alone() -> None:
    english = Paragraph((LanguageSpan("en", words("Suicide & Crisis")),), at(1))
    arabic = Paragraph((LanguageSpan("ar", words("رقم 116 123")),), at(1))
    assert '<span dir="ltr">' not in one_line(english, TURNED)
    assert one_line(arabic).count('<span dir="ltr">116 123</span>') == 1


@pytest.mark.parametrize(("text", "way"), [("Horvath AO. (نص)", ' dir="ltr"'), ("هورفاث. نص 2-3", "")])
def test_references_run_from_left_to_right_unless_all_are_in_right_to_left_letters(
    text: str, way: str
) -> None:
    entry = ReferenceEntry("a", 1, "ref-a", words(text), (), at(1))
    listed = one_line(ReferenceList((entry,), at(1)), TURNED)
    assert listed.startswith(f'<ol class="references"{way}>')
    assert ("<span" in listed) is not bool(way)


def test_no_line_ends_between_a_citation_and_what_it_follows() -> None:
    citation = Citation((CitationItem("one"),), at(1), (Mark("[1]"),))
    for before in (Text("word"), Emphasis(words("word")), Link("https://example.org/x", words("word"))):
        assert '\u00a0<span class="citation">[1]</span>' in PLAIN.inlines((before, Text(" "), citation))
