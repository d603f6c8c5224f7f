"""Faults of a finished handout: what is painted, what the structure says, and what the file says of itself."""

import re
from collections.abc import Callable, Iterator
from functools import partial
from random import Random
from typing import Any

import pikepdf

from tests.campaign.finished.mutant import Finished, Mutant, Operator, places
from tests.campaign.finished.pdf_file import (
    Stretch,
    changed,
    elements,
    kids,
    opened,
    rewrite,
    saved,
    sections,
    source,
    spaces,
    stretches,
)

WIDTH = 2  # bytes of a glyph's code
# What stands before and after the marked content, by name.
AROUND = {
    "white on white": ("1 1 1 rg", "0 0 0 rg"),
    "faint": ("0.93 0.93 0.93 rg", "0 0 0 rg"),
    "invisible": ("3 Tr", "0 Tr"),
    "tiny": ("q 0.05 0 0 0.05 0 0 cm", "Q"),
    "off the page": ("q 1 0 0 1 5000 5000 cm", "Q"),
    "clipped away": ("q 0 0 0 0 re W n", "Q"),
}


def operators() -> dict[str, Operator]:
    """All ways of doing damage to a handout, by name."""
    found: dict[str, Operator] = {name: partial(_around, name) for name in AROUND}
    found |= {
        "glyphs swapped": partial(_glyphs, "glyphs swapped", _swapped),
        "glyphs lost": partial(_glyphs, "glyphs lost", _lost),
        "glyphs doubled": partial(_glyphs, "glyphs doubled", _doubled),
        "glyph changed": partial(_glyphs, "glyph changed", _changed),
        "words not painted": partial(_content, "words not painted", _emptied),
        "words and marks lost": partial(_content, "words and marks lost", _gone),
        "words painted twice": partial(_content, "words painted twice", _twice),
        "words painted over": _covered,
        "element lost": _element_lost,
        "elements swapped": _elements_swapped,
        "element of another kind": _role,
        "part lost from the structure": _part_lost,
        "parts swapped in the structure": _parts_swapped,
        "alternative text changed": partial(_entry, "alternative text changed", "/Alt", "Something else"),
        "language lost": partial(_entry, "language lost", "/Lang", None),
        "anchor lost": partial(_entry, "anchor lost", "/ID", "elsewhere"),
        "stamp changed": _stamp,
        "link retargeted": _retargeted,
        "link lost": _unlinked,
        "bookmark changed": _bookmark,
        "page foot altered": _foot,
        "sentence added": _added,
        "code painted over": _barred,
        "code lost": partial(_code, "code lost", _emptied),
        "code moved": partial(_code, "code moved", _moved),
        "file says another title": _title,
        "attachment altered": _attachment,
        "glyphs mean something else": _meanings,
    }
    return found


# --- what is painted ------------------------------------------------------------------------------------

Instructions = list[Any]


def _around(name: str, finished: Finished, random: Random) -> Iterator[Mutant]:
    before, after = map(source, AROUND[name])

    def wrap(stretch: Stretch, content: Instructions) -> Instructions:
        return [
            *content[: stretch.start],
            *before,
            *content[stretch.start : stretch.end],
            *after,
            *content[stretch.end :],
        ]

    yield from _content(name, wrap, finished, random)


def _content(
    name: str, change: Callable[[Stretch, Instructions], Instructions], finished: Finished, random: Random
) -> Iterator[Mutant]:
    found = stretches(opened(finished), finished)
    for place in places(len(found), random):
        stretch, pdf = found[place], opened(finished)
        rewrite(pdf, stretch.page, partial(change, stretch))
        yield Mutant(name, finished, frozenset({stretch.part}), f"{stretch}", saved(pdf))


def _emptied(stretch: Stretch, content: Instructions) -> Instructions:
    """The marks stay, and nothing is painted between them."""
    return [*content[: stretch.start + 1], *content[stretch.end - 1 :]]


def _gone(stretch: Stretch, content: Instructions) -> Instructions:
    return [*content[: stretch.start], *content[stretch.end :]]


def _twice(stretch: Stretch, content: Instructions) -> Instructions:
    inside = content[stretch.start + 1 : stretch.end - 1]
    return [*content[: stretch.end - 1], *inside, *content[stretch.end - 1 :]]


def _glyphs(
    name: str, change: Callable[[bytes, Random], bytes], finished: Finished, random: Random
) -> Iterator[Mutant]:
    """The codes that a stretch shows first are changed; a change that leaves them alone is no fault."""
    altered: list[bool] = []
    blanks = spaces(opened(finished))

    def once(text: bytes) -> bytes:
        new = change(text, random)
        altered.append(_printed(new, blanks) != _printed(text, blanks))
        return new

    def edit(stretch: Stretch, content: Instructions) -> Instructions:
        return _first_words(content, stretch.start, stretch.end, once)

    for mutant in _content(name, edit, finished, random):
        if altered[-1]:
            yield mutant


