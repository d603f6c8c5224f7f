"""Lines outside the text are put together from the runs into which fonts and directions part them."""

import pytest

from glossary_publish.verify.inspect.pdf.fonts import Font
from glossary_publish.verify.inspect.pdf.furniture import furniture
from glossary_publish.verify.inspect.pdf.painting import Marked, Page, Replacement, Run

SIZE, WIDTH = 10.0, 5.0
FONT = Font("Sample", True, 2, {}, {}, 500)


def run(text: str, left: float, line: int = 0, replacement: str = "") -> Run:
    """Letters that are painted from a place on to the right."""
    marked = Marked(
        "Artifact", 1, artifact=True, replacement=Replacement(replacement) if replacement else None
    )
    matrix = (1.0, 0.0, 0.0, 1.0, left, 20.0 + line * 13.5)
    starts = [WIDTH * index for index in range(len(text))]
    ends = [start + WIDTH for start in starts]
    return Run(0, 0, marked, matrix, SIZE, SIZE, None, 1.0, 0, FONT, list(text), starts, ends)


def read(*runs: Run) -> list[str]:
    page = Page(0, 1, 600, 800)
    page.runs.extend(runs)
    return list(furniture([page]))


def painted(text: str, right: float) -> Run:
    """Right-to-left letters as a font paints them, from the last one on, up to a place."""
    return run(text[::-1], right - WIDTH * len(text))


def test_a_line_from_right_to_left_is_read_from_its_right_end() -> None:
    words = [painted("مقياس · ", 300), run("1.0", 245), painted(" · مسجل · ", 245), run("EC-YCW", 165)]
    assert read(*words) == ["مقياس · 1.0 · مسجل · EC-YCW"]


def test_words_in_several_fonts_are_turned_as_one() -> None:
    assert read(run("با", 100), run(" · ", 110), run("تر", 125)) == ["رت · اب"]


def test_brackets_in_a_right_to_left_line_are_painted_as_their_mirror_images() -> None:
    assert read(painted("(مقياس)".translate(str.maketrans("()", ")(")), 300)) == ["(مقياس)"]


def test_words_from_left_to_right_stay_as_they_are() -> None:
    assert read(run("Version ", 50), run("1.0", 90), run("Page 1", 500)) == ["Version 1.0", "Page 1"]
    assert read(run("a long", 50), run("line", 50, line=1)) == ["a long\nline"]


def test_a_replacement_text_is_read_as_it_stands() -> None:
    assert read(run("تبا", 100, replacement="abc")) == ["abc"]


@pytest.mark.parametrize("changed", ["مسجلا", "مسج", "لجسم"])
def test_other_words_are_not_read_alike(changed: str) -> None:
    assert read(painted(changed, 300)) != read(painted("مسجل", 300))
