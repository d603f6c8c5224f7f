"""QR codes are read as a phone reads them, but without mercy: what is damaged is told, even if it could be made good."""

from collections.abc import Iterator
from typing import Any

import pytest
import segno
from pikepdf import Array, Dictionary, String

from glossary_publish.verify.inspect.pdf import inspect
from glossary_publish.verify.inspect.pdf.qr_matrix import UnreadableCode, codewords, is_code
from glossary_publish.verify.inspect.pdf.qr_text import text_of
from glossary_publish.verify.inspection import QrSeen
from tests.verify.inspect.pdf.handmade import HEIGHT, Handmade

ADDRESS = "https://example.org/glossary/every-construct?EC-K4QX7"
VERSIONS = range(1, 41)


def made(text: str, **options: Any) -> list[list[int]]:
    """A code as rows of modules, 1 for a dark one."""
    code = segno.make(text, micro=False, boost_error=False, **{"error": "m", **options})
    return [list(row) for row in code.matrix]


def read(rows: list[list[int]]) -> tuple[str, str]:
    """What a code says, and its level of correction."""
    side, modules = len(rows), b"".join(map(bytes, rows))
    if not is_code(modules, side):
        raise UnreadableCode("it is no code")
    words, correction = codewords(modules, side)
    return text_of(words, (side - 17) // 4, correction), correction


# --- the modules -----------------------------------------------------------------------------------------


@pytest.mark.parametrize("error", "LMQH")
def test_codes_of_every_size_and_correction_are_read(error: str) -> None:
    for version in VERSIONS:
        assert read(made("abc.de", version=version, error=error, mask=version % 8)) == ("abc.de", error)


@pytest.mark.parametrize("mask", range(8))
def test_codes_under_every_mask_are_read(mask: int) -> None:
    assert read(made(ADDRESS, mask=mask)) == (ADDRESS, "M")


@pytest.mark.parametrize("text", ["1", "12", "123", "0040", "00705", "A", "A-", "HTTPS://EXAMPLE.ORG/$%*+ "])
@pytest.mark.parametrize("version", [4, 10, 27])
def test_numbers_and_capitals_are_read_from_their_own_modes(text: str, version: int) -> None:
    assert read(made(text, version=version))[0] == text


@pytest.mark.parametrize(
    ("text", "options"),
    [
        ("https://example.org/müde", {}),
        ("https://example.org/müde", {"encoding": "utf-8"}),
        ("https://example.org/müde", {"encoding": "utf-8", "eci": True}),
        ("https://example.org/усталость", {"encoding": "utf-8"}),
        ("https://example.org/تعب", {"eci": True, "encoding": "utf-8"}),
    ],
)
def test_letters_of_any_script_are_read(text: str, options: dict[str, Any]) -> None:
    assert read(made(text, **options))[0] == text


@pytest.mark.parametrize(
    ("text", "options", "reason"),
    [
        ("点茗", {"mode": "kanji"}, "a segment of mode 1000"),
        ("Ж", {"encoding": "iso-8859-5", "eci": True}, "the character set 7"),
    ],
)
def test_what_no_address_needs_is_not_guessed(text: str, options: dict[str, Any], reason: str) -> None:
    with pytest.raises(UnreadableCode, match=reason):
        read(made(text, **options))


@pytest.mark.parametrize("version", [2, 7])
def test_no_module_may_be_another(version: int) -> None:
    rows = made("e.org/a", version=version, error="h")
    for row in rows:
        for column, module in enumerate(row):
            row[column] = 1 - module
            with pytest.raises(UnreadableCode):
                read(rows)
            row[column] = module


def test_a_code_that_was_turned_over_is_not_read() -> None:
    with pytest.raises(UnreadableCode):
        read([list(column) for column in zip(*made(ADDRESS), strict=True)])


# --- on a page ----------------------------------------------------------------------------------------------


def path(rows: list[list[int]], left: float, top: float, module: float) -> str:
    """The dark modules as rectangles of one path."""
    return "\n".join(_rectangles(rows, left, top, module)) + " f"


def _rectangles(rows: list[list[int]], left: float, top: float, module: float) -> Iterator[str]:
    for down, row in enumerate(rows):
        low = HEIGHT - top - (down + 1) * module
        for across, dark in enumerate(row):
            if dark:
                yield f"{left + across * module:.4f} {low:.4f} {module} {module} re"


def seen(*drawings: str) -> tuple[QrSeen, ...]:
    """The codes on a page with some decoration."""
    file = Handmade()
    for drawing in drawings:
        file.paint(drawing)
    return inspect(file.data()).codes


@pytest.mark.parametrize("module", [0.8, 0.96, 1.2, 1.4, 1.93, 2.7, 4.0])
@pytest.mark.parametrize("off", [0.0, 0.11, 0.26, 0.5, 0.83])
def test_a_code_is_read_wherever_it_stands_and_whatever_its_size(module: float, off: float) -> None:
    rows = made(ADDRESS)
    (code,) = seen(path(rows, 60 + off, 80 + off * 0.7, module))
    assert (code.text, code.correction, code.modules, code.fault) == (ADDRESS, "M", 33, "")
    assert code.left == pytest.approx(60 + off, abs=0.5)
    assert code.low - code.top == pytest.approx(33 * module, abs=0.7)
    assert code.quiet >= 4


def test_a_code_may_begin_with_a_pixel_that_is_dark_in_some_of_its_rows_only() -> None:
    (code,) = seen(path(made(ADDRESS), 60, 80, 2), f"59.5 {HEIGHT - 80 - 66} 0.5 2 re f")
    assert (code.text, code.fault) == (ADDRESS, "")


@pytest.mark.parametrize("version", [7, 10, 20])
def test_large_codes_are_read_on_paper_too(version: int) -> None:
    (code,) = seen(path(made(ADDRESS, version=version), 30, 30, 1.1))
    assert (code.text, code.modules) == (ADDRESS, 17 + 4 * version)


def test_a_code_in_a_picture_has_its_alternative_text() -> None:
    file = Handmade()
    attributes = Dictionary(O="/Layout", BBox=Array([50, HEIGHT - 170, 150, HEIGHT - 70]))
    figure = file.element("Figure", Alt=String("QR code"), A=attributes)
    file.words("", figure, before=path(made(ADDRESS), 60, 80, 2))
    (code,) = inspect(file.data()).codes
    assert (code.alt, code.page, code.text) == ("QR code", 1, ADDRESS)


def test_two_codes_on_a_page_are_two() -> None:
    drawings = [path(made(ADDRESS), 40, 40, 1.9), path(made("https://example.net"), 40, 200, 1.9)]
    assert [code.text for code in seen(*drawings)] == [ADDRESS, "https://example.net"]


@pytest.mark.parametrize("white", [1, 2, 3])
@pytest.mark.parametrize("place", ["left", "above", "right", "below", "at a corner"])
def test_the_white_around_a_code_is_measured_in_modules(white: int, place: str) -> None:
    away, low = 2 * white, HEIGHT - 80 - 66
    drawn = {
        "left": f"{60 - away - 1} {low - 20} 1 90",
        "above": f"40 {HEIGHT - 80 + away} 200 1",
        "right": f"{126 + away} {low + 20} 1 9",
        "below": f"100 {low - away - 1} 9 1",
        "at a corner": f"{126 + away} {low - away - 1} 9 1",
    }
    (code,) = seen(path(made(ADDRESS), 60, 80, 2), f"{drawn[place]} re f")
    assert code.quiet == pytest.approx(white, abs=0.35)


def test_what_stands_beyond_the_white_does_not_count() -> None:
    (code,) = seen(path(made(ADDRESS), 60, 80, 2), f"20 {HEIGHT - 71.5} 300 1 re 135 400 1 200 re f")
    assert code.quiet >= 4


def test_the_edge_of_the_paper_is_no_white() -> None:
    (code,) = seen(path(made(ADDRESS), 4, 80, 2))
    assert code.quiet == pytest.approx(2, abs=0.3)


@pytest.mark.parametrize(("grey", "read"), [(0.0, True), (0.45, True), (0.6, False), (0.9, False)])
def test_what_a_phone_would_not_see_is_no_code(grey: float, *, read: bool) -> None:
    found = seen(f"{grey} g {path(made(ADDRESS), 60, 80, 2)}")
    assert [code.text for code in found] == ([ADDRESS] if read else [])


@pytest.mark.parametrize(
    ("over", "fault"),
    [
        (f"0 g 62 {HEIGHT - 80 - 2 * 8} 8 2 re f", "patterns are damaged"),
        (f"1 g 76 {HEIGHT - 80 - 2 * 13} 40 2 re f", "some of its modules are wrong"),
        (f"0.65 g 76 {HEIGHT - 80 - 2 * 13} 40 2 re f", "neither dark nor light"),
        (f"1 g 60 {HEIGHT - 80 - 2 * 9} 12 2 re f", "format information is damaged"),
    ],
    ids=["the white of a finder", "a row of data", "a grey row", "the format"],
)
def test_a_code_that_is_painted_over_is_not_made_good(over: str, fault: str) -> None:
    (code,) = seen(path(made(ADDRESS), 60, 80, 2), over)
    assert code.text == ""
    assert fault in code.fault


def test_other_drawings_are_no_codes() -> None:
    board = [[(row + column) % 2 for column in range(21)] for row in range(21)]
    assert seen(path(board, 60, 80, 4)) == ()
    assert seen(path([[1] * 21] * 21, 60, 80, 4)) == ()
    assert seen(path([[0] * 20 + [1]] * 80, 60, 80, 4)) == ()