def _first_words(
    content: Instructions, start: int, end: int, change: Callable[[bytes], bytes]
) -> Instructions:
    """The glyphs that the first operator of a stretch shows are changed; kerning between them is left out."""
    for index in range(start, end):
        operands, operator = content[index]
        if str(operator) in {"Tj", "TJ"}:
            shown = operands[0] if str(operator) == "TJ" else operands
            old = b"".join(bytes(one) for one in shown if isinstance(one, pikepdf.String))
            content[index] = ([pikepdf.String(change(old))], pikepdf.Operator("Tj"))
            return content
    return content


def _printed(text: bytes, blanks: frozenset[bytes]) -> list[bytes]:
    """The glyphs without spaces: where they are, or how many, is no difference in normal form."""
    return [code for code in _codes(text) if code not in blanks]


def _codes(text: bytes) -> list[bytes]:
    return [text[index : index + WIDTH] for index in range(0, len(text), WIDTH)]


def _swapped(text: bytes, random: Random) -> bytes:
    codes = _codes(text)
    pairs = [index for index in range(len(codes) - 1) if codes[index] != codes[index + 1]]
    if pairs:
        index = random.choice(pairs)
        codes[index], codes[index + 1] = codes[index + 1], codes[index]
    return b"".join(codes)


def _lost(text: bytes, random: Random) -> bytes:
    return b"".join(_codes(text)[: -random.choice((1, 2, 5))])


def _doubled(text: bytes, random: Random) -> bytes:
    codes = _codes(text)
    index = random.randrange(len(codes)) if codes else 0
    return b"".join([*codes[:index], *codes[index : index + 1], *codes[index:]])


def _changed(text: bytes, random: Random) -> bytes:
    codes = _codes(text)
    others = sorted({*codes})
    if len(others) > 1:
        index = random.randrange(len(codes))
        codes[index] = random.choice([code for code in others if code != codes[index]])
    return b"".join(codes)


def _covered(finished: Finished, random: Random) -> Iterator[Mutant]:
    """A white area over a page, painted last; the furniture and all parts of the page are under it."""
    found = stretches(opened(finished), finished)
    for page in sorted({stretch.page for stretch in found}):
        pdf = opened(finished)
        paint = source("/Artifact BMC q 1 1 1 rg -2000 -2000 6000 6000 re f Q EMC")
        rewrite(pdf, page, partial(_painted_last, paint))
        parts = frozenset(stretch.part for stretch in found if stretch.page == page)
        yield Mutant("words painted over", finished, parts, f"page {page + 1}", saved(pdf))


def _painted_last(paint: Instructions, content: Instructions) -> Instructions:
    return [*content, *paint]


def _painted_around(before: Instructions, after: Instructions, content: Instructions) -> Instructions:
    return [*before, *content, *after]


def _foot(finished: Finished, random: Random) -> Iterator[Mutant]:
    """Glyphs of the page foot are changed."""
    for page in range(len(opened(finished).pages)):
        pdf = opened(finished)

        def edit(content: Instructions) -> Instructions:
            for index, (operands, operator) in enumerate(content):
                if str(operator) == "BDC" and str(operands[0]) == "/Artifact":
                    return _first_words(content, index, len(content), lambda text: _swapped(text, random))
            return content

        rewrite(pdf, page, edit)
        yield Mutant(
            "page foot altered", finished, frozenset({"foot", "page", ""}), f"page {page + 1}", saved(pdf)
        )


def _added(finished: Finished, random: Random) -> Iterator[Mutant]:
    """Words of the page are painted once more at another place, as decoration."""
    found = stretches(opened(finished), finished)
    for place in places(len(found), random):
        stretch, pdf = found[place], opened(finished)

        def edit(content: Instructions, stretch: Stretch = stretch) -> Instructions:
            inside = content[stretch.start + 1 : stretch.end - 1]
            more = [*source("/Artifact BMC q 1 0 0 1 0 20 cm"), *inside, *source("Q EMC")]
            return [*content[: stretch.end], *more, *content[stretch.end :]]

        rewrite(pdf, stretch.page, edit)
        parts = frozenset({stretch.part, "foot", "page", ""})
        yield Mutant("sentence added", finished, parts, f"{stretch}", saved(pdf))


def _figure(pdf: Any, finished: Finished) -> tuple[Any, int]:
    """The element of the QR code and the index of its page."""
    figures = (one for part, one in elements(pdf, finished) if part == "address" and one.S == "/Figure")
    figure = next(figures)
    return figure, next(index for index, page in enumerate(pdf.pages) if page.objgen == figure.Pg.objgen)


