"""Nothing is printed where the paper has a letterhead already."""

from glossary_publish.verify.checks.preprinted import check
from tests.verify.checks.sheets import printed, sheet, told

ROOM = ('colour = "#00594c"', 'colour = "#00594c"\npreprinted_top = 45')


def test_the_room_is_kept_free() -> None:
    assert told(check, printed(ROOM), ROOM) == []
    assert printed(ROOM).pages[0].white[1] >= 45 * 72 / 25.4 - 0.5


def test_what_is_printed_there_is_found() -> None:
    assert told(check, printed(), ROOM) == [("printed-over-letterhead", "letterhead")]
    spoiled = ("@page :first { margin-top:", "@page :first { margin-bottom:")
    found = told(check, printed(ROOM, file="letterhead.css", spoiled=spoiled), ROOM)
    assert found == [("printed-over-letterhead", "letterhead")]


def test_such_a_sheet_says_nothing_that_the_paper_says_but_who_helps_with_languages() -> None:
    publication, _ = sheet(ROOM)
    assert [part.id for part in publication.parts][:2] == ["language-line", "label"]
    assert publication.images == ()
