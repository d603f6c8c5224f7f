"""Every link has its words and leads where the source says."""

from glossary_publish.verify.checks.links import check
from glossary_publish.verify.inspection import LinkSeen
from tests.verify.checks.perfect import messages, moved, spoiled, told

CALL = LinkSeen("988", "tel:988")


def test_a_link_that_leads_elsewhere_is_told_with_both_targets() -> None:
    bad = spoiled("In the US", links=(LinkSeen("988", "tel:989"),))
    assert told(check, bad) == [("links-differ", "crisis-notice")]
    assert messages(check, bad) == ["expected the link '988' to tel:988, found the link '988' to tel:989"]


def test_a_link_that_is_lost_is_told() -> None:
    assert messages(check, spoiled("In the US", links=())) == [
        "expected the link '988' to tel:988, found no link"
    ]


def test_a_link_that_nobody_asked_for_is_told() -> None:
    assert told(check, spoiled("Ask.", links=(CALL,))) == [("links-differ", "actions")]


def test_a_link_with_other_words_is_told() -> None:
    assert told(check, spoiled("In the US", links=(LinkSeen("call or text 988", "tel:988"),)))


def test_a_link_may_go_over_the_end_of_a_line() -> None:
    link = LinkSeen("the long\nstory", "https://example.org/a?b=1&c=2")
    others = (LinkSeen("1", "#reference-1"), LinkSeen("2(p4)", "#reference-2"), CALL)
    assert told(check, spoiled("The French", "pdf", links=(link, *others))) == []


def test_two_links_in_another_order_are_told_once() -> None:
    others = (LinkSeen("2(p4)", "#reference-2"), LinkSeen("1", "#reference-1"), CALL)
    link = LinkSeen("the long story", "https://example.org/a?b=1&c=2")
    assert told(check, spoiled("The French", links=(link, *others))) == [("links-differ", "body")]


def test_an_item_that_was_moved_keeps_its_links() -> None:
    assert told(check, moved("Flückiger C", "Key points")) == []
