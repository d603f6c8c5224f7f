"""Minima are measured on finished pages: some are spoiled by their layout, some afterwards by a tool of others."""

from collections.abc import Callable
from dataclasses import replace
from functools import cache
from random import Random
from typing import Any

import pytest

from glossary_publish.diagnostics import Report
from glossary_publish.layout import Layout, load_layout
from glossary_publish.publication import Publication
from glossary_publish.render.pdf import render
from glossary_publish.verify.inspect.pdf import inspect
from glossary_publish.verify.runner import verify
from glossary_publish.workspace import MemoryWorkspace
from tests.render.pdf.handouts import Length, of_length
from tests.support.publications import every_construct
from tests.verify.inspect.pdf.mutation import altered

PROSE = Length(sections=3, paragraphs=4, points=3, references=5, notes=3)
LAYOUTS = ("booklet", "easy-print", "handout", "large-print-uk", "large-print-us")


@cache
def layout(name: str, paper: str = "a4") -> Layout:
    return load_layout(MemoryWorkspace({}), name, paper)


@cache
def prose() -> Publication:
    """Long paragraphs, and nothing odd in them."""
    return of_length(PROSE, Random(3))


def codes(data: bytes, publication: Publication, shown: Layout) -> set[str]:
    """What is said of a file, as codes."""
    report = Report()
    verify(publication, shown, inspect(data), report)
    return {found.code for found in report}


def spoiled(name: str, rule: str, publication: Publication) -> set[str]:
    """What is said of a file whose layout has one more rule."""
    plain = layout(name)
    sheet = plain.options["stylesheet"]
    files = {**plain.files, sheet: plain.files[sheet] + b"\n" + rule.encode()}
    report = Report()
    data = render(publication, replace(plain, files=files), report)
    assert not report.failed, list(report)
    return codes(data, publication, plain)


@pytest.mark.parametrize("name", LAYOUTS)
@pytest.mark.parametrize("paper", ["letter", "a4"])
@pytest.mark.parametrize("source", [every_construct, prose])
def test_a_file_that_keeps_its_promises_is_told_nothing(
    name: str, paper: str, source: Callable[[], Publication]
) -> None:
    report = Report()
    data = render(source(), layout(name, paper), report)
    assert list(report) == []
    assert codes(data, source(), layout(name, paper)) == set()


@pytest.mark.parametrize(
    ("name", "rule", "code"),
    [
        ("large-print-uk", "sup { font-size: 14pt !important; }", "text-too-small"),
        ("large-print-uk", ".furniture .page { font-size: 17pt; }", "text-too-small"),
        ("large-print-uk", "p.address { font-size: 16pt !important; }", "text-too-small"),
        ("booklet", "figcaption { font-size: 11pt !important; }", "text-too-small"),
        ("handout", ".citation { font-size: 8pt !important; }", "text-too-small"),
        ("large-print-us", "p { line-height: 1.1 !important; }", "lines-too-close"),
        ("large-print-uk", "em { font-style: italic !important; }", "slanted-type"),
        ("large-print-uk", ".body a { text-decoration: underline !important; }", "words-underlined"),
        ("large-print-uk", "strong { text-decoration: underline !important; }", "words-underlined"),
        ("large-print-us", "strong { font-style: oblique !important; }", "slanted-type"),
        ("handout", "p { text-align: justify !important; }", "lines-justified"),
        ("handout", "h1 { margin-inline-start: -5mm !important; }", "text-near-edge"),
        ("large-print-us", ".lede { margin-inline-end: -9mm !important; }", "text-near-edge"),
        ("handout", ".furniture { margin-block-end: -4mm; }", "ink-near-edge"),
        ("handout", ".key-points { margin-inline: -13mm; }", "ink-near-edge"),
        ("handout", ".body { padding: 0 !important; font-size: 9pt; }", "lines-too-long"),
        ("easy-print", "h2 { color: #0b4f6c !important; }", "colour-among-greys"),
        ("easy-print", ".key-points { border-color: #0b4f6c !important; }", "colour-among-greys"),
        ("easy-print", ".disclaimer { background: #fff4c2 !important; }", "colour-among-greys"),
        ("large-print-uk", ".body p { color: #5a6573 !important; }", "contrast-too-low"),
        ("easy-print", ".body p { color: #777777 !important; }", "faint-in-grey"),
    ],
)
def test_a_rule_that_breaks_a_promise_is_told(name: str, rule: str, code: str) -> None:
    found = spoiled(name, rule, prose()) | spoiled(name, rule, every_construct())
    assert code in found, found


def test_a_summary_that_is_too_long_is_told_in_lines() -> None:
    shown, source = layout("summary"), prose()
    left_out = {"body", "notes", "related"}
    parts = [part for part in source.parts if part.id not in left_out]
    whole = replace(source, front=tuple(parts), chapters=(), back=())
    report = Report()
    rule = b"\n.key-points { margin-block-end: 500pt !important; }"
    files = {**shown.files, "summary.css": shown.files["summary.css"] + rule}
    verify(whole, shown, inspect(render(whole, replace(shown, files=files), report)), report)
    (told,) = [found for found in report if found.code == "too-many-pages"]
    assert told.message.startswith("the text is ")
    assert told.message.endswith(" too long for one page")


# --- afterwards -----------------------------------------------------------------------------------------


def around(before: str) -> Callable[[Any], None]:
    """All of the first page painted after some operators."""

    def change(pdf: Any) -> None:
        page = pdf.pages[0]
        page.contents_coalesce()
        data = page.Contents.read_bytes()
        page.Contents = pdf.make_stream(b"q " + before.encode() + b"\n" + data + b"\nQ")

    return change


def squeezed(pdf: Any) -> None:
    """Every line of the page in four fifths of its place, in type of its size."""
    page = pdf.pages[0]
    page.contents_coalesce()
    lines = []
    for line in page.Contents.read_bytes().split(b"\n"):
        *numbers, height, operator = line.split() if line.endswith(b" Tm") else (b"", b"", b"")
        lines.append(b" ".join([*numbers, b"%f" % (float(height) * 0.8), operator]) if operator else line)
    page.Contents = pdf.make_stream(b"\n".join(lines))


@pytest.mark.parametrize(
    ("change", "code"),
    [
        (around("0.9 0 0 0.9 30 30 cm"), "text-too-small"),
        (around("1 0 0.2 1 -60 0 cm"), "slanted-type"),
        (around("1 0 0 1 -30 0 cm"), "text-near-edge"),
        (around("1 0 0 1 0 -20 cm"), "ink-near-edge"),
        (around("1 0 0 1 0 60 cm"), "text-near-edge"),
        (around("1.5 Tc"), "lines-justified"),
        (squeezed, "lines-too-close"),
    ],
)
def test_a_page_that_is_spoiled_afterwards_is_told(change: Callable[[Any], None], code: str) -> None:
    report = Report()
    data = render(prose(), layout("large-print-uk"), report)
    assert code in codes(altered(data, change), prose(), layout("large-print-uk"))