def _barred(finished: Finished, random: Random) -> Iterator[Mutant]:
    """A bar of a module's width over the QR code, light or dark, across or upright."""
    for grey, upright in ((1, False), (0, True), (1, True), (0, False)):
        pdf = opened(finished)
        figure, page = _figure(pdf, finished)
        left, low, right, top = (float(side) for side in figure.A.BBox)
        away, width = random.uniform(0.4, 0.75) * (right - left), 0.03 * (right - left)
        place = (
            f"{left + away} {low} {width} {top - low}"
            if upright
            else f"{left} {low + away} {right - left} {width}"
        )
        paint = source(f"Q /Artifact BMC q {grey} g {place} re f Q EMC")
        rewrite(pdf, page, partial(_painted_around, source("q"), paint))
        yield Mutant("code painted over", finished, frozenset({"address"}), place, saved(pdf))


def _code(
    name: str, change: Callable[[Stretch, Instructions], Instructions], finished: Finished, random: Random
) -> Iterator[Mutant]:
    """The drawing of the QR code is changed."""
    pdf = opened(finished)
    figure, page = _figure(pdf, finished)
    (mark,) = kids(figure)

    def edit(content: Instructions) -> Instructions:
        begin = next(at for at, (operands, _) in enumerate(content) if _holds(operands, int(mark)))
        end = next(at for at in range(begin, len(content)) if str(content[at][1]) == "EMC")
        return change(Stretch("address", page, begin, end + 1), content)

    rewrite(pdf, page, edit)
    yield Mutant(name, finished, frozenset({"address"}), "", saved(pdf))


def _holds(operands: Any, mark: int) -> bool:
    """Whether an operator has these marked content properties."""
    return any(isinstance(one, pikepdf.Dictionary) and one.get("/MCID", -1) == mark for one in operands)


def _moved(stretch: Stretch, content: Instructions) -> Instructions:
    inside = content[stretch.start + 1 : stretch.end - 1]
    moved = [*source("q 1 0 0 1 40 -60 cm"), *inside, *source("Q")]
    return [*content[: stretch.start + 1], *moved, *content[stretch.end - 1 :]]


# --- what the structure says ------------------------------------------------------------------------------


def _element_lost(finished: Finished, random: Random) -> Iterator[Mutant]:
    for place in places(len(elements(opened(finished), finished)), random):
        pdf = opened(finished)
        part, element = elements(pdf, finished)[place]
        _replace_kids(element.P, [kid for kid in kids(element.P) if not _is(kid, element)])
        yield Mutant("element lost", finished, frozenset({part}), str(element.S), saved(pdf))


def _elements_swapped(finished: Finished, random: Random) -> Iterator[Mutant]:
    for place in places(len(elements(opened(finished), finished)), random):
        pdf = opened(finished)
        part, element = elements(pdf, finished)[place]
        beside = kids(element.P)
        index = next(index for index, kid in enumerate(beside) if _is(kid, element))
        if index + 1 < len(beside) and str(element.S) not in {"/Lbl", "/LBody", "/THead"}:
            beside[index], beside[index + 1] = beside[index + 1], beside[index]
            _replace_kids(element.P, beside)
            yield Mutant("elements swapped", finished, frozenset({part}), str(element.S), saved(pdf))


def _replace_kids(element: Any, beside: list[Any]) -> None:
    element.K = pikepdf.Array(beside)


def _is(kid: Any, element: Any) -> bool:
    return isinstance(kid, pikepdf.Dictionary) and kid.objgen == element.objgen


ROLES = {
    "/H1": "/H2",
    "/H2": "/H3",
    "/H3": "/P",
    "/P": "/H2",
    "/TH": "/TD",
    "/BlockQuote": "/Div",
    "/Note": "/Div",
}


def _role(finished: Finished, random: Random) -> Iterator[Mutant]:
    for place in places(len(elements(opened(finished), finished)), random):
        pdf = opened(finished)
        part, element = elements(pdf, finished)[place]
        old = str(element.S)
        if old in ROLES:
            element.S = pikepdf.Name(ROLES[old])
            told = f"{old} → {ROLES[old]}"
            yield Mutant("element of another kind", finished, frozenset({part}), told, saved(pdf))


def _part_lost(finished: Finished, random: Random) -> Iterator[Mutant]:
    for place in places(len(sections(opened(finished), finished)), random):
        pdf = opened(finished)
        part, section = sections(pdf, finished)[place]
        _replace_kids(section.P, [kid for kid in kids(section.P) if not _is(kid, section)])
        yield Mutant("part lost from the structure", finished, frozenset({part}), "", saved(pdf))


