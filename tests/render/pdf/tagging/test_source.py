"""The source of the page says which line ends are spaces, and which words were lost."""

from lxml.etree import fromstring

from glossary_publish.render.pdf.tagging.source import Source


def source(body: str) -> Source:
    """The source of a page."""
    return Source(fromstring(f"<body>{body}</body>"))


def test_white_space_before_words_is_told() -> None:
    words = source("<p>One <em>two</em>three\nfour</p>")
    assert [words.follow(text) for text in ("One", "two", "three", "four")] == [False, True, False, True]
    words.finish()
    assert words.lost == []


def test_a_break_parts_words() -> None:
    words = source("<p>One<br/>two</p>")
    assert [words.follow("One"), words.follow("two")] == [False, True]


def test_page_feet_are_no_part_of_the_text() -> None:
    words = source('<div class="furniture"><span>Page</span></div><p>One</p>')
    words.follow("One")
    words.finish()
    assert words.lost == []


def test_what_nobody_sees_is_not_missed() -> None:
    words = source("<p>so\u00adft \u200bhidden \u202eturned</p>")
    for text in ("soft", "hidden", "\u200bturned"):
        words.follow(text)
    words.finish()
    assert words.lost == []


def test_words_that_are_left_out_are_lost_and_the_rest_is_not() -> None:
    words = source("<p>One two and three four</p>")
    words.follow("One")
    words.follow("three four")
    words.finish()
    assert words.lost == ["two and"]


def test_words_at_the_end_are_lost_too() -> None:
    words = source("<p>One two</p>")
    words.follow("One")
    words.finish()
    assert words.lost == ["two"]


def test_words_that_are_nowhere_are_lost() -> None:
    words = source("<p>One</p>")
    words.follow("Another")
    words.follow("One")
    words.finish()
    assert words.lost == ["Another"]
