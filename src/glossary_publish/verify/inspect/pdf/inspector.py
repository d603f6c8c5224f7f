"""Puts together what the parts of the reader find in one file."""

from collections import defaultdict
from collections.abc import Iterable

from glossary_publish.verify.inspect.pdf.attachments import read_attachments
from glossary_publish.verify.inspect.pdf.content import Interpreter
from glossary_publish.verify.inspect.pdf.coverage import content_faults, parent_tree_faults
from glossary_publish.verify.inspect.pdf.document import Document
from glossary_publish.verify.inspect.pdf.furniture import furniture
from glossary_publish.verify.inspect.pdf.items import ItemReader
from glossary_publish.verify.inspect.pdf.lines import printed_lines
from glossary_publish.verify.inspect.pdf.links import destinations, link_areas
from glossary_publish.verify.inspect.pdf.metadata import read_metadata
from glossary_publish.verify.inspect.pdf.objects import MalformedPdf
from glossary_publish.verify.inspect.pdf.outline import read_outline
from glossary_publish.verify.inspect.pdf.pages import page_tables, read_page
from glossary_publish.verify.inspect.pdf.painting import Page, Run
from glossary_publish.verify.inspect.pdf.places import bookmark_faults, place_faults, split_faults
from glossary_publish.verify.inspect.pdf.programs import program_faults
from glossary_publish.verify.inspect.pdf.rules import heading_faults, tree_faults
from glossary_publish.verify.inspect.pdf.rulings import rulings
from glossary_publish.verify.inspect.pdf.safety import safety_faults
from glossary_publish.verify.inspect.pdf.sight import sight
from glossary_publish.verify.inspect.pdf.spoken import Listener
from glossary_publish.verify.inspect.pdf.structure import StructureReader
from glossary_publish.verify.inspect.pdf.wording import overlap_faults, wording_faults
from glossary_publish.verify.inspection import Fault, Inspection

# Bytes from outside may hit a case that no rule foresees: that too is a file that can not be read.
UNFORESEEN = (ArithmeticError, LookupError, RecursionError, TypeError, ValueError)


def inspect(data: bytes) -> Inspection:
    """What a PDF says and shows; a file that can not be read is nothing but the fault `unreadable-pdf`."""
    try:
        return _inspect(data)
    except MalformedPdf as error:
        return _unreadable(str(error))
    except UNFORESEEN as error:
        return _unreadable(f"the reader stumbles: {error!r}")


def _unreadable(message: str) -> Inspection:
    return Inspection("pdf", (), faults=(Fault("unreadable-pdf", message),))


def _inspect(data: bytes) -> Inspection:
    document, faults = Document(data), list[Fault]()
    if "Encrypt" in document.trailer:
        return Inspection("pdf", (), faults=(Fault("encrypted-pdf", "the file is encrypted"),))
    tables = page_tables(document)
    interpreter = Interpreter(document)
    pages = [
        read_page(interpreter, document, index, number, table) for index, (number, table) in enumerate(tables)
    ]
    runs = _by_mark(pages)
    structure = StructureReader(document)
    top = structure.read()
    elements = [element for root in top for element in root.walk()]
    areas = link_areas(document, tables, faults)
    named = destinations(document, tables)
    outline = read_outline(document, tables, named)
    reader = ItemReader(runs, Listener(areas, document.string(document.catalog.get("Lang")), faults))
    items = reader.read(top)
    metadata = read_metadata(document, faults)
    attachments = read_attachments(document, faults)
    faults += program_faults(interpreter.fonts.values())
    faults += safety_faults(document, tables, pages)
    faults += tree_faults(document, structure, elements)
    faults += content_faults(pages, elements)
    faults += parent_tree_faults(document, tables, pages, elements, areas)
    faults += wording_faults(pages, elements, runs)
    faults += split_faults(elements, runs)
    faults += heading_faults(items)
    faults += place_faults(areas.values(), named, items, reader.firsts)
    faults += bookmark_faults(outline, items, reader.firsts)
    for page in pages:
        faults += overlap_faults(page)
    seen = sight(data, pages, elements)
    return Inspection(
        "pdf",
        items,
        tuple(furniture(pages)),
        metadata,
        outline=tuple((bookmark.level, bookmark.text) for bookmark in outline),
        painted=seen.painted,
        attachments=attachments,
        faults=tuple(dict.fromkeys(faults)),
        lines=tuple(printed_lines(pages, interpreter.fonts.values())),
        pages=seen.pages,
        rules=tuple(rulings(pages)),
        pictures=seen.pictures,
        codes=seen.codes,
    )


def _by_mark(pages: Iterable[Page]) -> dict[tuple[int, int], list[Run]]:
    """The runs of tagged content by container and MCID."""
    runs: dict[tuple[int, int], list[Run]] = defaultdict(list)
    for page in pages:
        for run in page.runs:
            if run.marked and run.marked.mcid >= 0 and not run.marked.artifact:
                runs[run.marked.container, run.marked.mcid].append(run)
    return runs
