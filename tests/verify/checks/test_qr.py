"""A sheet whose QR code leads elsewhere, or cannot be relied on, does not leave the house."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from typing import Any

import pytest
import segno

from glossary_publish.diagnostics import Report
from glossary_publish.formats import FORMATS
from glossary_publish.render.pdf import document
from glossary_publish.render.pdf.qr import qr_svg
from glossary_publish.verify.checks.qr import check
from glossary_publish.verify.evidence import gather
from glossary_publish.verify.inspection import Inspection, PictureSeen
from tests.support.publications import EDITION_ADDRESS, SOURCE
from tests.verify.checks.perfect import CODE, layout, messages, perfect, publication, told

PICTURE = PictureSeen(CODE.alt, 1, 50, 490, 130, 570, 34)
FRAME = '<rect x="0.5" y="0.5" width="36" height="36" fill="none" stroke="#000" stroke-width="0.6"/>'
Drawing = Callable[[], bytes]


def having(**changes: Any) -> Inspection:
    """The faultless sheet with another code."""
    return replace(perfect("pdf"), codes=(replace(CODE, **changes),))


@pytest.mark.parametrize(
    ("inspection", "code"),
    [
        (having(text="https://example.org/glossary/every-construct"), "qr-code-differs"),
        (having(text=f"{EDITION_ADDRESS} "), "qr-code-differs"),
        (having(text="", fault="some of its modules are wrong"), "qr-code-unreadable"),
        (having(correction="L"), "weak-qr-code"),
        (having(quiet=3.2), "qr-code-crowded"),
        (having(right=110, low=550), "qr-code-too-small"),
        (having(modules=85, right=121), "qr-code-too-small"),
        (replace(perfect("pdf"), codes=()), "qr-code-missing"),
        (replace(perfect("pdf"), codes=(), pictures=(PICTURE,)), "qr-code-unreadable"),
    ],
)
def test_a_code_that_is_not_what_it_should_be_is_found(inspection: Inspection, code: str) -> None:
    assert told(check, inspection) == [(code, "address")]


def test_a_second_code_is_found_whatever_it_says() -> None:
    others = replace(CODE, alt="", text="https://example.net"), replace(CODE, alt="", text="", fault="x")
    for other, part in ((CODE, "address"), (others[0], ""), (others[1], "")):
        inspection = replace(perfect("pdf"), codes=(CODE, other))
        assert told(check, inspection) == [("second-qr-code", part)]
    assert messages(check, inspection) == [
        "page 1 shows a QR code that cannot be read, and it is not that of the edition"
    ]


def test_a_code_under_another_name_is_the_one_that_is_meant() -> None:
    assert told(check, having(alt="Something else")) == []


def test_a_sheet_that_needs_no_code_has_none() -> None:
    without = tuple(part for part in publication("pdf").back if part.id != "address")
    assert told(check, replace(perfect("pdf"), codes=()), back=without) == []
    assert told(check, perfect("pdf"), back=without) == [("second-qr-code", "")]


# --- on finished sheets -----------------------------------------------------------------------------------


def drawing(target: str = EDITION_ADDRESS, error: str = "m", border: int = 4, over: str = "") -> bytes:
    """A code as the sheet has it, but for something that is drawn over it; `over` is in modules."""
    code = segno.make(target, error=error, micro=False, boost_error=False)
    drawn: str = code.svg_inline(border=border, dark="#000", light="#fff")
    return drawn.replace("</svg>", f"{over}</svg>").encode()


def square(svg: str) -> bytes:
    """A drawing of the size of a code that is none."""
    return f'<svg xmlns="http://www.w3.org/2000/svg" width="41" height="41">{svg}</svg>'.encode()


def box(left: float, top: float, width: float, height: float, colour: str = "#fff") -> str:
    """A rectangle over a drawing."""
    return f'<rect x="{left}" y="{top}" width="{width}" height="{height}" fill="{colour}"/>'


MUTANTS: dict[str, tuple[Drawing, str]] = {
    "another address": (lambda: drawing(EDITION_ADDRESS.replace("every", "other")), "qr-code-differs"),
    "another edition": (lambda: drawing(EDITION_ADDRESS.replace("K4QX7", "K4QX8")), "qr-code-differs"),
    "a row painted over": (lambda: drawing(over=box(4, 13, 33, 1)), "qr-code-unreadable"),
    "a row of data painted over": (lambda: drawing(over=box(13, 13, 15, 1)), "qr-code-unreadable"),
    "a module painted over": (lambda: drawing(over=box(20, 20, 3, 1, "#000")), "qr-code-unreadable"),
    "a pale patch": (lambda: drawing(over=box(13, 20, 12, 3, "#aaa")), "qr-code-unreadable"),
    "a logo in the middle": (lambda: drawing(over=box(17, 17, 7, 7, "#c00")), "qr-code-unreadable"),
    "little correction": (lambda: drawing(error="l"), "weak-qr-code"),
    "a frame and no quiet zone": (lambda: drawing(border=2, over=FRAME), "qr-code-crowded"),
    "a mark in the quiet zone": (lambda: drawing(over=box(0.5, 20, 1, 4, "#555")), "qr-code-crowded"),
    "turned over": (
        lambda: drawing().replace(b"<path", b'<path transform="matrix(0 1 1 0 0 0)"'),
        "qr-code-unreadable",
    ),
    "nothing": (lambda: square(""), "qr-code-unreadable"),
    "another drawing": (lambda: square(box(4, 4, 33, 33, "#000")), "qr-code-unreadable"),
    "in white": (lambda: drawing().replace(b"#000", b"#fff"), "qr-code-unreadable"),
}


@cache
def read_back(name: str) -> Inspection:
    """The sample with a mutant for its code, made by the renderer itself."""
    report = Report()
    with pytest.MonkeyPatch.context() as patch:
        if name:
            patch.setattr(document, "qr_svg", lambda target, layout: MUTANTS[name][0]())
        data = FORMATS["pdf"].render(publication("pdf"), layout("pdf"), report)
    report.stop_if_failed()
    return FORMATS["pdf"].inspect(data)


def test_the_code_of_a_finished_sheet_is_what_it_should_be() -> None:
    assert told(check, read_back("")) == []
    assert [code.text for code in read_back("").codes] == [EDITION_ADDRESS]
    assert qr_svg(EDITION_ADDRESS, layout("pdf"))


@pytest.mark.parametrize("name", MUTANTS)
def test_a_drawing_of_something_else_is_found_on_the_finished_sheet(name: str) -> None:
    assert told(check, read_back(name)) == [(MUTANTS[name][1], "address")]


def test_a_picture_of_another_code_is_found_at_its_place_in_the_article() -> None:
    source, report = publication("pdf"), Report()
    (image,) = source.images
    pictured = replace(source, images=(replace(image, data=drawing("https://example.net/elsewhere")),))
    inspection = FORMATS["pdf"].inspect(FORMATS["pdf"].render(pictured, layout("pdf"), report))
    report.stop_if_failed()
    (found,) = check(gather(pictured, layout("pdf"), inspection))
    assert (found.code, found.part, str(found.span)) == ("second-qr-code", "body", f"{SOURCE}:54:1")
    assert "says 'https://example.net/elsewhere'" in found.message
