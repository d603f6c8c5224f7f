"""Every footnote mark stands in the text that it belongs to."""

from glossary_publish.verify.checks.note_marks import check
from tests.verify.checks.perfect import messages, spoiled, told


def test_a_mark_that_is_lost_is_told() -> None:
    bad = spoiled("Plain words", notes=())
    assert told(check, bad) == [("note-marks-differ", "body")]
    assert messages(check, bad) == ["expected the note marks 1, found no note mark"]


def test_a_mark_with_another_number_is_told() -> None:
    assert told(check, spoiled("Plain words", notes=("2",))) == [("note-marks-differ", "body")]


def test_a_mark_that_nobody_set_is_told() -> None:
    assert told(check, spoiled("Ask.", notes=("1",))) == [("note-marks-differ", "actions")]
