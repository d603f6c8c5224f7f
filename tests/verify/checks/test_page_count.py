"""One page is one page."""

from glossary_publish.verify.checks import parts
from glossary_publish.verify.checks.page_count import check
from glossary_publish.verify.inspection import LineSeen
from tests.verify.checks.printed import HEIGHT, MM, PAGE, line, measured, printed

BOTTOM = HEIGHT - 22 * MM  # of the text on a page of the handout
FULL = [line(baseline=BOTTOM - 3 - 15 * row) for row in reversed(range(4))]


def beyond(count: int) -> list[LineSeen]:
    return [line("A weakening", 60 + 15 * row, page=2) for row in range(count)]


def test_what_is_too_long_is_told_in_lines() -> None:
    too_long = printed(*FULL, *beyond(3), pages=(PAGE, PAGE))
    assert measured(check, too_long, pages=1) == [("the text is 3 lines too long for one page", "body")]
    one = printed(*FULL, *beyond(1), pages=(PAGE, PAGE))
    assert measured(check, one, pages=1) == [("the text is 1 line too long for one page", "body")]


def test_room_that_a_box_left_on_its_page_is_counted() -> None:
    with_room = printed(*(FULL[:2]), *beyond(4), pages=(PAGE, PAGE))
    assert measured(check, with_room, pages=1) == [("the text is 2 lines too long for one page", "body")]


def test_a_page_that_is_missing_is_told() -> None:
    told = "the file has 1 page, and the layout promises 2 pages"
    assert measured(check, printed(*FULL), pages=2) == [(told, "")]


def test_what_is_promised_is_fine() -> None:
    assert measured(check, printed(*FULL), pages=1) == []
    assert measured(check, printed(*FULL, *beyond(1), pages=(PAGE, PAGE))) == []


def test_a_crisis_notice_that_was_pushed_to_another_page_is_not_told_twice() -> None:
    too_long = printed(*FULL, *beyond(3), pages=(PAGE, PAGE))
    assert measured(parts.check, too_long, pages=1) == measured(parts.check, printed(*FULL))