def _parts_swapped(finished: Finished, random: Random) -> Iterator[Mutant]:
    for place in places(len(sections(opened(finished), finished)) - 1, random):
        pdf = opened(finished)
        (part, section), (other, _) = sections(pdf, finished)[place : place + 2]
        beside = kids(section.P)
        beside[place], beside[place + 1] = beside[place + 1], beside[place]
        _replace_kids(section.P, beside)
        yield Mutant("parts swapped in the structure", finished, frozenset({part, other}), "", saved(pdf))


def _entry(name: str, key: str, value: str | None, finished: Finished, random: Random) -> Iterator[Mutant]:
    for place in places(len(elements(opened(finished), finished)), random):
        pdf = opened(finished)
        part, element = elements(pdf, finished)[place]
        if key in element:
            old = str(element[key])
            if value is None:
                del element[key]
            else:
                element[key] = pikepdf.String(value)
            yield Mutant(name, finished, frozenset({part, ""}), old, saved(pdf))


def _stamp(finished: Finished, random: Random) -> Iterator[Mutant]:
    for place in places(len(sections(opened(finished), finished)), random):
        pdf = opened(finished)
        part, section = sections(pdf, finished)[place]
        if "/T" in section:
            section["/T"] = pikepdf.String("another-text@9.9")
            yield Mutant("stamp changed", finished, frozenset({part}), "", saved(pdf))


# --- links, bookmarks, what the file says of itself ---------------------------------------------------------


def _retargeted(finished: Finished, random: Random) -> Iterator[Mutant]:
    def retarget(annotation: Any) -> None:
        if "/A" in annotation and "/URI" in annotation.A:
            annotation.A.URI = pikepdf.String("https://example.net/elsewhere")
        else:
            annotation.A = pikepdf.Dictionary(S=pikepdf.Name.URI, URI=pikepdf.String("https://example.net/"))
            if "/Dest" in annotation:
                del annotation["/Dest"]

    yield from _links("link retargeted", retarget, finished, random)


def _unlinked(finished: Finished, random: Random) -> Iterator[Mutant]:
    def forget(annotation: Any) -> None:
        for key in ("/A", "/Dest"):
            if key in annotation:
                del annotation[key]

    yield from _links("link lost", forget, finished, random)


def _links(name: str, change: Callable[[Any], None], finished: Finished, random: Random) -> Iterator[Mutant]:
    """Every link of the structure, by its annotation."""
    held = [
        place
        for place, (_, one) in enumerate(elements(opened(finished), finished))
        if _annotation(one) is not None
    ]
    for place in random.sample(held, len(held)):
        pdf = opened(finished)
        part, element = elements(pdf, finished)[place]
        change(_annotation(element))
        yield Mutant(name, finished, frozenset({part}), f"link {place}", saved(pdf))


def _annotation(element: Any) -> Any:
    return next(
        (kid.Obj for kid in kids(element) if isinstance(kid, pikepdf.Dictionary) and "/Obj" in kid), None
    )


def _bookmark(finished: Finished, random: Random) -> Iterator[Mutant]:
    def rename(pdf: Any) -> None:
        pdf.Root.Outlines.First.Title = pikepdf.String("Another title")

    yield Mutant(
        "bookmark changed", finished, frozenset({"outline", "title", ""}), "", changed(finished, rename)
    )


def _title(finished: Finished, random: Random) -> Iterator[Mutant]:
    def retitle(pdf: Any) -> None:
        pdf.Root.Metadata.write(
            pdf.Root.Metadata.read_bytes().replace(b"Therapeutic", b"Therapeutik").replace(b"Every", b"Evry")
        )
        pdf.docinfo["/Title"] = pikepdf.String("Another title")

    def translate(pdf: Any) -> None:
        pdf.Root.Lang = pikepdf.String("de")

    for told, change in (("title", retitle), ("language", translate)):
        data = changed(finished, change)
        yield Mutant("file says another title", finished, frozenset({"metadata", "", "label"}), told, data)


def _attachment(finished: Finished, random: Random) -> Iterator[Mutant]:
    def alter(pdf: Any) -> None:
        stream = pdf.Root.AF[0].EF.F
        stream.write(stream.read_bytes().replace(b"t", b"T", 1))

    parts = frozenset({"metadata", "attachments", "attachment", ""})
    yield Mutant("attachment altered", finished, parts, "", changed(finished, alter))


def _meanings(finished: Finished, random: Random) -> Iterator[Mutant]:
    """A font says another letter than it paints: whoever copies or listens gets other words than whoever looks."""

    def lie(pdf: Any) -> None:
        for font in pdf.pages[0].Resources.Font.values():
            font.ToUnicode.write(re.sub(rb"> <0065>", b"> <0061>", font.ToUnicode.read_bytes()))

    parts = frozenset(part.id for part in finished.publication.parts) | {""}
    yield Mutant("glyphs mean something else", finished, parts, "", changed(finished, lie))
