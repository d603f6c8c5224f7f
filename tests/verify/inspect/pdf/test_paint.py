"""Text that can not be seen, or hardly, is told apart from text that can."""

from collections.abc import Callable
from typing import Any

import pytest
from pikepdf import Array, Dictionary, Name

from glossary_publish.verify.inspect.pdf import inspect
from glossary_publish.verify.inspection import Painted
from tests.verify.inspect.pdf.handmade import Handmade
from tests.verify.inspect.pdf.mutation import altered, append


def shown(before: str = "", *, under: str = "", y: float = 100, size: float = 10, x: float = 40) -> Painted:
    """One run of words, painted over some graphics, after some operators."""
    made = Handmade()
    made.paint(under)
    made.words("Some words", made.element("P"), x=x, y=y, size=size, before=before)
    (run,) = inspect(made.data()).painted
    return run


def covered(operators: str, resources: Callable[[Any, Any], None] = lambda pdf, page: None) -> Painted:
    """One run of words with something painted over it afterwards; it covers x 40 to 100, y 493 to 507."""
    made = Handmade()
    made.words("Some words", made.element("P"), y=100, size=10)

    def change(pdf: Any) -> None:
        resources(pdf, pdf.pages[0])
        append(pdf, f"/Artifact BMC q {operators} Q EMC")

    (run,) = inspect(altered(made.data(), change)).painted
    return run


def test_black_on_white_has_the_whole_contrast() -> None:
    assert shown() == Painted("Some words", 10, 21, True, "page 1", item=0)


def test_the_contrast_is_that_of_the_colours() -> None:
    grey = shown("0.4 g")
    assert 5.6 < grey.contrast < 5.8
    assert grey.visible
    coloured = shown("1 1 1 rg", under="0.043 0.31 0.424 rg 30 480 200 40 re f")
    assert 8.8 < coloured.contrast < 9.1


def test_the_size_is_what_reaches_the_eye() -> None:
    assert shown("0.5 0 0 0.5 20 250 cm").size == 5
    assert shown("50 Tz").size == 5


@pytest.mark.parametrize(
    "before",
    [
        "1 g",
        "0.99 g",
        "3 Tr",
        "7 Tr",
        "/T gs",
        "0 0 10 10 re W n",
        "1 0 0 1 500 0 cm",
        "0.001 0 0 0.001 40 500 cm",
    ],
    ids=["white", "nearly white", "mode 3", "mode 7", "no opacity", "clipped", "beside the page", "a speck"],
)
def test_words_that_are_not_painted_are_not_visible(before: str) -> None:
    made = Handmade()
    made.words("Some words", made.element("P"), y=100, before=before)

    def change(pdf: Any) -> None:
        pdf.pages[0].Resources.ExtGState = Dictionary(T=Dictionary(ca=0))

    (run,) = inspect(altered(made.data(), change)).painted
    assert not run.visible or run.size < 1


def test_the_colour_of_the_ground_hides_words() -> None:
    hidden = shown("0.043 0.31 0.424 rg", under="0.043 0.31 0.424 rg 30 480 200 40 re f")
    assert not hidden.visible
    assert hidden.contrast == 1


def test_pale_words_are_measured() -> None:
    pale = shown("0.75 g")
    assert 1.7 < pale.contrast < 1.9
    assert pale.visible


@pytest.mark.parametrize("colour", ["1 g", "0 g", "1 0 0 rg"])
def test_a_box_over_words_hides_them(colour: str) -> None:
    assert not covered(f"{colour} 30 480 100 40 re f").visible


def test_a_box_over_one_word_of_a_line_hides_the_line() -> None:
    run = covered("1 g 66 480 40 40 re f")
    assert (run.contrast, run.visible) == (1, False)


def test_a_veil_over_words_lowers_their_contrast() -> None:
    def veil(pdf: Any, page: Any) -> None:
        page.Resources.ExtGState = Dictionary(V=Dictionary(ca=0.7))

    assert covered("/V gs 1 g 30 480 100 40 re f", veil).contrast < 2.5


def test_an_image_over_words_hides_them() -> None:
    def image(pdf: Any, page: Any) -> None:
        page.Resources.XObject = Dictionary(
            I=pdf.make_stream(
                bytes((0, 255) * 32),
                Type=Name.XObject,
                Subtype=Name.Image,
                Width=8,
                Height=8,
                ColorSpace=Name.DeviceGray,
                BitsPerComponent=8,
            )
        )

    assert not covered("100 0 0 40 30 480 cm /I Do", image).visible


def test_words_inside_a_form_are_read_and_measured() -> None:
    made = Handmade()
    made.words("Some words", made.element("P"), y=100, before="/X Do")

    def change(pdf: Any) -> None:
        content = b"BT /F 10 Tf 1 0 0 1 10 20 Tm <21> Tj ET"
        pdf.pages[0].Resources.XObject = Dictionary(
            X=pdf.make_stream(
                content,
                Type=Name.XObject,
                Subtype=Name.Form,
                BBox=Array([0, 0, 400, 600]),
                Matrix=Array([2, 0, 0, 2, 0, 0]),
                Resources=pdf.pages[0].Resources,
            )
        )

    inspection = inspect(altered(made.data(), change))
    assert [(run.text, run.size) for run in inspection.painted] == [("S", 20), ("Some words", 12)]
    assert inspection.items[0].text == "S\nSome words"


def test_turned_words_are_measured() -> None:
    run = shown("0 1 -1 0 300 0 cm", x=40, y=500)
    assert (run.size, run.contrast, run.visible) == (10, 21, True)
