"""Damaged and hostile documents are refused or told; nothing makes the reader stumble, and no words are lost."""

import copy
import io
import zipfile
from random import Random

import pytest
from lxml import etree

from glossary_publish.verify.inspect.docx import inspect
from glossary_publish.verify.inspect.docx.wordml import W
from glossary_publish.verify.inspection import Inspection
from tests.support.campaign import Campaign
from tests.verify.inspect.docx.handmade import NAMES, arrow, made, p, packed, plain_parts, r
from tests.verify.inspect.docx.sample import parts

CLEAN = inspect(packed(parts()))
SVG = '<svg xmlns="http://www.w3.org/2000/svg">{}</svg>'
KINDS = (
    "document",
    "styles",
    "numbering",
    "footnotes",
    "footer",
    "settings",
    "fontTable",
    "custom",
    "arrows",
)
TRIALS = 4000


def codes(found: Inspection) -> list[str]:
    """The codes of all faults."""
    return [fault.code for fault in found.faults]


# --- the archive ---------------------------------------------------------------------------------


def test_the_archive_is_looked_at_before_anything_in_it() -> None:
    buffer = io.BytesIO(packed(parts()))
    with zipfile.ZipFile(buffer, "a") as archive, pytest.warns(UserWarning, match="Duplicate"):
        archive.writestr(zipfile.ZipInfo(NAMES["document"]), "<x/>")
    found = inspect(buffer.getvalue())
    assert codes(found) == ["unreadable-docx"]
    assert "same name" in found.faults[0].message


def test_a_part_that_leads_out_of_the_archive_is_refused() -> None:
    assert codes(inspect(packed(parts(), {"../outside.xml": b""}))) == ["unreadable-docx"]


def test_a_bomb_is_refused() -> None:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(zipfile.ZipInfo(NAMES["document"]), bytes(2**22), zipfile.ZIP_DEFLATED)
    assert codes(inspect(buffer.getvalue())) == ["unreadable-docx"]


def test_elements_that_are_nested_without_end_are_refused() -> None:
    deep = "<w:ins>" * 220 + r("x") + "</w:ins>" * 220
    found = inspect(made(p("Text", deep)))
    assert codes(found) == ["unreadable-docx"]
    assert "deep" in found.faults[0].message


# --- drawings ------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("inside", "clean"),
    [
        ("<rect/><a href='#b'/>", True),
        ("<script>1</script>", False),
        ("<rect onclick='x()'/>", False),
        ("<image href='https://x.example/a.png'/>", False),
        ("<foreignObject/>", False),
    ],
)
def test_a_drawing_neither_acts_nor_loads(inside: str, clean: bool) -> None:
    written = plain_parts()
    written["types"] = written["types"].replace(
        "</Types>", '<Default Extension="svg" ContentType="image/svg+xml"/></Types>'
    )
    written["arrows"] = written["arrows"].replace(
        "</Relationships>", arrow("r50", "image", "media/a.svg") + "</Relationships>"
    )
    found = inspect(packed(written, {"word/media/a.svg": SVG.format(inside).encode()}))
    assert ("damaged-media" not in codes(found)) is clean


def test_another_thing_in_the_name_of_a_drawing_is_seen() -> None:
    written = plain_parts()
    written["types"] = written["types"].replace("image/png", "image/svg+xml")
    assert "damaged-media" in codes(inspect(packed(written, {NAMES["image"]: b"<html/>"})))


# --- random damage -------------------------------------------------------------------------------


def spoilt(text: str, random: Random) -> str:
    """A part with an element or attribute that is lost, doubled, moved or altered."""
    root = etree.fromstring(text.encode())
    inside = list(root.iterdescendants())
    if not inside:
        return text
    one, other = random.choice(inside), random.choice(inside)
    match random.randrange(5):
        case 0:
            _taken(one)
        case 1:
            one.addnext(copy.deepcopy(one))
        case 2 if one is not other and one not in other.iterancestors():
            other.append(one)
        case 3:
            for name in list(one.attrib):
                one.set(name, random.choice(("", "0", "x", "-1", "99999999999", "Text", "%", "١")))
        case _:
            one.attrib.clear()
    return etree.tostring(root, encoding="unicode")


def _taken(element: etree._Element) -> etree._Element:
    """An element, taken out of what is around it."""
    parent = element.getparent()
    assert parent is not None
    parent.remove(element)
    return element


def test_no_damage_makes_the_reader_stumble(campaign: Campaign) -> None:
    random = campaign.random("damaged Word documents")
    for _ in range(campaign.count(TRIALS)):
        written = parts()
        for _ in range(random.randint(1, 3)):
            kind = random.choice(KINDS)
            written[kind] = spoilt(written[kind], random)
        found = inspect(packed(written))
        assert not any("stumbles" in fault.message for fault in found.faults), found.faults


def test_no_words_are_lost_without_a_word(campaign: Campaign) -> None:
    random = campaign.random("lost words")
    main = parts()["document"].encode()
    count = len(list(etree.fromstring(main).iter(f"{W}t")))
    for place in campaign.slice("lost words", range(count)):
        root = etree.fromstring(main)
        words = _taken(list(root.iter(f"{W}t"))[place])
        random.choice(list(root.iterdescendants())).append(words)
        found = inspect(packed({**parts(), "document": etree.tostring(root, encoding="unicode")}))
        assert found.items != CLEAN.items or found.faults
