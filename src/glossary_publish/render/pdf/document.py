"""A publication as the HTML page that WeasyPrint sets: the parts in reading order, and what its images are."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from markupsafe import Markup

from glossary_publish.article import BulletList, Heading, OrderedList, Paragraph
from glossary_publish.layout import Layout
from glossary_publish.publication import Furniture, Part, Publication, plain_text
from glossary_publish.render.html import Writer
from glossary_publish.render.islands import islands
from glossary_publish.render.pdf.fetching import address
from glossary_publish.render.pdf.greys import greyed
from glossary_publish.render.pdf.qr import qr_svg
from glossary_publish.render.templates import fill

WRITE_IN = "write-in-"  # how the parts with blank lines are called
COUNTER = re.compile(r"\{(page|pages)\}")


@dataclass(frozen=True, slots=True)
class Piece:
    """Words of the page foot, or the name of a counter. `apart` are those that run against the words around them."""

    text: Markup
    counter: bool
    apart: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """One line of the page foot."""

    id: str
    pieces: tuple[Piece, ...]


@dataclass(frozen=True, slots=True)
class Section:
    """A part with its blocks as HTML.

    `stamp` is `id@version` of its boilerplate, `title` the words of its first heading, `callout` those that are to
    catch the eye; each may be empty. `points` counts the items of its lists, `blank_lines` those to write on below it.
    """

    id: str
    stamp: str
    title: str
    callout: str
    points: int
    blank_lines: int
    content: Markup


@dataclass(frozen=True, slots=True)
class Room:
    """What a page is set with: pixels for a foot of many lines (0: as the layout has it), and a tight first page."""

    foot: int = 0
    tight: bool = False


def document(
    publication: Publication, layout: Layout, files: dict[str, bytes], room: Room | None = None
) -> str:
    """The page as HTML, with so much room for some things; the images that it names are put into `files`."""
    colours = layout.minima.colours
    files.update((image.path, image.data if colours else greyed(image)) for image in publication.images)
    writer = Writer(
        image=lambda path: address(publication.image(path).path),
        qr=lambda target: _qr(target, layout, files),
        note_mark=publication.word("note-mark"),
        whole=publication.metadata.code,
        groups=True,
        way=publication.metadata.direction,
    )
    values = {
        "metadata": publication.metadata,
        "room": room or Room(),
        "furniture": list(_furniture(publication, layout, writer)),
        "parts": [_section(part, writer, layout) for part in publication.parts],
    }
    return fill(layout, layout.options["template"], **values).decode()


def stylesheet(direction: str, layout: Layout) -> str:
    """The rules of the layout with the tokens of the theme, for one paper and direction (`ltr` or `rtl`)."""
    fonts: list[Mapping[str, str]] = [
        {"family": font.family, "weight": font.weight, "style": font.style, "address": address(font.path)}
        for font in layout.fonts
    ]
    values = {
        "theme": layout.theme,
        "layout": _enlarged(layout) if direction == "rtl" else layout.options,
        "name_of_paper": layout.paper,
        "direction": direction,
        "brand": layout.brand,
        "fonts": fonts,
    }
    return fill(layout, layout.options["stylesheet"], **values).decode()


def _enlarged(layout: Layout) -> Mapping[str, object]:
    """The tables of the layout with type as large as letters that run from right to left need it."""
    ratio = layout.theme["type"]["right_to_left"]
    return {**layout.options, "type": {name: size * ratio for name, size in layout.options["type"].items()}}


def _section(part: Part, writer: Writer, layout: Layout) -> Section:
    stamp = f"{part.stamp.id}@{part.stamp.version}" if part.stamp else ""
    content = Markup(writer.blocks(part.blocks))  # noqa: S704  the writer escapes every word
    titles = (plain_text(block.children) for block in part.blocks if isinstance(block, Heading))
    callouts = (
        plain_text(block.children)
        for block in part.blocks
        if isinstance(block, Paragraph) and block.role == "callout"
    )
    points = sum(len(block.items) for block in part.blocks if isinstance(block, BulletList | OrderedList))
    return Section(
        part.id, stamp, next(titles, ""), next(callouts, ""), points, _blank_lines(part, layout), content
    )


def _blank_lines(part: Part, layout: Layout) -> int:
    if not part.id.startswith(WRITE_IN):
        return 0
    return int(layout.options["write_in"]["lines"].get(part.id, 0))


def _furniture(publication: Publication, layout: Layout, writer: Writer) -> Iterator[Line]:
    lines = {line.id: line for line in publication.furniture}
    return (Line(id, tuple(_pieces(lines[id], writer))) for id in layout.furniture if id in lines)


def _pieces(line: Furniture, writer: Writer) -> Iterator[Piece]:
    """The words of a line and its counters; from right to left, words that run against it each by themselves."""
    for index, text in enumerate(COUNTER.split(line.text)):
        if index % 2:
            yield Piece(Markup(text), counter=True)  # noqa: S704  the name of a counter
        elif text:
            pieces = islands(text, single=True) if writer.way == "rtl" else [(text, False)]
            yield from (
                Piece(Markup(writer.words(piece)), counter=False, apart=apart)  # noqa: S704  it escapes them
                for piece, apart in pieces
            )


def _qr(target: str, layout: Layout, files: dict[str, bytes]) -> str:
    name = f"qr/{target}.svg"
    files[name] = qr_svg(target, layout)
    return address(name)
