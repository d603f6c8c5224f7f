"""What is read in colour is read in grey."""

from dataclasses import replace

from glossary_publish.verify.checks.greys import check
from tests.verify.checks.printed import PAGE, line, measured, printed


def test_lines_that_grey_makes_faint_are_told() -> None:
    faint = printed(line(grey=3.1), line(grey=3.2), line(item=-1, grey=4.5))
    told = "'In the US' has a contrast of 3.1 to 1 in grey, at least 4.5 is needed (page 1)"
    assert measured(check, faint, grey=4.5) == [(told, "crisis-notice")]
    assert measured(check, faint) == []


def test_a_colour_in_a_layout_of_greys_is_told_with_its_page() -> None:
    pages = (PAGE, replace(PAGE, coloured=True))
    assert measured(check, printed(pages=pages), colours=False) == [
        ("page 2 has a colour that is no grey", "")
    ]
    assert measured(check, printed(pages=pages)) == []
