"""The bookmarks (ISO 32000-1, 12.3.3)."""

from dataclasses import dataclass

from glossary_publish.verify.inspect.pdf.document import Document
from glossary_publish.verify.inspect.pdf.links import Destination, destination, internal_target
from glossary_publish.verify.inspect.pdf.objects import MalformedPdf, Object, Ref, Table
from glossary_publish.verify.inspect.pdf.words import normal

BOOKMARKS = 10_000
LEVELS = 16


@dataclass(frozen=True, slots=True)
class Bookmark:
    """A bookmark: its level from 1, its words, and where it leads, if to a place in this file."""

    level: int
    text: str
    destination: Destination | None


def read_outline(
    document: Document, pages: list[tuple[int, Table]], named: dict[str, Destination]
) -> tuple[Bookmark, ...]:
    """The bookmarks in order; raises `MalformedPdf` for an outline that runs in a circle."""
    found: list[Bookmark] = []
    places = {number: index for index, (number, _) in enumerate(pages)}
    seen: set[int] = set()

    def read(value: Object, level: int) -> None:
        while isinstance(value, Ref):
            if value.number in seen or level > LEVELS or len(seen) > BOOKMARKS:
                raise MalformedPdf("the outline is no tree")
            seen.add(value.number)
            table = document.table(value)
            where = table.get("Dest", document.table(table.get("A")).get("D"))
            target = named.get(internal_target(document, where)[1:]) or destination(
                document, where, pages, places
            )
            found.append(Bookmark(level, normal(document.string(table.get("Title"))), target))
            read(table.get("First"), level + 1)
            value = table.get("Next")

    read(document.table(document.catalog.get("Outlines")).get("First"), 1)
    return tuple(found)
