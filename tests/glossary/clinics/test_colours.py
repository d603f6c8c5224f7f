"""Contrast is that of WCAG 2.2, and the colour that is proposed passes and is the nearest of its hue."""

import colorsys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from glossary_publish.glossary.clinics.colours import HEXADECIMAL, contrast, full, nearest

WHITE = "#ffffff"
COLOURS = st.integers(0, 0xFFFFFF).map(lambda number: f"#{number:06x}")


@pytest.mark.parametrize(
    ("colour", "ratio"),
    [
        ("#000000", 21.0),
        ("#ffffff", 1.0),
        ("#777777", 4.48),
        ("#767676", 4.54),
        ("#0000ff", 8.59),
        ("#ff0000", 4.0),
    ],
)
def test_contrast_is_what_others_measure(colour: str, ratio: float) -> None:
    assert contrast(colour, WHITE) == pytest.approx(ratio, abs=0.005)
    assert contrast(WHITE, colour) == contrast(colour, WHITE)


@given(colour=COLOURS, ratio=st.sampled_from([4.5, 7.0]))
def test_the_colour_that_is_proposed_passes(colour: str, ratio: float) -> None:
    found = nearest(colour, WHITE, ratio)
    assert HEXADECIMAL.fullmatch(found)
    assert contrast(found, WHITE) >= ratio


@given(colour=COLOURS)
def test_a_colour_that_passes_stays_as_it_is(colour: str) -> None:
    if contrast(colour, WHITE) >= 4.5:
        assert nearest(colour, WHITE, 4.5) == colour


@given(colour=COLOURS)
def test_the_colour_that_is_proposed_is_no_darker_than_it_has_to_be(colour: str) -> None:
    if contrast(colour, WHITE) < 4.5:
        assert contrast(nearest(colour, WHITE, 4.5), WHITE) < 4.75


@pytest.mark.parametrize("colour", ["#7fb8ad", "#ffe680", "#ff6a6a", "#9aa7ff"])
def test_the_colour_that_is_proposed_has_the_same_hue(colour: str) -> None:
    hues = [_hue(one) for one in (colour, nearest(colour, WHITE, 4.5))]
    assert hues[0] == pytest.approx(hues[1], abs=0.06)


def _hue(colour: str) -> float:
    red, green, blue = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    return colorsys.rgb_to_hls(red, green, blue)[0]


def test_three_digits_stand_for_six() -> None:
    assert full("#0Ac") == "#00aacc"
    assert full("#00AACC") == "#00aacc"
