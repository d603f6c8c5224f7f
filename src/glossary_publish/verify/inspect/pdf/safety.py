"""What a handout must not hold: revisions, actions, layers, forms, and fonts that are not inside."""

from collections.abc import Iterable, Iterator, Sequence

from glossary_publish.verify.inspect.pdf.document import Document
from glossary_publish.verify.inspect.pdf.objects import Table
from glossary_publish.verify.inspect.pdf.painting import Page
from glossary_publish.verify.inspection import Fault


def safety_faults(
    document: Document, tables: Iterable[tuple[int, Table]], pages: Sequence[Page]
) -> Iterator[Fault]:
    """Faults of the file as a whole."""
    catalog = document.catalog
    if document.revisions > 1:
        yield Fault(
            "second-revision", f"the file holds {document.revisions} revisions: later ones were appended"
        )
    if "AcroForm" in catalog:
        yield Fault("form-field", "the file holds a form")
    if "OCProperties" in catalog:
        yield Fault("optional-content", "the file holds layers that can be hidden")
    yield from _action_faults(document, tables)
    fonts = {run.font.name: run.font.embedded for page in pages for run in page.runs if run.texts}
    for name, embedded in sorted(fonts.items()):
        if not embedded:
            yield Fault("font-not-embedded", f"the font {name or 'without a name'} is not in the file")


def _action_faults(document: Document, tables: Iterable[tuple[int, Table]]) -> Iterator[Fault]:
    catalog = document.catalog
    opening = document.resolve(catalog.get("OpenAction"))
    if isinstance(opening, dict) and opening.get("S") != "GoTo":
        yield Fault("forbidden-action", f"opening the file does {document.name(opening.get('S'))}")
    if "AA" in catalog or any("AA" in table for _, table in tables):
        yield Fault("forbidden-action", "opening, printing or closing the file or a page does something")
    for name in sorted(document.table(catalog.get("Names")).keys() - {"Dests", "EmbeddedFiles"}):
        yield Fault("forbidden-action", f"the file holds {name}")
