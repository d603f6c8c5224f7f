"""The flow of words inside one item."""

from glossary_publish.verify.inspection import LanguageSeen, LinkSeen
from glossary_publish.verify.pieces import Pieces, Spoken


def test_words_are_joined_as_they_come_and_brought_into_normal_form() -> None:
    pieces = Pieces("en")
    for words in (" un", "believ", "able ", " really\u00ad "):
        pieces.say(words, "en")
    assert pieces.spoken() == Spoken("unbelievable really")


def test_a_link_has_the_words_since_its_beginning() -> None:
    pieces = Pieces("en")
    pieces.say("Call ", "en")
    start = pieces.here()
    pieces.say("98", "en")
    pieces.say("8 ", "en")
    pieces.link(start, "tel:988")
    pieces.say("now", "en")
    assert pieces.spoken() == Spoken("Call 988 now", (LinkSeen("988", "tel:988"),))


def test_links_come_in_the_order_of_their_beginnings() -> None:
    pieces = Pieces("en")
    outer = pieces.here()
    pieces.say("a ", "en")
    inner = pieces.here()
    pieces.say("b", "en")
    pieces.link(inner, "#b")
    pieces.link(outer, "#a")
    assert [link.target for link in pieces.spoken().links] == ["#a", "#b"]


def test_stretches_of_another_language_are_told_as_long_as_they_go() -> None:
    pieces = Pieces("en")
    pieces.say("The ", "en")
    pieces.say("mot ", "fr")
    pieces.say("juste", "fr")
    pieces.say(" and ", "en")
    pieces.say("Wort", "de")
    assert pieces.spoken().languages == (LanguageSeen("fr", "mot juste"), LanguageSeen("de", "Wort"))


def test_a_stretch_of_nothing_is_none() -> None:
    pieces = Pieces("en")
    pieces.say("word", "en")
    pieces.say(" ", "fr")
    assert pieces.spoken() == Spoken("word")


def test_note_marks_are_kept_apart_from_the_text() -> None:
    pieces = Pieces("en")
    pieces.say("word", "en")
    pieces.note("1")
    pieces.note("2")
    assert pieces.spoken() == Spoken("word", notes=("1", "2"))
