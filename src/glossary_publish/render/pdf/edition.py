"""One PDF, from a publication to bytes: the page as HTML, laid out, read, painted and tagged."""

from contextlib import suppress
from dataclasses import dataclass
from typing import Any

from glossary_publish.diagnostics import Report
from glossary_publish.layout import Layout
from glossary_publish.publication import Publication
from glossary_publish.render.pdf.bookmarks import add_bookmarks
from glossary_publish.render.pdf.container import file_bytes
from glossary_publish.render.pdf.document import Room, document, stylesheet
from glossary_publish.render.pdf.facts import add_facts
from glossary_publish.render.pdf.faults import (
    report_long_foot,
    report_losses,
    report_missing_characters,
    report_pictures,
    report_remarks,
)
from glossary_publish.render.pdf.fetching import Fetcher, RefusedAddressError
from glossary_publish.render.pdf.glyphs import needs_words
from glossary_publish.render.pdf.links import add_links
from glossary_publish.render.pdf.logs import listening
from glossary_publish.render.pdf.markup import parsed
from glossary_publish.render.pdf.painting import paint
from glossary_publish.render.pdf.press import Press, load_weasyprint, press
from glossary_publish.render.pdf.room import first_page_holds, foot_fits, room_needed
from glossary_publish.render.pdf.sheets import lay_side_by_side
from glossary_publish.render.pdf.tagging.reading import Structure, read_structure
from glossary_publish.render.pdf.tagging.writing import write_structure
from glossary_publish.render.templates import read_template


@dataclass(frozen=True, slots=True)
class _Painted:
    """Pages that are laid out and painted, with the elements and the structure that they show."""

    pdf: Any
    pages: Any
    root: Any
    structure: Structure


def render(publication: Publication, layout: Layout, report: Report) -> bytes:
    """The finished file, or nothing where `report` says what is wrong with it."""
    own = Report()
    report_pictures(publication, own)
    data = b"" if own.failed else _made(publication, layout, own)
    report.extend(own)
    return b"" if own.failed else data


def impose(publication: Publication, layout: Layout, report: Report) -> bytes:
    """The same pages on sheets to print, fold and staple, two on each side; they are not tagged and claim nothing."""
    own = Report()
    made = _painted(publication, layout, own)
    report.extend(own)
    if made is None or own.failed:
        return b""
    lay_side_by_side(made.pdf, publication.metadata, layout)
    return file_bytes(made.pdf)


def prepare(layout: Layout, direction: str) -> None:
    """Do beforehand what all editions of a layout in one direction share: its style sheet, its template and fonts."""
    with suppress(RefusedAddressError):  # told when an edition is made
        press(stylesheet(direction, layout), layout.fonts)
    read_template(layout, layout.options["template"])
    needs_words(layout.fonts)


def _made(publication: Publication, layout: Layout, report: Report) -> bytes:
    made = _painted(publication, layout, report)
    if made is None or report.failed:
        return b""
    add_links(made.pdf, made.pages, made.root)
    add_bookmarks(made.pdf, made.pages, made.root)
    write_structure(made.pdf, made.structure.document)
    add_facts(made.pdf, publication, layout)
    return file_bytes(made.pdf)


def _painted(publication: Publication, layout: Layout, report: Report) -> _Painted | None:
    load_weasyprint()
    with listening() as remarks:
        try:
            machine = press(stylesheet(publication.metadata.direction, layout), layout.fonts)
            room = Room()
            html, laid_out = _laid_out(publication, layout, machine, room)
            while (needed := room_needed(laid_out.pages, room)) != room:
                room = needed
                if not foot_fits(laid_out.pages, room):
                    break
                html, laid_out = _laid_out(publication, layout, machine, room)
        except RefusedAddressError as refused:
            help = "name a file that belongs to the layout or the article"
            report.error("refused-address", f"{refused} was asked for, which may not be loaded", help=help)
            return None
        root = html.etree_element
        structure = read_structure(laid_out.pages, root, needs_words(layout.fonts))
        pdf = paint(laid_out, structure.marks)
    pages, one_page = laid_out.pages, layout.minima.pages > 0  # then it is told that there are too many
    if room.foot and not (foot_fits(pages, room) and (one_page or first_page_holds(pages))):
        report_long_foot(publication, report)
    report_remarks(dict.fromkeys((*machine.remarks, *remarks)), publication, report)
    report_missing_characters(laid_out.fonts.values(), publication, report)
    report_losses(structure.lost, report)
    return _Painted(pdf, laid_out, root, structure)


def _laid_out(publication: Publication, layout: Layout, machine: Press, room: Room) -> tuple[Any, Any]:
    """The tree of the page, and its pages."""
    files: dict[str, bytes] = {}
    page = document(publication, layout, files, room)
    html = parsed(page, Fetcher(files))
    # The first number of a list is a hint to WeasyPrint.
    return html, html.render(
        stylesheets=[machine.sheet], font_config=machine.fonts, presentational_hints=True
    )
