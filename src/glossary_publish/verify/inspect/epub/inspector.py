"""Puts together what the parts of the reader find in one book."""

from collections.abc import Iterator, Sequence

from glossary_publish.verify.inspect.epub.backlinks import backlink_faults
from glossary_publish.verify.inspect.epub.claims import claim_faults
from glossary_publish.verify.inspect.epub.items import Around, ItemReader
from glossary_publish.verify.inspect.epub.navigation import Entry, guide_lines, read_navigation, read_ncx
from glossary_publish.verify.inspect.epub.package import XHTML_TYPE, Package, read_package
from glossary_publish.verify.inspect.epub.page import H, read_page
from glossary_publish.verify.inspect.epub.pictures import cover_lines, picture_faults
from glossary_publish.verify.inspect.epub.spoken import Heard, Listener
from glossary_publish.verify.inspect.epub.targets import Targets
from glossary_publish.verify.inspect.markup import text_of
from glossary_publish.verify.inspect.zip_gate import UnreadableFile, open_archive
from glossary_publish.verify.inspection import Fault, Inspection, Item, Kind

# Bytes from outside may hit a case that no rule foresees: that too is a file that cannot be read.
UNFORESEEN = (ArithmeticError, LookupError, RecursionError, TypeError, ValueError)
KEYS = {
    "title": "dc:title",
    "language": "dc:language",
    "identifier": "dc:identifier",
    "description": "dc:description",
    "publisher": "dc:publisher",
    "licence": "dc:rights",
    "updated": "dc:date",
    "reviewer": "glossary:reviewer",
    "version": "glossary:version",
    "slug": "glossary:slug",
    "source_hash": "glossary:source-hash",
    "code": "glossary:code",
}
LINES = (
    "dc:creator",
    "dc:contributor",
    "dc:subject",
    "dc:source",
    "dcterms:license",
    "schema:accessibilitySummary",
)
CHECKED = frozenset(("dcterms:modified", "glossary:review-due"))


def inspect(data: bytes) -> Inspection:
    """What a book says and shows; one that cannot be read is nothing but the fault `unreadable-epub`."""
    try:
        return _inspect(data)
    except UnreadableFile as error:
        return _unreadable(str(error))
    except UNFORESEEN as error:
        return _unreadable(f"the reader stumbles: {error!r}")


def _unreadable(message: str) -> Inspection:
    return Inspection("epub", (), faults=(Fault("unreadable-epub", message),))


def _inspect(data: bytes) -> Inspection:
    heard = Heard()
    package = read_package(open_archive(data), heard.faults)
    pages = [
        read_page(package, file, heard.faults)
        for file in package.spine
        if file.media_type == XHTML_TYPE and file.place in package.files
    ]
    targets = Targets(package, pages, heard.faults)
    items: list[Item] = []
    entries: tuple[Entry, ...] = ()
    for page in pages:
        listener = Listener(page, package.language, targets, heard)
        reader = ItemReader(listener)
        reader.block(page.body, Around(package.language))
        items += reader.items
        titles = [text_of(title) for title in page.root.iter(f"{H}title")]
        if not any(titles):
            heard.faults.append(
                Fault("page-without-title", "a page has no title to be called by", page.place)
            )
        heard.furniture += titles
        if "nav" in page.file.properties:
            entries = read_navigation(page, listener, targets)
            read_ncx(package, entries, listener)
    heard.furniture += (*guide_lines(package), *cover_lines(package, pages), *_lines(package))
    heard.faults += (*claim_faults(package, pages), *picture_faults(package, pages))
    heard.faults += (*backlink_faults(pages, targets), *_statement_faults(package), *_level_faults(items))
    return Inspection(
        "epub",
        tuple(items),
        tuple(line for line in heard.furniture if line),
        _metadata(package),
        outline=tuple((entry.depth, entry.text) for entry in entries),
        painted=tuple(heard.painted),
        faults=tuple(dict.fromkeys(heard.faults)),
    )


def _metadata(package: Package) -> dict[str, str]:
    found = {key: package.said(name) for key, name in KEYS.items()}
    return {**found, "direction": package.root.get("dir") or "ltr"}


def _lines(package: Package) -> Iterator[str]:
    """Statements that book shelves show beside the title."""
    known = {*KEYS.values(), *CHECKED}
    for name, value in package.statements:
        if name in LINES or (name not in known and not name.startswith("schema:")):
            yield value


def _statement_faults(package: Package) -> Iterator[Fault]:
    modified, updated = package.said("dcterms:modified"), package.said("dc:date")
    if modified != f"{updated}T00:00:00Z":
        yield Fault(
            "modified-date-differs", f"the package is of {modified}, the article of {updated}", package.place
        )


def _level_faults(items: Sequence[Item]) -> Iterator[Fault]:
    last = 0
    for item in items:
        if item.kind is Kind.HEADING:
            if item.level > last + 1:
                yield Fault(
                    "heading-level-left-out", f"level {item.level} follows level {last}: {item.text!r}"
                )
            last = item.level
