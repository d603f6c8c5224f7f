"""The table of formats: what each is called, and the functions that make and read back its files."""

from collections.abc import Callable
from dataclasses import dataclass

from glossary_publish.diagnostics import Report
from glossary_publish.layout import Layout
from glossary_publish.publication import Publication
from glossary_publish.verify.inspection import Inspection


@dataclass(frozen=True, slots=True)
class Format:
    """One row of the table.

    `packages` are those whose version can change the bytes or the proof of the format; `prepare` does beforehand what
    all editions of a layout in one direction (`ltr` or `rtl`) share, where that takes long. A `draft` is for editors:
    it may be made of an article that may not be handed out. `impose` puts the pages of an edition on sheets to be
    folded, where a layout has them.
    """

    name: str
    suffix: str
    media_type: str
    render: Callable[[Publication, Layout, Report], bytes]
    inspect: Callable[[bytes], Inspection]
    packages: tuple[str, ...] = ()
    prepare: Callable[[Layout, str], None] | None = None
    draft: bool = False
    impose: Callable[[Publication, Layout, Report], bytes] | None = None


# The rows import their modules when they are used: WeasyPrint alone takes half a second, and `--help` needs none of it.


def _render_pdf(publication: Publication, layout: Layout, report: Report) -> bytes:
    from glossary_publish.render.pdf import render

    return render(publication, layout, report)


def _impose_pdf(publication: Publication, layout: Layout, report: Report) -> bytes:
    from glossary_publish.render.pdf import impose

    return impose(publication, layout, report)


def _prepare_pdf(layout: Layout, direction: str) -> None:
    from glossary_publish.render.pdf import prepare

    prepare(layout, direction)


def _render_epub(publication: Publication, layout: Layout, report: Report) -> bytes:
    from glossary_publish.render.epub import render

    return render(publication, layout, report)


def _render_docx(publication: Publication, layout: Layout, report: Report) -> bytes:
    from glossary_publish.render.docx import render

    return render(publication, layout, report)


def _inspect_pdf(data: bytes) -> Inspection:
    from glossary_publish.verify.inspect.pdf import inspect

    return inspect(data)


def _inspect_epub(data: bytes) -> Inspection:
    from glossary_publish.verify.inspect.epub import inspect

    return inspect(data)


def _inspect_docx(data: bytes) -> Inspection:
    from glossary_publish.verify.inspect.docx import inspect

    return inspect(data)


PDF_PACKAGES = ("weasyprint", "pydyf", "fonttools", "segno", "jinja2", "pypdfium2")
EPUB_PACKAGES = ("ebooklib", "lxml", "jinja2", "pillow")
DOCX_PACKAGES = ("python-docx", "lxml")
WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"

FORMATS = {
    row.name: row
    for row in (
        Format(
            "pdf",
            "pdf",
            "application/pdf",
            _render_pdf,
            _inspect_pdf,
            PDF_PACKAGES,
            _prepare_pdf,
            impose=_impose_pdf,
        ),
        Format("epub", "epub", "application/epub+zip", _render_epub, _inspect_epub, EPUB_PACKAGES),
        Format("docx", "docx", WORD, _render_docx, _inspect_docx, DOCX_PACKAGES, draft=True),
    )
}
