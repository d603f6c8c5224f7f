"""Puts together what the parts of the reader find in one file."""

from collections import defaultdict
from collections.abc import Iterable

from glossary_publish.verify.inspect.pdf.content import Interpreter
from glossary_publish.verify.inspect.pdf.document import Document
from glossary_publish.verify.inspect.pdf.items import ItemReader
from glossary_publish.verify.inspect.pdf.links import link_areas
from glossary_publish.verify.inspect.pdf.objects import MalformedPdf
from glossary_publish.verify.inspect.pdf.pages import page_tables, read_page
from glossary_publish.verify.inspect.pdf.paint import painted
from glossary_publish.verify.inspect.pdf.painting import Page, Run
from glossary_publish.verify.inspect.pdf.raster import Rasters
from glossary_publish.verify.inspect.pdf.spoken import Listener
from glossary_publish.verify.inspect.pdf.structure import StructureReader
from glossary_publish.verify.inspection import Fault, Inspection


def inspect(data: bytes) -> Inspection:
    """What a PDF says and shows; a file that can not be read is one fault, `unreadable-pdf`, and nothing else."""
    try:
        return _inspect(data)
    except MalformedPdf as error:
        return Inspection("pdf", (), faults=(Fault("unreadable-pdf", str(error)),))


def _inspect(data: bytes) -> Inspection:
    document = Document(data)
    faults: list[Fault] = []
    tables = page_tables(document)
    interpreter = Interpreter(document)
    pages = [read_page(interpreter, document, index, number, table) for index, (number, table) in enumerate(tables)]
    runs = _by_mark(pages)
    listener = Listener(link_areas(document, tables, faults), document.string(document.catalog.get("Lang")), faults)
    items = ItemReader(runs, listener).read(StructureReader(document).read())
    with Rasters(data, [(page.width, page.height) for page in pages]) as rasters:
        seen = tuple(painted(pages, rasters))
    return Inspection("pdf", items, painted=seen, faults=tuple(faults))


def _by_mark(pages: Iterable[Page]) -> dict[tuple[int, int], list[Run]]:
    runs: dict[tuple[int, int], list[Run]] = defaultdict(list)
    for page in pages:
        for run in page.runs:
            if run.marked and run.marked.mcid >= 0 and not run.marked.artifact:
                runs[run.marked.container, run.marked.mcid].append(run)
    return runs
