"""Lists are numbered as Word numbers them: each on its own, at its level, from its start."""

import pytest
from lxml import etree

from glossary_publish.article import BulletList, ListItem
from tests.render.docx.conftest import NAMESPACES, Draft, Make, W
from tests.render.docx.samples import dots, nested, numbers, with_body
from tests.support.publications import at, paragraph


@pytest.fixture(scope="module")
def deep(make: Make) -> Draft:
    return make(nested())


def level(draft: Draft, words: str) -> etree._Element:
    """The level of the list definition that numbers a paragraph."""
    num, depth = draft.number_of(words)
    (abstract,) = draft.values(f"//w:num[@w:numId='{num}']/w:abstractNumId/@w:val", "word/numbering.xml")
    path = f"//w:abstractNum[@w:abstractNumId='{abstract}']/w:lvl[@w:ilvl='{depth}']"
    (found,) = draft.find(path, "word/numbering.xml")
    return found


def shown(draft: Draft, words: str) -> str:
    """The format and the text of the number of a paragraph."""
    found = level(draft, words)
    return " ".join(
        found.xpath(f"string(w:{name}/@w:val)", namespaces=NAMESPACES) for name in ("numFmt", "lvlText")
    )


def start(draft: Draft, words: str) -> list[str]:
    """Where the list of a paragraph starts anew."""
    num, depth = draft.number_of(words)
    path = f"//w:num[@w:numId='{num}']/w:lvlOverride[@w:ilvl='{depth}']/w:startOverride/@w:val"
    return draft.values(path, "word/numbering.xml")


def test_items_have_the_level_of_their_list(draft: Draft) -> None:
    found = {words: draft.number_of(words)[1] for words in ("Goals: shared by both.", "Second level, first.")}
    assert found == {"Goals: shared by both.": "0", "Second level, first.": "1"}
    assert draft.number_of("Third level, numbered.")[1] == "2"
    assert shown(draft, "Second level, first.") == "bullet –"
    assert shown(draft, "Third level, numbered.") == "decimal %3."


def test_only_the_first_paragraph_of_an_item_has_its_number(draft: Draft) -> None:
    assert draft.number_of("A numbered item starts at three.") != ("", "")
    assert draft.number_of("It has two paragraphs.") == ("", "")


def test_a_list_keeps_its_start(draft: Draft) -> None:
    assert start(draft, "A numbered item starts at three.") == ["3"]
    first, next = (draft.number_of(words) for words in ("A numbered item starts at three.", "The next item."))
    assert first == next


def test_every_list_has_a_number_of_its_own_and_starts_again(make: Make) -> None:
    draft = make(with_body(numbers(paragraph("a")), numbers(paragraph("b")), dots(paragraph("c"))))
    lists = [draft.number_of(words)[0] for words in "abc"]
    assert len(set(lists)) == 3
    assert (start(draft, "a"), start(draft, "b"), start(draft, "c")) == (["1"], ["1"], [])


def test_levels_above_an_item_are_the_lists_around_it(deep: Draft) -> None:
    found = level(deep, "A list opens item one").getparent()
    assert found is not None
    formats = found.xpath("w:lvl/w:numFmt/@w:val", namespaces=NAMESPACES)
    assert formats == ["decimal", *["bullet"] * 8]


def test_an_item_without_a_paragraph_of_its_own_is_counted_all_the_same(deep: Draft) -> None:
    assert start(deep, "This is two") == ["2"]
    assert deep.number_of("This is two") == deep.number_of("This is three")


def test_an_item_that_a_quote_opens_has_its_number_and_stands_further_in(deep: Draft) -> None:
    assert start(deep, "A quote opens item four") == ["4"]
    assert start(deep, "This is five") == ["5"]
    plain, quoted = (
        level(deep, words).xpath("number(w:pPr/w:ind/@w:left)", namespaces=NAMESPACES)
        for words in ("This is five", "A quote opens item four")
    )
    assert quoted > plain


def test_an_empty_item_keeps_its_bullet(make: Make) -> None:
    draft = make(with_body(BulletList((ListItem(()), ListItem((paragraph("Second"),))), at(1))))
    (empty,) = draft.find("//w:p[w:pPr/w:pStyle/@w:val='ItemInB' and not(w:r)]")
    assert empty.find(f"{W}pPr/{W}numPr") is not None


def test_a_style_of_items_brings_its_number_along(draft: Draft) -> None:
    num = draft.style("ItemInN").xpath("string(w:pPr/w:numPr/w:numId/@w:val)", namespaces=NAMESPACES)
    assert num in draft.values("//w:num/@w:numId", "word/numbering.xml")
    assert num not in draft.values("//w:body//w:numId/@w:val")


def test_all_numbers_are_defined(deep: Draft) -> None:
    defined = deep.values("//w:num/@w:numId", "word/numbering.xml")
    assert len(set(defined)) == len(defined)
    for name in ("word/document.xml", "word/footnotes.xml"):
        assert set(deep.values("//w:numId/@w:val", name)) <= set(defined)


def test_references_are_numbered_as_in_the_citations(draft: Draft) -> None:
    (first, *_), second = draft.styled("Reference"), draft.styled("Reference")[1]
    assert shown(draft, first) == "decimal %1."
    assert start(draft, first) == ["1"]
    assert draft.number_of(first) == draft.number_of(second)
