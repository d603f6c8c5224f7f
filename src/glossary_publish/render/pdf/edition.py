"""One PDF, from a publication to bytes: the page as HTML, laid out, read, painted and tagged."""

from typing import Any

from glossary_publish.diagnostics import Report
from glossary_publish.layout import Layout
from glossary_publish.publication import Publication
from glossary_publish.render.pdf.container import file_bytes
from glossary_publish.render.pdf.document import document, stylesheet
from glossary_publish.render.pdf.faults import report_losses, report_missing_characters
from glossary_publish.render.pdf.fetching import Fetcher, RefusedAddressError
from glossary_publish.render.pdf.glyphs import needs_words
from glossary_publish.render.pdf.logs import listening, report_remarks
from glossary_publish.render.pdf.press import Press, load_weasyprint, press


def render(publication: Publication, layout: Layout, report: Report) -> bytes:
    """The finished file; what is wrong with it is in `report`, and then it is not to be used."""
    weasyprint = load_weasyprint()
    machine = press(stylesheet(publication, layout), layout.fonts)
    report_remarks(machine.remarks, report)
    files: dict[str, bytes] = {}
    page = document(publication, layout, files)
    with listening() as remarks:
        try:
            html = weasyprint.HTML(string=page, url_fetcher=Fetcher(files))
            data = _made(html, machine, publication, layout, report)
        except RefusedAddressError as refused:
            help = "name an image of the project"
            report.error("refused-address", f"the page asks for {refused}, which it may not load", help=help)
            data = b""
    report_remarks(remarks, report)
    return data


def _made(html: Any, machine: Press, publication: Publication, layout: Layout, report: Report) -> bytes:
    from glossary_publish.render.pdf.facts import add_facts
    from glossary_publish.render.pdf.links import add_bookmarks, add_links
    from glossary_publish.render.pdf.painting import paint
    from glossary_publish.render.pdf.tagging.reading import read_structure
    from glossary_publish.render.pdf.tagging.writing import write_structure

    root = html.etree_element
    # The first number of a list is a hint to WeasyPrint.
    options = {"stylesheets": [machine.sheet], "presentational_hints": True}
    pages = html.render(font_config=machine.fonts, **options)
    structure = read_structure(pages.pages, root, needs_words(layout.fonts))
    report_losses(structure.lost, report)
    pdf = paint(pages, structure.marks)
    report_missing_characters(pages.fonts.values(), publication, report)
    add_links(pdf, pages, root)
    add_bookmarks(pdf, pages, root)
    write_structure(pdf, structure.document)
    add_facts(pdf, publication)
    return file_bytes(pdf)
